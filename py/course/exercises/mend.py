"""Looks for one small change that makes a failing program right: it tells where to look."""

from collections.abc import Iterator
from itertools import chain

from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.changes import Change, changes
from course.exercises.compare import Comparison

SECONDS = 0.2  # for a changed program


def mended(compared: Comparison, start: str, guard: Guard) -> Change | None:
    """Return the first change that makes a program right in every case, if there is one."""
    code = compared.program.code
    return next((c for c in changes(code, start) if is_mended(c, compared, guard)), None)


def is_mended(change: Change, compared: Comparison, guard: Guard) -> bool:
    """Return whether a changed program is right in every case."""
    declared = compared.declared
    program = Program(change.code, declared.name, guard, SECONDS)
    if program.load().raised is not None or declared.missing(program):
        return False
    return all(compared.is_right(outcome, i) for i, outcome in cases(program, compared))


def cases(program: Program, compared: Comparison) -> Iterator[tuple[int, Outcome]]:
    """Yield what a program does, beginning with the cases that fail."""
    order = list(dict.fromkeys(chain(compared.failed, range(len(compared.cases)))))
    run = compared.declared.run(program, [compared.cases[i] for i in order])
    yield from zip(order, run, strict=True)
