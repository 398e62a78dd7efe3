"""Train the network that reads the pen's path, and find how far it may be trusted.

How much the readout doubts the path is one number, chosen on the twenty writers alone: each is
read by a network that learned from the others, and by the picture's network as it was before it
met any of them (start.onnx).

`python -m training.train` calls it. Called as `python -m training.learn_paths --mnist DIR
[--models models]`, it leaves the picture's network as it is.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections.abc import Iterable
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
from training.paths import POINTS, PathNet, Resample, bent, joined, shuffled, sketched
from training.preprocess import Preprocess
from training.readout import Readout, Rules
from training.saved import renewed
from training.strokes import Drawing

FOLDS = 4
DOUBTS: list[float] = torch.logspace(-4, -0.3, 75).tolist()


@dataclass(frozen=True)
class Learned:
    """The network, how far the readout doubts it, and what the card says of it."""

    network: PathNet
    doubt: float
    told: dict[str, Any]


@dataclass(frozen=True)
class PathPlan:
    """What decides how the path's network learns; the same plan gives the same network.

    sketches: how many are drawn by code; every: of the real digits, every so many is taken.
    """

    seed: int = 3
    sketches: int = 5_000
    epochs: int = 12
    batch: int = 128
    rate: float = 4e-3
    decay: float = 0.02
    smoothing: float = 0.02
    every: int = 1


def encode(drawn: Iterable[Strokes], shuffle: bool = False) -> Tensor:
    """Return paths [n, 3, 32]; shuffled, as other people might have drawn the same."""
    resample = Resample()
    return torch.cat([resample(*joined(shuffled(one) if shuffle else one)) for one in drawn])


def learned(plan: PathPlan, drawings: list[Drawing]) -> PathNet:
    """Train a network on real strokes and sketches, shuffled anew in each epoch."""
    torch.manual_seed(plan.seed)
    drawn, labels = sketched(plan.sketches)
    drawn += [realpens.lines_of(one) for one in drawings]
    labels = torch.cat([labels, torch.tensor([one.label for one in drawings])])
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
def unmet(plan: PathPlan, drawings: list[Drawing]) -> Tensor:
    """Return the logits [n, 10] of drawings by networks that learned from other writers only."""
    writers = sorted({one.writer for one in drawings}, key=int)
    logits = torch.zeros(len(drawings), 10)
    for fold in range(FOLDS):
        apart = set(writers[fold::FOLDS])
        with torch.enable_grad():
            network = learned(plan, [one for one in drawings if one.writer not in apart])
        rows = [place for place, one in enumerate(drawings) if one.writer in apart]
        if rows:
            logits[rows] = network(encode(realpens.lines_of(drawings[place]) for place in rows))
    return logits


def pictured(drawings: list[Drawing]) -> Tensor:
    """Return the logits [n, 10] of the picture's network before it met these writers."""
    graph, prepare, on = export.session(start.START), Preprocess(), torch.ones(())
    images = [prepare(strokes.render(one.strokes), on, on)[0] for one in drawings]
    parts = torch.split(torch.cat(images), 250)
    return torch.cat([export.run(graph, part)["logits"] for part in parts])


def least_doubt(picture: Tensor, path: Tensor, labels: Tensor, temperature: float) -> float:
    """Return the doubt with the least cross-entropy of what both say together."""
    none = torch.zeros(len(labels), 1, 28, 28), export.NO_BOX
    kinds = torch.zeros(len(labels), 5)
    losses = []
    for doubt in DOUBTS:
        readout = Readout(Rules(temperature=temperature, path_doubt=doubt))
        probabilities = readout(picture, kinds, *none, path)[0]
        losses.append(functional.nll_loss(probabilities.log(), labels))
    return DOUBTS[int(torch.stack(losses).argmin())]


def learn(plan: PathPlan, temperature: float) -> Learned:
    """Train the network that ships, and say how far to trust it."""
    began = time.perf_counter()
    drawings = list(strokes.read_drawings(realpens.OWN))[:: plan.every]
    labels = torch.tensor([one.label for one in drawings])
    doubt = least_doubt(pictured(drawings), unmet(plan, drawings), labels, temperature)
    network = learned(plan, drawings)
    told = {
        "plan": asdict(plan),
        "parameters": parameter_count(network),
        "points": POINTS,
        "seconds": time.perf_counter() - began,
    }
    return Learned(network, doubt, told)


def main() -> None:
    """Train the path's network anew beside a picture's network that stays."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    torch.set_num_threads(1)
    card = json.loads((given.models / CARD).read_text("utf-8"))
    paths = learn(PathPlan(), card["rules"]["temperature"])
    rules = replace(Rules(**card["rules"]), path_doubt=paths.doubt)
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
