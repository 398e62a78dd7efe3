"""Damaged lesson files: the builder answers each with a page or with one line that says where.

Blocks of the real texts are damaged at random, from a seed, and rendered in their own folder.
`python3 build.py test tests/builder/pages/test_fuzz.py --inputs 10000` tries so many.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from pathlib import Path

import pytest

from builder.base.errors import BuildError
from builder.base.places import SITE
from builder.pages import app, notebooks
from builder.pages.content import Page, load_lessons, load_pages
from builder.pages.directives.registry import Directives
from builder.pages.names import Names
from builder.site.assemble import computed_values, environment, render_text
from builder.site.assets import strings
from tests.damage import within

BLOCK = re.compile(r"^(`{3,}|:{3,}).*?^\1$|.+?(?=\n\n|\Z)", re.DOTALL | re.MULTILINE)
PIECES = [
    *("```", "```{", "```{figure} ", "```{cell} ", "```{let}\n", ":::", ":::{", ":::{predict} "),
    *(
        "{value}`",
        "{worked}`",
        "{blank}`",
        "{term}`",
        "`",
        "$",
        "$$",
        "\\",
        "|",
        "{",
        "}",
        "[",
        "](",
    ),
    *(
        "#",
        "##",
        "\n",
        "\n\n",
        "---",
        "- [x] ",
        "1. ",
        " ",
        "\t",
        "\0",
        "é",
        "🙂",
        "\u202e",
        "<",
        "&",
    ),
    *(
        "+++",
        "=",
        ":",
        ".2f",
        "0",
        "-1",
        "1e999",
        "None",
        "lambda",
        "()",
        "''",
        '"',
        "%",
        "../",
        "?",
    ),
]
LONGEST = 5  # s that a block may take: a figure or an exercise among it is run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all pages' folders."""
    for kind in ("lessons", "pages"):
        shutil.copytree(SITE / kind, tmp_path / kind)
    return tmp_path


def damaged(text: str, chance: random.Random, others: list[str]) -> str:
    """A text with a few changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + chance.choice((0, 1, 3, 30)))
        piece = chance.choice((chance.choice(PIECES), "", text[at:to] * 2, chance.choice(others)))
        text = text[:at] + piece + text[to:]
    return text


def blocks(page: Page) -> list[str]:
    return [found[0] for found in BLOCK.finditer(page.text)]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGALRM")
@pytest.mark.timeout(7200)
def test_a_damaged_text_becomes_a_page_or_one_line(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    lessons, pages = load_lessons(folder / "lessons"), load_pages(folder / "pages")
    texts = {page.folder: blocks(page) for page in (*lessons, *pages)}
    every = [block for some in texts.values() for block in some]
    apps, names = app.load(lessons), Names(computed_values())
    templates = environment(strings(), lessons)
    found: dict[str, str] = {}
    made = 0
    for seed in range(request.config.getoption("--inputs")):
        chance = random.Random(seed)
        page = chance.choice([*lessons, *pages])
        begin = page.source.read_text().partition("\n+++\n")[0] + "\n+++\n"
        if chance.random() < 0.1:
            begin = damaged(begin, chance, PIECES)
        original = page.source.read_text()
        let = [one for one in texts[page.folder] if one.startswith("```{let}")][:2]
        body = damaged(chance.choice(texts[page.folder]), chance, every)
        page.source.write_text("\n\n".join([begin, *let, body, ""]))
        try:
            with within(LONGEST):
                of_all = [*load_lessons(folder / "lessons"), *load_pages(folder / "pages")]
                again = next(one for one in of_all if one.folder == page.folder)
                directives = Directives(templates, lessons, names, [*pages, *apps])
                again.uses.update(path.stem for path in page.folder.rglob("*"))  # none is missed
                render_text(again, directives)
                parser = directives.markdown.parser
                notebooks.notebooks([again], parser, directives.markdown.names, "a.whl")
            made += 1
        except BuildError as error:
            if len(str(error).splitlines()) > 1:
                found.setdefault(f"several lines: {error}", f"{seed}: {body!r}")
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            where = error.__traceback__
            while where and where.tb_next:
                where = where.tb_next
            place = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else ""
            found.setdefault(f"{type(error).__name__} at {place}: {error}", f"{seed}: {body!r}")
        finally:
            page.source.write_text(original)
    print(f"{made} became pages")
    assert made
    assert not found, "\n\n".join(f"{what}\n{how}" for what, how in found.items())
