"""Checks a learner's program: whether it does what is right, and if not, what it does instead.

The program runs on fixed and on random inputs, beside the right function (compare). If they
differ, the known mistakes run on the same inputs: the one whose results are the learner's is the
diagnosis (diagnose). If there is none, small changes to the program itself are tried: one that
makes it right says where to look (mend). The verdict puts that into words (tell). Nothing is ever
said because of how a program is written: only what it does counts.
"""

from dataclasses import replace

from course.cells.guard import Guard
from course.cells.numbers import WATCH
from course.cells.program import Program
from course.exercises.compare import Comparison, compare
from course.exercises.diagnose import diagnose
from course.exercises.exercise import Exercise
from course.exercises.tell import RIGHT, Verdict, tell, tell_not_run, tell_start

SECONDS = 3.0  # for a learner's program, and again for the search of what is wrong with it


def check(
    exercise: Exercise,
    code: str,
    guard: Guard,
    seconds: float = SECONDS,
    searching: float | None = None,
) -> Verdict:
    """Return the verdict on a program. Never raises for what the program does.

    seconds: for the program; searching: for what is wrong with it, by default as long.
    """
    guard.prepare()
    program = Program(code, exercise.name, guard, seconds)
    loaded = program.load()
    guard.heal()
    if loaded.raised is not None:
        return replace(tell_not_run(program, loaded), printed=loaded.printed or None)
    table, printed = None, loaded.printed
    for declared in exercise.checks:
        missing = declared.missing(program)
        if missing:
            return Verdict("fail", missing, printed=printed or None)
        compared = compare(declared, program)
        table = declared.table(compared.cases, compared.outcomes, compared.failed)
        printed += compared.shown.printed
        if compared.failed:
            search = seconds if searching is None else searching
            verdict = told(compared, exercise, code, guard, search)
            return replace(verdict, gradients=table, printed=printed or None)
    return Verdict("pass", RIGHT, gradients=table, printed=printed or None)


def told(
    compared: Comparison, exercise: Exercise, code: str, guard: Guard, seconds: float
) -> Verdict:
    """Return the verdict on a program that fails."""
    if exercise.is_start(code):
        return tell_start(compared)
    with WATCH.aside():
        found = diagnose(compared, exercise, guard, seconds)
    return tell(compared, found)
