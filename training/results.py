"""Write RESULTS.md: what was tried, what it gave, and how the shipped model came about.

Called as `python -m training.results [--add NAME WHAT CARD]`. What every run gave is kept in
tried.json; --add takes another run up, from its digits.json. The shipped model is the one in
models/.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

Card = dict[str, Any]
HERE = Path(__file__).parent
TARGET = HERE / "RESULTS.md"
TRIED = HERE / "tried.json"
SHIPPED = HERE.parent / "models" / "digits.json"
HEAD = """# What was tried

Made by `python -m training.results` from tried.json and the shipped model's card; don't edit it.
Models are chosen by the validation images and the real pen strokes, never by MNIST's test images,
so those are given only for the shipped model, and for one that they ruled out. Up to
`later-gentler`, no model was trained on real strokes, and all 30 writers chose. Since then, 20 of
them are trained on, and the 10 others choose (`realpens.py`). All runs have seed {seed}.
"""
ASIDES = HERE / "asides.md"
# What the recognizer has to reach on what it never trained on: a name, where the card has it, and
# the limit; a negative one is the most that is allowed.
LIMITS = (
    ("strokes of the ten writers read", ("strokes", "accuracy"), 0.994),
    ("of the worst writer", ("strokes", "worst"), 0.97),
    ("refused or unsure", ("strokes", "refused"), -0.012),
    ("MNIST's test images read", ("test", "accuracy"), 0.995),
    ("faces in other styles, not called digits", ("unseen", "faces", "refused"), 0.95),
    ("scribbles", ("unseen", "scribbles", "refused"), 0.95),
    ("two digits beside each other", ("unseen", "pairs", "refused"), 0.95),
    ("things", ("unseen", "things", "refused"), 0.95),
    ("letters that aren't a digit's twin", ("unseen", "letters", "refused"), 0.95),
    ("decided alike at 20 places", ("constancy", "places"), 0.995),
    ("decided alike in 10 sizes", ("constancy", "sizes"), 0.995),
    ("decided alike with pens of 8 to 40 ink pixels", ("constancy", "pens"), 0.995),
)


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


def summary(card: Card, what: str) -> dict[str, Any]:
    """Keep of a run what the comparison shows; what says how it differs from the run before."""
    return {
        "what": what,
        "sha256": card["graphs"]["digits"]["sha256"],
        "path": card["graphs"]["path"]["sha256"],
        "parameters": card["training"]["parameters"],
        "writers": len(card["strokes"]["writers"]),
        "epochs": len(card["training"]["log"]),
        "validation": card["training"]["validation"],
        "strokes": card["strokes"]["accuracy"],
        "worst_writer": worst_writer(card)["accuracy"],
        "refused": 1 - card["strokes"]["states"]["digit"],
        "calibration": card["strokes"]["calibration"]["error"],
    }


def is_of(run: Card, card: Card) -> bool:
    """Say whether a run made the networks of a card. The first ones had none for paths."""
    networks = [card["graphs"].get(name, {}).get("sha256") for name in ("digits", "path")]
    return networks == [run["sha256"], run.get("path")]


def tries(tried: dict[str, dict[str, Any]], shipped: Card) -> str:
    """Compare the runs; shipped is the card in models/."""
    rows = [
        [
            f"**{name}**" if is_of(run, shipped) else name,
            run["what"],
            f"{run['parameters']:,}",
            str(run["epochs"]),
            percent(run["validation"]),
            str(run["writers"]),
            percent(run["strokes"]),
            percent(run["worst_writer"]),
            percent(run["refused"]),
            percent(run["calibration"]),
        ]
        for name, run in tried.items()
    ]
    header = ["run", "what was new in it", "parameters", "epochs", "validation"]
    return table(
        [*header, "writers", "strokes", "worst writer", "strokes refused", "strokes ECE"], rows
    )


def digits_of(card: Card) -> str:
    """Set MNIST's test images and the strokes side by side, digit by digit."""
    pairs = zip(card["test"]["classes"], card["strokes"]["classes"], strict=True)
    rows = [
        [str(test["label"]), percent(test["recall"]), percent(strokes["recall"])]
        for test, strokes in pairs
    ]
    return table(["digit", "MNIST test", "strokes"], rows)


