"""What figures draw on: a small SVG builder that escapes everything, and pixels for heat maps."""

import base64
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from math import isfinite
from typing import Literal, Self, TypedDict

import numpy as np

from nn import Array

SHAPES = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text", "tspan"}
FRAMES = {"a", "clipPath", "defs", "g", "linearGradient", "marker", "pattern", "stop", "use"}
WORDS = {"b", "div", "p", "span"}  # of the notes beside a drawing
TABLE = {"table", "caption", "tr", "td"}
ELEMENTS = SHAPES | FRAMES | WORDS | TABLE | {"svg", "title", "desc"}
PAINTS = {"fill", "stroke", "stop-color", "color"}
PAINT = re.compile(r"none|currentColor|var\(--[a-z0-9-]+\)|url\(#[\w-]+\)")
ATTRIBUTE = re.compile(r"(?!on|style)[a-zA-Z][a-zA-Z0-9-]*")

LINK = re.compile(r"(?!//)[#./\w][^:]*")
SCRIPTS = re.compile(r"⁽([¹²])⁾([₀-₉]+)|\^(\([^)]+\)|\w)")
PLAIN = str.maketrans("¹²₀₁₂₃₄₅₆₇₈₉", "120123456789")

Value = str | int | float


class Drawn(TypedDict):
    """A drawing as the page gets it: its markup, and in words what it shows."""

    svg: str
    summary: str


class Stop(TypedDict):
    """A place in a drawing that can be read by itself: where it is, and what it says."""

    at: tuple[float, float]
    said: str


class Picture(TypedDict):
    """Pixels as the page gets them; data is base64."""

    width: int
    height: int
    mode: Literal["grey", "rgba"]
    data: str
    summary: str


def number(value: float, digits: int = 2) -> str:
    """Return a number for a label: fixed digits, a real minus sign, never minus zero."""
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) != 0 else text.replace("-", "")


def percent(share: float) -> str:
    """Return a probability in percent, such as 97%; 100% only for 1, else >99%."""
    text = f"{share:.0%}"
    return ">99%" if text == "100%" and share < 1 else text


def with_article(number: int) -> str:
    """Return a number with the article that it takes when read aloud: a 6, an 8."""
    an = str(number).startswith("8") or number in (11, 18)
    return f"{'an' if an else 'a'} {number}"


@cache
def attribute(keyword: str) -> str:
    """Return the attribute that a Python keyword names: class_ is class, font_size font-size."""
    name = keyword.removesuffix("_").replace("_", "-")
    if not ATTRIBUTE.fullmatch(name):
        raise ValueError(f"{name!r} isn't an attribute that figures use")
    return name


def value_text(name: str, value: Value) -> str:
    """Return an attribute's value as text: numbers short, colours from the site's tokens only."""
    if isinstance(value, str):
        if name in PAINTS and not PAINT.fullmatch(value):
            raise ValueError(f"{name} is a class's or a token's, as var(--ink), not {value!r}")
        if name == "href" and not LINK.fullmatch(value):
            raise ValueError(f"a link in a figure must stay on the site, unlike {value!r}")
        return value
    number = float(value)
    if not isfinite(number):
        raise ValueError(f"{name} cannot be {value}")
    return f"{round(number, 2) + 0.0:.10g}"


def scripts(text: str) -> str:
    """Return a text as SVG: W⁽¹⁾₁₁ with one number above the other, e^z and e^(z − m) raised."""
    first, *rest = SCRIPTS.split(text)
    parts = [escape(first, quote=False)]
    for layer, neuron, power, then in zip(*[iter(rest)] * 4, strict=True):
        moved = 'dy="-0.55em"'
        if layer:
            below, power = neuron.translate(PLAIN), f"(({layer.translate(PLAIN)}))"
            parts.append(f'<tspan font-size="0.7em" dy="0.4em">{below}</tspan>')
            moved = f'dx="{-0.62 * len(below):g}em" dy="-0.95em"'  # digits are all as wide
        above = escape(power[1:-1] if power.startswith("(") else power, quote=False)
        parts.append(f'<tspan font-size="0.7em" {moved}>{above}</tspan>')
        parts += [f'<tspan dy="0.385em">{escape(then, quote=False)}</tspan>'] if then else []
    return "".join(parts)


