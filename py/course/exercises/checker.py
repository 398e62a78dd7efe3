"""Checks a learner's program: whether it does what is right, and if not, what it does instead.

The program runs on fixed and on random inputs, beside the right function (compare). If they
differ, the known mistakes run on the same inputs: the one whose results are the learner's is the
diagnosis (diagnose). The verdict puts that into words (tell). Nothing ever looks at the text of
the program.
"""

from dataclasses import replace

from course.cells.guard import Guard
from course.cells.program import Program
from course.exercises.compare import compare
from course.exercises.diagnose import diagnose
from course.exercises.exercise import Exercise
from course.exercises.tell import RIGHT, Verdict, tell, tell_not_run, tell_start

SECONDS = 3.0  # for a learner's program


def check(exercise: Exercise, code: str, guard: Guard, seconds: float = SECONDS) -> Verdict:
    """Return the verdict on a program. Never raises for what the program does."""
    program = Program(code, exercise.name, guard, seconds)
    loaded = program.load()
    if loaded.raised is not None:
        return tell_not_run(program, loaded)
    table = None
    for declared in exercise.checks:
        missing = declared.missing(program)
        if missing:
            return Verdict("fail", missing)
        compared = compare(declared, program)
        table = declared.table(compared.cases, compared.outcomes, compared.failed)
        if compared.failed:
            if exercise.is_start(code):
                return replace(tell_start(compared), gradients=table)
            verdict = tell(compared, diagnose(compared, exercise, guard))
            return replace(verdict, gradients=table)
    return Verdict("pass", RIGHT, gradients=table)
