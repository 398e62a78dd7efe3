"""Pictures of what evaluate measured, for those who work on the recogniser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")  # no window: this also runs where there is no screen

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from training.data import Digits

FOLDER = Path(__file__).parent / "plots"
SHOWN = 40  # misread images at most
COLUMNS = 10

Card = dict[str, Any]


def confusion(card: Card) -> Figure:
    """Draw which digit was read as which; the right ones are left out, or nothing else shows."""
    figure, axes = plt.subplots(figsize=(5, 5))
    counts = card["test"]["confusion"]
    wrong = [[0 if i == j else n for j, n in enumerate(row)] for i, row in enumerate(counts)]
    axes.imshow(wrong, cmap="Reds")
    for i, row in enumerate(counts):
        for j, count in enumerate(row):
            if count:
                axes.text(j, i, str(count), ha="center", va="center", fontsize=7)
    axes.set(xticks=range(10), yticks=range(10), xlabel="read as", ylabel="is", title="MNIST test")
    return figure


def calibration(card: Card) -> Figure:
    """Draw how often it is right against how sure it says it is."""
    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1)
    for name, measured in (("MNIST test", card["test"]), ("strokes", card.get("strokes"))):
        if measured:
            bins = measured["calibration"]["bins"]
            said, true = ([row[key] for row in bins] for key in ("confidence", "accuracy"))
            axes.plot(said, true, marker="o", label=name)
    axes.set(xlabel="confidence", ylabel="accuracy")
    axes.legend()
    return figure


def rejection(card: Card) -> Figure:
    """Draw how many errors are left when the least certain answers are withheld."""
    figure, axes = plt.subplots(figsize=(5, 4))
    rows = card["rejection"]
    axes.plot([100 * row["withheld"] for row in rows], [100 * row["wrong"] for row in rows], "o-")
    axes.set(xlabel="withheld, %", ylabel="wrong among the rest, %", ylim=(0, None))
    return figure


def corruptions(card: Card) -> Figure:
    """Draw how well spoilt images are read, and how many are answered at all."""
    figure, axes = plt.subplots(figsize=(6, 5))
    names = list(card["corruptions"])
    for shift, key in ((-0.2, "accuracy"), (0.2, "answered")):
        widths = [100 * card["corruptions"][name][key] for name in names]
        axes.barh([place + shift for place in range(len(names))], widths, 0.38, label=key)
    axes.set(yticks=range(len(names)), yticklabels=names, xlabel="%")
    axes.invert_yaxis()
    axes.legend(loc="lower left")
    return figure


def misread(card: Card, test: Digits) -> Figure:
    """Show the images that were read wrong, the most certain first."""
    rows = card["misread"][:SHOWN]
    lines = max(1, -(-len(rows) // COLUMNS))
    figure, grid = plt.subplots(lines, COLUMNS, figsize=(COLUMNS, 1.35 * lines), squeeze=False)
    for axes in grid.flat:
        axes.axis("off")
    for row, axes in zip(rows, grid.flat, strict=False):
        axes.imshow(test.images[row["index"], 0].numpy(), cmap="Greys")
        axes.set_title(f"{row['label']} as {row['read']}, {row['confidence']:.0%}", fontsize=7)
    return figure


def write(card: Card, test: Digits, folder: Path = FOLDER) -> list[Path]:
    """Write all pictures as PNG files and return them."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = {f.__name__: f(card) for f in (confusion, calibration, rejection, corruptions)}
    figures["misread"] = misread(card, test)
    paths = []
    for name, figure in figures.items():
        paths.append(folder / f"{name}.png")
        figure.savefig(paths[-1], dpi=110, bbox_inches="tight", metadata={"Software": None})
        plt.close(figure)
    return paths
