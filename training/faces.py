"""Faces in many styles, and other things in a ring: drawings that a digit's loop resembles.

A drawing is a list of strokes, each a tensor [k, 2] of points (x, y) in 0..1, y down. Every
maker draws one at random. `STYLES` are for training; `unseen` has others, to measure with.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from training.pens import trace
from training.preprocess import FITTED
from training.sketches import MARGIN, fitted, shaken

Strokes = list[Tensor]
LONGEST = 24  # points of a stroke, when it's traced
CHUNK = 250


def between(low: float, high: float) -> float:
    """Draw a number between the limits."""
    return low + (high - low) * float(torch.rand(()))


def pick(count: int) -> int:
    """Draw a whole number below `count`."""
    return int(torch.randint(count, ()))


def ring(x: float, y: float, across: float, down: float, turn: float = 2 * math.pi) -> Tensor:
    """Draw an ellipse around (x, y), or a part of it; a hand doesn't close it exactly."""
    start, points = between(0, 2 * math.pi), 16 if across > 0.2 else 8
    angle = torch.linspace(start, start + turn + between(-0.2, 0.3), points)
    wobble = 1 + 0.03 * torch.randn(points)
    return torch.stack([x + across * angle.cos() * wobble, y + down * angle.sin() * wobble], 1)


def arc(x: float, y: float, half: float, depth: float) -> Tensor:
    """Draw a curve from left to right that sags by `depth`: a smile, or upside down."""
    along = torch.linspace(-1, 1, 7)
    return torch.stack([x + half * along, y + depth * (1 - along.square())], 1)


def line(*numbers: float) -> Tensor:
    """Draw straight pieces through x, y, x, y and so on."""
    return torch.tensor(numbers).view(-1, 2)


def eye(x: float, y: float, style: int) -> Strokes:
    """Draw an eye: a dot, a small ring, an upright or a lying dash, or a cross."""
    r = between(0.03, 0.08)
    return [
        [line(x, y, x, y)],
        [ring(x, y, r, r)],
        [line(x, y - r, x, y + r)],
        [line(x - r, y, x + r, y)],
        [line(x - r, y - r, x + r, y + r), line(x - r, y + r, x + r, y - r)],
    ][style]


def mouth(y: float, style: int) -> Strokes:
    """Draw a mouth: smiling, sad, flat, open, crooked, or a smile that's closed by a line."""
    half, depth = between(0.12, 0.26), between(0.05, 0.16)
    smile = arc(0.5, y, half, depth)
    return [
        [smile],
        [arc(0.5, y + depth, half, -depth)],
        [line(0.5 - half, y, 0.5 + half, y + between(-0.05, 0.05))],
        [ring(0.5, y + 0.04, half / 2, depth / 2 + 0.02)],
        [line(0.5 - half, y, 0.5 - half / 3, y + 0.06, 0.5 + half / 3, y, 0.5 + half, y + 0.06)],
        [torch.cat([smile, smile[:1]])],
    ][style]


def nose(style: int) -> Strokes:
    """Draw a nose, or none."""
    y = between(0.48, 0.55)
    return [
        [],
        [],
        [line(0.5, y - 0.1, 0.5, y + 0.05)],
        [line(0.5, y, 0.5, y)],
        [line(0.5, y - 0.1, 0.44, y + 0.05, 0.52, y + 0.05)],
    ][style]


def face() -> Strokes:
    """Draw a round or long face with eyes and a mouth; some have a nose, ears, brows or hair."""
    apart, y = between(0.12, 0.22), between(0.3, 0.45)
    wide = between(0.36, 0.52)
    drawn = [ring(0.5, 0.5, wide, between(0.44, 0.52))] if pick(8) else []
    style = pick(5)
    drawn += eye(0.5 - apart, y, style) + eye(0.5 + apart, y, style)
    drawn += nose(pick(5)) + mouth(between(0.62, 0.72), pick(6))
    if not pick(6):
        drawn += [ring(0.5 - wide, 0.5, 0.07, 0.1), ring(0.5 + wide, 0.5, 0.07, 0.1)]
    if not pick(6):
        drawn += [line(x - 0.06, y - 0.13, x + 0.06, y - 0.13) for x in (0.5 - apart, 0.5 + apart)]
    if not pick(6):
        hairs = [0.3 + 0.1 * step for step in range(5)]
        drawn += [line(x, 0.05, x + between(-0.06, 0.06), -0.1) for x in hairs]
    return drawn


def spokes() -> Strokes:
    """Draw a wheel: a ring with two to four lines across."""
    count, start = 2 + pick(3), between(0, math.pi)
    lines = []
    for step in range(count):
        x, y = (
            0.45 * math.cos(start + math.pi * step / count),
            0.45 * math.sin(start + math.pi * step / count),
        )
        lines.append(line(0.5 - x, 0.5 - y, 0.5 + x, 0.5 + y))
    return [ring(0.5, 0.5, 0.47, 0.47), *lines]


def target() -> Strokes:
    """Draw a ring in a ring, or two and a dot."""
    inner = between(0.15, 0.33)
    more = [[], [line(0.5, 0.5, 0.5, 0.5)], [ring(0.5, 0.5, inner / 2, inner / 2)]][pick(3)]
    return [ring(0.5, 0.5, 0.47, 0.47), ring(0.5, 0.5, inner, inner), *more]


