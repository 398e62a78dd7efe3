"""Measure the exported graphs, print the tables and write the model card, digits.json.

Called as `python -m training.evaluate --mnist DIR [--models models] [--strokes FILE]`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import onnx
import onnxruntime
import torch
from torch import Tensor
from tqdm import tqdm

import nn
from training import data, export, limits, plots, realpens, strokes
from training.batches import NO_LABEL, Drawings, redraw, traced
from training.corruptions import CORRUPTIONS
from training.data import Digits
from training.model import KINDS
from training.nondigits import nondigits
from training.preprocess import FITTED
from training.readout import DIGIT, STATES, Rules
from training.recogniser import Answers, Recogniser
from training.strokes import PEN, Drawing

MODELS = Path(__file__).parents[1] / "models"
CARD = "digits.json"
BINS = 15  # of equal width, for the calibration error
MEASURED = ("count", "confidence", "accuracy")  # in each of them
REPRODUCE = "python3 build.py train"
SEED = 2  # of the non-digits, which are not the ones in training
NONDIGITS = 1_000
CORRUPTED = 500  # test images, spoilt in each way
WITHHELD = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1)  # shares of the least certain answers
PENS = (8.0, 12.0, 16.0, PEN, 24.0, 28.0, 34.0, 40.0)  # ink pixels, widths to compare
EVERY = 10  # every so many drawings are replayed with every pen


def calibration(probabilities: Tensor, labels: Tensor) -> dict[str, Any]:
    """Compare confidence with how often it is right, in bins; `error` is the expected gap."""
    confidence, digit = probabilities.max(1)
    answers = confidence.numpy(), (digit == labels).numpy()
    bins = [
        {"from": b.low, "to": b.high} | {name: getattr(b, name) for name in MEASURED}
        for b in nn.calibration_bins(*answers, BINS)
    ]
    return {"error": nn.expected_calibration_error(*answers, BINS), "bins": bins}


def confusion(digit: Tensor, labels: Tensor) -> Tensor:
    """Count [10, 10]: row is what was meant, column is what was read."""
    return torch.bincount(labels * 10 + digit, minlength=100).view(10, 10)


def share(right: Tensor) -> float:
    """Return how many of some answers are right."""
    return right.double().mean().item()


def per_class(counts: Tensor) -> list[dict[str, Any]]:
    """Turn a confusion matrix into one row a digit: how many, how many found, how precise."""
    return [
        {
            "label": label,
            "images": int(counts[label].sum()),
            "correct": int(counts[label, label]),
            "recall": (counts[label, label] / counts[label].sum().clamp(min=1)).item(),
            "precision": (counts[label, label] / counts[:, label].sum().clamp(min=1)).item(),
        }
        for label in range(10)
    ]


def state_shares(state: Tensor) -> dict[str, float]:
    """Return the share of each state."""
    return {name: share(state == index) for index, name in enumerate(STATES)}


def measure(answers: Answers, labels: Tensor) -> dict[str, Any]:
    """Put into numbers how well drawings whose digits are known were read."""
    counts = confusion(answers.digit, labels)
    right, total = int(counts.diagonal().sum()), len(labels)
    answered = answers.state == STATES.index("digit")
    wrong = answers.digit != labels
    return {
        "images": total,
        "correct": right,
        "accuracy": right / total,
        "interval": list(nn.wilson_interval(right, total)),
        "classes": per_class(counts),
        "confusion": counts.tolist(),
        "calibration": calibration(answers.probabilities, labels),
        "states": state_shares(answers.state),
        "wrong_when_answered": (wrong & answered).sum().item() / max(int(answered.sum()), 1),
    }


def replay(recogniser: Recogniser, drawings: list[Drawing], pen: float = PEN) -> Digits:
    """Draw strokes on the pad with a pen of this width, fit and centre them."""
    images = [
        recogniser.image(strokes.render(drawing.strokes, pen))
        for drawing in tqdm(drawings, f"replaying, pen {pen:g}", unit="digit")
    ]
    return Digits(torch.cat(images), torch.tensor([drawing.label for drawing in drawings]))


def measure_pens(
    recogniser: Recogniser, drawings: list[Drawing], paths: Tensor
) -> list[dict[str, float]]:
    """Replay some of the strokes with pens of other widths than the pad's."""
    rows = []
    for pen in PENS:
        digits = replay(recogniser, drawings[::EVERY], pen)
        right = recogniser.answer(digits.images, paths[::EVERY]).digit == digits.labels
        fitted = FITTED * pen / (strokes.SPAN + pen)
        rows.append({"pen": pen, "fitted": fitted, "accuracy": share(right)})
    return rows


