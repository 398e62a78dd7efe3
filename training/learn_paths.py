"""Train the network that reads the pen's path, and find from when on it's sure.

That is one number, chosen on the twenty writers alone: each of them is read by a network that
learned from the others only. From that number on, it misreads at most MISREAD of their drawings.

`python -m training.train` calls it. Called as `python -m training.learn_paths --mnist DIR
[--models models]`, it leaves the picture's network as it is.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from training import data, export, realpens, start, strokes
from training.evaluate import CARD, MODELS, write_card
from training.faces import Strokes
from training.model import DigitNet, parameter_count
from training.paths import POINTS, PathNet, Resample, bent, both_ways, joined, shuffled, sketched
from training.readout import Rules
from training.saved import renewed
from training.strokes import Drawing

FOLDS = 4
CHUNK = 250  # drawings that are encoded together
SURENESS = [hundredth / 100 for hundredth in range(50, 100)]
MISREAD = 0.002  # of other people's drawings, where the path is called sure


@dataclass(frozen=True)
class Learned:
    """The network, from when on it's sure, and what the card says of it."""

    network: PathNet
    sure: float
    told: dict[str, Any]


@dataclass(frozen=True)
class PathPlan:
    """What decides how the path's network learns; the same plan gives the same network.

    sketches: how many are drawn by code; every: of the real digits, every so many is taken;
    real: whether it learns from them, or they only say from when on it's sure.
    """

    seed: int = 3
    sketches: int = 5_000
    epochs: int = 12
    batch: int = 128
    rate: float = 4e-3
    decay: float = 0.02
    smoothing: float = 0.02
    every: int = 1
    real: bool = True


def encode(drawn: list[Strokes], shuffle: bool = False) -> Tensor:
    """Return paths [n, 3, 32]; shuffled, as other people might have drawn the same."""
    resample = Resample()
    parts = [drawn[start : start + CHUNK] for start in range(0, len(drawn), CHUNK)]
    return torch.cat(
        [resample(*joined(map(shuffled, part) if shuffle else part)) for part in parts]
    )


def learned(plan: PathPlan, drawings: list[Drawing]) -> PathNet:
    """Train a network on real strokes and sketches, shuffled anew in each epoch."""
    torch.manual_seed(plan.seed)
    drawn, labels = sketched(plan.sketches)
    drawn += [realpens.lines_of(one) for one in drawings]
    written = torch.tensor([one.label for one in drawings], dtype=torch.int64)
    labels = torch.cat([labels, written])
    model = PathNet()
    batches = len(labels) // plan.batch
    optimiser = torch.optim.AdamW(model.parameters(), plan.rate, weight_decay=plan.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, plan.rate, total_steps=plan.epochs * batches
    )
    for _ in range(plan.epochs):
        paths = bent(encode(drawn, shuffle=True))
        rows = torch.randperm(len(labels))[: batches * plan.batch]
        for chosen in torch.split(rows, plan.batch):
            logits = model(paths[chosen])
            loss = functional.cross_entropy(logits, labels[chosen], label_smoothing=plan.smoothing)
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
            schedule.step()
    return model.eval()


@torch.no_grad()
def unmet(plan: PathPlan, drawings: list[Drawing], network: PathNet) -> Tensor:
    """Return the logits [n, 10] of drawings by networks that learned from other writers only.

    The network that ships is such a one itself if it has learned from none.
    """
    if not plan.real:
        return both_ways(network, encode([realpens.lines_of(one) for one in drawings]))
    writers = sorted({one.writer for one in drawings}, key=int)
    logits = torch.zeros(len(drawings), 10)
    for fold in range(FOLDS):
        apart = set(writers[fold::FOLDS])
        with torch.enable_grad():
            network = learned(plan, [one for one in drawings if one.writer not in apart])
        rows = [place for place, one in enumerate(drawings) if one.writer in apart]
        if rows:
            lines = [realpens.lines_of(drawings[place]) for place in rows]
            logits[rows] = both_ways(network, encode(lines))
    return logits


def least_sure(logits: Tensor, labels: Tensor) -> float:
    """Return the least sureness from which on at most MISREAD of the drawings are misread.

    logits [n, 10]: what the path says of drawings whose digits are labels [n].
    """
    sureness, digits = torch.softmax(logits, 1).max(1)
    wrong = (digits != labels).float()
    shares = [wrong[sureness >= least].mean() for least in SURENESS]
    return next(
        (least for least, share in zip(SURENESS, shares, strict=True) if share <= MISREAD), 1.0
    )


def learn(plan: PathPlan) -> Learned:
    """Train the network that ships, and say from when on it's sure."""
    began = time.perf_counter()
    drawings = list(strokes.read_drawings(realpens.OWN))[:: plan.every]
    labels = torch.tensor([one.label for one in drawings])
    network = learned(plan, drawings if plan.real else [])
    sure = least_sure(unmet(plan, drawings, network), labels)
    told = {
        "plan": asdict(plan),
        "parameters": parameter_count(network),
        "points": POINTS,
        "seconds": time.perf_counter() - began,
    }
    return Learned(network, sure, told)


def main() -> None:
    """Train the path's network anew beside a picture's network that stays."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    torch.set_num_threads(1)
    card = json.loads((given.models / CARD).read_text("utf-8"))
    paths = learn(PathPlan())
    rules = replace(Rules(**card["rules"]), path_sure=paths.sure)
    picture = DigitNet().eval()
    start.fill(picture, start.stored(given.models / "digits.onnx"))
    images = data.load(given.mnist, "train").images[: export.CHECKED]
    drawn = [realpens.lines_of(one) for one in strokes.read_drawings(realpens.OWN)]
    told = {
        "parameters": parameter_count(picture) + paths.told["parameters"],
        "path": paths.told,
    }
    with renewed(given.models) as folder:
        for name in ("preprocess", "digits"):
            shutil.copy(given.models / f"{name}.onnx", folder)
        export.export_path(folder / "path.onnx", paths.network, drawn[: export.CHECKED])
        export.export_readout(folder / "readout.onnx", rules, picture, images)
        write_card(given.mnist, folder, rules, card["training"] | told)


if __name__ == "__main__":
    main()
