"""What Python says, in a page's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.base.errors import ContentError
from builder.pages.content import Page
from builder.pages.languages import said
from course.exercises.mistakes import FILE

RULES = [
    said.rule(*pair)
    for pair in said.ordered(
        [
            (
                "For {x}, it answers {listed(a)}, but should answer",
                "Bei {x} kommt {listed(a)} statt",
            ),
            (
                "{told} {right}. {where}, until it's {goal}.",
                "{told} {right}. {where}, bis es {goal} ist.",
            ),
            ("There's no function `{name}`.", "Es gibt keine Funktion `{name}`."),
            ("{mine} and should be {right}.", "{mine} und sollte {right} sein."),
            ("Fix this first:", "Das zuerst:"),
            ("below 0", "unter 0"),
            ("image", "Bild"),
        ]
    )
]


@pytest.mark.parametrize(
    ("text", "told", "whole"),
    [
        ("Fix this first: image", "Das zuerst: Bild", True),
        ("two images", "two images", False),  # only whole words
        ("0.5 and should be 4.25. XOR", "0.5 und sollte 4.25 sein. XOR", True),
        ("There's no function `f`.", "Es gibt keine Funktion `f`.", True),
        (
            "For 1, it answers 0, but should answer 1. image, until it's below 0.",
            "Bei 1 kommt 0 statt 1. Bild, bis es unter 0 ist.",
            True,
        ),
        ("image by image", "Bild by Bild", False),
    ],
)
def test_templates_are_put_in_place_of_what_they_fit(text: str, told: str, whole: bool) -> None:
    assert said.in_words(text, RULES) == (told, whole)


def test_the_texts_of_a_drawing_are_translated() -> None:
    source = '<svg role="img"><title>image</title><text class="image">1 &lt; 2: image</text></svg>'
    told, left = said.markup(source, RULES)
    assert told == source.replace(">image", ">Bild").replace(": image", ": Bild")
    assert left == []
    assert said.markup("<p>an arrow</p>", RULES) == ("<p>an arrow</p>", ["an arrow"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[figures]\n"a {x}" = "b {x}"', ":1: nobody here is called figures"),
        ('[me]\n\n"c {x}" = "b {x}"', ":3: no Python file says 'c {x}'"),
        ('[me]\n"a {x}" = "b"', r":2: .* lacks \{x\}"),
        ('[me]\n"a {x}" = "b {x} {y}"', r":2: .* has \{y\}, which nobody fills in"),
        ("[me", ": Expected"),
    ],
)
def test_a_message_that_does_not_fit_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "messages.de.toml").write_text(text)
    with pytest.raises(Exception, match=f"messages.de.toml{told}"):
        said.messages(tmp_path, "de", "a {x}\0", {"me"})


def test_python_files_tell_their_templates(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('x = f"a {b(1):.2f} " "c"\ny = "d"\n')
    assert {"a {b(1)} c", "d"} <= {*said.folder_texts(tmp_path).split("\0")}


def test_a_mistake_is_translated_by_its_slug(tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("def f(x):\n    return x\n")
    mark = "from course.exercises.exercise import mistake\n\n\n@mistake('twice')\n"
    (tmp_path / FILE).write_text(
        f'{mark}def f(x):\n    """It\'s twice\n    x."""\n    return 2 * x\n'
    )
    assert said.mistakes(tmp_path, "de") == []
    (tmp_path / "mistakes.de.toml").write_text('twice = "Das Doppelte."\n')
    assert said.mistakes(tmp_path, "de") == [("It's twice x.", "Das Doppelte.")]
    (tmp_path / "mistakes.de.toml").write_text('\nthrice = "Das Dreifache."\n')
    with pytest.raises(ContentError, match=r"mistakes\.de\.toml:2: no mistake is called thrice"):
        said.mistakes(tmp_path, "de")


def test_an_english_page_has_no_tables(tmp_path: Path) -> None:
    assert said.tables(Page(tmp_path, "a", {}, "", 0)) == {}
