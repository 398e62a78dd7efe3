import math

import numpy as np


def cross_entropy(z, y):
    result = []
    for row, k in zip(z, y):
        top = max(row)
        s = sum(math.exp(v - top) for v in row)
        result.append(math.log2(s) - (row[k] - top) / math.log(2))
    return np.mean(result)
