"""Drawings that aren't digits, in styles that training doesn't use: only to measure with.

Each maker draws one at random, as a list of strokes (see `faces`).
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from training.faces import Strokes, arc, between, line, pick, ring
from training.sketches import hands, pieces
from training.strokes import Drawing, Stroke, placed

# Things that training doesn't draw, written like `ways`.
THINGS = {
    "star": "5,0 6,4 10,4 7,6 8,10 5,7 2,10 3,6 0,4 4,4 5,0",
    "moon": "7,0 3,2 2,5 3,8 7,10 5,7 5,3 7,0",
    "umbrella": "0,5 1,2 5,0 9,2 10,5 0,5 / 5,5 5,9 6,10 7,9",
    "key": "0,3 2,1 4,3 2,5 0,3 / 4,3 10,3 10,6 / 8,3 8,5",
    "flag": "2,10 2,0 9,2 2,5",
    "ladder": "2,0 2,10 / 8,0 8,10 / 2,2 8,2 / 2,5 8,5 / 2,8 8,8",
    "stairs": "0,10 0,7 3,7 3,4 6,4 6,1 9,1",
    "cube": "0,3 7,3 7,10 0,10 0,3 3,0 10,0 10,7 7,10 / 7,3 10,0",
    "car": "0,7 0,5 2,5 4,2 7,2 8,5 10,5 10,7 0,7 / 2,7 2,9 4,9 4,7 / 7,7 7,9 9,9 9,7",
    "mushroom": "0,5 2,1 5,0 8,1 10,5 0,5 / 4,5 4,10 6,10 6,5",
    "apple": "5,2 3,1 1,4 2,8 5,10 8,8 9,4 7,1 5,2 6,0",
    "anchor": "5,0 5,10 / 3,2 7,2 / 1,7 3,10 5,10 7,10 9,7",
    "cactus": "5,10 5,0 / 5,6 2,6 2,3 / 5,5 8,5 8,2",
    "window": "0,0 10,0 10,10 0,10 0,0 / 0,5 10,5 / 5,0 5,10",
    "mountains": "0,10 3,2 5,6 7,3 10,10 0,10",
}
FONTS = ("futural", "rowmans", "scripts")
NO_TWINS = "ACEFHKMNPRUVWXacefhkmnpruvwx"


def box(left: float, top: float, right: float, bottom: float) -> Tensor:
    """Draw a rectangle with somewhat moved corners."""
    corners = line(left, top, right, top, right, bottom, left, bottom) + 0.02 * torch.randn(4, 2)
    return torch.cat([corners, corners[:1]])


def head() -> Tensor:
    """Draw a round head."""
    return ring(0.5, 0.5, between(0.4, 0.5), between(0.42, 0.5))


def dots(y: float = 0.4) -> Strokes:
    """Draw two dots for eyes."""
    apart = between(0.13, 0.2)
    return [line(0.5 - apart, y, 0.5 - apart, y), line(0.5 + apart, y, 0.5 + apart, y)]


def smile() -> Strokes:
    """Draw a smile."""
    return [arc(0.5, between(0.62, 0.7), between(0.15, 0.25), between(0.06, 0.14))]


def square() -> Strokes:
    """A robot: a square head, square eyes, a grid for a mouth."""
    return [
        box(0.1, 0.1, 0.9, 0.9),
        box(0.25, 0.3, 0.4, 0.42),
        box(0.6, 0.3, 0.75, 0.42),
        box(0.3, 0.62, 0.7, 0.75),
        line(0.5, 0.62, 0.5, 0.75),
    ]


def glasses() -> Strokes:
    """A head with glasses."""
    r = between(0.09, 0.14)
    return [
        head(),
        ring(0.34, 0.42, r, r),
        ring(0.66, 0.42, r, r),
        line(0.34 + r, 0.42, 0.66 - r, 0.42),
        *smile(),
    ]


def tongue() -> Strokes:
    """A smile with the tongue out."""
    y = between(0.6, 0.68)
    return [head(), *dots(), arc(0.5, y, 0.24, 0.08), arc(0.55, y + 0.06, 0.06, 0.16)]


def wink() -> Strokes:
    """One eye is closed."""
    return [head(), line(0.36, 0.4, 0.36, 0.4), arc(0.66, 0.4, 0.08, -0.05), *smile()]


def cat() -> Strokes:
    """A cat, with ears and whiskers."""
    whiskers = [
        line(0.5 + side * 0.1, y, 0.5 + side * 0.45, y + side * 0.03)
        for side in (-1, 1)
        for y in (0.55, 0.62)
    ]
    ears = [line(0.12, 0.35, 0.15, -0.05, 0.4, 0.08), line(0.6, 0.08, 0.85, -0.05, 0.88, 0.35)]
    return [head(), *ears, *dots(), *whiskers]


def hat() -> Strokes:
    """A head under a top hat."""
    return [head(), line(0.0, 0.12, 1.0, 0.12), box(0.25, -0.3, 0.75, 0.1), *dots(0.45), *smile()]


def happy() -> Strokes:
    """Eyes shut with joy: two arcs, and a wide open mouth."""
    eyes = [arc(0.33, 0.42, 0.09, -0.1), arc(0.67, 0.42, 0.09, -0.1)]
    mouth = torch.cat([line(0.25, 0.58, 0.75, 0.58), arc(0.5, 0.58, 0.25, 0.2).flip(0)])
    return [head(), *eyes, mouth]


def beard() -> Strokes:
    """A beard of strokes along the chin."""
    hairs = []
    for step in range(7):
        angle = math.pi * (0.15 + 0.7 * step / 6)
        x, y = math.cos(angle), math.sin(angle)
        hairs.append(line(0.5 + 0.4 * x, 0.5 + 0.4 * y, 0.5 + 0.55 * x, 0.5 + 0.6 * y))
    return [head(), *hairs, *dots(), line(0.38, 0.65, 0.62, 0.65)]


def one_line() -> Strokes:
    """Drawn without lifting the pen: the head ends in an eye, that in the mouth."""
    whole = ring(0.5, 0.5, 0.46, 0.46)
    inside = line(0.35, 0.4, 0.4, 0.36, 0.42, 0.42, 0.36, 0.66, 0.5, 0.74, 0.65, 0.66, 0.62, 0.4)
    return [torch.cat([whole, inside])]


def triangle() -> Strokes:
    """A pointed chin, slanted eyes and a triangle for a nose."""
    chin = line(0.1, 0.1, 0.9, 0.1, 0.95, 0.45, 0.5, 1.0, 0.05, 0.45, 0.1, 0.1)
    eyes = [line(0.22, 0.3, 0.4, 0.38), line(0.78, 0.3, 0.6, 0.38)]
    nose = line(0.5, 0.42, 0.44, 0.58, 0.56, 0.58, 0.5, 0.42)
    return [chin, *eyes, nose, line(0.38, 0.72, 0.62, 0.72)]


FACES: tuple[Callable[[], Strokes], ...] = (
    square,
    glasses,
    tongue,
    wink,
    cat,
    hat,
    happy,
    beard,
    one_line,
    triangle,
)


def faces(count: int) -> list[Strokes]:
    """Draw faces, as many in each style."""
    return [FACES[index % len(FACES)]() for index in range(count)]


def letters() -> list[Strokes]:
    """Draw the letters that are no digit's twin, in fonts of single lines."""
    from HersheyFonts import HersheyFonts  # only the tests install it

    drawn = []
    for name in FONTS:
        font = HersheyFonts()
        font.load_default_font(name)
        for letter in NO_TWINS:
            lines = [torch.tensor(list(line)) for line in font.strokes_for_text(letter) if line]
            drawn.append([line.float() for line in lines if len(line)])
    return drawn


