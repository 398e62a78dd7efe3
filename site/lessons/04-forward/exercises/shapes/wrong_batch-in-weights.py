"""You have put the batch into the weights. The same weights serve every image, so no 32 stands in
them.

See: #the-batch
"""

x = (32, 784)
W1 = (32, 784)
b1 = (128,)
a1 = (32, 128)
W2 = (32, 128)
z2 = (32, 64)
W3 = (32, 64)
b3 = (10,)
logits = (32, 10)
labels = (32,)
