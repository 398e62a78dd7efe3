"""A lesson's text as a notebook shows it: Markdown, with what the page computes filled in."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from builder.pages.names import Names
from builder.pages.roles import NEGATIVE, filled, read_term

ROLE = re.compile(r"\{(value|worked|blank|term)\}`([^`]+)`")
LINK = re.compile(
    r"\[((?:[^\[\]]|`[^`]*`)+)\]\((#[^)\s]+|([a-z]+(?:-[a-z]+)*)(?:/app)?(?:#[^)\s]+)?)\)"
)
MINUS = "−"


@dataclass
class Prose:
    """Turns a text's roles and links into plain Markdown.

    names: what expressions may use; slugs: the pages that there are; notebooks: those that are
    notebooks, too, which lie beside this one.
    """

    names: Names
    slugs: Collection[str]
    notebooks: Collection[str]
    answers: list[str] = field(default_factory=list)  # of the blanks in the block under way

    def block(self, source: str) -> str:
        """Return a paragraph, list, or table; the answers to its blanks are folded below it."""
        self.answers = []
        text = self.inline(source)
        if not self.answers:
            return text
        listed = ", ".join(f"({i}) {answer}" for i, answer in enumerate(self.answers, start=1))
        return f"{text}\n\n{folded('Answers' if len(self.answers) > 1 else 'Answer', listed)}"

    def inline(self, source: str) -> str:
        """Return a text within a line or several."""
        return LINK.sub(self._link, ROLE.sub(self._role, source))

    def _role(self, found: re.Match[str]) -> str:
        name, text = found[1], found[2].replace("\\|", "|")
        source, _, rest = (part.strip() for part in text.partition("|"))
        if name == "term":
            return f"**{read_term(None, text).shown}**"  # type: ignore[arg-type]
        shown = self.names.text(source)
        if name == "worked":
            return f"{shown.replace('-', MINUS)} (= {filled(rest, self.names)})"
        shown = MINUS + shown[1:] if NEGATIVE.match(shown) else shown
        if name == "value":
            return shown
        self.answers.append(shown)
        return f"**({len(self.answers)})** \\_\\_\\_\\_"

    def _link(self, found: re.Match[str]) -> str:
        """A page that is a notebook lies beside this one; the others are on the site alone."""
        text, target, slug = found.groups()
        if slug in self.notebooks and "/app" not in target:
            return f"[{text}]({slug}.ipynb)"
        return text if slug in self.slugs or target.startswith("#") else found[0]


def folded(title: str, text: str) -> str:
    """Return a text that is folded until its title is chosen."""
    return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"


def fenced(code: str, language: str = "python") -> str:
    """Return code that is only to be read."""
    return f"```{language}\n{code.rstrip()}\n```"
