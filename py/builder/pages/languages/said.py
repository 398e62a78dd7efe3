"""What Python says in a page, in the page's language.

`messages.LANGUAGE.toml`, of the site and of a page's folder, has templates as Python's files have
them, with what is filled in in braces; `mistakes.LANGUAGE.toml` has a known mistake's message by
its slug. Here and in the browser (site/python/said.js), they are put in place of what they fit.
"""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.errors import ContentError
from builder.base.kept import kept
from builder.base.places import SITE
from builder.base.toml import line_of, read_toml
from builder.base.tree import Content, digest
from builder.pages.content import ENGLISH, Page, in_language
from course.exercises.mistakes import read_mistakes

FILE = "messages.toml"
FIELD = re.compile(r"\{([^{}|]+)(?:\|[^{}]*)?\}")  # of a text, with its name
TEXT = re.compile(r">([^<]+)<")  # in markup
WORD = re.compile("[a-z]{2}")  # what needs translating has one; XOR doesn't
GENERAL = "exercises"  # what the check of any exercise says
PASSES = 2  # a template may fit only when what's filled in is translated
# Around what is translated, so that no rule finds its place in it.
OPEN, CLOSE = "\ue000", "\ue001"
MARKED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
OUTSIDE = f"(?![^{OPEN}{CLOSE}]*{CLOSE})"
ANY = f"((?:{OPEN}[^{CLOSE}]*{CLOSE}|[^{OPEN}{CLOSE}\\n])+?)"

Pairs = list[tuple[str, str]]
Parts = list[tuple[str, bool]]  # texts, and whether each is in the page's language


def refuse_fields(path: Path, key: str, english: str, text: str, section: str = "") -> None:
    """Refuse a text whose {placeholders} aren't those of the English one, with its line."""
    mine, theirs = (set(FIELD.findall(one)) for one in (text, english))
    for name in sorted(theirs ^ mine):
        told = f"lacks {{{name}}}" if name in theirs else f"has {{{name}}}, which nobody fills in"
        raise ContentError(path, line_of(path, key, section), f"{key.removesuffix(' =')} {told}")


def tables(page: Page) -> dict[str, Pairs]:
    """Return what Python says on a page: in English and in the page's language, by who says it.

    That is "exercises" for what the check of any exercise says, "exercises/NAME", "figures/NAME".
    """
    if page.language == ENGLISH:
        return {}
    exercises = {f"exercises/{path.name}": path for path in page.folder.glob("exercises/*")}
    own = {f"figures/{path.stem}" for path in page.folder.glob("figures/*.py")} | {*exercises}
    found = messages(SITE, page.language, course_texts(), {GENERAL})
    found |= messages(page.folder, page.language, folder_texts(page.folder), own)
    for who, folder in exercises.items():
        found[who] = [*found.get(who, ()), *mistakes(folder, page.language)]
    return {who: ordered(table) for who, table in found.items() if table}


def ordered(table: Pairs) -> Pairs:
    """Return pairs so that the longest that fits counts, whatever is filled in."""
    return sorted(table, key=lambda pair: (-len(FIELD.sub("", pair[0])), pair))


def messages(folder: Path, language: str, known: str, who: Collection[str]) -> dict[str, Pairs]:
    """Read a folder's messages.LANGUAGE.toml, by who says it.

    known: all that Python files say; who: who there is. Raises ContentError, with the line, for a
    template that nobody has, for other placeholders, and for somebody that there isn't.
    """
    path = folder / in_language(FILE, language)
    found: dict[str, Pairs] = {}
    for section, texts in read_toml(path).items() if path.exists() else ():
        if section not in who:
            where = line_of(path, f'["{section}"]') or line_of(path, f"[{section}]")
            raise ContentError(path, where, f"nobody here is called {section}")
        for english, text in texts.items():
            key = json.dumps(english, ensure_ascii=False)
            if english not in known:
                told = f"no Python file says {english[:60]!r}"
                raise ContentError(path, line_of(path, key), told)
            refuse_fields(path, key, english, text)
            found.setdefault(section, []).append((english, text))
    return found


