# A network, 784 -> 128 -> 64 -> 10, gets a batch of 32 images, one per row.
# Weights are (out, in). Write each shape as NumPy would: (32, 784), and (10,)
# for a list of ten numbers. Mind the comma in (10,): without it, (10) is just
# the number 10.

x = (32, 784)
W1 = (128, 784)
b1 = (128,)
a1 = (32, 128)
W2 = (64, 128)
z2 = (32, 64)
W3 = (10, 64)
b3 = (10,)
logits = (32, 10)
predictions = (32,)  # the predicted class of each image
