"""First step of a check: one declared function or variable, case by case beside the right one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from course.cells.program import Outcome, Program
from course.exercises.exercise import Check
from course.exercises.values import same
from course.exercises.words import shown

UNCHANGED = 1e-10  # an input nudged and put back is off by a rounding; left nudged, by far more
HUGE = 300  # a number that nobody follows by hand


@dataclass(frozen=True)
class Comparison:
    """What a program did in each case, and what is right; failed: the case to show comes first."""

    declared: Check
    program: Program
    cases: Sequence[tuple[Any, ...]]
    outcomes: Sequence[Outcome]
    right: Sequence[Any]
    failed: Sequence[int] = ()

    @property
    def shown(self) -> Outcome:
        """What the program does in the case that is shown: the first that fails, or the first."""
        return self.outcomes[self.failed[0] if self.failed else 0]

    def is_right(self, outcome: Outcome, i: int) -> bool:
        """Return whether an outcome of case i is right: no error, no changed input, the value."""
        return (
            outcome.raised is None
            and (not outcome.arguments or same(outcome.arguments, self.cases[i], UNCHANGED))
            and same(outcome.value, self.right[i])
        )

    def differs(self, i: int) -> bool:
        """Return whether the value of case i, if there is one, is not the right one."""
        outcome = self.outcomes[i]
        return outcome.raised is None and not same(outcome.value, self.right[i])

    def failing(self) -> list[int]:
        """Return which cases are not as they should be."""
        return [i for i, outcome in enumerate(self.outcomes) if not self.is_right(outcome, i)]


def compare(declared: Check, program: Program) -> Comparison:
    """Run a program in all cases of a check."""
    cases = declared.cases()
    outcomes = list(declared.run(program, cases))

    # Of several right conventions, the one that the program comes closest to.
    by_each = [
        Comparison(declared, program, cases, outcomes, right) for right in declared.right(cases)
    ]
    closest = min(by_each, key=lambda compared: len(compared.failing()))

    failed = sorted(closest.failing(), key=partial(rank, closest))
    return replace(closest, failed=failed)


def rank(compared: Comparison, i: int) -> tuple[bool, bool, bool, int]:
    """Sort first the case that is easiest to follow, among those that show what is wrong."""
    outcome, case = compared.outcomes[i], compared.cases[i]
    only_changed = outcome.raised is None and not compared.differs(i)
    if outcome.timed_out or compared.declared.in_order:  # after a time-out, all later cases fail
        return not outcome.timed_out, only_changed, False, i
    return True, only_changed, is_awkward(case), len(shown((case, compared.right[i])))


def is_awkward(case: tuple[Any, ...]) -> bool:
    """Return whether a case is hard to follow: a matrix of one number, huge numbers, three axes.

    Where a matrix is one number, most formulas look alike.
    """
    arrays = [part for part in flat(case) if isinstance(part, np.ndarray) and part.size]
    tables = [array.size for array in arrays if array.ndim == 2]
    sizes = tables or [max((array.size for array in arrays), default=2)]
    return min(sizes) == 1 or any(a.ndim > 2 or np.abs(a).max() > HUGE for a in arrays)


def flat(value: Any) -> Iterator[Any]:
    """Yield what is in tuples and lists, however deep."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from flat(part)
    else:
        yield value
