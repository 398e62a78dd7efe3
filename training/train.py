"""Train the network on MNIST, export the three graphs, measure them and write the card.

Called as `python -m training.train --mnist DIR [--quick] [--resume] [--out models]`.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel
from tqdm import tqdm

from training import data, export
from training.augment import render, warp_fields, warp_images
from training.calibrate import calibrate
from training.data import Digits
from training.evaluate import write_card
from training.model import DigitNet, parameter_count, read
from training.nondigits import nondigits
from training.pens import fields_of, unpack

RUNS = Path(__file__).parent / "runs"


@dataclass(frozen=True)
class Plan:
    """Everything that decides a run; the same plan on the same machine gives the same model.

    digits: how many training images are used; each batch holds `batch` digits, half of them
    bent images and half redrawn by pens, and `batch` * `others` drawings that are no digits.
    """

    seed: int = 3
    digits: int = 55_000
    epochs: int = 12
    batch: int = 128
    others: float = 0.25
    rate: float = 3e-3
    decay: float = 0.02
    smoothing: float = 0.05
    kind_weight: float = 0.5
    average: float = 0.998


QUICK = Plan(digits=3_000, epochs=3, average=0.9)


@dataclass
class Run:
    """A run as it stands: what a checkpoint holds."""

    plan: Plan
    device: torch.device
    model: DigitNet
    average: AveragedModel
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    log: list[dict[str, Any]]


def begin(plan: Plan) -> Run:
    """Set up a fresh run; the graphics card is used where there is one."""
    torch.manual_seed(plan.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # Channels last makes the convolutions of a small network about twice as fast on a CPU.
    model = DigitNet().to(device)
    for parameter in model.parameters():
        if parameter.dim() == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    average = AveragedModel(
        model,
        avg_fn=lambda old, new, _: torch.lerp(new, old, plan.average),
        use_buffers=True,
    )
    optimiser = torch.optim.AdamW(model.parameters(), plan.rate, weight_decay=plan.decay)
    steps = plan.epochs * (plan.digits // plan.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, plan.rate, total_steps=steps, pct_start=0.15
    )
    return Run(plan, device, model, average, optimiser, schedule, [])


def checkpoint(run: Run, path: Path) -> None:
    """Save a run so that `resume` goes on exactly where it stopped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    torch.save(
        {
            "plan": asdict(run.plan),
            "model": run.model.state_dict(),
            "average": run.average.state_dict(),
            "optimiser": run.optimiser.state_dict(),
            "schedule": run.schedule.state_dict(),
            "log": run.log,
            "random": torch.get_rng_state(),
        },
        fresh,
    )
    fresh.replace(path)  # a run that is killed while it saves leaves the old one whole


def resume(run: Run, path: Path) -> None:
    """Load a checkpoint of the same plan into a fresh run."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    if saved["plan"] != asdict(run.plan):
        raise SystemExit(f"{path} is of another plan: {saved['plan']}; start without --resume")
    for part in ("model", "average", "optimiser", "schedule"):
        getattr(run, part).load_state_dict(saved[part])
    run.log[:] = saved["log"]
    torch.set_rng_state(saved["random"])


def compose(images: Tensor, fields: Tensor, others: int) -> tuple[Tensor, Tensor]:
    """Make one batch of digits and, after them, of non-digits; return images and kinds.

    images [n, 1, 28, 28] and fields [n, 56, 56] show the same digits; the first half is bent,
    the second redrawn by pens.
    """
    half = len(images) // 2
    strange, kinds = nondigits(fields[:others])
    redrawn = render(warp_fields(torch.cat([fields[half:], strange])))
    digits = torch.zeros(len(images), dtype=torch.long)
    return torch.cat([warp_images(images[:half]), redrawn]), torch.cat([digits, kinds])


def loss_of(run: Run, images: Tensor, labels: Tensor, kinds: Tensor) -> Tensor:
    """Sum the two losses: which digit, for digits only, and which kind of drawing."""
    reading = run.model(images.contiguous(memory_format=torch.channels_last))
    which = functional.cross_entropy(
        reading.logits[: len(labels)], labels, label_smoothing=run.plan.smoothing
    )
    return which + run.plan.kind_weight * functional.cross_entropy(reading.kinds, kinds)


def train_epoch(run: Run, digits: Digits, fields: Tensor) -> float:
    """Show every digit once; return the mean loss."""
    run.model.train()
    order = torch.randperm(len(digits))
    whole = len(order) // run.plan.batch * run.plan.batch
    batches = torch.split(order[:whole], run.plan.batch)
    total = 0.0
    for chosen in tqdm(batches, f"epoch {len(run.log) + 1}/{run.plan.epochs}", leave=False):
        others = int(run.plan.batch * run.plan.others)
        images, kinds = compose(digits.images[chosen], unpack(fields[chosen]), others)
        loss = loss_of(
            run,
            images.to(run.device),
            digits.labels[chosen].to(run.device),
            kinds.to(run.device),
        )
        run.optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(run.model.parameters(), 5.0)
        run.optimiser.step()
        run.schedule.step()
        run.average.update_parameters(run.model)
        total += loss.item()
    return total / len(batches)


def train(run: Run, digits: Digits, validation: Digits, path: Path) -> DigitNet:
    """Run all epochs that are left, with a checkpoint after each; return the averaged model."""
    averaged = run.average.module
    assert isinstance(averaged, DigitNet)
    left = len(run.log) < run.plan.epochs
    fields = fields_of(digits.images) if left else torch.empty(0)
    while len(run.log) < run.plan.epochs:
        start = time.perf_counter()
        loss = train_epoch(run, digits, fields)
        logits, _ = read(averaged, validation.images)
        right = (logits.argmax(1) == validation.labels).float().mean().item()
        seconds = time.perf_counter() - start
        run.log.append({"loss": loss, "validation": right, "seconds": seconds})
        tqdm.write(json.dumps({"epoch": len(run.log)} | run.log[-1]))
        checkpoint(run, path)
    return averaged.cpu().eval()


def main() -> None:
    """Read the command line and do the whole path."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--out", type=Path, help="folder for the models (default: models)")
    parser.add_argument("--quick", action="store_true", help="the same path on a small subset")
    parser.add_argument("--resume", action="store_true", help="go on after the last checkpoint")
    given = parser.parse_args()
    if given.quick and given.out is None:
        parser.error("--quick needs --out: it never overwrites the real models")
    plan = QUICK if given.quick else Plan()
    digits, validation = data.split(data.load(given.mnist, "train"))
    run = begin(plan)
    path = (given.out if given.quick else RUNS) / "checkpoint.pt"
    if given.resume and path.exists():
        resume(run, path)
    model = train(run, digits.take(slice(plan.digits)), validation, path)
    out = given.out or Path("models")
    rules = calibrate(model, validation)
    export.write(model, rules, out, digits.images[: export.CHECKED])
    training = {
        "plan": asdict(plan),
        "parameters": parameter_count(model),
        "torch": torch.__version__,
        "log": run.log,
    }
    write_card(given.mnist, out, rules, training)


if __name__ == "__main__":
    main()
