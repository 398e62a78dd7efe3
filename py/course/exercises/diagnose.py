"""Second step of a check: the known mistake that does just what a failing program does."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.compare import Comparison
from course.exercises.difference import numeric
from course.exercises.exercise import Exercise
from course.exercises.mend import Mended, mend
from course.exercises.mistakes import Mistake
from course.exercises.relations import known_shape
from course.exercises.search import Found, Search
from course.exercises.values import alike

MISTAKE_SECONDS = 1.0  # for each known mistake
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

    seconds: how long to look for what a program that makes no known mistake alone does.
    """
    if compared.shown.timed_out:
        return Diagnosis()
    forms = partial(forms_of, compared=compared, guard=guard)
    for mistake in exercise.mistakes:
        if any(explains(theirs, compared) for theirs in forms(mistake)):
            return Diagnosis(Found(mistake, alone=True))
    known = [(mistake, list(theirs)) for mistake in exercise.mistakes for theirs in forms(mistake)]
    declared, right = compared.declared, compared.right[0]
    count = len(right) if isinstance(right, tuple) else None
    until = time.monotonic() + seconds
    search = Search(
        declared.groups_of(right), count, compared.outcomes, compared.right, known, forms, until
    )
    group = search.group()
    if group is None:  # nothing that it returns is wrong: an error alone has many causes
        return Diagnosis()
    found, where = search.among(group), declared.where(search)
    mended = Mended()
    if found is None or not found.alone:
        if not where:  # else the check knows what is computed first, and needs no search
            mended = mend(compared, exercise.start, guard, known, until)
        if mended.change:
            return Diagnosis(where=mended.change.said)
        if found is not None or not (is_simple(compared) or search.is_constant()):
            left = mended.left and Found(mended.left, alone=False)
            found = left or search.pair(exercise.solution) or found
    if found is None:
        return Diagnosis(where=where)
    theirs = next(theirs for mistake, theirs in known if mistake is found.mistake)
    shows = [i for i, other in enumerate(theirs) if not compared.is_right(other, i)]
    return Diagnosis(found, shows=shows)


def is_simple(compared: Comparison) -> bool:
    """Return whether one step, such as a `return` in the loop, makes every result of the right."""
    failed = compared.failed
    pairs = numeric([(compared.outcomes[i].value, compared.right[i]) for i in failed], ())
    return len(pairs) == len(failed) and known_shape(pairs) is not None


def forms_of(mistake: Mistake, compared: Comparison, guard: Guard) -> Iterator[Iterator[Outcome]]:
    """Yield what each form of a known mistake does, case by case; nothing if it cannot run."""
    declared = compared.declared
    program = Program(mistake.code, mistake.slug, guard, MISTAKE_SECONDS)
    if program.load().raised is None and not declared.missing(program):
        yield declared.run(program, compared.cases)
        names = program.namespace
        for form in names.get("FORMS", []):
            program.namespace = {**names, declared.name: form}
            yield declared.run(program, compared.cases)


def is_exact(mistake: Mistake, compared: Comparison, guard: Guard) -> bool:
    """Return whether a form of a known mistake does just what the program does."""
    return any(explains(theirs, compared) for theirs in forms_of(mistake, compared, guard))


def explains(theirs: Iterable[Outcome], compared: Comparison) -> bool:
    """Return whether a form of a known mistake is wrong, and just as the program is."""
    # A mistake in another function of the exercise leaves this one right: then it explains nothing.
    shown = compared.failed[0]
    for i, (mine, other) in enumerate(zip_longest(compared.outcomes, theirs, fillvalue=NOTHING)):
        if not alike(mine, other) or (i == shown and compared.is_right(other, i)):
            return False
    return True