def things(count: int) -> list[Strokes]:
    """Draw THINGS, as many of each."""
    drawn = []
    for paths, down in hands((*THINGS.values(),), torch.arange(count) % len(THINGS)):
        drawn += [pieces(path, pen) for path, pen in zip(paths, down, strict=True)]
    return drawn


def beside(first: list[Stroke], second: list[Stroke]) -> Strokes:
    """Put two people's digits beside each other."""
    left, right = placed(first, 1.0, (0.0, 0.0)), placed(second, 1.0, (0.0, 0.0))
    width = max(float(line[:, 0].max()) for line in left) - min(
        float(line[:, 0].min()) for line in right
    )
    return [*left, *(line + torch.tensor([width + between(0.1, 0.4), 0.0]) for line in right)]


def pairs(drawings: list[Drawing], count: int) -> list[Strokes]:
    """Put two real digits on one pad, `count` times."""
    chosen = torch.randint(len(drawings), (count, 2)).tolist()
    return [beside(drawings[one].strokes, drawings[other].strokes) for one, other in chosen]


def zigzag() -> Strokes:
    """Fill the pad with one line to and fro, and some with a second across it."""
    count = 8 + pick(10)
    x = torch.arange(count) % 2 + 0.1 * torch.randn(count)
    y = torch.linspace(0, between(0.7, 1), count)
    line_ = torch.stack([x, y], 1)
    return [line_, line_.flip(1)] if pick(2) else [line_ if pick(2) else line_.flip(1)]


def coil() -> Strokes:
    """Draw many turns that wander, as one tries a pen."""
    turns, points = 3 + pick(5), 80
    angle = torch.linspace(0, 2 * math.pi * turns, points)
    size = 0.25 + 0.2 * torch.rand(())
    drift = torch.linspace(0, between(0.3, 1.0), points)
    return [torch.stack([size * angle.cos() + drift, size * angle.sin()], 1)]


def random_walk() -> Strokes:
    """Scribble without a plan."""
    steps = torch.randn(60, 2).cumsum(0)
    return [steps]


def scribbles(count: int) -> list[Strokes]:
    """Draw scribbles of three kinds."""
    makers = (zigzag, coil, random_walk)
    return [makers[index % 3]() for index in range(count)]
