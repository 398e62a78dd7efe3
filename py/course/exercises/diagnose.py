"""Second step of a check: the known mistake that does just what a failing program does."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import Any

from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.compare import Comparison
from course.exercises.difference import numeric
from course.exercises.exercise import Exercise
from course.exercises.mending.clue import clue
from course.exercises.mending.mend import Mended, mend
from course.exercises.mistakes import Mistake
from course.exercises.relations import known_shape
from course.exercises.search import Found, Known, Search
from course.exercises.values import alike, same, wrong_together

CLAIM = re.compile(r"\b(Your|The|Both)\b[^.,]* (is|are) right\b")  # false beside another mistake
NOTHING = Outcome(raised=NotImplementedError())  # of a program that cannot be run


@dataclass(frozen=True)
class Diagnosis:
    """The mistake found, if there is one; where: otherwise, what is known of where it is.

    shows: the cases in which the mistake alone would show.
    """

    found: Found | None = None
    where: str = ""
    shows: Sequence[int] = ()


def diagnose(compared: Comparison, exercise: Exercise, guard: Guard, seconds: float) -> Diagnosis:
    """Return the known mistake that a failing program makes; of several, the one to mend first.

    seconds: how long to look for what a program that makes no known mistake alone does; a known
    mistake has a third of it.
    """
    if compared.shown.timed_out:
        return Diagnosis()
    forms = partial(forms_of, compared=compared, guard=guard, seconds=seconds / 3)
    for mistake in exercise.mistakes:
        if any(explains(theirs, compared) for theirs in forms(mistake)):
            return Diagnosis(Found(mistake, alone=True))
    known = [(mistake, list(theirs)) for mistake in exercise.mistakes for theirs in forms(mistake)]
    declared, count = compared.declared, results(compared.right)
    until, shows = time.monotonic() + seconds, telling(known, compared)
    search = Search(
        declared.groups_of(count),
        count,
        compared.outcomes,
        compared.right,
        known,
        shows,
        forms,
        until,
    )
    group = search.group()
    if group is None:  # nothing that it returns is wrong: an error alone has many causes
        return Diagnosis()
    found, where = search.among(group), declared.where(search)
    mended = Mended()
    if found is None or not found.alone:
        if not where:  # else the check knows what is computed first, and needs no search
            tried = [(mistake, theirs) for mistake, theirs in known if mistake.slug in shows]
            mended = mend(compared, exercise.start, guard, tried, until)
        if mended.change:
            return Diagnosis(where=mended.change.said)
        simple = is_simple(compared) or is_input(compared) or search.is_constant()
        if found is not None or not simple:
            left = mended.left and Found(mended.left, alone=False)
            found = left or search.pair(exercise.solution) or found
    if found is None:
        shown = clue(compared.program.code, exercise.solution, declared.name)
        return Diagnosis(where=where or shown)
    return Diagnosis(found, shows=shows.get(found.mistake.slug, ()))


def results(right: Sequence[Any]) -> int | None:
    """Return how many results every case has; None if each is one value, or if they vary."""
    counts = {len(one) if isinstance(one, tuple) else None for one in right}
    return counts.pop() if len(counts) == 1 else None


def telling(known: Known, compared: Comparison) -> dict[str, list[int]]:
    """Return which mistakes may be told beside another, and the failing cases in which each shows.

    A mistake shows where it spoils what the program has wrong, too. What says that something else
    is right may not be told.
    """
    found: dict[str, list[int]] = {}
    for mistake, theirs in known:
        shows = [i for i in compared.failed if shows_in(compared, theirs[i], i)]
        if shows and not CLAIM.search(mistake.reason):
            found.setdefault(mistake.slug, shows)
    return found


def shows_in(compared: Comparison, theirs: Outcome, i: int) -> bool:
    """Return whether what a mistake spoils in a case is wrong in the program's result, too."""
    mine = compared.outcomes[i]
    if compared.is_right(theirs, i):
        return False
    if theirs.raised is not None or mine.raised is not None or not compared.differs(i):
        return True
    return wrong_together(theirs.value, mine.value, compared.right[i])


def is_simple(compared: Comparison) -> bool:
    """Return whether one step, such as a `return` in the loop, makes every result of the right."""
    failed = compared.failed
    pairs = numeric([(compared.outcomes[i].value, compared.right[i]) for i in failed], ())
    return len(pairs) == len(failed) and known_shape(pairs) is not None


def is_input(compared: Comparison) -> bool:
    """Return whether every wrong result is one of the arguments, as it came in."""
    failed = compared.failed
    return any(
        all(same(compared.outcomes[i].value, compared.cases[i][place]) for i in failed)
        for place in range(len(compared.cases[0]))
    )


def forms_of(
    mistake: Mistake, compared: Comparison, guard: Guard, seconds: float
) -> Iterator[Iterator[Outcome]]:
    """Yield what each form of a known mistake does, case by case; nothing if it cannot run."""
    declared = compared.declared
    program = Program(mistake.code, mistake.slug, guard, seconds)
    if program.load().raised is None and not declared.missing(program):
        yield declared.run(program, compared.cases)
        names = program.namespace
        for form in names.get("FORMS", []):
            program.namespace = {**names, declared.name: form}
            yield declared.run(program, compared.cases)


def explains(theirs: Iterable[Outcome], compared: Comparison) -> bool:
    """Return whether a form of a known mistake is wrong, and just as the program is."""
    # A mistake in another function of the exercise leaves this one right: then it explains nothing.
    shown = compared.failed[0]
    for i, (mine, other) in enumerate(zip_longest(compared.outcomes, theirs, fillvalue=NOTHING)):
        if not alike(mine, other) or (i == shown and compared.is_right(other, i)):
            return False
    return True
