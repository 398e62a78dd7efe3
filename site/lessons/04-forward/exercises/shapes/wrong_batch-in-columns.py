"""Your batch lies in columns. Here every image is a row from the beginning to the end: (32, ...).

See: #the-batch
"""

x = (784, 32)
W1 = (128, 784)
b1 = (128,)
a1 = (128, 32)
W2 = (64, 128)
z2 = (64, 32)
W3 = (10, 64)
b3 = (10,)
logits = (10, 32)
labels = (32,)
