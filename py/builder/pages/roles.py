"""The inline roles of a lesson's text: {value}, {worked}, {blank} and {term}.

Each gets the text between the backticks and the lesson's names, in which it evaluates expressions
at build time. Expressions come from our own lesson files.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32

from builder.pages.content import Page
from builder.pages.names import Names

Role = Callable[[str, Names], str]

NEGATIVE = re.compile(r"-[\d.]")
FIELD = re.compile(r"\{([^{}]+)\}")
TERM = re.compile(
    r"(?P<shown>[^:=]+?)(?:\s*=\s*(?P<entry>[^:=]+?))?\s*:\s*(?P<meaning>.+)", re.DOTALL
)
MINUS = "−"  # the typographic one, which is as wide as a plus


@dataclass(frozen=True)
class Term:
    """A key term: where it first stands, and what it means."""

    shown: str
    entry: str
    meaning: str
    page: Page

    @property
    def anchor(self) -> str:
        """The id of its first place in the text."""
        return "term-" + re.sub(r"[^a-z0-9]+", "-", self.entry.lower()).strip("-")


def number(source: str, names: Names) -> str:
    """Return the text of `expression:format`, which has to be a number; digits may be grouped."""
    shown = names.text(source)
    try:
        float(shown.replace(",", ""))
    except ValueError:
        raise ValueError(f"the answer is a number, not {shown!r}") from None
    return shown


def filled(template: str, names: Names) -> str:
    """Return the template with every {expression:format} computed; numbers get a real minus."""
    return FIELD.sub(lambda field: names.text(field[1]).replace("-", MINUS), template)


def value(text: str, names: Names) -> str:
    """{value}`expression:format`: a number or a text, computed."""
    shown = names.text(text)
    shown = MINUS + shown[1:] if NEGATIVE.match(shown) else shown
    return f"<span class=value>{html.escape(shown)}</span>"


def worked(text: str, names: Names) -> str:
    """{worked}`expression:format | how`: a number that unfolds into how it came about.

    In `how`, {expression:format} is computed. Without JavaScript and on paper it stands open.
    """
    source, _, how = (part.strip() for part in text.partition("|"))
    if not how:
        raise ValueError("write {worked}`expression:format | {a:.1f} · {b:.1f}`")
    shown = html.escape(names.text(source).replace("-", MINUS))
    return (
        f'<span class="worked" data-worked><button type="button" class="worked-value" disabled'
        f' aria-expanded="true">{shown}</button><span class="worked-how"> = '
        f"{html.escape(filled(how, names))}</span></span>"
    )


def allowed(answer: str) -> float:
    """Return how far off a number may be and still be taken.

    A whole number has to be exact. From three places on, an answer may be off by two units of the
    last one: a reader goes on from rounded numbers.
    """
    places = len(answer.partition(".")[2])
    if not places:
        return 1e-9
    return (2 if places >= 3 else 0.5) * 0.1**places * (1 + 1e-9)


def short_name(text: str) -> str:
    """Return what a text is called under which a reader's answer to it is kept."""
    return f"{crc32(text.strip().encode()) % 16**5:05x}"


def blank_name(text: str, others: Sequence[str]) -> str:
    """Return what a blank is called on its page, where the others already have names.

    It comes from the expression alone: what a reader has filled in stays filled in when the text
    around it, its heading, or its slips change, and is never taken for another blank's.
    """
    name = short_name(text.partition("|")[0])
    alike = sum(other.partition("-")[0] == name for other in others)
    return f"{name}-{alike + 1}" if alike else name


def blank(text: str, names: Names, name: str) -> str:
    """{blank}`expression:format | slip: expression | ...`: a number that the reader works out.

    Each slip is a likely mistake, as the end of "That is what comes out if ...", with the number
    that it gives. A slip whose number would be taken as right, or is another slip's, is refused.
    In a table, each | is written with a backslash before it.
    """
    source, *slips = (part.strip() for part in text.split("|"))
    answer = names.text(source)
    form = source.rpartition(":")[2]
    known: dict[str, str] = {}
    for slip in slips:
        reason, colon, expression = slip.partition(":")
        if not colon:
            raise ValueError(f"a slip is written `reason: expression`, not {slip!r}")
        number = names.text(f"{expression.strip()}:{form}")
        if abs(float(number) - float(answer)) <= allowed(answer) or number in known:
            raise ValueError(f"the slip {reason!r} gives {number}, like the answer or another slip")
        known[number] = reason.strip()
    return (
        f'<span class="blank" data-name="{name}" data-blank="{html.escape(answer)}"'
        f' data-within="{allowed(answer)}"'
        f' data-slips="{html.escape(json.dumps(known, ensure_ascii=False))}"></span>'
    )


def read_term(lesson: Page, text: str) -> Term:
    """Return the term of {term}`shown = entry: meaning`.

    The entry may be left out where it is what is shown. Raises ValueError.
    """
    parts = TERM.fullmatch(text)
    if not parts:
        raise ValueError("write {term}`weights = weight: what it means`")
    shown, meaning = parts["shown"].strip(), " ".join(parts["meaning"].split())
    return Term(shown, (parts["entry"] or shown).strip(), meaning, lesson)


def touch(text: str, _names: Names) -> str:
    """{touch}`Rest the pointer on | Hold a finger on`: words for a mouse, and for a finger."""
    parts = [html.escape(part.strip()) for part in text.split("|")]
    if len(parts) != 2:
        raise ValueError("write {touch}`words for a mouse | words for a touch screen`")
    return '<span class="by-mouse">{}</span><span class="by-touch">{}</span>'.format(*parts)


# and blank and term, on a page
ROLES: dict[str, Role] = {"value": value, "worked": worked, "touch": touch}

# What makes the marks of a role, a table, or a formula live, as the rooms' templates have it.
LIVE = {
    "table": {".table": "reading/scroller.js"},
    "formula": {".math.block": "reading/scroller.js"},
    "link to a term": {"a[href*='glossary/#term-']": "reading/term.js"},
    "blank": {"[data-blank]": "reading/blank.js"},
    "worked": {"[data-worked]": "reading/worked.js"},
}
