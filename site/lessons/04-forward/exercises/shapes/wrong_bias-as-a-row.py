"""You write the biases as a matrix of one row. They are a plain list, with one axis: (128,).

See: #a-layer-is-one-product
"""

x = (32, 784)
W1 = (128, 784)
b1 = (1, 128)
a1 = (32, 128)
W2 = (64, 128)
z2 = (32, 64)
W3 = (10, 64)
b3 = (1, 10)
logits = (32, 10)
labels = (32,)
