from dataclasses import dataclass

import nn
from course.exercises.exercise import Function


@dataclass(frozen=True)
class Formula:
    """A function of some Values, shown as it's written."""

    text: str

    def __call__(self, *values):
        return eval(self.text)(*values)

    def __repr__(self):
        return self.text


def slopes(f, numbers):
    values = [nn.Value(number) for number in numbers]
    result = f(*values)
    result.backward()
    return result.data, [value.grad for value in values]


# Two numbers, then three. In the last of each, a node between the ends is used twice.
PAIRS = [
    Formula(f"lambda a, b: {formula}")
    for formula in (
        "a * b",
        "a * b + a",
        "(a * b).relu()",
        "a.relu() + b",
        "(a + b) * (a + b)",
        "a * a * b",
        "(d := a * b) * d + d",
    )
]
TRIPLES = [
    Formula(f"lambda a, b, c: {formula}")
    for formula in (
        "a * b + c",
        "(a * b + c) * a",
        "(a * b + c).relu() * a",
        "(a * b).relu() + (a * c).relu() * b",
        "(d := (a + b) * c) * (d + a).relu() + d",
    )
]
FORMULAS = PAIRS + TRIPLES


def random(rng):
    # Hundredths of normal numbers: no ReLU meets 0, where two conventions differ.
    f = FORMULAS[rng.integers(len(FORMULAS))]
    return f, rng.normal(0, 2, 2 if f in PAIRS else 3).round(2).tolist()


CHECKS = [
    Function(
        "slopes",
        expected=slopes,
        fixed=[
            (PAIRS[0], [2.0, 3.0]),
            (PAIRS[1], [2.0, 3.0]),
            (PAIRS[2], [2.0, 3.0]),
            (PAIRS[2], [2.0, -3.0]),
            (PAIRS[3], [-2.0, 3.0]),
            (PAIRS[-1], [0.5, 3.0]),
            (TRIPLES[1], [2.0, 3.0, -1.0]),
            (TRIPLES[-1], [0.5, 3.0, 2.0]),
        ],
        random=random,
    )
]