class Element:
    """One element with its attributes and what it holds."""

    def __init__(self, name: str, *content: str, **attributes: Value | None) -> None:
        if name not in ELEMENTS:
            raise ValueError(f"<{name}> isn't an SVG element that figures use")
        self.name = name
        self.attributes = {
            (key := attribute(keyword)): value_text(key, value)
            for keyword, value in attributes.items()
            if value is not None
        }
        self.children: list[Element | str] = list(content)
        self._kept = ""

    def parts(self) -> "Iterator[Element]":
        """Yield the element and all that it holds."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.parts()

    def text(self) -> str:
        """Return all texts in it."""
        return "".join(
            one for part in self.parts() for one in part.children if isinstance(one, str)
        )

    def keep(self) -> Self:
        """Keep the markup: for a part that many drawings have, and that does not change anymore."""
        self._kept = self.markup()
        return self

    def add(self, name: str, *content: str, **attributes: Value | None) -> "Element":
        """Append a new element and return it. `class_` is class, `stroke_width` stroke-width.

        content is text, and is escaped; an attribute that is None is left out. Raises
        ValueError for an element, attribute or colour that figures do not use.
        """
        child = Element(name, *content, **attributes)
        self.children.append(child)
        return child

    def markup(self) -> str:
        """Return the element as SVG text."""
        if self._kept:
            return self._kept
        attributes = "".join(
            [f' {key}="{escape(self.attributes[key])}"' for key in self.attributes]
        )
        write = scripts if self.name in ("text", "tspan") else partial(escape, quote=False)
        content = "".join(
            [write(child) if isinstance(child, str) else child.markup() for child in self.children]
        )
        return f"<{self.name}{attributes}>{content}</{self.name}>"


class Svg(Element):
    """A whole drawing.

    width and height are the units of its coordinates; on the page it scales. title names it,
    summary says in words what it shows, for those who do not see it; both follow the state.
    interactive: it holds links, so that it is not one single picture.
    beside: what stands next to the drawing where there's room, else below it: HTML, which takes
    the page's own size of type, or further drawings. It has to be in the summary, too.
    """

    def __init__(
        self, width: float, height: float, title: str, summary: str, interactive: bool = False
    ) -> None:
        role = "group" if interactive else "img"
        super().__init__(
            "svg",
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {value_text('width', width)} {value_text('height', height)}",
            role=role,
        )
        self.summary = summary
        self.beside = Element("div", class_="figure-beside", aria_hidden="true")
        self.tables = Element("div", class_="visually-hidden")
        self.walks: list[Callable[[], Iterable[Stop]]] = []
        self.add("title", title)
        self.add("desc", summary)

    def stops(self) -> list[Stop]:
        """Return the points of its curves, as a reader goes through them one by one."""
        return [stop for walk in self.walks for stop in walk()]

    @property
    def readable(self) -> bool:
        """Whether it can be read place by place: a curve's points, or what lights up together."""
        parts = (*self.parts(), *self.beside.parts())
        return bool(self.walks) or any(
            "data-link" in part.attributes and part.text() for part in parts
        )

    def note(self, text: str, class_: str = "", data_link: str | None = None) -> Element:
        """Add a paragraph to what stands beside the drawing."""
        return self.beside.add("p", text, class_=class_ or None, data_link=data_link)

    def table(self, name: str, rows: Iterable[Iterable[str]]) -> None:
        """Add a matrix of the drawing as a table, which a screen reader goes through by cells."""
        table = self.tables.add("table")
        table.add("caption", name)
        for row in rows:
            line = table.add("tr")
            for text in row:
                line.add("td", text)

    def markup(self) -> str:
        """Return the drawing as SVG text, and what stands beside it, and its tables, as HTML."""
        more = [part.markup() for part in (self.beside, self.tables) if part.children]
        return "".join([super().markup(), *more])

    def drawn(self) -> Drawn:
        """Return the drawing as the page gets it."""
        return {"svg": self.markup(), "summary": self.summary}


@dataclass(frozen=True)
class Pixels:
    """A heat map: data holds height x width bytes of grey, or four times as many (RGBA)."""

    width: int
    height: int
    data: bytes
    summary: str

    def __post_init__(self) -> None:
        if len(self.data) not in (self.width * self.height, 4 * self.width * self.height):
            raise ValueError(
                f"{len(self.data)} bytes are neither gray nor RGBA of {self.width} x {self.height}"
            )

    @property
    def mode(self) -> Literal["grey", "rgba"]:
        """`grey` or `rgba`."""
        return "grey" if len(self.data) == self.width * self.height else "rgba"

    def picture(self) -> Picture:
        """Return the pixels as the page gets them."""
        return {
            "width": self.width,
            "height": self.height,
            "mode": self.mode,
            "data": base64.b64encode(self.data).decode("ascii"),
            "summary": self.summary,
        }

    @classmethod
    def grey(cls, values: Array, summary: str) -> Self:
        """Return values (height, width), 0 to 1, as grey; what lies outside is cut off."""
        height, width = values.shape
        levels = np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)
        return cls(width, height, levels.tobytes(), summary)
