"""Directives of the running text: asides, goals, computed names, sources, predictions, terms."""

from __future__ import annotations

import html
import inspect
import re
from functools import reduce
from pathlib import Path
from textwrap import dedent

import nn
from builder.base.bootstrap import ROOT
from builder.pages.content import Lesson, Page
from builder.pages.directives.shared import NAME, Shared, only_on_page, refuse
from builder.pages.markdown import highlighted
from builder.pages.names import Let
from builder.pages.roles import number

# Before a prediction's right answer, and before one that predicts nothing.
RIGHT, UNSURE = MARKS = ("[x] ", "[?] ")
ATTRIBUTES = {RIGHT: "data-right", UNSURE: "data-unsure"}
TAG = re.compile(r"<[^>]+>")


def text_of(markup: str) -> str:
    """Return what the browser has as the text of this HTML."""
    return html.unescape(TAG.sub("", markup)).strip()


def source_of(name: str) -> tuple[str, str]:
    """Return a function or class of `nn` as it stands in its file, and that file below py/.

    Raises KeyError, AttributeError, TypeError, OSError, or ValueError for what is none.
    """
    package, *path = name.split(".")
    thing = reduce(getattr, path, {"nn": nn}[package])
    file = Path(inspect.getfile(thing)).relative_to(ROOT / "py")
    return dedent(inspect.getsource(thing)), file.as_posix()


def marked(answer: str) -> tuple[str, str]:
    """Return the mark before one of a prediction's answers, "" if it has none, and the answer."""
    mark = next(filter(answer.startswith, MARKS), "")
    return mark, answer.removeprefix(mark)


class Text(Shared):
    """What a text says, folds, computes and asks."""

    def aside(self, lesson: Page, title: str, body: str, line: int) -> str:
        """`:::{aside} Title`: a remark that can be skipped, folded until asked for."""
        if not title:
            raise lesson.error(line, "an aside has a title: :::{aside} Why a bias?")
        inner = self.markdown.render(lesson, body, line + 1)
        return f'<details class="aside"><summary>{html.escape(title)}</summary>{inner}</details>\n'

    def goals(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{goals}`: the goals stand here, and not at the head of the page."""
        refuse(lesson, line, "goals", argument, body)
        if not isinstance(lesson, Lesson) or lesson.places_goals:
            raise lesson.error(line, "{goals} may appear only once, in a lesson")
        lesson.places_goals = True
        return self.put(lesson, "reading/goals", lesson)

    def let(self, lesson: Page, argument: str, code: str, line: int) -> str:
        """A fence `{let}`: Python that runs at build time; roles after it may use its names."""
        refuse(lesson, line, "let", argument)
        let = Let(code, lesson.source, lesson.first_line + line)
        if lesson.original and not code:  # it's the original's
            let = next(iter(lesson.original.lets[len(lesson.lets) :]), let)
        lesson.lets.append(let)
        lesson.names = self.markdown.names_of(lesson).after(let)
        return ""

    def source(self, lesson: Page, name: str, body: str, line: int) -> str:
        """A fence `{source} nn.relu`: a function or class of `nn` as it stands in its file."""
        try:
            code, file = source_of(name)
        except (KeyError, AttributeError, TypeError, OSError, ValueError):
            raise lesson.error(line, f"{{source}} shows functions of nn, not {name!r}") from None
        refuse(lesson, line, "source", body=body)
        return self.put(lesson, "reading/source", name, file, highlighted(code, "python"))

    def predict(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """`:::{predict} NAME`: a question, a list of answers, ---, what turns out to be so.

        The right answer is marked: `- [x] answer`; `- [?] I don't know it` predicts nothing. With
        `NAME number expression:format` in place of the list the reader gives a number, and the
        expression is the right one.
        """
        name, kind, expression = (*argument.split(maxsplit=2), "", "", "")[:3]
        question, rule, outcome = body.partition("\n---\n")
        if not NAME.fullmatch(name) or kind not in ("", "number") or not rule:
            raise lesson.error(line, ":::{predict} NAME, a question, ---, and the outcome")
        if name in lesson.predictions:
            raise lesson.error(line, f"this lesson has two predictions called {name}")
        lesson.predictions.append(name)
        lines = question.strip().splitlines()
        answers = [text[2:] for text in lines if text.startswith("- ")]
        self._refuse_answers(lesson, answers, kind, expression, line)
        asked = "\n".join(text for text in lines if not text.startswith("- "))
        marks, bare = zip(*map(marked, answers), strict=True) if answers else ((), ())
        shown = [self.markdown.inline(lesson, text, line) for text in bare]
        lesson.answers[name] = [*zip(map(text_of, shown), marks, strict=True)]
        kept = self._kept(lesson, name, line)
        return self.put(
            lesson,
            "reading/predict",
            f"{lesson.slug}/{name}",
            self.markdown.inline(lesson, asked, line),
            [*zip(shown, map(ATTRIBUTES.get, marks), kept, strict=True)],
            number(expression, self.markdown.names_of(lesson)) if kind else "",
            self.markdown.render(lesson, outcome, line + 3 + question.count("\n")),
        )

    def _kept(self, lesson: Page, name: str, line: int) -> list[str]:
        """Return what each answer is kept as: the original's text; "" is its own."""
        answers = lesson.answers[name]
        original = lesson.original.answers.get(name) if lesson.original else None
        if original is None:
            return [""] * len(answers)
        if [mark for _, mark in original] != [mark for _, mark in answers]:
            raise lesson.error(line, f"the answers of {name} and the right one are the original's")
        return [text for text, _ in original]

    def _refuse_answers(
        self, lesson: Page, answers: list[str], kind: str, expression: str, line: int
    ) -> None:
        """Refuse a prediction that does not say which answer is right."""
        if bool(kind) == bool(answers) or len(answers) == 1:
            raise lesson.error(
                line, "a prediction has two or more answers, `- answer`, or a number"
            )
        if kind and not expression:
            raise lesson.error(line, "the number has its answer: :::{predict} NAME number SUM:.2f")
        if answers and sum(text.startswith(RIGHT) for text in answers) != 1:
            raise lesson.error(line, "one answer, the right one, is marked: `- [x] answer`")

    @only_on_page
    def glossary(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{glossary}`: every key term of the lessons, each with a link to its place."""
        refuse(lesson, line, "glossary", argument, body)
        terms = sorted(self.markdown.terms, key=lambda term: term.entry.lower())
        return self.put(lesson, "reading/glossary", terms, lesson.root)

    @only_on_page
    def parts(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{parts}`: the figures and exercises that a frame can show alone, by pages."""
        refuse(lesson, line, "parts", argument, body)
        return self.put(lesson, "reading/parts", [*self.lessons, *self.others], lesson.root)