def measure_corruptions(recogniser: Recogniser, digits: Digits) -> dict[str, dict[str, float]]:
    """Return, for each way of spoiling images, how many are read right and how many answered."""
    rows = {}
    with torch.random.fork_rng():
        torch.manual_seed(SEED)
        for corrupt in CORRUPTIONS:
            answers = recogniser.answer(corrupt(digits.images).clamp(0, 1))
            rows[corrupt.__name__] = {
                "accuracy": share(answers.digit == digits.labels),
                "answered": share(answers.state == DIGIT),
            }
    return rows


def rejection(answers: Answers, labels: Tensor) -> list[dict[str, float]]:
    """Return how few errors are left when the least certain answers are withheld."""
    confidence, digit = answers.probabilities.max(1)
    wrong = (digit != labels)[confidence.argsort(descending=True)].float()
    rows = []
    for withheld in WITHHELD:
        kept = round(len(labels) * (1 - withheld))
        rows.append({"withheld": withheld, "wrong": wrong[:kept].mean().item()})
    return rows


def misread(answers: Answers, labels: Tensor) -> list[dict[str, Any]]:
    """List the images that are read wrong, the most certain first."""
    confidence, digit = answers.probabilities.max(1)
    wrong = (digit != labels).nonzero()[:, 0]
    return [
        {
            "index": index,
            "label": int(labels[index]),
            "read": int(digit[index]),
            "confidence": confidence[index].item(),
            "state": STATES[int(answers.state[index])],
        }
        for index in wrong[confidence[wrong].argsort(descending=True)].tolist()
    ]


def measure_test(recogniser: Recogniser, test: Digits) -> dict[str, Any]:
    """Measure on MNIST's test images all that the card tells of them."""
    answers = recogniser.answer(test.images)
    return {
        "test": measure(answers, test.labels),
        "rejection": rejection(answers, test.labels),
        "misread": misread(answers, test.labels),
        "nondigits": measure_nondigits(recogniser, test.take(slice(NONDIGITS))),
        "corruptions": measure_corruptions(recogniser, test.take(slice(CORRUPTED))),
    }


def measure_strokes(recogniser: Recogniser, drawings: list[Drawing]) -> dict[str, Any]:
    """Replay real pen strokes on the pad and read them; adds a row a writer, and a pen.

    alone: without the pen's path, so from the picture only.
    """
    digits, paths = replay(recogniser, drawings), recogniser.paths(one.strokes for one in drawings)
    labels, answers = digits.labels, recogniser.answer(digits.images, paths)
    right = answers.digit == labels
    alone = recogniser.answer(digits.images).digit == labels
    rows = []
    for writer in sorted({drawing.writer for drawing in drawings}):
        own = torch.tensor([drawing.writer == writer for drawing in drawings])
        shares = {"accuracy": share(right[own]), "alone": share(alone[own])}
        rows.append({"writer": writer, "images": int(own.sum()), **shares})
    return measure(answers, labels) | {
        "writers": rows,
        "pens": measure_pens(recogniser, drawings, paths),
        "alone": share(alone),
    }


def measure_nondigits(recogniser: Recogniser, digits: Digits) -> dict[str, float]:
    """Return how many of the non-digits made by code are not read as digits, kind by kind.

    They come from the makers that the network learned from, but are other drawings.
    """
    with torch.random.fork_rng():
        torch.manual_seed(SEED)
        own = traced(digits)
        strange, kinds = nondigits(digits, own.fields, NONDIGITS)
        unlabelled = torch.full_like(kinds, NO_LABEL)
        images = redraw(Drawings(strange, unlabelled, kinds)).images
    refused = (recogniser.answer(images).state != DIGIT).float()
    return {
        kind: refused[kinds == index].mean().item() for index, kind in enumerate(KINDS) if index
    }


def shapes(values: Iterable[onnx.ValueInfoProto]) -> dict[str, Any]:
    """Describe a graph's inputs or outputs: meaning, type, shape; free axes by name."""
    return {
        value.name: {
            "about": export.ABOUT.get(value.name, ""),
            "type": onnx.TensorProto.DataType.Name(value.type.tensor_type.elem_type).lower(),
            "shape": [
                axis.dim_param or axis.dim_value for axis in value.type.tensor_type.shape.dim
            ],
        }
        for value in values
    }


