"""The directives that a lesson's text may use; each returns HTML or raises with file and line."""

from __future__ import annotations

import base64
import html
import inspect
import re
from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from textwrap import dedent
from typing import Any

from jinja2 import Environment

from builder import card, exercises
from builder.assets import SITE
from builder.bootstrap import ROOT
from builder.content import Lesson, Page, addresses
from builder.glance import glance
from builder.markdown import Directive, LessonMarkdown, highlighted
from builder.mnist import one_of_each
from builder.quiz import FOLDER
from course import mnist, teaching, trainer
from course.architecture import ACTIVATIONS, MAX_HIDDEN_LAYERS, WIDTHS
from course.controls import Control, declare
from course.dropped import MAX_BYTES
from course.exercise import Exercise
from course.figures import Figure
from course.guard import Guard
from course.learning import Learning
from course.svg import Svg

NAME = re.compile(r"[a-z][a-z0-9-]*")


class Directives(dict[str, Directive]):
    """All directives by name. `lessons` is the whole module, which one figure shows."""

    def __init__(
        self, templates: Environment, lessons: list[Lesson], values: Mapping[str, Any]
    ) -> None:
        super().__init__(
            {
                "aside": self.aside,
                "at-a-glance": self.at_a_glance,
                "card": self.card,
                "cell": self.cell,
                "exercise": self.exercise,
                "figure": self.figure,
                "glossary": self.glossary,
                "goals": self.goals,
                "learning": self.learning,
                "let": self.let,
                "pad": self.pad,
                "predict": self.predict,
                "progress": self.progress,
                "project": self.project,
                "quiz": self.quiz,
                "source": self.source,
            }
        )
        self.templates = templates
        self.lessons = lessons
        self.model_card = values.get("card", {})
        self.markdown = LessonMarkdown(self, addresses(lessons), values)

    def component(self, name: str) -> Any:
        """Return the macro of templates/components/NAME.html that has the same name."""
        return getattr(self.templates.get_template(f"components/{name}.html").module, name)

    def aside(self, lesson: Page, title: str, body: str, line: int) -> str:
        """`:::{aside} Title`: a remark that can be skipped, folded until asked for."""
        if not title:
            raise lesson.error(line, "an aside has a title: :::{aside} Why a bias?")
        inner = self.markdown.render(lesson, body, line + 1)
        return f'<details class="aside"><summary>{html.escape(title)}</summary>{inner}</details>\n'

    def cell(self, lesson: Page, name: str, code: str, line: int) -> str:
        """A fence `{cell} NAME`: Python that the learner can edit and run."""
        if not NAME.fullmatch(name):
            raise lesson.error(line, f"a cell has a name in small letters, not {name!r}")
        if name in lesson.cells:
            raise lesson.error(line, f"this lesson has two cells called {name}")
        try:
            compile(code, name, "exec")
        except SyntaxError as error:
            raise lesson.error(line + (error.lineno or 0), f"in cell {name}: {error.msg}") from None
        lesson.cells.append(name)
        number = len(lesson.cells)
        return str(self.component("cell")(name, number, code, highlighted(code, "python")))

    def exercise(self, lesson: Page, argument: str, task: str, line: int) -> str:
        """`:::{exercise} NAME Title`: the folder exercises/NAME, with its task as the body."""
        name, _, title = argument.partition(" ")
        folder = lesson.folder / "exercises" / name
        if not folder.is_dir() or not title:
            raise lesson.error(line, f":::{{exercise}} NAME Title, with a folder exercises/{name}")
        lesson.uses.add(name)
        lesson.exercises.append(name)
        try:
            exercises.verify(folder)
        except ValueError as error:
            raise lesson.error(line, str(error)) from None
        start, solution = (
            highlighted((folder / f"{part}.py").read_text(encoding="utf-8"), "python")
            for part in ("start", "solution")
        )
        hints = [self.markdown.inline(lesson, hint, line) for hint in exercises.hints(folder)]
        rendered = self.markdown.render(lesson, task, line + 1)
        component = self.component("exercise")
        return str(component(lesson.slug, name, title, rendered, start, hints, solution))

    def goals(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{goals}`: the goals stand here, and not at the head of the page."""
        refuse(lesson, line, "goals", argument, body)
        if not isinstance(lesson, Lesson) or lesson.places_goals:
            raise lesson.error(line, "{goals} stands once, in a lesson")
        lesson.places_goals = True
        return str(self.component("goals")(lesson))

    def let(self, lesson: Page, argument: str, code: str, line: int) -> str:
        """A fence `{let}`: Python that runs at build time; roles after it may use its names."""
        refuse(lesson, line, "let", argument)
        names = self.markdown.values | lesson.names
        try:
            exec(compile(code, str(lesson.source), "exec"), names)
        except Exception as error:
            raise lesson.error(line, f"in {{let}}: {error!r}") from error
        lesson.names = {name: names[name] for name in names if not name.startswith("__")}
        return ""

    def source(self, lesson: Page, name: str, body: str, line: int) -> str:
        """A fence `{source} nn.relu`: a function or class of `nn` as it stands in its file."""
        package, *path = name.split(".")
        try:
            thing = reduce(getattr, path, self.markdown.values[package])
            code = dedent(inspect.getsource(thing))
            file = Path(inspect.getfile(thing)).relative_to(ROOT / "py").as_posix()
        except (KeyError, AttributeError, TypeError, OSError):
            raise lesson.error(line, f"{{source}} shows functions of nn, not {name!r}") from None
        refuse(lesson, line, "source", body=body)
        return str(self.component("source")(name, file, highlighted(code, "python")))

    def predict(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """`:::{predict} NAME`: a question, a list of answers, ---, what turns out to be so.

        With `NAME number` in place of the list the reader gives a number.
        """
        name, _, kind = argument.partition(" ")
        question, rule, outcome = body.partition("\n---\n")
        if not NAME.fullmatch(name) or kind not in ("", "number") or not rule:
            raise lesson.error(line, ":::{predict} NAME, a question, ---, and the outcome")
        if name in lesson.predictions:
            raise lesson.error(line, f"this lesson has two predictions called {name}")
        lesson.predictions.append(name)
        lines = question.strip().splitlines()
        answers = [text[2:] for text in lines if text.startswith("- ")]
        if (kind == "number") == bool(answers) or len(answers) == 1:
            raise lesson.error(
                line, "a prediction has two or more answers, `- answer`, or a number"
            )
        asked = "\n".join(text for text in lines if not text.startswith("- "))
        return str(
            self.component("predict")(
                f"{lesson.slug}/{name}",
                self.markdown.inline(lesson, asked, line),
                [self.markdown.inline(lesson, text, line) for text in answers],
                self.markdown.render(lesson, outcome, line + 2 + question.count("\n")),
            )
        )

    def glossary(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{glossary}`: every key term of the lessons, each with a link to its place."""
        refuse(lesson, line, "glossary", argument, body)
        terms = sorted(self.markdown.terms, key=lambda term: term.entry.lower())
        return str(self.component("glossary")(terms, lesson.root))

    def progress(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{progress}`: what the reader has done in each lesson, and how to keep it."""
        refuse(lesson, line, "progress", argument, body)
        return str(self.component("progress")(self.lessons, lesson.root))

    def project(self, lesson: Page, name: str, body: str, line: int) -> str:
        """A fence `{project} NAME`: a part of the project, and what to do in it.

        Each line of the body is `task: what to do`; the page ticks off what has been done.
        """
        tasks = dict(re.findall(r"^([a-z]+): (.+)$", body, re.MULTILINE))
        template = f"project_{name}"
        path = SITE / "templates" / "components" / f"{template}.html"
        if not path.exists() or len(tasks) != len(body.strip().splitlines()):
            raise lesson.error(line, f"{{project}} NAME, lines `task: text`, and a {path.name}")
        lesson.tasks += [f"{name}/{task}" for task in tasks]
        checklist = self.component("tasks")(name, tasks)
        shown = {"card": self.model_card, "teaching": teaching}
        offered = training_options() | model_options() | shown
        return str(self.component(template)(checklist, offered))

    def quiz(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{quiz}`: the questions of the folder questions/, asked one by one."""
        refuse(lesson, line, "quiz", argument, body)
        if lesson.has_quiz or not (lesson.folder / FOLDER).is_dir():
            raise lesson.error(line, f"{{quiz}} stands once, beside a folder {FOLDER}/")
        lesson.has_quiz = True
        return str(self.component("quiz")())

    def pad(self, lesson: Page, variant: str, body: str, line: int) -> str:
        """A fence `{pad} compact` or `{pad} full`: the draw pad with its prediction."""
        refuse(lesson, line, "pad", body=body)
        if variant not in ("compact", "full"):
            raise lesson.error(line, "a pad is {pad} compact or {pad} full")
        return str(self.component("pad")(compact=variant == "compact"))

    def figure(self, lesson: Page, name: str, caption: str, line: int) -> str:
        """A fence `{figure} NAME` whose body is the caption; figures/NAME.py draws it."""
        path = lesson.folder / "figures" / f"{name}.py"
        if not path.exists():
            raise lesson.error(line, f"there is no figures/{name}.py")
        lesson.uses.add(name)
        figure = Figure(path)
        drawing = figure.draw({})
        if not isinstance(drawing, Svg):
            raise lesson.error(line, f"figures/{name}.py draws pixels, which no page shows yet")
        return self._figure(lesson, name, drawing, caption, line, figure.controls)

    def learning(self, lesson: Page, name: str, caption: str, line: int) -> str:
        """A fence `{learning} NAME`: figures/NAME.py, trained by the exercise of that name."""
        path = lesson.folder / "figures" / f"{name}.py"
        if not path.exists() or name not in lesson.exercises:
            raise lesson.error(line, f"{{learning}} comes after an exercise {name}, with a figure")
        try:
            learning = Learning(path, Exercise(lesson.folder / "exercises" / name), Guard())
        except ValueError as error:
            raise lesson.error(line, str(error)) from None
        lesson.uses.add(name)
        text = self.markdown.inline(lesson, caption.strip(), line)
        _, drawing = learning.begin(learning.choice.value)
        return str(self.component("learning")(name, drawing, text, learning.choice))

    def at_a_glance(self, lesson: Page, argument: str, caption: str, line: int) -> str:
        """A fence `{at-a-glance}` whose body is the caption: the way through all lessons."""
        refuse(lesson, line, "at-a-glance", argument)
        return self._figure(lesson, "at-a-glance", glance(self.lessons), caption, line)

    def card(self, lesson: Page, name: str, caption: str, line: int) -> str:
        """A fence `{card} NAME`: a table or a picture of the recogniser's card."""
        if name in card.TABLES:
            return card.TABLES[name](self.model_card)
        if name in card.FIGURES:
            drawing = card.FIGURES[name](self.model_card)
            return self._figure(lesson, name, drawing, caption, line)
        known = ", ".join([*card.TABLES, *card.FIGURES])
        raise lesson.error(line, f"the card has no {name!r} (known: {known})")

    def _figure(
        self,
        lesson: Page,
        name: str,
        drawing: Svg,
        caption: str,
        line: int,
        controls: Sequence[Control] = (),
    ) -> str:
        text = self.markdown.inline(lesson, caption.strip(), line)
        return str(
            self.component("figure")(name, drawing, text, [declare(one) for one in controls])
        )


def training_options() -> dict[str, Any]:
    """Return what the learner may choose for a run, and how many chunks each choice needs."""
    return {
        "default": trainer.Settings(),
        "widths": WIDTHS,
        "activations": ACTIVATIONS,
        "layers": range(MAX_HIDDEN_LAYERS),
        "optimisers": trainer.OPTIMISERS,
        "batches": trainer.BATCHES,
        "limits": trainer.LIMITS,
        "examples": {count: mnist.chunks_for(count) for count in trainer.EXAMPLES},
        "all": mnist.ALL,
        "train": mnist.TRAIN,
        "test": mnist.TEST,
    }


def refuse(lesson: Page, line: int, name: str, argument: str = "", body: str = "") -> None:
    """Refuse what a directive does not take: something behind its name, or a body."""
    if argument:
        raise lesson.error(line, f"{{{name}}} takes nothing behind its name, not {argument!r}")
    if body.strip():
        raise lesson.error(line, f"{{{name}}} has no body")


def model_options() -> dict[str, Any]:
    """Return what a model that a learner brings may be, and what it is tried on."""
    return {"most_bytes": MAX_BYTES, "ten": base64.b64encode(one_of_each()).decode("ascii")}


def check_all_used(lesson: Page) -> None:
    """Refuse a figure or an exercise that no text shows."""
    for path in sorted((*lesson.folder.glob("figures/*.py"), *lesson.folder.glob("exercises/*"))):
        if path.stem not in lesson.uses:
            unused = path.relative_to(lesson.folder)
            raise lesson.error(None, f"{unused.as_posix()} is not used in the text")
