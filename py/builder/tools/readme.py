"""Keeps the README's figures true: what stands between two markers is written from measurements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.places import MODELS
from builder.site.assemble import Site
from builder.tools import sizes

README = ROOT / "README.md"
RESULTS = ROOT / "tests" / "bench" / "results.json"
FIGURE = re.compile(r"figure (\S+): event to (drawing|paint)\b")  # two rows of the benchmarks


def update(site: Site, readme: Path = README) -> None:
    """Write the current figures between the README's markers."""
    card = json.loads((MODELS / "digits.json").read_text(encoding="utf-8"))
    measured = json.loads(RESULTS.read_text(encoding="utf-8"))
    blocks = {
        "sizes": sizes.markdown(site),
        "card": card_table(card),
        "speed": speed_table(measured),
    }
    text = readme.read_text(encoding="utf-8")
    for name, block in blocks.items():
        text = replaced(text, name, block)
    readme.write_text(text, encoding="utf-8")


def replaced(text: str, name: str, block: str) -> str:
    """Return the text with `block` between <!-- name --> and <!-- /name -->.

    Raises:
        BuildError: the markers are not there.

    """
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise BuildError(f"README.md lacks the markers <!-- {name} --> and <!-- /{name} -->")
    return pattern.sub(lambda match: f"{match[1]}{block}\n{match[2]}", text)


def _strokes(strokes: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return the rows on digits that people drew, if they were measured."""
    if strokes is None:
        return []
    worst = min(writer["accuracy"] for writer in strokes["writers"])
    images, people = f"{strokes['images']:,}", len(strokes["writers"])
    drawn = f"{images} digits that {people} people drew (they helped to choose the model)"
    return [
        (f"read correctly: {drawn}", f"{strokes['accuracy']:.2%}"),
        ("read correctly: those of the writer it reads worst", f"{worst:.1%}"),
        (
            f"of all {images}: refused, or answered “unsure”",
            f"{1 - strokes['states']['digit']:.2%}",
        ),
    ]


def card_table(card: dict[str, Any]) -> str:
    """Return the recogniser's main figures as a Markdown table."""
    test = card["test"]
    low, high = test["interval"]
    total = sum(graph["bytes"] for graph in card["graphs"].values())
    rows = [
        (f"read correctly: MNIST's {test['images']:,} test images", f"{test['accuracy']:.2%}"),
        ("95% interval of this share", f"{100 * low:.2f} to {100 * high:.2f}%"),
        ("calibration error on the test images", f"{100 * test['calibration']['error']:.2f}%"),
        *_strokes(card.get("strokes")),
        ("weights and biases", f"{card['training']['parameters']:,}"),
        ("size of `digits.onnx`", f"{card['graphs']['digits']['bytes'] / 1e3:.0f} kB"),
        ("size of all four graphs", f"{total / 1e3:.0f} kB"),
    ]
    return _table(["what", "value"], "--", rows)


def _table(head: Sequence[str], sides: str, rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; sides: for each column - for words, : for numbers."""
    line = "|".join("---:" if side == ":" else "---" for side in sides)
    return "\n".join([f"| {' | '.join(head)} |", f"|{line}|", *map(_line, rows)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def speed_table(measured: dict[str, Any]) -> str:
    """Return the benchmarks' figures as two Markdown tables; a missed limit says so."""
    rows = measured["rows"]
    plain = [speed(row) for row in rows if not FIGURE.match(row["what"])]
    head = ["what", "measured", "beside", "ratio", "limit", ""]
    parts = [_table(head, "-:-::-", plain), *_figures(rows)]
    return "\n\n".join([*parts, f"{measured['date']}, {measured['machine']}, Chromium."])


def _figures(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the table of the lessons' figures, a row for each, if they were measured."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        if name := FIGURE.match(row["what"]):
            found.setdefault(name[1], {})[name[2]] = speed(row)
    both = [(name, one["drawing"], one["paint"]) for name, one in found.items() if len(one) == 2]
    if not both:
        return []
    _, drawing, paint = both[0]
    head = [
        "figure",
        f"event to drawing, 95th percentile (limit {drawing[4]})",
        "event to paint, median",
        "with nothing to draw",
        f"ratio (limit {paint[4]})",
    ]
    return [
        _table(
            head,
            "-::::",
            (
                (
                    name,
                    f"{drawing[1]} {drawing[5]}".strip(),
                    paint[1],
                    paint[2].rpartition(": ")[2],
                    f"{paint[3]} {paint[5]}".strip(),
                )
                for name, drawing, paint in both
            ),
        )
    ]


def speed(row: dict[str, Any]) -> list[str]:
    """Return the cells of a measurement: what, measured, beside, ratio, limit, missed or not."""
    value, peer, unit = row["value"], row.get("peer_value", 0), row["unit"]
    if unit == "s" and max(value, peer) < 1:
        value, peer, unit = 1000 * value, 1000 * peer, "ms"
    unit = unit if unit == "%" else f" {unit}".rstrip()
    ratio, least = row.get("ratio"), row.get("at_least")
    limit = least if least is not None else row["at_most"]
    figure = value if ratio is None else ratio
    kept = figure <= limit if least is None else figure >= limit
    return [
        row["what"],
        f"{value:.3g}{unit}",
        f"{row['peer']}: {peer:.3g}{unit}" if ratio is not None else "",
        "" if ratio is None else f"{ratio:.3f}",
        ("" if least is None else "at least ")
        + (f"{limit:.2f}" if ratio is not None else f"{limit:g}{unit}"),
        "" if kept else "**missed**",
    ]
