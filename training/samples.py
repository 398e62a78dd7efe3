"""Write the numbers that the lesson Loss shows: real logits, calibration, training curves.

Called as `python -m training.samples --mnist DIR`. Lessons run in the browser, where neither the
images nor these graphs are at hand for Python; so what they show is measured here, once.
"""

from __future__ import annotations

import argparse
import json
import pprint
from pathlib import Path
from typing import Any

import numpy as np
import torch

import nn
from training import data, export
from training.evaluate import MODELS
from training.recogniser import Recogniser

TARGET = Path("site/lessons/06-loss/data/samples.py")
# Test images by their place: a plain one, two that are hard, two that are read wrong.
DRAWINGS = (0, 947, 1014, 659, 4740)
TEMPERATURES = {0.25, 0.5, 1.0, 1.5, 2.0, 3.0}
BINS = 10
IMAGES, CHECKED = 400, 1000  # the small network learns from so few, and is checked on these
HIDDEN, EPOCHS, BATCH, RATE, SEED = 32, 60, 25, 0.003, 0
NOISE = 0.2  # share of the labels that are made wrong
DECAYS = (0.1, 1, 10)  # weight decay that the curves are drawn with, besides none
SEEDS = 5  # how often the lowest validation loss is measured, to see how far it's luck
HEAD = '''"""Measured and written by training/samples.py: change that, and run it again."""

# ruff: noqa: E501
# fmt: off

'''


def logits_of(recogniser: Recogniser, images: torch.Tensor) -> nn.Array:
    """Return the full model's logits (n, 10) of images [n, 1, 28, 28]."""
    parts = [export.run(recogniser.digits, part)["logits"] for part in torch.split(images, 250)]
    return torch.cat(parts).double().numpy()


def drawing(image: torch.Tensor, label: int, logits: nn.Array) -> dict[str, Any]:
    """Describe one test image; its pixels are one hexadecimal digit each, row by row."""
    levels = (image.flatten() * 15).round().long().tolist()
    return {
        "label": label,
        "logits": [round(z, 3) for z in logits.tolist()],
        "pixels": "".join(f"{level:x}" for level in levels),
    }


def reliability(z: nn.Array, y: nn.Labels) -> dict[str, Any]:
    """Return the loss, the expected calibration error and the bins of logits z (n, 10).

    Each bin is (count, mean confidence, share that is right); empty bins are left out.
    """
    p = nn.softmax(z)
    confidence, right = p.max(axis=1), p.argmax(axis=1) == y
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    bins = []
    for index in range(BINS):
        inside = place == index
        if inside.any():
            bins.append((int(inside.sum()), confidence[inside].mean(), right[inside].mean()))
    error = sum(count * abs(said - true) for count, said, true in bins) / len(y)
    rounded = [(count, round(float(said), 4), round(float(true), 4)) for count, said, true in bins]
    return {
        "loss": round(nn.cross_entropy(z, y), 4),
        "error": round(float(error), 4),
        "bins": rounded,
    }


def calibrated(z: nn.Array, y: nn.Labels, temperatures: list[float]) -> dict[float, Any]:
    """Return `reliability` at each temperature."""
    return {one: reliability(z / one, y) for one in temperatures}


def learn(
    x: nn.Array,
    y: nn.Labels,
    checked: nn.Array,
    checked_y: nn.Labels,
    decay: float = 0.0,
    seed: int = SEED,
) -> tuple[dict[str, list[float]], nn.MLP]:
    """Train a small network; return losses and accuracies before and after every epoch."""
    rng = np.random.default_rng(seed)
    network = nn.MLP.random([x.shape[1], HIDDEN, 10], rng)
    optimiser = nn.Adam(network.parameters, RATE, weight_decay=decay)
    curves: dict[str, list[float]] = {
        name: [] for name in ("train", "validation", "train_right", "validation_right")
    }
    for epoch in range(EPOCHS + 1):
        for name, (inputs, labels) in {"train": (x, y), "validation": (checked, checked_y)}.items():
            z = network.forward(inputs).logits
            curves[name].append(round(nn.cross_entropy(z, labels), 4))
            curves[f"{name}_right"].append(round(nn.accuracy(z.argmax(axis=1), labels), 4))
        if epoch == EPOCHS:
            break
        for rows, labels in nn.minibatches(x, y, BATCH, rng):
            trace = network.forward(rows)
            grad = nn.cross_entropy_gradient(trace.logits, labels)
            optimiser.step(network.backward(trace, grad).parameters)
    return curves, network


