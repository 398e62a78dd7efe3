"""What the page asks of exercises: check a program, train a lesson's network with one."""

from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

from course.cells.guard import Guard
from course.cells.operations import LearnerError
from course.cells.packages import Packages
from course.exercises.checker import check
from course.exercises.exercise import Exercise
from course.exercises.learning import Learning, TrainingError
from course.exercises.tell import Verdict
from course.figures.svg import Drawn
from course.lessons import part


class Learned(Drawn):
    """A network's picture, and the data set that it learns; done when no epoch is left."""

    data: str
    done: bool


class Exercises:
    """Operations "exercises.NAME". lessons: their folder; packages: what code may import."""

    def __init__(self, lessons: Path, guard: Guard, packages: Packages) -> None:
        self._lessons = lessons
        self._guard = guard
        self._packages = packages
        self._exercises: dict[tuple[str, str], Exercise] = {}
        self._learning: dict[tuple[str, str], Learning] = {}

    def check(self, lesson: str, name: str, code: str) -> Verdict | Coroutine[Any, Any, Verdict]:
        """Check a learner's program for an exercise; what it imports is brought first."""
        exercise, wanted = self._exercise(lesson, name), self._packages.wanted(code)
        if wanted:
            return self._check_with(wanted, exercise, code)
        return self._check(exercise, code)

    async def _check_with(self, wanted: list[str], exercise: Exercise, code: str) -> Verdict:
        with suppress(ImportError):  # running the program will tell
            await self._packages.bring(wanted)
        return self._check(exercise, code)

    def _check(self, exercise: Exercise, code: str) -> Verdict:
        try:
            return check(exercise, code, self._guard)
        finally:
            self._guard.heal()

    def learn(self, lesson: str, name: str, data: str, code: str | None, anew: bool) -> Learned:
        """Train a lesson's network up to its next picture, as `course.exercises.learning` has it.

        code: the learner's program, or None for ours; anew: only show the untrained network, and
        run nothing.
        """
        if (lesson, name) not in self._learning:
            figure = part(self._lessons, lesson, "figures", name)
            exercise = self._exercise(lesson, name)
            self._learning[lesson, name] = Learning(figure, exercise, self._guard)
        learning = self._learning[lesson, name]
        try:
            run, drawing = learning.begin(data) if anew else learning.advance(data, code)
        except TrainingError as error:
            described = {"type": "TrainingError", "message": str(error), "line": error.line}
            raise LearnerError(described) from error
        return {**drawing.drawn(), "data": data, "done": run.done}

    def _exercise(self, lesson: str, name: str) -> Exercise:
        if (lesson, name) not in self._exercises:
            self._exercises[lesson, name] = Exercise(part(self._lessons, lesson, "exercises", name))
        return self._exercises[lesson, name]
