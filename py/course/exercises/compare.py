"""First step of a check: one declared function or variable, case by case beside the right one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.cells.program import Outcome, Program
from course.exercises.exercise import Check
from course.exercises.values import same, size

UNCHANGED = 1e-10  # an input nudged and put back is off by a rounding; left nudged, by far more


@dataclass(frozen=True)
class Comparison:
    """What a program did in each case, and what is right; failed: the case to show comes first."""

    declared: Check
    program: Program
    cases: Sequence[tuple[Any, ...]]
    outcomes: Sequence[Outcome]
    right: Sequence[Any]
    failed: Sequence[int]


def compare(declared: Check, program: Program) -> Comparison:
    """Run a program in all cases of a check."""
    cases = declared.cases()
    outcomes = list(declared.run(program, cases))

    def failing(right: Sequence[Any]) -> list[int]:
        triples = zip(cases, outcomes, right, strict=True)
        return [i for i, triple in enumerate(triples) if not is_right(*triple)]

    def rank(i: int) -> tuple[bool, int]:
        # After a time-out, later cases fail of that alone.
        late = outcomes[i].timed_out
        return not late, i if late or declared.in_order else size(cases[i])

    # Of several right conventions, the one that the program comes closest to.
    right = min(declared.right(cases), key=lambda right: len(failing(right)))
    return Comparison(declared, program, cases, outcomes, right, sorted(failing(right), key=rank))


def is_right(case: tuple[Any, ...], outcome: Outcome, right: Any) -> bool:
    """Return whether an outcome is right: no error, no changed input, the right value."""
    return (
        outcome.raised is None
        and (not outcome.arguments or same(outcome.arguments, case, UNCHANGED))
        and same(outcome.value, right)
    )
