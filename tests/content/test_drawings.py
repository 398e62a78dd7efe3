"""What every figure keeps in every lesson: no text is covered, cut off, or run into by another."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from course.figures.figure import Figure

SITE = Path(__file__).parents[2] / "site"
FIGURES = sorted(
    path
    for folder in ("lessons", "pages")
    for path in (SITE / folder).glob("*/figures/*.py")
    if "CONTROLS" in path.read_text()
)
WIDTHS = {  # of letters, in sizes of the type, in a broad face
    0.34: " .,:;|'’ijl()[]·/f⁽⁾⁻",
    0.42: "tr₀₁₂⁰¹²³⁴⁵⁶⁷⁸⁹-",
    0.84: "−+=<>≥≈·×mwMW@→←",
    0.95: "%",
}
WIDTH_OF = {letter: wide for wide, letters in WIDTHS.items() for letter in letters}
APART = 4.5  # units, at least, between two texts in a row
HIGH = 0.72  # of a capital letter or a digit
SIZE = 16  # of a text whose class names none
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FILL = re.compile(r"(?<![-\w])fill:\s*([^;]+)")
CLEAR = re.compile(r"fill-opacity|(?<![-\w])opacity")


def rules(path: Path) -> dict[str, str]:
    """Return what the styles of a figure's page say of each class, by its name."""
    files = [*sorted((SITE / "figures").glob("*.css")), path.parent.with_suffix(".css")]
    text = "".join(file.read_text() for file in files if file.exists())
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    told: dict[str, str] = {}
    for selectors, body in RULE.findall(text):
        for selector in selectors.split(","):
            found = re.fullmatch(r"(?:\.figure )?\.([\w-]+)", selector.strip())
            if found:
                told[found[1]] = told.get(found[1], "") + body
    return told


@dataclass(frozen=True)
class Box:
    """Where a text or a shape is; text: what a text says."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def joins(self, other: Box) -> bool:
        """Return whether two texts are in one row, at least in part, and less than APART."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > -APART and down > 1


def parts(svg: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield a drawing's elements in the order of painting; what's moved or cut is left out."""
    for child in svg:
        name = child.tag.rpartition("}")[2]
        if not child.get("transform") and name not in ("title", "desc", "svg"):
            yield child
            yield from parts(child)


def text_box(element: ElementTree.Element, told: dict[str, str]) -> Box | None:
    """Return where a text is; none for one that has a position for each of its letters."""
    place = element.get("x", "0")
    # What's moved back is above other letters, and no wider.
    text = "".join(one.text or "" for one in element.iter() if "dx" not in one.attrib)
    if " " in place or not text:
        return None
    style = "".join(told.get(one, "") for one in (element.get("class") or "").split())
    size = float((re.findall(r"font-size:\s*([\d.]+)px", style) or [SIZE])[-1])
    wide = size * sum(WIDTH_OF.get(letter, 0.62) for letter in text)
    anchor = (re.findall(r"text-anchor:\s*(\w+)", style) or ["start"])[-1]
    left = float(place) - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    bottom = float(element.get("y", "0"))
    return Box(left, bottom - HIGH * size, left + wide, bottom, text)


def rect_box(element: ElementTree.Element) -> Box:
    x, y, wide, high = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + wide, y + high)


def opaque(rect: ElementTree.Element, style: str) -> bool:
    """Return whether nothing is seen through a rectangle; of two fills, the later one counts."""
    fill = ["black", *FILL.findall(style)][-1]
    clear = CLEAR.search(style) or rect.get("fill-opacity")
    return not clear and fill.strip() not in ("none", "transparent")


def covered(svg: ElementTree.Element, told: dict[str, str]) -> list[str]:
    """Return the texts over whose middle an opaque rectangle is painted later."""
    texts: list[Box] = []
    for element in parts(svg):
        name = element.tag.rpartition("}")[2]
        if name == "text" and (box := text_box(element, told)):
            texts.append(box)
        style = "".join(told.get(one, "") for one in (element.get("class") or "").split())
        if name == "rect" and opaque(element, style):
            rect = rect_box(element)
            for box in texts:
                x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
                if rect.left < x < rect.right and rect.top < y < rect.bottom:
                    return [box.text]
    return []


def troubles(path: Path, values: dict[str, object]) -> list[str]:
    """Return what's wrong with the texts of a figure in a state."""
    return of_markup(rules(path), Figure(path).draw(values).markup())


def of_markup(told: dict[str, str], markup: str) -> list[str]:
    """Return what's wrong with the texts of a figure's markup, with the styles of its classes."""
    found = []
    for svg in ElementTree.fromstring(f"<div>{markup}</div>").iter():
        if "viewBox" not in svg.attrib or "x" in svg.attrib:
            continue  # no drawing, or a window of a plane
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        named = [e for e in parts(svg) if e.tag.rpartition("}")[2] == "text"]
        boxes = [box for e in named if (box := text_box(e, told))]
        found += [f"covered: {text}" for text in covered(svg, told)]
        found += [
            f"cut off: {box.text}"
            for box in boxes
            if box.left < -1 or box.top < -1 or box.right > width + 1 or box.bottom > height + 1
        ]
        pairs = combinations(boxes, 2)
        found += [f"{a.text!r} runs into {b.text!r}" for a, b in pairs if a.joins(b)]
    return found


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_figure_opens_with_all_its_texts_in_sight(path: Path) -> None:
    assert troubles(path, {}) == []


FULL: dict[str, dict[str, object]] = {  # states with more texts than a figure opens with
    "edges": {"step": 36},
    "graph": {"step": 13},
    "logits": {"squared": True, "shift": 5},
}


@pytest.mark.parametrize("name", FULL)
def test_all_texts_of_a_full_drawing_are_in_sight(name: str) -> None:
    path = next(one for one in FIGURES if one.stem == name)
    assert troubles(path, FULL[name]) == []


PAPER = '<text class="{0}" x="20" y="40">10</text>'
SPOILED = {
    "covered: 10": PAPER + '<rect class="digits-column digits-chosen" width="90" height="90"/>',
    "cut off: 10": PAPER.replace('x="20"', 'x="-9"'),
    "'10' runs into '42'": PAPER + '<text class="{0}" x="38" y="40">42</text>',
}


@pytest.mark.parametrize("trouble", SPOILED)
def test_each_trouble_is_found(trouble: str) -> None:
    path = next(one for one in FIGURES if one.stem == "digits")
    markup = f'<svg viewBox="0 0 90 90">{SPOILED[trouble].format("plane-tick")}</svg>'
    assert of_markup(rules(path), markup) == [trouble]


def test_what_lets_the_text_be_seen_covers_nothing() -> None:
    path = next(one for one in FIGURES if one.stem == "digits")
    text = PAPER.format("plane-tick")
    for rect in ('class="digits-column"', 'class="plane-drag"', 'fill-opacity="0.1"'):
        markup = f'<svg viewBox="0 0 90 90">{text}<rect {rect} width="90" height="90"/></svg>'
        assert of_markup(rules(path), markup) == []
