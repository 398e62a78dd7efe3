from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

import nn
from course.exercises.difference import difference
from course.exercises.exercise import Function
from course.exercises.values import as_numbers, same

SURE = 6  # standard errors: chance alone doesn't lead that far
HABITS = ("equal rows", "equal columns", "the same for every seed", "others when called again")
LONG = 30  # numbers: two rows of so many aren't equal by chance


@dataclass(frozen=True)
class Seeds:
    """The generators of a case: the function is called with each, and with the last once more."""

    seeds: tuple[int, ...]

    def generators(self):
        return map(np.random.default_rng, (*self.seeds, self.seeds[-1]))

    def __repr__(self):
        return "rng"


@dataclass(frozen=True, eq=False)
class Weights:
    """What the weights of several calls have in common with all that are drawn in the same way."""

    shape: tuple[int, ...]
    constant: bool  # each call gives one number over and over
    rows_differ: bool  # within each call
    columns_differ: bool
    calls_differ: bool  # with other generators
    repeats: bool  # with the same generator
    mean: float
    spread: float
    numbers: int  # that don't come from one another

    def __repr__(self):
        if self.constant:
            return f"weights of shape {self.shape}, all the same number"
        mean, spread = (f"{round(one, 3) + 0.0:.3f}" for one in (self.mean, self.spread))
        habits = zip(HABITS, self.habits, strict=True)
        told = "".join(f", {said}" for said, usual in habits if not usual)
        return f"weights of shape {self.shape}, mean {mean}, standard deviation {spread}{told}"

    def __eq__(self, other):
        if self.shape != other.shape or (self.constant and other.constant):
            return self.shape == other.shape
        near = self.near(other, "mean") and self.near(other, "spread")
        return near and self.habits == other.habits

    @property
    def habits(self):
        return self.rows_differ, self.columns_differ, self.calls_differ, self.repeats

    def near(self, other, name):
        error = max(self.spread, other.spread) / np.sqrt(min(self.numbers, other.numbers))
        return abs(getattr(self, name) - getattr(other, name)) <= SURE * error

    def told(self, right):
        if self.shape != right.shape:
            return (
                f"Your weights have the shape {self.shape}, but this layer needs {right.shape}: "
                "one row per neuron, with one number per input."
            )
        if not np.isfinite(self.spread):
            return "Some of your weights are `nan` or infinite. Look for a division by 0 or a root."
        if self.constant:
            return "All your weights are the same number. Draw each of them from `rng`."
        if not (self.rows_differ and self.columns_differ):
            equal = "columns" if self.rows_differ else "rows"
            return (
                f"Some of your {equal} are equal. Each weight needs a random number of its own: "
                "draw them all, with `size=(fan_out, fan_in)`."
            )
        if not (self.calls_differ and self.repeats):
            return (
                "Your numbers don't come from `rng`: generators with different seeds should give "
                "different weights, and the same seed should give the same ones."
            )
        if not self.near(right, "mean"):
            return (
                f"The mean of your weights is {self.mean:.3f}, but it should be about 0. Draw "
                "numbers that are as often below 0 as above."
            )
        return (
            f"The standard deviation of your weights is {self.spread / right.spread:.2f} times "
            "what it should be. Work out by hand what your program multiplies the random numbers "
            "by."
        )


def weights(made):
    """Return what several calls gave, as `Weights`; as it is, if it isn't numbers."""
    found = [as_numbers(one) for one in made]
    if any(one is None or not one.size for one in found):
        return made[0]
    shape, tables = found[0].shape, [one if one.ndim == 2 else one.reshape(1, -1) for one in found]
    *calls, again = tables
    calls_differ = not same(calls[0], calls[-1])
    W = np.concatenate([one.ravel() for one in calls])
    rows, columns = [different(one) for one in calls], [different(one.T) for one in calls]
    own = [a * b for a, b in zip(rows, columns, strict=True)]
    with np.errstate(invalid="ignore", over="ignore"):
        return Weights(
            shape=shape,
            constant=all(bool((one == one[0, 0]).all()) for one in calls),
            rows_differ=all(a == len(one) for a, one in zip(rows, calls, strict=True)),
            columns_differ=all(b == len(one.T) for b, one in zip(columns, calls, strict=True)),
            calls_differ=calls_differ,
            repeats=same(calls[-1], again),
            mean=float(W.mean()),
            spread=float(W.std()),
            numbers=sum(own) if calls_differ else own[0],
        )


def different(rows):
    """Return how many rows differ; short ones may be equal by chance, so they all count."""
    if rows.shape[1] < LONG:
        return len(rows)
    return len({row.tobytes() for row in np.ascontiguousarray(rows)})


class Drawn(Function):
    """A function whose result is random: it's called several times, and its habits count."""

    in_order: ClassVar[bool] = True

    def run(self, program, cases):
        for *sizes, seeds in cases:
            done = [program.call(self.name, (*sizes, rng)) for rng in seeds.generators()]
            failed = [one for one in done if one.raised is not None]
            value = None if failed else weights([one.value for one in done])
            yield replace((failed or done)[0], value=value, arguments=())

    def right(self, cases):
        return [[weights(self.examples(case)) for case in cases]]

    def examples(self, case):
        *sizes, seeds = case
        return [self.expected(*sizes, rng) for rng in seeds.generators()]

    def why(self, differing, cases):
        mine, right = differing[0]
        if isinstance(mine, Weights):
            return mine.told(right)
        return difference([(mine, self.examples(cases[0])[0])])


def he(fan_out, fan_in, rng):
    return nn.he(fan_out, fan_in, rng)


CHECKS = [
    Drawn(
        "he",
        expected=he,
        fixed=[
            (400, 50, Seeds((0, 1))),
            (50, 400, Seeds((2, 3))),
            (1, 1000, Seeds((4, 5, 6, 7, 8))),
        ],
    )
]
