"""You compare squared errors. They often prefer another temperature; the exercise asks for the
least cross-entropy.

See: #why-not-squared-error
"""

import numpy as np

import nn


def best_temperature(z, y, temperatures):
    wanted = nn.one_hot(y, z.shape[1])
    errors = [nn.squared_error(nn.softmax(z / t), wanted) for t in temperatures]
    return temperatures[np.argmin(errors)]
