import math

import numpy as np


def softmax(z):
    out = []
    for row in z:
        biggest = max(row)
        powers = [math.exp(v - biggest) for v in row]
        total = sum(powers)
        out.append([v / total for v in powers])
    return np.array(out)
