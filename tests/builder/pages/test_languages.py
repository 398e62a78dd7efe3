"""Translations: what lies beside a page in another language has to fit the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.errors import ContentError
from builder.pages import content
from builder.pages.directives.registry import Directives
from builder.pages.exercises import check_files, hints_in
from builder.pages.languages.translations import load, refuse_misfit
from builder.pages.names import Names
from builder.site.assemble import environment
from builder.site.assets import strings
from tests.builder.pages.conftest import FRONT

Translate = Callable[..., content.Page]

ORIGINAL = """```{let}
half = 0.5
```

## Why it works

It's {value}`half`, or {blank}`half * 2:.0f | you halve: half`, a {term}`weight: a number`.

```{cell} one
x = 1  # one
```

:::{predict} guess
Which?
- Yes
- [x] No, *never*
---
No.
:::

:::{recap}
1. Why?
---
1. Because.
:::
"""
TRANSLATION = """```{let}
```

{#why-it-works}
## Warum es geht

Ein {term}`Gewicht = weight: eine Zahl` ist {blank}`half * 2:.0f | du halbierst: half`.

```{cell} one
```

:::{predict} guess
Welches?
- Ja
- [x] Nein, *nie*
---
Nein.
:::

:::{recap}
1. Warum?
---
1. Darum.
:::
"""
FIRST = len(FRONT.splitlines())  # lines before a text


@pytest.fixture
def translate(tmp_path: Path) -> Translate:
    """A function that renders a lesson and its translation, and refuses what doesn't fit."""

    def run(translation: str, front: str = FRONT, original: str = ORIGINAL) -> content.Page:
        folder = tmp_path / "01-first"
        folder.mkdir(exist_ok=True)
        (folder / "lesson.md").write_text(FRONT + original)
        (folder / "lesson.de.md").write_text(front + translation)
        lessons = content.load_lessons(tmp_path)
        (page,) = load(lessons, ["de"])
        for one in (*lessons, page):
            directives = Directives(
                environment(strings(), lessons), lessons, Names({}), quotes="„“‚‘"
            )
            one.html = directives.markdown.render(one)
        refuse_misfit(page)
        return page

    return run


def test_a_translation_has_the_names_of_its_original(translate: Translate) -> None:
    page = translate(TRANSLATION + '\nEin "Wort".\n')
    assert page.original is not None
    assert page.address == "de/"
    for names in ("cells", "predictions", "blanks", "recaps"):
        assert getattr(page, names) == getattr(page.original, names) != []
    assert 'data-text="No, never"><em>' not in page.html
    assert 'data-text="Yes">Ja<' in page.html
    assert 'data-text="No, never">Nein, <em>nie</em><' in page.html
    assert "data-text>Yes<" in page.original.html
    assert '<pre tabindex="0" lang="en">' in page.html  # the original's code, comments included
    assert "„Wort“" in page.html
    assert page.original.versions == [page]
    assert page.versions == [page.original]


def test_a_cell_may_have_other_comments(translate: Translate) -> None:
    page = translate(TRANSLATION.replace("{cell} one\n", "{cell} one\nx = 1  # eins\n"))
    assert page.cells["one"].code == "x = 1  # eins\n"
    assert 'lang="en"' not in page.html


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("{cell} one\n", "{cell} two\n", 9, r"\(lesson.md:\d+\), {cell} one is here, not {cell}"),
        ("{cell} one\n", "{cell} one\nx = 2\n", 9, "a translated cell has the original's code"),
        ("```{cell} one\n```\n", "", 10, "{cell} one is here, not {predict} guess"),
        ("{predict} guess", "{predict} guessed", 12, "{predict} guess is here"),
        ("- Ja\n", "- Ja\n- Vielleicht\n", 12, "the answers of guess and the right one"),
        ("- Ja\n- [x] Nein", "- [x] Ja\n- Nein", 12, "the answers of guess and the right one"),
        ("1. Warum?", "1. Warum?\n2. Und?", 20, "numbered list"),
        (
            "1. Warum?\n---\n",
            "1. Warum?\n2. Und?\n---\n1. So.\n",
            20,
            "the original has fewer questions",
        ),
        ("half * 2:.0f |", "half * 2:.1f |", None, "{blank}`half \\* 2:.0f` is missing"),
        ("= weight:", "= gewicht:", None, "{term}`weight` is missing"),
        ("{#why-it-works}\n", "", 4, "#why-it-works is here, not #warum-es-geht"),
        (":::{recap}", ":::{aside} Mehr\nMehr.\n:::\n\n:::{recap}", 20, "{recap} is here"),
    ],
)
def test_a_translation_that_does_not_fit_is_refused(
    translate: Translate, old: str, new: str, line: int | None, told: str
) -> None:
    assert old in TRANSLATION
    where = f":{FIRST + line}" if line else ""
    with pytest.raises(ContentError, match=rf"lesson\.de\.md{where}: .*{told}"):
        translate(TRANSLATION.replace(old, new, 1))


def test_what_is_too_much_is_refused(translate: Translate) -> None:
    with pytest.raises(ContentError, match=rf"\.de\.md:{FIRST + 26}: the original has no {{blank"):
        translate(f"{TRANSLATION}\n{{blank}}`half * 2:.0f`\n")


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (FRONT.replace('goals = ["one"]', 'goals = ["eins", "zwei"]'), "another number of goals"),
        (FRONT.replace('tag = "t"\n', ""), "the front matter has no tag"),
        (FRONT.replace('tag = "t"\n', 'tag = "t"\nicon = "M0 0"\n'), "icon is the original's"),
    ],
)
def test_front_matter_that_does_not_fit_is_refused(
    translate: Translate, front: str, told: str
) -> None:
    with pytest.raises(ContentError, match=rf"lesson\.de\.md: .*{told}"):
        translate(TRANSLATION, front)


def test_a_language_that_the_interface_lacks_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "01-first"
    folder.mkdir()
    for name in ("lesson.md", "lesson.fr.md"):
        (folder / name).write_text(FRONT)
    with pytest.raises(ContentError, match=r"lesson\.fr\.md: there is no site/strings\.fr\.toml"):
        load(content.load_lessons(tmp_path), ["de"])


def test_hints_in_another_language_are_as_many(tmp_path: Path) -> None:
    (tmp_path / "hints.md").write_text("- One\n- Two\n")
    assert hints_in(tmp_path, "de") == (["One", "Two"], "en")
    (tmp_path / "hints.de.md").write_text("- Eins\n- Zwei\n")
    assert hints_in(tmp_path, "de") == (["Eins", "Zwei"], "de")
    check_files(tmp_path)
    (tmp_path / "hints.de.md").write_text("- Eins\n")
    with pytest.raises(ContentError, match=r"hints\.de\.md: hints\.md has 2 hints, and this 1"):
        hints_in(tmp_path, "de")
    (tmp_path / "start.de.py").write_text("")
    with pytest.raises(ContentError, match=r"start\.de\.py: an exercise may only contain"):
        check_files(tmp_path)
