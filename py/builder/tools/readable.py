"""Finds what a person reads in a file: its prose, line by line, with all code blanked out."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterator

FENCE = re.compile(r"^(`{3,})(.*)\n((?:.*\n)*?)\1 *$", re.MULTILINE)
CAPTIONED = re.compile(r"\{(?:figure|learning|card|project)\}")  # fences with prose in them
CODE = re.compile(
    r"\{term\}`[^`]*?:(?=[^`]*`)"  # of a term, its meaning is prose
    r"|(?:\{[a-z]+\})?(`+)(?:(?!\1|\n\s*\n)[\s\S])+?\1"  # roles, and code
    r"|\$\$?[^$]+\$\$?"  # mathematics
    r"|(?<=\])\([^)\s]*\)|https?://\S+|<[^<>\n]*>"  # addresses and tags
    r"|^\{#.*\}$|^:::.*$|^\+\+\+$|^task-?\w*:|^\w+ = ",
    re.MULTILINE,
)
FIELD = re.compile(r"\{[^{}]*\}")
WORDS = re.compile(r"[A-Za-z’']{2,}[ ,.:;][^\n]*[A-Za-z’']{2,}")  # at least two: it may be prose
STRINGS = {
    getattr(tokenize, name)
    for name in ("STRING", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END")
    if hasattr(tokenize, name)  # an f-string is one token before Python 3.12
}
QUOTES = re.compile(r'(?i)^([a-z]*)("""|\'\'\'|"|\')')


def blank(text: str) -> str:
    """Return as many lines of nothing."""
    return re.sub(r"[^\n]+", " ", text)


def markdown(text: str) -> str:
    """Return the prose of a Markdown file, with front matter if it has any."""

    def without(fence: re.Match[str]) -> str:
        inside = fence[3] if CAPTIONED.search(fence[2]) else blank(fence[3])
        return f"\n{inside}"

    return CODE.sub(lambda found: f"¤{blank(found[0])}", FENCE.sub(without, text))


def strings(text: str) -> str:
    """Return the values of a TOML file of texts."""
    lines = [line.partition(" = ")[2] for line in text.split("\n")]
    return FIELD.sub("¤", "\n¤ ".join(line.strip(' "') for line in lines))


def python(text: str, docstrings: bool) -> str:
    """Return the strings of a Python file that look like prose, on their lines."""
    lines = [""] * (text.count("\n") + 1)
    for line, string in literals(text, docstrings):
        for at, part in enumerate(markdown(string).split("\n")):
            lines[line + at] += f" {part}" if lines[line + at] else part
    return "\n".join(lines)


def literals(text: str, docstrings: bool) -> Iterator[tuple[int, str]]:
    """Yield the line, from 0, and the text of every string of several words."""
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.COMMENT, tokenize.NL):
            continue
        docstring = before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
        if token.type in STRINGS and (docstrings or not docstring):
            string = FIELD.sub("¤", content(token))
            if WORDS.search(string):
                yield token.start[0] - 1, string if before in STRINGS else f"¤ {string}"
        before = token.type


def content(token: tokenize.TokenInfo) -> str:
    """Return what a string says; since Python 3.12 a token is a part of an f-string."""
    quotes = QUOTES.match(token.string) if token.type == tokenize.STRING else None
    return token.string[quotes.end() : -len(quotes[2])] if quotes else token.string


IN_ANOTHER_LANGUAGE = re.compile(r"\.[a-z]{2}\.(?:md|toml)$")
READERS: list[tuple[re.Pattern[str], Callable[[str], str]]] = [
    (
        re.compile(r"site/(?:lessons|pages)/.*\.py|py/nn/.*|py/course/home/program/.*"),
        lambda text: python(text, docstrings=True),
    ),
    (
        re.compile(r"(?:py/course|py/builder|training)/.*\.py|build\.py"),
        lambda text: python(text, docstrings=False),
    ),
    (re.compile(r"site/strings\.toml"), strings),
    (re.compile(r"(?:site|training)/.*\.md|[A-Z]+\.md|site/.*/README\.txt"), markdown),
]


def readable(path: str, text: str) -> str | None:
    """Return the prose of a file, line for line; None where nobody reads it."""
    if IN_ANOTHER_LANGUAGE.search(path):
        return None  # the rules are for English
    return next((read(text) for name, read in READERS if name.fullmatch(path)), None)
