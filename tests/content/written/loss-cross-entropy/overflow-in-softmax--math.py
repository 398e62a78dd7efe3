import math


def softmax(row):
    powers = [math.exp(v) for v in row]
    return [v / sum(powers) for v in powers]


def cross_entropy(z, y):
    loss = 0
    for row, k in zip(z, y):
        loss -= math.log(softmax(row)[k])
    return loss / len(y)
