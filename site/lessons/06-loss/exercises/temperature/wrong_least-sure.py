"""You return the highest temperature, at which the network sounds least sure. The labels must
decide: take the one with the least loss.

See: #sure-and-how-often-right
"""


def best_temperature(z, y, temperatures):
    return max(temperatures)
