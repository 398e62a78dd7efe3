import math


def cross_entropy(z, y):
    total = 0.0
    for row, true in zip(z, y):
        m = max(row)
        total += m + math.log(sum(math.exp(v - m) for v in row)) - row[true]
    return total / len(y)
