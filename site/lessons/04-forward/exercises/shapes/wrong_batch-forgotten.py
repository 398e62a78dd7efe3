"""You write the shape for one image. There are 32, and each is a row: (32, 128).

See: #the-batch
"""

x = (32, 784)
W1 = (128, 784)
b1 = (128,)
a1 = (128,)
W2 = (64, 128)
z2 = (64,)
W3 = (10, 64)
b3 = (10,)
logits = (10,)
labels = ()
