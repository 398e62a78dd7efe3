"""Write RESULTS.md: what was tried, what it gave, and how the shipped model came about.

Called as `python -m training.results CARD...`, oldest first; each card is the digits.json of
a run. The last one is the shipped model's.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

Card = dict[str, Any]
TARGET = Path(__file__).parent / "RESULTS.md"
HEAD = """# What was tried

Made by `python -m training.results` from the cards of the runs; do not edit. The validation
images and the real pen strokes choose; MNIST's test images choose nothing, so they are given
for the shipped model alone. The strokes are never trained on.
"""


def table(header: list[str], rows: list[list[str]]) -> str:
    """Lay out a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def percent(share: float) -> str:
    """Write a share as a percentage."""
    return f"{share:.2%}"


def worst_writer(card: Card) -> dict[str, Any]:
    """Return the row of the writer whose strokes are read worst."""
    worst: dict[str, Any] = min(card["strokes"]["writers"], key=lambda row: row["accuracy"])
    return worst


def differences(card: Card, shipped: Card) -> str:
    """Name what of a run's plan is not as in the shipped one."""
    plan, wanted = card["training"]["plan"], shipped["training"]["plan"]
    return ", ".join(
        f"{name} {plan.get(name, 'none')}"
        for name, value in wanted.items()
        if plan.get(name) != value
    )


def tries(cards: dict[str, Card]) -> str:
    """Compare the runs."""
    shipped = list(cards.values())[-1]
    rows = [
        [
            name,
            differences(card, shipped) or "shipped",
            f"{card['training']['parameters']:,}",
            str(len(card["training"]["log"])),
            percent(card["training"]["log"][-1]["validation"]),
            percent(card["strokes"]["accuracy"]),
            percent(worst_writer(card)["accuracy"]),
            percent(1 - card["strokes"]["states"]["digit"]),
            percent(card["strokes"]["calibration"]["error"]),
        ]
        for name, card in cards.items()
    ]
    header = ["run", "what is different", "parameters", "epochs", "validation", "strokes"]
    return table([*header, "worst writer", "strokes refused", "strokes ECE"], rows)


def digits_of(card: Card) -> str:
    """Set MNIST's test images and the strokes side by side, digit by digit."""
    pairs = zip(card["test"]["classes"], card["strokes"]["classes"], strict=True)
    rows = [
        [str(test["label"]), percent(test["recall"]), percent(strokes["recall"])]
        for test, strokes in pairs
    ]
    return table(["digit", "MNIST test", "strokes"], rows)


def pens_of(card: Card) -> str:
    """Show how well the strokes are read when another pen draws them."""
    rows = [
        [f"{row['pen']:g}", f"{row['fitted']:.2f}", percent(row["accuracy"])]
        for row in card["strokes"]["pens"]
    ]
    return table(["pen, ink pixels", "fitted, image pixels", "strokes"], rows)


def epochs_of(card: Card) -> str:
    """Repeat the log of the training run."""
    rows = [
        [str(number), f"{row['loss']:.4f}", percent(row["validation"]), f"{row['seconds']:.0f}"]
        for number, row in enumerate(card["training"]["log"], 1)
    ]
    return table(["epoch", "loss", "validation", "seconds"], rows)


def shipped_model(card: Card) -> str:
    """Describe the last run: its accuracy, its hash, its log."""
    test = card["test"]
    low, high = test["interval"]
    refused = ", ".join(f"{kind} {percent(share)}" for kind, share in card["nondigits"].items())
    log, planned = card["training"]["log"], card["training"]["plan"]["epochs"]
    minutes = sum(row["seconds"] for row in log) / 60
    done = "" if len(log) == planned else f", stopped after {len(log)} of {planned} epochs"
    return f"""# The shipped model

`{card["reproduce"]}` makes it; this run took {minutes:.0f} minutes{done}. `digits.onnx` has sha256
`{card["graphs"]["digits"]["sha256"]}` and {card["graphs"]["digits"]["bytes"]:,} bytes.

MNIST's test images: {test["correct"]:,} of {test["images"]:,} right, {percent(test["accuracy"])}
(95 % interval {percent(low)} to {percent(high)}), expected calibration error
{percent(test["calibration"]["error"])}, not answered {percent(1 - test["states"]["digit"])}.

Real strokes, replayed as the page's pad draws them: {percent(card["strokes"]["accuracy"])}.
Of the non-digits made by code, not read as digits: {refused}.

{digits_of(card)}

The same strokes drawn with pens of other widths (a part of them):

{pens_of(card)}

{epochs_of(card)}
"""


def main() -> None:
    """Read the cards and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("cards", type=Path, nargs="+", help="digits.json of the runs")
    given = parser.parse_args()
    cards = {path.parent.name: json.loads(path.read_text("utf-8")) for path in given.cards}
    parts = [HEAD, tries(cards), "", shipped_model(list(cards.values())[-1])]
    TARGET.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