def clock() -> Strokes:
    """Draw a clock: a ring and two hands."""
    hands = []
    for length in (0.25, 0.38):
        angle = between(0, 2 * math.pi)
        tip = 0.5 + length * math.cos(angle), 0.5 + length * math.sin(angle)
        hands.append(line(0.5, 0.5, *tip))
    return [ring(0.5, 0.5, 0.47, 0.47), *hands]


def sun() -> Strokes:
    """Draw a ring with rays."""
    count = 6 + pick(6)
    rays = []
    for step in range(count):
        x, y = math.cos(2 * math.pi * step / count), math.sin(2 * math.pi * step / count)
        rays.append(line(0.5 + 0.32 * x, 0.5 + 0.32 * y, 0.5 + 0.5 * x, 0.5 + 0.5 * y))
    return [ring(0.5, 0.5, 0.25, 0.25), *rays]


def dotted() -> Strokes:
    """Draw a ring with dots in it, like a button or a cookie."""
    dots = []
    for _ in range(1 + pick(5)):
        x, y = between(0.3, 0.7), between(0.3, 0.7)
        dots.append(line(x, y, x, y))
    return [ring(0.5, 0.5, 0.47, 0.47), *dots]


def rings() -> Strokes:
    """Draw two rings, beside each other or one into the other."""
    apart, r = between(0.15, 0.3), between(0.18, 0.26)
    return [ring(0.5 - apart, 0.5, r, r), ring(0.5 + apart, 0.5 + between(-0.1, 0.1), r, r)]


def framed() -> Strokes:
    """Draw an arrow, a plus, a heart or a letter in a ring."""
    inside = [
        [line(0.3, 0.5, 0.7, 0.5), line(0.58, 0.38, 0.7, 0.5, 0.58, 0.62)],
        [line(0.3, 0.5, 0.7, 0.5), line(0.5, 0.3, 0.5, 0.7)],
        [line(0.5, 0.7, 0.3, 0.45, 0.38, 0.35, 0.5, 0.45, 0.62, 0.35, 0.7, 0.45, 0.5, 0.7)],
        [line(0.35, 0.7, 0.5, 0.3, 0.65, 0.7), line(0.42, 0.55, 0.58, 0.55)],
        [line(0.4, 0.7, 0.4, 0.3, 0.6, 0.35, 0.6, 0.5, 0.4, 0.5, 0.62, 0.7)],
        [line(0.5, 0.28, 0.5, 0.55), line(0.5, 0.7, 0.5, 0.7)],
    ][pick(6)]
    return [ring(0.5, 0.5, 0.47, 0.47), *inside]


STYLES: dict[Callable[[], Strokes], int] = {
    face: 10,
    spokes: 2,
    target: 2,
    clock: 1,
    sun: 1,
    dotted: 2,
    rings: 1,
    framed: 2,
}


def resampled(stroke: Tensor, points: int = LONGEST) -> Tensor:
    """Return points [points, 2] evenly spaced along a stroke."""
    steps = (stroke[1:] - stroke[:-1]).norm(dim=1).cumsum(0)
    along = torch.cat([torch.zeros(1), steps])
    if float(along[-1]) == 0:
        return stroke[:1].expand(points, 2)
    wanted = torch.linspace(0, float(along[-1]), points)
    right = torch.searchsorted(along, wanted).clamp(1, len(stroke) - 1)
    share = (wanted - along[right - 1]) / (along[right] - along[right - 1]).clamp(min=1e-9)
    return torch.lerp(stroke[right - 1], stroke[right], share[:, None])


def lined_up(drawings: Sequence[Strokes], points: int = LONGEST) -> tuple[Tensor, Tensor]:
    """Put drawings into paths [n, k, 2] and what is drawn of them; short ones end pen up."""
    longest = max(map(len, drawings))
    paths = torch.zeros(len(drawings), longest * points, 2)
    drawn = torch.zeros(len(drawings), longest * points, dtype=torch.bool)
    for row, strokes in enumerate(drawings):
        path = torch.cat([resampled(stroke, points) for stroke in strokes])
        paths[row, : len(path)], paths[row, len(path) :] = path, path[-1]
        drawn[row, : len(path)] = True
    drawn[:, points - 1 :: points] = False
    return paths, drawn[:, :-1]


def fields_of_strokes(
    drawings: Sequence[Strokes], points: int = LONGEST, hand: Callable[[Tensor], Tensor] = shaken
) -> Tensor:
    """Return packed fields [n, 56, 56] of drawings, fitted as the page does.

    hand: what changes paths [n, k, 2] in 0..1, as another hand would.
    """
    fields = []
    for start in range(0, len(drawings), CHUNK):
        path, drawn = lined_up(drawings[start : start + CHUNK], points)
        fields.append(trace(fitted(hand((fitted(path) - MARGIN) / FITTED)), drawn))
    return torch.cat(fields)


def ringed(count: int) -> Tensor:
    """Draw faces and other things in a ring; return packed fields [n, 56, 56]."""
    makers = list(STYLES)
    chosen = torch.tensor([float(share) for share in STYLES.values()]).multinomial(
        count, replacement=True
    )
    return fields_of_strokes([makers[int(which)]() for which in chosen])
