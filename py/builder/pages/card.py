"""The tables and pictures of the recogniser's card, drawn from models/digits.json."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import numpy as np

from builder.parts import mnist
from course.figures import svg
from course.figures.calibration import diagram
from course.figures.svg import Svg

MISREAD = 20  # pictures shown
CELL, HEAD = 34, 24  # units of one field of the confusion matrix, and of its axes' names


def percent(share: float, digits: int = 1) -> str:
    """Return a share in percent."""
    return f"{share:.{digits}%}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return an HTML table."""
    cells = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>\n" for row in rows
    )
    return (
        f'<div class="table" tabindex="0"><table class="figures"><thead><tr>{cells}</tr></thead>\n'
        f"<tbody>\n{body}</tbody></table></div>\n"
    )


def classes(card: dict[str, Any]) -> str:
    """Return recall and precision of every digit."""
    rows = [
        (str(row["label"]), f"{row['images']:,}", percent(row["recall"]), percent(row["precision"]))
        for row in card["test"]["classes"]
    ]
    head = ("digit", "images", "read correctly", "right when it says this digit")
    return table(head, rows)


def nondigits(card: dict[str, Any]) -> str:
    """Return how often each kind of non-digit is refused."""
    rows = [(kind, percent(share)) for kind, share in card["nondigits"].items()]
    return table(("kind", "refused or unsure"), rows)


UNSEEN = {
    "faces": "faces",
    "scribbles": "scribbles",
    "pairs": "two digits beside each other",
    "things": "things, such as a star, a key, or a car",
    "letters": "letters",
}


def unseen(card: dict[str, Any]) -> str:
    """Return how often non-digits in styles that training didn't use are refused."""
    rows = [
        (UNSEEN.get(name, name), f"{row['drawings']:,}", percent(row["refused"]))
        for name, row in card["unseen"].items()
    ]
    return table(("drawn", "drawings", "refused or unsure"), rows)


def corruptions(card: dict[str, Any]) -> str:
    """Return how the network does on spoiled images, the best first."""
    measured = sorted(card["corruptions"].items(), key=lambda item: -item[1]["accuracy"])
    rows = [
        (name.replace("_", " "), percent(row["accuracy"]), percent(row["answered"]))
        for name, row in measured
    ]
    return table(("spoiled by", "accuracy", "answered"), rows)


def graphs(card: dict[str, Any]) -> str:
    """Return files, sizes and hashes."""
    rows = [
        (graph["file"], f"{graph['bytes'] / 1e3:.0f} kB", graph["sha256"][:16] + "…")
        for graph in card["graphs"].values()
    ]
    return table(("file", "size", "sha256"), rows)


def confusion(card: dict[str, Any]) -> Svg:
    """Draw the confusion matrix; hits are printed, mistakes are printed and shaded."""
    counts = np.array(card["test"]["confusion"])
    mistakes = counts - np.diag(np.diag(counts))
    row, column = np.unravel_index(mistakes.argmax(), mistakes.shape)
    drawing = Svg(
        width=HEAD + 11 * CELL,
        height=HEAD + 11 * CELL,
        title="Confusion matrix",
        summary=(
            f"{mistakes.sum()} of {counts.sum()} images are misread. "
            f"The most common mistake, {mistakes[row, column]} times, is "
            f"{svg.with_article(row)} read as {svg.with_article(column)}."
        ),
    )
    center = HEAD + 6 * CELL
    drawing.add("text", "the network’s answer", x=center, y=16, class_="card-axis")
    turned = f"translate(16 {center}) rotate(-90)"
    drawing.add("text", "true digit", transform=turned, class_="card-axis")
    for digit in range(10):
        middle = HEAD + (digit + 1.5) * CELL
        drawing.add("text", str(digit), x=middle, y=HEAD + 0.65 * CELL, class_="card-head")
        drawing.add("text", str(digit), x=HEAD + 0.5 * CELL, y=middle + 5, class_="card-head")
    for (row, column), count in np.ndenumerate(counts):
        x, y = HEAD + (column + 1) * CELL, HEAD + (row + 1) * CELL
        share = mistakes[row, column] / max(mistakes.max(), 1)
        drawing.add(
            "rect", x=x + 1, y=y + 1, width=CELL - 2, height=CELL - 2, rx=3, class_="card-field"
        )
        if share:
            drawing.add(
                "rect",
                x=x + 1,
                y=y + 1,
                width=CELL - 2,
                height=CELL - 2,
                rx=3,
                fill="var(--negative)",
                fill_opacity=0.12 + 0.5 * share,
            )
        if count:
            kind = "card-hit" if row == column else "card-miss"
            drawing.add("text", str(count), x=x + CELL / 2, y=y + CELL / 2 + 4.5, class_=kind)
    return drawing


def calibration(card: dict[str, Any]) -> Svg:
    """Draw how often answers of each confidence are right."""
    return diagram(card["test"]["calibration"]["bins"])


def misread(card: dict[str, Any]) -> str:
    """Return the worst misread test images as pictures with what was meant and read."""
    items = []
    for row in card["misread"][:MISREAD]:
        picture = base64.b64encode(png(mnist.test_image(row["index"]), 28, 28)).decode()
        text = f"{row['label']} read as {row['read']}, {svg.percent(row['confidence'])}"
        items.append(
            f'<li><img src="data:image/png;base64,{picture}" width="56" height="56" '
            f'alt="Handwritten {row["label"]}"><span>{text}</span></li>'
        )
    return f'<ul class="misread">\n{"".join(items)}</ul>\n'


def png(grey: bytes, width: int, height: int) -> bytes:
    """Return bytes of grey, one a pixel, as a PNG file (https://www.w3.org/TR/png/)."""
    rows = b"".join(b"\0" + grey[y * width : (y + 1) * width] for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


TABLES = {f.__name__: f for f in (classes, nondigits, unseen, corruptions, graphs, misread)}
FIGURES = {f.__name__: f for f in (confusion, calibration)}
# What a card has measured, of which it may lack some, and which of it each picture is made from.
MEASURED = ("test", "misread", "nondigits", "corruptions", "strokes", "unseen", "constancy")
MADE_FROM = {name: name if name in MEASURED else "test" for name in (*TABLES, *FIGURES)}
MADE_FROM["graphs"] = "graphs"