def mistakes(folder: Path, language: str) -> Pairs:
    """Read an exercise's mistakes.LANGUAGE.toml: what is told of each mistake, by its slug.

    Raises ContentError, with the line, for a mistake that there isn't.
    """
    path = folder / in_language("mistakes.toml", language)
    english = {mistake.slug: mistake.reason for mistake in read_mistakes(folder)}
    told = read_toml(path) if path.exists() else {}
    for slug in told:
        if slug not in english:
            raise ContentError(path, line_of(path, f"{slug} ="), f"no mistake is called {slug}")
    return [(english[slug], " ".join(text.split())) for slug, text in told.items()]


def course_texts() -> str:
    """Return all templates in py/course."""
    return folder_texts(ROOT / "py" / "course")


def folder_texts(folder: Path) -> str:
    """Return every string in a folder's Python files; what an f-string fills in is in braces."""
    paths = sorted(folder.rglob("*.py"))
    files: dict[str, Content] = {str(path): path for path in (*paths, Path(__file__))}

    def read() -> bytes:
        trees = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
        return "\0".join(text for tree in trees for text in texts_in(tree)).encode()

    return kept(f"texts/{digest(files)}", read).decode()


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a program as templates."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                f"{{{ast.unparse(part.value)}}}"
                if isinstance(part, ast.FormattedValue)
                else str(getattr(part, "value", ""))
                for part in node.values
            )


@dataclass(frozen=True)
class Rule:
    """A template as a pattern, and its translation in pieces: every other one is a placeholder."""

    pattern: re.Pattern[str]
    names: Sequence[str]
    translation: Sequence[str]

    def translated(self, found: re.Match[str]) -> str:
        """Return what is put in place of a match, with marks around all but what's filled in."""
        values = dict(zip(self.names, found.groups(), strict=True))
        made, own = "", ""
        for at, piece in enumerate(self.translation):
            if at % 2 == 0:
                own += piece
            elif own.count("`") % 2:  # within code, it's part of that
                own += MARKED.sub(r"\1", values[piece])
            else:
                made += marked(own) + values[piece]
                own = ""
        return made + marked(own)


def marked(text: str) -> str:
    """Return a text with marks that say that it's translated."""
    return f"{OPEN}{text}{CLOSE}" if text else ""


def rules(page: Page, who: str) -> list[Rule]:
    """Return the rules for what somebody says on a page."""
    return [rule(*pair) for pair in page.says.get(who, ())]


def rule(english: str, translation: str) -> Rule:
    """Return the rule of one template."""
    pieces = FIELD.split(english)
    start = r"(?<!\w)" if re.match(r"\w", english) else "" if pieces[0] else "^"
    # A point may be that of a number.
    end = r"(?!\w)" if re.search(r"[\w.]$", english) else "" if pieces[-1] else "$"
    pattern = "".join(ANY if at % 2 else re.escape(one) for at, one in enumerate(pieces))
    whole = re.compile(OUTSIDE + start + pattern + end, re.MULTILINE)
    return Rule(whole, pieces[1::2], FIELD.split(translation))


def translated(text: str, known: Sequence[Rule]) -> Parts:
    """Return a text in parts, each translated or still in English."""
    for one in (*known,) * PASSES:
        text = one.pattern.sub(one.translated, text)
    parts = MARKED.split(text)
    return [(part, at % 2 == 1 or not WORD.search(part)) for at, part in enumerate(parts) if part]


def in_words(text: str, known: Sequence[Rule]) -> tuple[str, bool]:
    """Return a text translated as far as it can be, and whether that is all of it."""
    parts = translated(text, known)
    return "".join(part for part, _ in parts), all(done for _, done in parts)


def markup(source: str, known: Sequence[Rule]) -> tuple[str, list[str]]:
    """Return a drawing with its texts translated, and those that are left in English."""
    left: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        text = html.unescape(found[1])
        said, whole = in_words(text, known)
        if not whole:
            left.append(text)
        return f">{html.escape(said, quote=False)}<"

    return TEXT.sub(replaced, source), left
