"""Measure what the recognizer promises beyond accuracy: what it refuses, and what it ignores.

Non-digits come from `unseen`; that place, size and pen don't matter is measured on strokes.
Called as `python -m training.limits STROKES [--models models]`, it says which things are called a
digit, and with which pens a drawing isn't decided like most times.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training import realpens, strokes, unseen
from training.faces import Strokes
from training.readout import DIGIT, STATES
from training.recogniser import Answers, Recogniser
from training.strokes import Drawing, Stroke

MODELS = Path(__file__).parents[1] / "models"
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


def answered(recogniser: Recogniser, drawings: list[Strokes]) -> Answers:
    """Read drawings of any size in the middle of the pad."""
    drawn = [points(one) for one in drawings]
    return read(recogniser, map(strokes.render, drawn), drawn)


def refused(recogniser: Recogniser, drawings: list[Strokes]) -> dict[str, Any]:
    """Return how many drawings there are, and which share isn't called a digit."""
    answers = answered(recogniser, drawings)
    share = (answers.state != DIGIT).float().mean().item()
    return {"drawings": len(drawings), "refused": share}


def alike(
    recogniser: Recogniser,
    drawings: list[list[Stroke]],
    made: Callable[[list[Stroke]], list[Tensor]],
) -> Tensor:
    """Say which of the inks [n, k] made of each drawing are decided like most of them."""
    same = []
    for one in drawings:
        versions = made(one)
        answers = read(recogniser, versions, [one] * len(versions))
        decisions = answers.digit * len(STATES) + answers.state
        same.append(decisions == decisions.mode().values)
    return torch.stack(same)


def some_of(drawings: list[Drawing]) -> list[list[Stroke]]:
    """Choose the drawings that are moved, scaled and drawn with other pens."""
    return [one.strokes for one in drawings[:: max(1, len(drawings) // TESTED)]]


def by_pens(one: list[Stroke]) -> list[Tensor]:
    """Draw the same with every pen."""
    return [strokes.render(one, pen) for pen in PENS]


def constancy(recogniser: Recogniser, drawings: list[Drawing]) -> dict[str, float]:
    """Return how often place, size and pen leave the decision as it is."""
    chosen = some_of(drawings)
    spots = (100 + 80 * torch.rand(PLACES, 2)).tolist()
    spans = [60.0 + 140 * step / (SIZES - 1) for step in range(SIZES)]
    variants: dict[str, Callable[[list[Stroke]], list[Tensor]]] = {
        "places": lambda one: [strokes.render(one, 12, 120, (x, y)) for x, y in spots],
        "sizes": lambda one: [strokes.render(one, span / 9, span) for span in spans],
        "pens": by_pens,
    }
    same = {name: alike(recogniser, chosen, made) for name, made in variants.items()}
    return {name: all.double().mean().item() for name, all in same.items()}


def nondigits(drawings: list[Drawing]) -> dict[str, list[Strokes]]:
    """Draw non-digits in styles that training doesn't use; drawings are for the pairs."""
    with torch.random.fork_rng():
        torch.manual_seed(SEED)
        return {
            "faces": unseen.faces(COUNTS["faces"]),
            "scribbles": unseen.scribbles(COUNTS["scribbles"]),
            "pairs": unseen.pairs(drawings, COUNTS["pairs"]),
            "things": unseen.things(COUNTS["things"]),
            "letters": unseen.letters(),
        }


def measure_unseen(recogniser: Recogniser, drawings: list[Drawing]) -> dict[str, Any]:
    """Measure on non-digits of styles that training doesn't use; drawings are for the pairs."""
    return {name: refused(recogniser, some) for name, some in nondigits(drawings).items()}


def main() -> None:
    """Say which things and which pens cost something."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("strokes", type=Path, help="real pen strokes, a .jsonl.gz file")
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    recogniser = Recogniser(given.models)
    _, drawings = realpens.split(list(strokes.read_drawings(given.strokes)))
    answers = answered(recogniser, nondigits(drawings)["things"])
    names = list(unseen.THINGS)
    called = (answers.state == DIGIT).nonzero()[:, 0].tolist()
    told = Counter(f"{names[one % len(names)]} as {int(answers.digit[one])}" for one in called)
    print(f"called a digit, of {COUNTS['things'] // len(names)} each:", dict(told))
    same = alike(recogniser, some_of(drawings), by_pens)
    print("decided otherwise:", dict(zip(PENS, (~same).sum(0).tolist(), strict=True)))


if __name__ == "__main__":
    main()
