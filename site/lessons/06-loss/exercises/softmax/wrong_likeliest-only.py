"""You return the largest probability of each row. The exercise asks for those of all classes, in
the shape of z.

See: #from-two-classes-to-ten
"""

import nn


def softmax(z):
    return nn.softmax(z).max(axis=1)


def in_a_column(z):
    return softmax(z)[:, None]


FORMS = [in_a_column]
