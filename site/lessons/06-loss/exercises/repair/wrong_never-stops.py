"""You look through all the losses for the lowest. Early stopping does not know the later ones: it
has stopped before it could see them.

See: #two-curves
"""


def keep(losses, patience):
    return losses.index(min(losses))
