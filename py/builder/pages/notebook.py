"""A page's cells as a notebook has them: text, code, and what directives become there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt

from builder.pages import exercises, listings
from builder.pages.content import Page
from builder.pages.directives.shared import ONLY_ON_PAGE
from builder.pages.directives.text import MARKS, RIGHT, source_of
from builder.pages.markdown import DIRECTIVE
from builder.pages.notebook_text import Prose, fenced, folded
from builder.pages.roles import number

PROGRAMS = "notebook"  # the folder of what stands in a notebook for the parts of the project
Show = Callable[[str, str], None]  # gets what follows a directive's name, and its body


@dataclass
class Notebook:
    """A page's cells, as they are added one by one."""

    page: Page
    parser: MarkdownIt
    prose: Prose
    cells: list[dict[str, Any]] = field(default_factory=list)
    line: int | None = None  # of the page's text, where the block under way begins

    def text(self, source: str) -> None:
        """Add Markdown: to the cell before, unless that's code or a section begins."""
        before = self.cells[-1] if self.cells else None
        if before and before["cell_type"] == "markdown" and not source.startswith("#"):
            before["source"] += f"\n\n{source}"
        else:
            self.cells.append({"cell_type": "markdown", "metadata": {}, "source": source})

    def code(self, source: str) -> None:
        """Add code to run."""
        cell = {"cell_type": "code", "metadata": {}, "source": source.strip("\n")}
        self.cells.append({**cell, "execution_count": None, "outputs": []})

    def add_text(self, source: str) -> None:
        """Add a text, block by block."""
        lines, outermost = source.splitlines(), self.line is None
        for token in self.parser.parse(source, {"lesson": self.page, "line": 0}):
            if token.level or token.map is None:
                continue
            if outermost:
                self.line = token.map[0]
            written = "\n".join(lines[slice(*token.map)]).rstrip()
            directive = DIRECTIVE.fullmatch(token.info.strip()) if "fence" in token.type else None
            if directive:
                self.directive(directive["name"], directive["argument"].strip(), token.content)
            elif token.type in ("fence", "math_block"):
                self.text(written)
            else:
                self.text(self.prose.block(written))

    def inner(self, source: str) -> Notebook:
        """Return the cells of a text within this one."""
        inner = Notebook(self.page, self.parser, self.prose)
        inner.add_text(source)
        return inner

    def part(self, source: str) -> str:
        """Return a text that has no cells, as one piece of Markdown."""
        return "\n\n".join(cell["source"] for cell in self.inner(source).cells)

    def directive(self, name: str, argument: str, body: str) -> None:
        """Add what a directive is in a notebook; what only the page can do is told."""
        self.known.get(name, self.elsewhere)(argument, body)

    def refuse_unknown(self) -> None:
        """Raise ContentError for a directive of the page that nobody has thought of here."""
        for line, name in self.page.directives:
            if name not in {*self.known, *ONLY_ON_PAGE}:
                told = (
                    f"a notebook can't show {{{name}}}: mark it @only_on_page or add it to Notebook"
                )
                raise self.page.error(line, told)

    @property
    def known(self) -> dict[str, Show]:
        """What has a form of its own in a notebook."""
        return {
            "aside": self.aside,
            "cell": lambda _, code: self.code(code),
            "exercise": self.exercise,
            "figure": self.figure,
            "goals": self.goals,
            "let": lambda _, code: self.let(code),
            "listing": self.listing,
            "measured": lambda _, text: self.add_text(text),
            "predict": self.predict,
            "project": self.project,
            "recap": self.recap,
            "source": self.source,
        }

    def elsewhere(self, _argument: str, caption: str) -> None:
        """A figure without numbers, the pad, the quiz."""
        said = f": {self.prose.inline(' '.join(caption.split()))}" if caption.strip() else "."
        self.text(f"> **Only on the page**{said}")

    def aside(self, title: str, body: str) -> None:
        """Add a remark, folded unless there's something to run in it."""
        inner = self.inner(body)
        if all(cell["cell_type"] == "markdown" for cell in inner.cells):
            self.text(folded(title, self.part(body)))
        else:
            self.text(f"**{title}**")
            self.cells += inner.cells

    def exercise(self, argument: str, task: str) -> None:
        """Add a task, its hints, and a cell that ends with its check."""
        name, _, title = argument.partition(" ")
        folder = self.page.folder / "exercises" / name
        self.text(f"### Exercise: {title}")
        self.add_text(task)
        hints = "\n".join(f"{i}. {hint}" for i, hint in enumerate(exercises.hints(folder), 1))
        self.text(folded("Hints", self.prose.inline(hints)))
        start = (folder / "start.py").read_text(encoding="utf-8").rstrip()
        self.code(f'{start}\n\ncheck("{name}")  # keep this line: it checks the cell')

    def figure(self, name: str, caption: str) -> None:
        """Add a figure's caption and what it shows at first, in words."""
        summary = self.page.summaries.get(name, "")
        said = self.prose.inline(" ".join(caption.split()))
        self.text(f"> **Figure, on the page:** {said}\n>\n> {summary}".rstrip("\n >"))

    def goals(self, _argument: str, _body: str) -> None:
        """Add the page's goals."""
        goals = [f"- {goal}" for goal in self.page.meta["goals"]]
        self.text("\n".join(["After this page, you can", "", *goals]))

    def let(self, code: str) -> None:
        """Let the text after it use what this has computed for the page."""
        let = next(let for let in self.page.lets if let.code == code)
        self.prose.names = self.prose.names.after(let)

    def listing(self, name: str, _body: str) -> None:
        """Add a program that needs PyTorch, and what it has printed."""
        path = self.page.folder / "listings" / f"{name}.py"
        self.text(fenced(path.read_text(encoding="utf-8")))
        self.text(f"It prints:\n\n{fenced(listings.printed(path).output, 'text')}")

    def predict(self, argument: str, body: str) -> None:
        """Add a question, with its answer folded."""
        _, _, expression = (*argument.split(maxsplit=2), "", "")[:3]
        question, _, outcome = body.partition("\n---\n")
        answers = re.findall(r"^- (.*)$", question, re.MULTILINE)
        right = [text.removeprefix(RIGHT) for text in answers if text.startswith(RIGHT)]
        if expression:
            right = [number(expression, self.prose.names)]
        for mark in MARKS:
            question = question.replace(f"- {mark}", "- ")
        self.text(f"**Make a prediction.** {self.prose.inline(question)}")
        told = f"*{self.prose.inline(right[0])}*\n\n{self.part(outcome)}"
        self.text(folded("The answer", told))

    def project(self, name: str, body: str) -> None:
        """Add a part of the project: what the page has you do, and a program for the notebook."""
        tasks = re.sub(r"^[a-z]+: ", "- ", body.strip(), flags=re.MULTILINE)
        program = self.page.folder / PROGRAMS / f"{name}.py"
        if not program.is_file():
            self.text(f"On the page:\n\n{tasks}")
            return
        self.text(f"On the page:\n\n{tasks}\n\nHere:")
        self.code(program.read_text(encoding="utf-8"))

    def recap(self, _argument: str, body: str) -> None:
        """Add questions, with their answers folded."""
        questions, _, answers = body.partition("\n---\n")
        self.add_text(questions)
        self.text(folded("Model answers", self.part(answers)))

    def source(self, name: str, _body: str) -> None:
        """Add a function of `nn`, to be read."""
        code, _ = source_of(name)
        self.text(f"`{name}`:\n\n{fenced(code)}")