def writers_of(card: Card) -> str:
    """Say of each writer how the picture alone does, and how with the pen's path."""
    rows = [
        [row["writer"], str(row["images"]), percent(row["alone"]), percent(row["accuracy"])]
        for row in sorted(card["strokes"]["writers"], key=lambda row: int(row["writer"]))
    ]
    return table(["writer", "drawings", "the picture alone", "with the path"], rows)


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


def reached(card: Card, path: tuple[str, ...]) -> float:
    """Look up what was measured; worst and refused are derived from the strokes."""
    if path[-1] == "worst":
        return float(worst_writer(card)["accuracy"])
    if path == ("strokes", "refused"):
        return float(1 - card["strokes"]["states"]["digit"])
    found: Any = card
    for name in path:
        found = found[name]
    return float(found)


def kept(share: float, limit: float) -> bool:
    """Say whether a measured share is within its limit, both to a hundredth of a percent."""
    return round(share, 4) >= limit if limit > 0 else round(share, 4) <= -limit


def limits_of(card: Card) -> str:
    """Set what was measured beside its limit; a missed one says so."""
    rows = []
    for what, path, limit in LIMITS:
        share = reached(card, path)
        bound = f"at {'least' if limit > 0 else 'most'} {abs(limit):.1%}"
        rows.append([what, percent(share), bound, "" if kept(share, limit) else "missed"])
    return table(["what", "measured", "limit", ""], rows)


def files_of(card: Card) -> str:
    """List the two networks' files, and what all files weigh."""
    graphs = card["graphs"]
    lines = [
        f"`{graphs[name]['file']}` has sha256\n`{graphs[name]['sha256']}` and "
        f"{graphs[name]['bytes']:,} bytes."
        for name in ("digits", "path")
    ]
    total = sum(graph["bytes"] for graph in graphs.values())
    return "\n".join([*lines, f"All four graphs together have {total:,} bytes."])


def shipped_model(card: Card) -> str:
    """Describe the last run: its accuracy, its hash, its log."""
    test = card["test"]
    low, high = test["interval"]
    refused = ", ".join(f"{kind} {percent(share)}" for kind, share in card["nondigits"].items())
    log, plan = card["training"]["log"], card["training"]["plan"]
    planned = plan["epochs"] + plan.get("settling", 0)
    path = card["training"]["path"]["seconds"]
    minutes = (sum(row["seconds"] for row in log) + path) / 60
    done = "" if len(log) == planned else f", stopped after {len(log)} of {planned} epochs"
    begun = ", begun at start.onnx (another 52)" if plan.get("warm") else ""
    return f"""# The shipped model

`{card["reproduce"]}` makes it; this run took {minutes:.0f} minutes{begun}{done}.
Of that, the pen's path took {path / 60:.0f} minutes.
{files_of(card)}

MNIST's test images: {test["correct"]:,} of {test["images"]:,} right, {percent(test["accuracy"])}
(95% interval {percent(low)} to {percent(high)}), expected calibration error
{percent(test["calibration"]["error"])}, not answered {percent(1 - test["states"]["digit"])}.

Real strokes, replayed as the page's pad draws them: {percent(card["strokes"]["accuracy"])}.
Of the non-digits made by code, not read as digits: {refused}.

Measured by `python3 build.py evaluate --strokes FILE.jsonl.gz`, on writers and drawings that it
didn't train on:

{limits_of(card)}

{digits_of(card)}

The ten writers, by the picture alone ({percent(card["strokes"]["alone"])} of all) and with the
pen's path ({percent(card["strokes"]["accuracy"])}):

{writers_of(card)}

The same strokes drawn with pens of other widths (a part of them):

{pens_of(card)}

{epochs_of(card)}
"""


def render(tried: dict[str, dict[str, Any]], card: Card) -> str:
    """Return the whole of RESULTS.md."""
    head = HEAD.format(seed=card["training"]["plan"]["seed"])
    comparison = tries(tried, card)
    aside = ASIDES.read_text("utf-8")
    return "\n".join([head, comparison, "", aside, shipped_model(card)])


def main() -> None:
    """Take up a run, if one is given, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--add", nargs=3, metavar=("NAME", "WHAT", "CARD"), help="take up a run")
    given = parser.parse_args()
    tried = json.loads(TRIED.read_text("utf-8"))
    if given.add:
        name, what, card = given.add
        tried[name] = summary(json.loads(Path(card).read_text("utf-8")), what)
        TRIED.write_text(json.dumps(tried, indent=1, ensure_ascii=False) + "\n", "utf-8")
    TARGET.write_text(render(tried, json.loads(SHIPPED.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
