"""You multiply with `*`, number by number. A neuron adds its products up: that is the matrix
product `@`.

See: #a-layer-is-one-product
"""


def layer(x, W, b):
    return x * W + b
