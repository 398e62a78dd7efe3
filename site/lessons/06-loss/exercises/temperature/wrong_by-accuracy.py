"""You choose by accuracy. No temperature changes which logit is largest, so all are equally
accurate and you return the first. The loss tells them apart.

See: #temperature
"""

import numpy as np


def best_temperature(z, y, temperatures):
    right = [np.mean((z / t).argmax(axis=1) == y) for t in temperatures]
    return temperatures[np.argmax(right)]
