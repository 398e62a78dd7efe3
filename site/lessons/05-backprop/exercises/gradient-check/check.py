from dataclasses import dataclass

import numpy as np

import nn
from course.exercises.exercise import Function


@dataclass(frozen=True)
class Loss:
    """The traced network's loss as a function of one of its weight matrices, times a factor."""

    layer: int
    factor: float = 1.0

    def __call__(self, W):
        network = nn.traced_network()
        network.weights[self.layer] = np.asarray(W, dtype=float)
        x, y = nn.traced_example()
        return self.factor * nn.cross_entropy(network.forward(x).logits, y)

    def __repr__(self):
        return f"loss_of_W{self.layer + 1}"


@dataclass(frozen=True)
class Error:
    """A squared error, far above 0, whose lowest point is at `lowest`: there its slope is 0."""

    lowest: float
    size: float
    height: float = 500.0

    def __call__(self, w):
        w = np.asarray(w, dtype=float)
        return self.height + nn.squared_error(
            self.size * w, np.full(w.shape, self.size * self.lowest)
        )

    def __repr__(self):
        sign = "-" if self.lowest >= 0 else "+"
        away = f"{self.size:g} * (w {sign} {abs(self.lowest):g})"
        return f"lambda w: {self.height:g} + (({away}) ** 2).mean()"


@dataclass(frozen=True)
class Growth:
    """A loss that bends strongly: the larger h, the more a chord differs from the slope."""

    def __call__(self, w):
        logits = np.stack([np.zeros(np.size(w)), 3 * np.ravel(w)], axis=1)
        return nn.cross_entropy(logits, np.arange(np.size(w)) % 2)

    def __repr__(self):
        return "loss"


def gradient_check(f, w):
    return nn.numerical_gradient(f, w.copy())


def random(rng):
    shape = tuple(rng.integers(1, 4, rng.integers(1, 3)))
    if rng.random() < 0.5:
        return Error(float(rng.integers(-2, 3)), 20.0), rng.integers(-2, 3, shape).astype(float)
    return Growth(), rng.normal(size=shape)


class Measured(Function):
    def why(self, differing, cases):
        said = super().why(differing, cases)
        gaps = [abs(a - e).max() / max(1, abs(e).max()) for a, e in differing if near(a, e)]
        if len(gaps) < len(differing):
            return said
        return (
            "Your slopes are nearly right, but not close enough. Nudge both ways, with an `h` of "
            "about `1e-5`. With a larger one, `f` bends too much between the two points; with a "
            "smaller one, rounding spoils the difference."
        )


def near(actual, expected):
    absolute = 0.1 * max(1, np.abs(expected).max())
    return np.shape(actual) == expected.shape and np.allclose(actual, expected, 0.1, absolute)


CHECKS = [
    Measured(
        "gradient_check",
        expected=gradient_check,
        fixed=[
            (Error(1.0, 20.0), np.array([1.0, 2.0])),
            (Growth(), np.array([0.5, -0.2, 0.1])),
            (Loss(1), nn.traced_network().weights[1]),
            # So steep that a slope which was multiplied by h, and not divided, is not taken for 0.
            (Loss(0, 1e20), nn.traced_network().weights[0]),
            # At the bottom, where both sides cancel, one side is off however small h is.
            (Error(1.0, 50.0, height=0.0), np.ones(1)),
        ],
        random=random,
    )
]
