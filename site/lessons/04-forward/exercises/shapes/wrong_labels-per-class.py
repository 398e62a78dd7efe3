"""Your labels are one for each class. That is what a maximum down the columns gives; each *image*
gets a label: (32,).

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
labels = (10,)
