"""Your labels still hold a number for each class. `argmax` leaves one for each image: (32,).

See: #from-logits-to-a-prediction
"""

x = (32, 784)
W1 = (128, 784)
b1 = (128,)
a1 = (32, 128)
W2 = (64, 128)
z2 = (32, 64)
W3 = (10, 64)
b3 = (10,)
logits = (32, 10)
labels = (32, 10)
