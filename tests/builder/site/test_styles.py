"""The style of a page's own figures is loaded there alone: what others use stands elsewhere."""

import re

import pytest

from builder.base.bootstrap import ROOT
from builder.base.places import SITE

# `figure-NAME` is one figure's frame, and an address in texts.
CLASS = re.compile(r"\.(?!figure-)([a-z]+(?:-[a-z0-9]+)+)(?=[^{}]*\{)")
WORD = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
OWN = sorted([*SITE.glob("lessons/*/figures.css"), *SITE.glob("pages/*/figures.css")])


def classes(path):
    return {*CLASS.findall(re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S))}


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.parent.name)
def test_no_code_of_all_pages_uses_a_class_of_one(path):
    rooms = [*SITE.glob("[a-k]*/**/*.js"), *SITE.glob("project/**/*.js")]
    code = [*rooms, *(ROOT / "py" / "course").rglob("*.py")]
    used = {word for one in code for word in WORD.findall(one.read_text())}
    shared = {name for one in SITE.glob("*/*.css") for name in classes(one)}
    assert classes(path)
    assert classes(path) & used - shared == set()


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.parent.name)
def test_no_figure_of_another_page_uses_a_class_of_one(path):
    figures = [one for one in SITE.glob("*/*/figures/*.py") if path.parent not in one.parents]
    mine = {name for one in OWN if one != path for name in classes(one)}
    shared = {name for one in SITE.glob("*/*.css") for name in classes(one)}
    used = {word for one in figures for word in WORD.findall(one.read_text())}
    assert (classes(path) - mine - shared) & used == set()


ASKS = re.compile(r"(?<![\w.-])(?:\*|:root|html|body|main|#main)[^\s,{>+~]*:has\(")


@pytest.mark.parametrize("path", sorted(SITE.rglob("*.css")), ids=lambda path: path.stem)
def test_no_rule_asks_what_the_whole_page_has(path):
    """For such a rule, every change in the page styles all of it anew, which takes 15 to 30 ms."""
    assert not ASKS.search(re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S))


TOKENS = (SITE / "frame" / "tokens.css").read_text()
GROUNDS = ("paper", "surface", "surface-2")


def colors(name):
    """What a token is in light and in dark."""
    found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", TOKENS)
    return found.groups()


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    ("name", "least"),
    [("edge", 3), ("focus", 3), *((one, 4.5) for one in ("ink", "muted", "accent", "warn")),
     ("positive", 4.5), ("negative", 4.5)],
)  # fmt: skip
def test_text_and_edges_stand_out_from_every_ground(name, least, ground):
    for one, other in zip(colors(name), colors(ground), strict=True):
        assert contrast(one, other) >= least, (name, ground, contrast(one, other))
