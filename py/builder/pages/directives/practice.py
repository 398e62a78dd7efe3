"""Directives of what the learner does: cells, exercises, the quiz, progress."""

from __future__ import annotations

import ast
from contextlib import suppress

from builder.pages import exercises
from builder.pages.content import ENGLISH, Cell, Page
from builder.pages.directives.shared import NAME, Shared, only_on_page, refuse
from builder.pages.markdown import highlighted
from course.cells.guard import Guard
from course.exercises.exercise import Exercise
from course.exercises.learning import Learning

ROUND = "round"  # what there is to do in the quiz, as quiz/record.js notes it
SCRATCH = "scratch"  # the cell of the desk, which every page with cells has


def same_code(code: str, other: str) -> bool:
    """Tell whether two programs differ in their comments only."""
    with suppress(SyntaxError):
        return ast.dump(ast.parse(code)) == ast.dump(ast.parse(other))
    return False


class Practice(Shared):
    """Code to run and to write, questions, and what has been done."""

    def cell(self, lesson: Page, name: str, code: str, line: int) -> str:
        """A fence `{cell} NAME`: Python that the learner can edit and run."""
        if not NAME.fullmatch(name):
            raise lesson.error(line, f"a cell has a name in small letters, not {name!r}")
        if name in (*lesson.cells, SCRATCH):
            raise lesson.error(line, f"this lesson has two cells called {name}")
        original = lesson.original.cells.get(name) if lesson.original else None
        if original and code and not same_code(code, original.code):
            raise lesson.error(line, "a translated cell has the original's code, or no code at all")
        language = ENGLISH if original and not code else None
        code = code or (original.code if original else "")
        try:
            compile(code, name, "exec")
        except SyntaxError as error:
            raise lesson.error(line + (error.lineno or 0), f"in cell {name}: {error.msg}") from None
        lesson.cells[name] = Cell(code, line)
        number = len(lesson.cells)
        shown = highlighted(code, "python")
        return self.put(lesson, "cells/cell", name, number, code, shown, language)

    def exercise(self, lesson: Page, argument: str, task: str, line: int) -> str:
        """`:::{exercise} NAME Title`: the folder exercises/NAME, with its task as the body."""
        name, _, title = argument.partition(" ")
        folder = lesson.folder / "exercises" / name
        if not folder.is_dir() or not title:
            raise lesson.error(line, f":::{{exercise}} NAME Title, with a folder exercises/{name}")
        lesson.uses.add(name)
        lesson.add("exercises", name)
        exercises.check_files(folder)
        lesson.sees += [
            (where, lesson.address + anchor) for where, anchor in exercises.verify(folder)
        ]
        start, solution = (
            highlighted((folder / f"{part}.py").read_text(encoding="utf-8"), "python")
            for part in ("start", "solution")
        )
        told, language = exercises.hints_in(folder, lesson.language)
        hints = [self.markdown.inline(lesson, hint, line) for hint in told]
        rendered = self.markdown.render(lesson, task, line + 1)
        shown = (lesson.slug, name, title, rendered, start, hints, solution)
        languages = [one if one != lesson.language else None for one in (ENGLISH, language)]
        return self.put(lesson, "exercises/exercise", *shown, *languages)

    @only_on_page
    def learning(self, lesson: Page, name: str, caption: str, line: int) -> str:
        """A fence `{learning} NAME`: figures/NAME.py, trained by the exercise of that name."""
        path = lesson.folder / "figures" / f"{name}.py"
        if not path.exists() or name not in lesson.exercises:
            raise lesson.error(line, f"{{learning}} comes after an exercise {name}, with a figure")
        learning = Learning(path, Exercise(lesson.folder / "exercises" / name), Guard())
        lesson.uses.add(name)
        text = self.markdown.inline(lesson, caption.strip(), line)
        _, drawing = learning.begin(learning.choice.value)
        language = ENGLISH if lesson.original else None
        shown = (drawing, text, learning.choice, language)
        return self.put(lesson, "exercises/learning", name, *shown)

    @only_on_page
    def quiz(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{quiz}`: the questions of all lessons, asked one by one."""
        refuse(lesson, line, "quiz", argument, body)
        if lesson.has_quiz:
            raise lesson.error(line, "{quiz} may appear only once")
        lesson.has_quiz = True
        lesson.tasks.append(ROUND)
        return self.put(lesson, "quiz/quiz")

    @only_on_page
    def progress(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{progress}`: what the reader has done in each lesson, and how to keep it."""
        refuse(lesson, line, "progress", argument, body)
        return self.put(lesson, "progress/progress", self.lessons, self.others, lesson.root)
