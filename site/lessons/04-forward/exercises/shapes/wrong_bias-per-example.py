"""You give every image a bias of its own. A bias belongs to a neuron, and the whole batch shares
it: (128,).

See: #a-layer-is-one-product
"""

x = (32, 784)
W1 = (128, 784)
b1 = (32, 128)
a1 = (32, 128)
W2 = (64, 128)
z2 = (32, 64)
W3 = (10, 64)
b3 = (32, 10)
logits = (32, 10)
labels = (32,)
