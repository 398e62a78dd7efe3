"""Train both networks, export the four graphs, measure them and write the card.

Called as `python -m training.train --mnist DIR [--quick] [--resume] [--out models]`. With
`--without-strokes`, it does the same without the real pens' strokes, into a folder of its own.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel
from tqdm import tqdm

from training import data, export, learn_paths, realpens, start, strokes
from training.batches import Batch, Drawings, Epoch, invented, traced
from training.calibrate import calibrate
from training.data import Digits
from training.evaluate import MODELS, write_card
from training.model import DigitNet, parameter_count, read
from training.saved import load_saved, renewed, save_whole

RUNS = Path(__file__).parent / "runs"
QUICK_OUT = RUNS / "quick"
WITHOUT_OUT = RUNS / "without-strokes"
WARMED = 1_000  # images that a warm run measures its statistics on
CLIP = 5.0  # the largest norm of a gradient


@dataclass(frozen=True)
class Plan:
    """Everything that decides a run; the same plan on the same machine gives the same model.

    digits and validation: how many images of MNIST's 60,000 are used; sketches and others:
    how many digits and non-digits are drawn by code beside them. Each batch holds `batch`
    digits of MNIST and `extra` of those drawings. rate and decay are AdamW's; the rate falls
    to zero over the last `cooling` epochs. average is the share of the old weights that the
    running average keeps at each step.

    After these epochs come `settling` more, with drawings that the network has not seen:
    `fresh` digits are drawn anew, each batch gets `fresh_extra` drawings, and the rate rises to
    `settling_rate` over one epoch and falls to zero. `real` is how often each of the real digits
    is among the drawings.

    A run that is `warm` begins with the weights of start.onnx, which see lines and corners well
    enough: its first two convolutions stay as they are. Of its result, `kept` is the share of
    the weights that it began with.
    """

    seed: int = 3
    digits: int = 55_000
    validation: int = data.VALIDATION_SIZE
    sketches: int = 16_000
    others: int = 16_000
    epochs: int = 0
    batch: int = 128
    extra: int = 32
    rate: float = 2e-3
    cooling: int = 16
    decay: float = 0.02
    smoothing: float = 0.05
    kind_weight: float = 0.3
    average: float = 0.999
    settling: int = 4
    fresh: int = 16_000
    fresh_extra: int = 128
    settling_rate: float = 2e-3
    real: int = 3
    warm: bool = True
    kept: float = 0.4


QUICK = Plan(
    digits=2_000,
    validation=500,
    sketches=200,
    others=250,
    epochs=4,
    cooling=3,
    batch=64,
    extra=16,
    average=0.8,
    settling=1,
    fresh=200,
    fresh_extra=16,
    real=0,
    warm=False,
)
WHOLE = replace(Plan(), epochs=40, warm=False)  # from random weights
QUICK_PATHS = learn_paths.PathPlan(sketches=100, epochs=1, every=20)


@dataclass
class Run:
    """A run as it stands: what a checkpoint holds."""

    plan: Plan
    device: torch.device
    model: DigitNet
    average: AveragedModel
    optimiser: torch.optim.Optimizer
    log: list[dict[str, Any]]


def has_bfloat16(device: torch.device) -> bool:
    """Say whether the device computes in bfloat16 faster than in float32."""
    return device.type == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))


def mixed(share: float, old: Tensor, new: Tensor, steps: Tensor | int) -> Tensor:
    """Keep a share of the old weights; less in the first steps, to forget the random start."""
    kept = min(share, float(steps / (steps + 10)))
    return kept * old + (1 - kept) * new


def begin(plan: Plan, images: Tensor | None = None) -> Run:
    """Set up a fresh run; the graphics card is used where there is one.

    images [n, 1, 28, 28]: some of those that it'll see, for a warm one.
    """
    torch.manual_seed(plan.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # Channels last makes the convolutions of a small network about twice as fast on a CPU.
    model = DigitNet()
    if plan.warm and images is not None:
        start.load(model, start.START, images)
    model.to(device)
    for parameter in model.parameters():
        if parameter.dim() == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    average = AveragedModel(model, avg_fn=partial(mixed, plan.average), use_buffers=True)
    optimiser = torch.optim.AdamW(model.parameters(), plan.rate, weight_decay=plan.decay)
    return Run(plan, device, model, average, optimiser, [])


def rate_at(plan: Plan, epoch: float) -> float:
    """Return the learning rate after so many epochs: it rises over one, stays, falls to zero.

    Before it falls it does not depend on how many epochs there are, so a run can be made longer.
    While the network settles it rises and falls once more.
    """
    if epoch > plan.epochs:
        settled = epoch - plan.epochs
        return plan.settling_rate * min(1.0, settled) * (1 - settled / plan.settling)
    return plan.rate * min(1.0, epoch, (plan.epochs - epoch) / plan.cooling)


def checkpoint(run: Run, path: Path) -> None:
    """Save a run so that `resume` goes on exactly where it stopped."""
    state = {
        "plan": asdict(run.plan),
        "model": run.model.state_dict(),
        "average": run.average.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "log": run.log,
    }
    save_whole(state, path)


def resume(run: Run, path: Path) -> None:
    """Load a checkpoint of the same plan into a fresh run, if there is a whole one."""
    saved = load_saved(path)
    if saved is None:
        return
    begun = Plan(**saved["plan"])
    longer = replace(begun, epochs=run.plan.epochs)
    cooling = len(saved["log"]) > min(begun.epochs, run.plan.epochs) - begun.cooling
    if run.plan != (begun if cooling else longer):
        raise SystemExit(f"{path} belongs to another plan, {begun}; start without --resume")
    for part in ("model", "average", "optimiser"):
        getattr(run, part).load_state_dict(saved[part])
    run.log[:] = saved["log"]


def loss_of(run: Run, batch: Batch) -> Tensor:
    """Sum the two losses: which digit, for digits only, and which kind of drawing."""
    images = batch.images.to(run.device, memory_format=torch.channels_last)
    with torch.autocast(run.device.type, torch.bfloat16, enabled=has_bfloat16(run.device)):
        reading = run.model(images)
    which = functional.cross_entropy(
        reading.logits.float(), batch.labels.to(run.device), label_smoothing=run.plan.smoothing
    )
    kind = functional.cross_entropy(reading.kinds.float(), batch.kinds.to(run.device))
    return which + run.plan.kind_weight * kind


def train_epoch(run: Run, epoch: Epoch) -> float:
    """Show every digit once; return the mean loss."""
    run.model.train()
    if run.plan.warm:
        for part in (run.model.conv1, run.model.conv2):
            part.requires_grad_(False).eval()
    torch.manual_seed(epoch.seed)
    total = 0.0
    name = f"epoch {len(run.log) + 1}/{run.plan.epochs + run.plan.settling}"
    for number, batch in enumerate(tqdm(epoch.loader(), name, leave=False, mininterval=1), 1):
        rate = rate_at(run.plan, len(run.log) + number / len(epoch))
        for group in run.optimiser.param_groups:
            group["lr"] = rate
        loss = loss_of(run, batch)
        run.optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(run.model.parameters(), CLIP)
        run.optimiser.step()
        run.average.update_parameters(run.model)
        total += loss.item()
    return total / len(epoch)


def averaged(run: Run) -> DigitNet:
    """Return the network with the averaged weights."""
    network = run.average.module
    assert isinstance(network, DigitNet)
    return network


def train(run: Run, digits: Digits, validation: Digits, path: Path) -> None:
    """Run all epochs that are left, with a checkpoint after each."""
    plan = run.plan
    if len(run.log) == plan.epochs + plan.settling:
        return
    own = traced(digits, path.parent / f"fields-{len(digits)}.pt")
    stages = [
        (plan.epochs, plan.sketches, plan.extra),
        (plan.epochs + plan.settling, plan.fresh, plan.fresh_extra),
    ]
    for number, (end, sketches, size) in enumerate(stages):
        if len(run.log) < end:
            torch.manual_seed(plan.seed + number)
            extra = invented(digits, own.fields, sketches, plan.others, plan.real)
            train_until(end, run, (digits, own, extra, plan.batch, size), validation, path)


def accuracy(model: DigitNet, digits: Digits) -> float:
    """Return the share of digits that a network reads right."""
    logits, _ = read(model, digits.images)
    return (logits.argmax(1) == digits.labels).float().mean().item()


def train_until(
    end: int,
    run: Run,
    shown: tuple[Digits, Drawings, Drawings, int, int],
    validation: Digits,
    path: Path,
) -> None:
    """Run epochs until there are `end` of them; shown is what an Epoch takes, but its seed."""
    while len(run.log) < end:
        began = time.perf_counter()
        loss = train_epoch(run, Epoch(*shown, seed=run.plan.seed * 1_000 + len(run.log)))
        right = accuracy(averaged(run), validation)
        seconds = time.perf_counter() - began
        run.log.append({"loss": loss, "validation": right, "seconds": seconds})
        tqdm.write(json.dumps({"epoch": len(run.log)} | run.log[-1]))
        checkpoint(run, path)


def chosen(given: argparse.Namespace) -> tuple[Plan, learn_paths.PathPlan, Path, Path]:
    """Return both networks' plans, the folder for the models, and the run's checkpoint.

    A trial never overwrites the real models by itself.
    """
    if given.quick:
        out = given.out or QUICK_OUT
        return QUICK, QUICK_PATHS, out, out / "checkpoint.pt"
    plan, paths = WHOLE if given.whole else Plan(), learn_paths.PathPlan()
    if given.without_strokes:  # as many sketches stand in for them
        count = realpens.counts()["digits"]
        plan = replace(plan, real=0, fresh=plan.fresh + plan.real * count)
        paths = replace(paths, real=False, sketches=paths.sketches + count)
        return plan, paths, given.out or WITHOUT_OUT, RUNS / "without-strokes.pt"
    return plan, paths, given.out or MODELS, RUNS / "checkpoint.pt"


def main() -> None:
    """Read the command line and do the whole path."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument(
        "--out", type=Path, help=f"folder for the models (default: models; quick: {QUICK_OUT})"
    )
    parser.add_argument("--quick", action="store_true", help="the same path on a small subset")
    parser.add_argument("--whole", action="store_true", help="start from random weights")
    parser.add_argument(
        "--without-strokes", action="store_true", help="without real pens' strokes, to compare"
    )
    parser.add_argument("--resume", action="store_true", help="continue after the last checkpoint")
    given = parser.parse_args()
    plan, plan_of_paths, out, path = chosen(given)
    # The network learns in one thread and a second process draws its batches: two busy cores,
    # and sums that come out alike whatever the number of cores.
    torch.set_num_threads(1)
    digits, validation = data.split(data.load(given.mnist, "train"))
    digits, validation = digits.take(slice(plan.digits)), validation.take(slice(plan.validation))
    run = begin(plan, validation.images[:WARMED])
    if given.resume:
        resume(run, path)
    elif path.exists():
        earlier = path.replace(path.with_stem(f"{path.stem}-before"))
        print(f"There's an earlier run in {earlier}; --resume would have continued it")
    train(run, digits, validation, path)
    model = averaged(run).cpu()
    if plan.warm:
        model = start.blended(model, plan.kept)
    rules = calibrate(model, validation)
    paths = learn_paths.learn(plan_of_paths)
    rules = replace(rules, path_sure=paths.sure)
    training = {
        "plan": asdict(plan),
        "parameters": parameter_count(model) + paths.told["parameters"],
        "path": paths.told,
        "real": realpens.counts() if plan.real else {"digits": 0, "writers": 0},
        "torch": torch.__version__,
        "validation": accuracy(model, validation),
        "log": run.log,
    }
    drawn = [realpens.lines_of(one) for one in strokes.read_drawings(realpens.OWN)]
    with renewed(out) as folder:
        shown = digits.images[: export.CHECKED], drawn[: export.CHECKED]
        export.write(model, paths.network, rules, folder, *shown)
        write_card(given.mnist, folder, rules, training)
    print(f"Wrote {out}")


if __name__ == "__main__":
    main()
