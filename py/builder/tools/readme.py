"""Keeps the README's figures true: what stands between two markers is written from measurements."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.places import MODELS
from builder.site.assemble import Site
from builder.tools import sizes

README = ROOT / "README.md"
RESULTS = ROOT / "tests" / "bench" / "results.json"


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
    people = f"{strokes['images']:,} digits drawn by {len(strokes['writers'])} people"
    return [
        (f"{people} (development set) right", f"{100 * strokes['accuracy']:.2f}%"),
        ("of the worst writer's digits, right", f"{100 * worst:.1f}%"),
        ("of these, refused or unsure", f"{100 * (1 - strokes['states']['digit']):.2f}%"),
    ]


def card_table(card: dict[str, Any]) -> str:
    """Return the recogniser's main figures as a Markdown table."""
    test = card["test"]
    low, high = test["interval"]
    rows = [
        ("MNIST test images right", f"{100 * test['accuracy']:.2f}%"),
        ("95% interval", f"{100 * low:.2f} to {100 * high:.2f}%"),
        ("expected calibration error there", f"{100 * test['calibration']['error']:.2f}%"),
        *_strokes(card.get("strokes")),
        ("parameters", f"{card['training']['parameters']:,}"),
        ("size of `digits.onnx`", f"{card['graphs']['digits']['bytes'] / 1e3:.0f} kB"),
    ]
    return "\n".join(["| figure | value |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])


def speed_table(measured: dict[str, Any]) -> str:
    """Return the benchmarks' figures as a Markdown table; a missed limit says so."""
    lines = ["| what | measured | beside | ratio | limit | |", "|---|---:|---|---:|---:|---|"]
    for row in measured["rows"]:
        unit = row["unit"] if row["unit"] == "%" else f" {row['unit']}".rstrip()
        ratio, least = row.get("ratio"), row.get("at_least")
        limit = least if least is not None else row["at_most"]
        figure = row["value"] if ratio is None else ratio
        kept = figure <= limit if least is None else figure >= limit
        beside = f"{row['peer']}: {row['peer_value']:.3g}{unit}" if ratio is not None else ""
        cells = [
            row["what"],
            f"{row['value']:.3g}{unit}",
            beside,
            "" if ratio is None else f"{ratio:.3f}",
            ("" if least is None else "at least ")
            + (f"{limit:.2f}" if ratio is not None else f"{limit:g}{unit}"),
            "" if kept else "**missed**",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", f"{measured['date']}, {measured['machine']}, Chromium."])
