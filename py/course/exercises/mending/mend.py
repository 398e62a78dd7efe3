"""Looks for small changes that make a failing program right: they tell where it goes wrong."""

import ast
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.compare import Comparison
from course.exercises.mending.changes import Change, changes
from course.exercises.mistakes import Mistake
from course.exercises.search import Known
from course.exercises.values import alike

SECONDS = 5.0  # for a changed program
ROUNDS = 1000  # that it may go on longer than twice the program
TRIED = 5  # known mistakes that are tried as what one change leaves


@dataclass(frozen=True)
class Mended:
    """The change that makes a program right; or the known mistake that is one of its two."""

    change: Change | None = None
    left: Mistake | None = None


def mend(compared: Comparison, start: str, guard: Guard, known: Known, until: float) -> Mended:
    """Return what makes a program right: one change, or one besides a known mistake.

    A program makes a known mistake and another if one change leaves just what the mistake does,
    and one more change then makes it right. A change that takes something out doesn't count: what
    it leaves may lack just that. until: when to give up, as `time.monotonic` has it.
    """
    near: dict[str, tuple[Mistake, Comparison]] = {}
    for change in changes(compared.program.code, start):
        if time.monotonic() > until:
            break
        changed = ran(change, compared, guard, known)
        if changed is not None:
            compared_to, left = changed
            if not compared_to.failed:
                return Mended(change)
            if not change.removes:
                near |= {mistake.slug: (mistake, compared_to) for mistake in left}
    for mistake, another in islice(near.values(), TRIED):
        if mend(another, start, guard, (), until).change:
            return Mended(left=mistake)
    return Mended()


def ran(
    change: Change, compared: Comparison, guard: Guard, known: Known
) -> tuple[Comparison, list[Mistake]] | None:
    """Return what a changed program does, and which of the mistakes; None if it is still wrong."""
    declared, count = compared.declared, len(compared.cases)
    code, most = compared.program.code, 2 * compared.program.rounds + ROUNDS
    program = Program(code, "changed", guard, SECONDS, most)
    failed = program.load().raised or program.define(change.statement).raised
    if failed is not None or declared.missing(program):
        return None
    order = sorted(range(count), key=lambda i: i not in compared.failed)
    outcomes: dict[int, Outcome] = {}
    right, left = True, list(known)
    for i, outcome in zip(order, run(program, compared, order), strict=True):
        right = right and compared.is_right(outcome, i)
        left = [(mistake, theirs) for mistake, theirs in left if alike(outcome, theirs[i])]
        if not right and not left:
            return None
        outcomes[i] = outcome
    program.code = ast.unparse(change.tree)
    made = replace(compared, program=program, outcomes=[outcomes[i] for i in range(count)])
    return replace(made, failed=made.failing()), [mistake for mistake, _ in left]


def run(program: Program, compared: Comparison, order: Sequence[int]) -> Iterator[Outcome]:
    """Yield what a program does in these cases."""
    return compared.declared.run(program, [compared.cases[i] for i in order])
