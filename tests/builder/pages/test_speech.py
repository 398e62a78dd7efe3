"""All formulas of the site, as they're read aloud: a text that a person has checked.

The speech is that of Speech Rule Engine, which doesn't know `intent` yet. So each intent is put in
words first, as MathCAT, the engine of NVDA and JAWS, does it.

Where a formula is new or another, `python -m tests.builder.pages.test_speech` writes the text anew,
from the site in dist/. Read what has changed before you commit it.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from builder.base import npm
from builder.base.bootstrap import ROOT

HERE = Path(__file__).parent
CHECKED = HERE / "speech.txt"
WRONG = re.compile(r"down tack|up tack|\b(?:upper L|f|sigma) times|unknown|question mark", re.I)


def formulas(dist: Path) -> list[str]:
    """All formulas that the pages in English show, each once."""
    texts = (page.read_text(encoding="utf-8") for page in sorted(dist.rglob("*.html")))
    found = {
        html.unescape(formula).replace("&", "&amp;").replace("<mo><</mo>", "<mo>&lt;</mo>")
        for text in texts
        if '<html lang="en"' in text
        for formula in re.findall(r"<math .*?</math>", text, re.S)
    }
    return sorted(found, key=lambda one: (letters(one), one))


def put_in_words(formula: str) -> str:
    """Return a formula with words in place of its intents."""
    root = ElementTree.fromstring(formula)
    for script in root.iter():
        intent = script.attrib.pop("intent", None)
        if intent:
            said = meaning(script, intent)
            script.tag = "mrow"
            script[:] = said
    return ElementTree.tostring(root, encoding="unicode")


def meaning(script: Element, intent: str) -> list[Element]:
    """Return what an intent says: arguments, and words between and after them."""
    if (found := re.fullmatch(r"_?(transpose|star)(?::postfix)?\((.*)\)", intent)) is not None:
        return [*meaning(script, found[2]), word(found[1])]
    if (found := re.fullmatch(r"_(\w+):infix\((.*),(\$\w)\)", intent)) is not None:
        between = word(found[1])
        return [*meaning(script, found[2]), between, *meaning(script, found[3])]
    argument = script.find(f".//*[@arg='{intent.removeprefix('$')}']")
    assert argument is not None
    return [argument]


def word(text: str) -> Element:
    element = Element("mo")
    element.text = text
    return element


def letters(formula: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", formula)).strip()


def spoken(found: list[str]) -> list[str]:
    """What is said of each formula, one line each: how it's written, and how it's said."""
    npm.install(dev=True)
    done = subprocess.run(
        [str(npm.node()), str(HERE / "speech.cjs")],
        input=json.dumps([put_in_words(one) for one in found]),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=npm.environment(),
    )
    said = json.loads(done.stdout.splitlines()[-1])
    lines = {f"{letters(one)} | {told}" for one, told in zip(found, said, strict=True)}
    return sorted(lines)


@pytest.fixture(scope="module")
def lines(dist: Path) -> list[str]:
    return spoken(formulas(dist))


def test_every_formula_is_said_as_it_was_checked(lines: list[str]) -> None:
    assert lines == CHECKED.read_text(encoding="utf-8").splitlines(), __doc__


def test_no_sign_is_read_out_by_its_shape_and_no_function_as_a_product(lines: list[str]) -> None:
    assert len(lines) > 100
    assert [line for line in lines if WRONG.search(line)] == []


if __name__ == "__main__":
    from builder.site.assemble import DIST

    CHECKED.write_text("\n".join(spoken(formulas(DIST))) + "\n", encoding="utf-8")
