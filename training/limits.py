"""Measure what the recognizer promises beyond accuracy: what it refuses, and what it ignores.

Non-digits come from `unseen`; that place, size and pen don't matter is measured on strokes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor

from training import strokes, unseen
from training.faces import Strokes
from training.readout import DIGIT, STATES
from training.recogniser import Answers, Recogniser
from training.strokes import Drawing, Stroke

SEED = 4
COUNTS = {"faces": 200, "scribbles": 210, "pairs": 200, "things": 210}
TESTED = 60  # drawings that are moved, scaled and drawn with other pens
PLACES, SIZES, PENS = 20, 10, (8.0, 12.0, 16.0, 20.0, 24.0, 28.0, 34.0, 40.0)


def points(drawing: Strokes) -> list[Stroke]:
    """Return strokes as the pad keeps them."""
    return [[(x, y) for x, y in stroke.tolist()] for stroke in drawing]


def read(recogniser: Recogniser, inks: Iterable[Tensor], drawn: list[list[Stroke]]) -> Answers:
    """Read drawings [height, width] one by one, as the page does, with their strokes."""
    images = torch.cat([recogniser.image(ink) for ink in inks])
    return recogniser.answer(images, recogniser.paths(drawn))


def refused(recogniser: Recogniser, drawings: list[Strokes]) -> dict[str, Any]:
    """Return how many drawings there are, and which share isn't called a digit."""
    drawn = [points(one) for one in drawings]
    answers = read(recogniser, map(strokes.render, drawn), drawn)
    share = (answers.state != DIGIT).float().mean().item()
    return {"drawings": len(drawings), "refused": share}


def alike(
    recogniser: Recogniser,
    drawings: list[list[Stroke]],
    made: Callable[[list[Stroke]], list[Tensor]],
) -> float:
    """Return how many of the inks made of one drawing are decided like most of them."""
    same: list[bool] = []
    for one in drawings:
        versions = made(one)
        answers = read(recogniser, versions, [one] * len(versions))
        decisions = answers.digit * len(STATES) + answers.state
        same += (decisions == decisions.mode().values).tolist()
    return sum(same) / len(same)


def constancy(recogniser: Recogniser, drawings: list[Drawing]) -> dict[str, float]:
    """Return how often place, size and pen leave the decision as it is."""
    chosen = [one.strokes for one in drawings[:: max(1, len(drawings) // TESTED)]]
    spots = (100 + 80 * torch.rand(PLACES, 2)).tolist()
    spans = [60.0 + 140 * step / (SIZES - 1) for step in range(SIZES)]
    variants: dict[str, Callable[[list[Stroke]], list[Tensor]]] = {
        "places": lambda one: [strokes.render(one, 12, 120, (x, y)) for x, y in spots],
        "sizes": lambda one: [strokes.render(one, span / 9, span) for span in spans],
        "pens": lambda one: [strokes.render(one, pen) for pen in PENS],
    }
    return {name: alike(recogniser, chosen, made) for name, made in variants.items()}


def measure_unseen(recogniser: Recogniser, drawings: list[Drawing]) -> dict[str, Any]:
    """Measure on non-digits of styles that training doesn't use; drawings are for the pairs."""
    with torch.random.fork_rng():
        torch.manual_seed(SEED)
        made = {
            "faces": unseen.faces(COUNTS["faces"]),
            "scribbles": unseen.scribbles(COUNTS["scribbles"]),
            "pairs": unseen.pairs(drawings, COUNTS["pairs"]),
            "things": unseen.things(COUNTS["things"]),
            "letters": unseen.letters(),
        }
        return {name: refused(recogniser, some) for name, some in made.items()}