def spoilt(y: nn.Labels) -> nn.Labels:
    """Return the labels with a share of them replaced by another digit."""
    rng = np.random.default_rng(SEED)
    wrong = rng.permutation(len(y))[: round(NOISE * len(y))]
    changed = y.copy()
    changed[wrong] = (y[wrong] + rng.integers(1, 10, len(wrong))) % 10
    return changed


def decayed(given: tuple[nn.Array, nn.Labels, nn.Array, nn.Labels]) -> dict[str, Any]:
    """Return the curves with each weight decay, and over the seeds what the validation ends in.

    LOWEST: the lowest validation losses; ENDED: (accuracy, mean confidence in a wrong answer) of
    the validation images after the last epoch.
    """
    x, y, checked, checked_y = given
    labels = {"clean": y, "noisy": spoilt(y)}
    runs = {
        decay: [learn(*given, decay=decay, seed=seed) for seed in range(SEEDS)]
        for decay in (0, *DECAYS)
    }
    return {
        "DECAYED": {
            name: {decay: learn(x, these, checked, checked_y, decay=decay)[0] for decay in DECAYS}
            for name, these in labels.items()
        },
        "LOWEST": {
            decay: [min(curves["validation"]) for curves, _ in those]
            for decay, those in runs.items()
        },
        "ENDED": {
            decay: [ended(network.forward(checked).logits, checked_y) for _, network in those]
            for decay, those in runs.items()
        },
    }


def ended(z: nn.Array, y: nn.Labels) -> tuple[float, float]:
    """Return the accuracy of logits z (n, 10), and the mean confidence in a wrong answer."""
    p = nn.softmax(z)
    right = p.argmax(axis=1) == y
    return round(float(right.mean()), 4), round(float(p.max(axis=1)[~right].mean()), 4)


def flat(images: torch.Tensor) -> nn.Array:
    """Return images [n, 1, 28, 28] as rows (n, 784)."""
    return images.flatten(1).double().numpy()


def best(z: nn.Array, y: nn.Labels) -> float:
    """Return the temperature, in steps of 0.05, with the least cross-entropy."""
    candidates = np.arange(0.2, 4, 0.05)
    losses = [nn.cross_entropy(z / one, y) for one in candidates]
    return round(float(candidates[int(np.argmin(losses))]), 2)


def collect(mnist: Path, models: Path, shipped: float) -> dict[str, Any]:
    """Measure everything; shipped is the temperature that the full model answers with."""
    train, test = data.load(mnist, "train"), data.load(mnist, "t10k")
    y = test.labels.numpy()
    full = logits_of(Recogniser(models), test.images)
    few, checks = train.take(slice(IMAGES)), train.take(slice(IMAGES, IMAGES + CHECKED))
    given = (flat(few.images), few.labels.numpy(), flat(checks.images), checks.labels.numpy())
    clean, network = learn(*given)
    noisy, _ = learn(given[0], spoilt(given[1]), *given[2:])
    small = network.forward(flat(test.images)).logits
    cooler = best(network.forward(given[2]).logits, given[3])
    temperatures = sorted(TEMPERATURES | {shipped, cooler})
    return {
        "SHIPPED": shipped,
        "COOLER": cooler,
        "IMAGES": IMAGES,
        "CHECKED": CHECKED,
        "NOISE": NOISE,
        "RATE": RATE,
        "TESTED": len(y),
        "RIGHT": {
            "full": float(nn.accuracy(full.argmax(axis=1), y)),
            "small": float(nn.accuracy(small.argmax(axis=1), y)),
        },
        "DRAWINGS": [drawing(test.images[i], int(y[i]), full[i]) for i in DRAWINGS],
        "CALIBRATION": {
            "full": calibrated(full, y, temperatures),
            "small": calibrated(small, y, temperatures),
        },
        "CURVES": {"clean": clean, "noisy": noisy},
        **decayed(given),
    }


def main() -> None:
    """Measure, and write the lesson's file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    card = (given.models / "digits.json").read_text(encoding="utf-8")
    shipped = round(json.loads(card)["rules"]["temperature"], 4)
    numbers = collect(given.mnist, given.models, shipped)
    written = [
        f"{name} = {pprint.pformat(value, width=400, compact=True, sort_dicts=False)}\n"
        for name, value in numbers.items()
    ]
    given.out.parent.mkdir(exist_ok=True)
    given.out.write_text(HEAD + "".join(written), encoding="utf-8")
    print(f"{given.out}: {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
