"""You count the first row alone: the `return` stands inside the loop, so it ends after one round.
Add up first, and return behind the loop.

See: #mean-or-sum
"""

import nn


def cross_entropy(z, y):
    return nn.cross_entropy(z[:1], y[:1])


def divided_by_all_rows(z, y):
    return cross_entropy(z, y) / len(y)


FORMS = [divided_by_all_rows]
