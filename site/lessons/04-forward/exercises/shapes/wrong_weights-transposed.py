"""Your weights are (in, out). In this module a matrix has one row for each neuron: (out, in).

See: #a-layer-is-one-product
"""

x = (32, 784)
W1 = (784, 128)
b1 = (128,)
a1 = (32, 128)
W2 = (128, 64)
z2 = (32, 64)
W3 = (64, 10)
b3 = (10,)
logits = (32, 10)
labels = (32,)
