from course.exercises.exercise import Function


def keep(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best


def random(rng):
    epochs = int(rng.integers(5, 14))
    falling = 2.4 * 0.8 ** rng.permutation(epochs) if rng.random() < 0.3 else rng.random(epochs)
    return [round(float(loss), 1) for loss in falling], int(rng.integers(1, 4))


CHECKS = [
    Function(
        "keep",
        expected=keep,
        fixed=[
            ([0.9, 0.5, 0.6], 1),
            ([2.4, 1.9, 2.0], 1),
            ([0.9, 0.5, 0.7, 0.6, 0.4], 2),
            ([0.9, 0.5, 0.6, 0.4, 0.5, 0.6, 0.3], 2),
            ([0.9, 0.5, 0.6, 0.4, 0.5, 0.3, 0.6], 2),
            ([0.9, 0.5, 0.6, 0.4, 0.5, 0.3, 0.4, 0.2, 0.5], 3),
            ([0.9, 0.5, 0.5, 0.6], 3),
            ([0.9, 0.8, 0.7], 2),
            ([0.5, 0.6, 0.7, 0.8, 0.1], 3),
        ],
        random=random,
    )
]