def describe_graph(path: Path) -> dict[str, Any]:
    """Describe one file: its name, hash, size, inputs and outputs."""
    content = path.read_bytes()
    graph = onnx.load_from_string(content).graph
    return {
        "file": path.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "inputs": shapes(graph.input),
        "outputs": shapes(graph.output),
    }


def described(models: Path) -> dict[str, Any]:
    """Describe the graphs of a folder."""
    return {name: describe_graph(models / f"{name}.onnx") for name in export.GRAPHS}


def write_card(mnist: Path, models: Path, rules: Rules, training: dict[str, Any]) -> None:
    """Measure the graphs on MNIST's test images and write digits.json beside them."""
    measured = measure_test(Recogniser(models), data.load(mnist, "t10k"))
    card = {
        "labels": [str(digit) for digit in range(10)],
        "states": list(STATES),
        "reasons": list(KINDS),
        "rules": asdict(rules),
        "graphs": described(models),
        "training": training,
        "versions": {
            "python": platform.python_version(),
            "torch": torch.__version__,
            "onnx": onnx.__version__,
            "onnxruntime": onnxruntime.__version__,
        },
        "reproduce": REPRODUCE,
        **measured,
    }
    save_card(models, card)


def save_card(models: Path, card: dict[str, Any]) -> None:
    """Write digits.json, and print what is in it."""
    (models / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(report("MNIST test", card["test"]))
    shares = ", ".join(f"{kind} {share:.1%}" for kind, share in card["nondigits"].items())
    print(f"non-digits not read as digits: {shares}")
    for name, row in card["corruptions"].items():
        print(f"  {name:14} right {row['accuracy']:6.1%}  answered {row['answered']:6.1%}")
    for row in card["rejection"]:
        print(f"  {row['withheld']:.1%} withheld: {row['wrong']:.2%} of the rest wrong")
    if "strokes" in card:
        print(report("strokes", card["strokes"]))
        for name, row in card["unseen"].items():
            print(f"  unseen {name}: {row['drawings']}, refused {row['refused']:.1%}")
        for name, share in card["constancy"].items():
            print(f"  decided alike whatever the {name}: {share:.2%}")


def report(name: str, measured: dict[str, Any]) -> str:
    """Lay out what was measured as text."""
    low, high = measured["interval"]
    lines = [
        f"{name}: {measured['correct']} of {measured['images']} right, "
        f"{measured['accuracy']:.2%} (95% interval {low:.2%} to {high:.2%})",
        f"  expected calibration error {measured['calibration']['error']:.2%}",
        "  " + ", ".join(f"{state} {share:.2%}" for state, share in measured["states"].items()),
        "  digit  images  recall  precision",
    ]
    for row in measured["classes"]:
        lines.append(
            f"  {row['label']:5}  {row['images']:6}  {row['recall']:6.2%}  {row['precision']:9.2%}"
        )
    for row in measured.get("writers", []):
        lines.append(f"  writer {row['writer']}: {row['images']}, {row['accuracy']:.2%}")
    for row in measured.get("pens", []):
        lines.append(f"  pen {row['pen']:g}, fitted {row['fitted']:.2f}: {row['accuracy']:.2%}")
    return "\n".join(lines)


def main() -> None:
    """Measure the graphs of a folder again, and its card with them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--strokes", type=Path, help="real pen strokes, a .jsonl.gz file")
    parser.add_argument("--plots", type=Path, default=plots.FOLDER, help="folder for pictures")
    given = parser.parse_args()
    card = json.loads((given.models / CARD).read_text(encoding="utf-8"))
    recogniser = Recogniser(given.models)
    test = data.load(given.mnist, "t10k")
    card |= measure_test(recogniser, test)
    before, card["graphs"] = card["graphs"], described(given.models)
    if card["graphs"] != before:
        for name in ("strokes", "unseen", "constancy"):
            card.pop(name, None)  # they were another network's
    if given.strokes:
        _, drawings = realpens.split(list(strokes.read_drawings(given.strokes)))
        card["strokes"] = measure_strokes(recogniser, drawings)
        card["unseen"] = limits.measure_unseen(recogniser, drawings)
        card["constancy"] = limits.constancy(recogniser, drawings)
    save_card(given.models, card)
    for path in plots.write(card, test, given.plots):
        print(path)


if __name__ == "__main__":
    main()
