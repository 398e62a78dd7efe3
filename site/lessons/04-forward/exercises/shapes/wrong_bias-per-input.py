"""Your biases are as many as the layer has inputs. There is one for each neuron of the layer:
(128,).

See: #a-layer-is-one-product
"""

x = (32, 784)
W1 = (128, 784)
b1 = (784,)
a1 = (32, 128)
W2 = (64, 128)
z2 = (32, 64)
W3 = (10, 64)
b3 = (64,)
logits = (32, 10)
labels = (32,)
