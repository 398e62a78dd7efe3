"""You compare each loss with the one just before it, and not with the least so far. A small dip
late in the list then wins over the real lowest.

See: #temperature
"""

import nn


def best_temperature(z, y, temperatures):
    best, before = temperatures[0], nn.cross_entropy(z / temperatures[0], y)
    for t in temperatures[1:]:
        loss = nn.cross_entropy(z / t, y)
        if loss < before:
            best = t
        before = loss
    return best
