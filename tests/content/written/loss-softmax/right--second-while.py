import math


def softmax(z):
    result = []
    i = 0
    while i < len(z):
        row = [float(v) for v in z[i]]
        m = sorted(row)[-1]
        s = math.fsum(math.exp(v - m) for v in row)
        result.append([math.exp(v - m - math.log(s)) for v in row])
        i += 1
    return result
