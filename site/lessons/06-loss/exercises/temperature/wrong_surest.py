"""You return the lowest temperature, at which the network sounds surest. Whether it is right to
be so sure, only the true labels `y` can tell.

See: #sure-and-how-often-right
"""


def best_temperature(z, y, temperatures):
    return min(temperatures)
