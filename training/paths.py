"""Try a second network that reads how a digit was drawn: the pen's path, not its picture.

Called as `python -m training.paths --strokes FILE [--models models]`. It learns from the twenty
writers' strokes (see `realpens`) and from sketches, with the order and the direction of strokes
shuffled. Its probabilities are multiplied with the picture's. Printed is what that gives on the ten
other writers. It doesn't ship: RESULTS.md says why.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training import realpens, strokes
from training.evaluate import MODELS, replay
from training.faces import resampled
from training.recogniser import Recogniser
from training.sketches import chosen_ways, hands
from training.strokes import read_drawings

POINTS = 32  # along the whole path
SKETCHES = 1_500
EPOCHS, BATCH, RATE, SEED = 8, 128, 3e-3, 3
DOUBT = 1e-6, 1e-4  # what is left to any digit, in the picture's and in the path's probabilities
TURNED = 0.12  # standard deviation of the shear and rotation in training


class PathNet(nn.Module):
    """Three convolutions along the path [n, 3, 32]: x, y, and whether the pen is down."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv1d(3, 24, 5, padding=2),
            nn.BatchNorm1d(24),
            nn.ReLU(),
            nn.Conv1d(24, 40, 5, stride=2, padding=2),
            nn.BatchNorm1d(40),
            nn.ReLU(),
            nn.Conv1d(40, 24, 5, stride=2, padding=2),
            nn.BatchNorm1d(24),
            nn.ReLU(),
            nn.Flatten(),
            nn.Dropout(0.1),
            nn.Linear(24 * POINTS // 4, 10),
        )

    def forward(self, path: Tensor) -> Tensor:
        """Return logits [n, 10]."""
        logits: Tensor = self.layers(path)
        return logits


def shuffled(lines: list[Tensor]) -> list[Tensor]:
    """Put strokes into another order, and turn some of them round."""
    order = torch.randperm(len(lines)).tolist()
    return [lines[one].flip(0) if torch.rand(()) < 0.5 else lines[one] for one in order]


def encoded(lines: list[Tensor]) -> Tensor:
    """Return a path [3, 32], fitted to -1..1; between strokes the pen is up."""
    places = torch.cat(lines)
    down = torch.cat([functional.pad(torch.ones(len(line) - 1, 1), (0, 0, 0, 1)) for line in lines])
    low, high = places.amin(0), places.amax(0)
    places = (places - (low + high) / 2) / ((high - low).amax() / 2).clamp(min=1e-6)
    path, flags = resampled(places, POINTS), resampled_flags(places, down)
    return torch.cat([path, flags], 1).T


def resampled_flags(places: Tensor, down: Tensor) -> Tensor:
    """Say of each of the 32 pieces of a path whether the pen is down where it begins."""
    steps = (places[1:] - places[:-1]).norm(dim=1).cumsum(0)
    along = torch.cat([torch.zeros(1), steps])
    wanted = torch.linspace(0, float(along[-1]), POINTS)
    left = (torch.searchsorted(along, wanted, right=True) - 1).clamp(0, len(places) - 1)
    return down[left]


def sketched(count: int) -> tuple[list[list[Tensor]], Tensor]:
    """Draw digits by code, as strokes."""
    templates, chosen, labels = chosen_ways(count)
    drawn = []
    for paths, down in hands(templates, chosen):
        for path, pen in zip(paths, down.tolist(), strict=True):
            lines, start = [], 0
            for place, touches in enumerate([*pen, False]):
                if not touches:
                    lines.append(path[start : place + 1])
                    start = place + 1
            drawn.append([line for line in lines if len(line) > 1] or [path])
    return drawn, labels


def encode_all(drawn: Iterable[list[Tensor]], shuffle: bool) -> Tensor:
    """Return paths [n, 3, 32]."""
    return torch.stack([encoded(shuffled(lines) if shuffle else lines) for lines in drawn])


def bent(paths: Tensor) -> Tensor:
    """Rotate, shear and stretch paths, each in its own way."""
    maps = torch.eye(2) + TURNED * torch.randn(len(paths), 2, 2)
    return torch.cat([maps @ paths[:, :2], paths[:, 2:]], 1)


def learned(drawn: list[list[Tensor]], labels: Tensor) -> PathNet:
    """Train a network on strokes, anew shuffled in each epoch."""
    model = PathNet()
    steps = EPOCHS * (len(labels) // BATCH)
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        paths = encode_all(drawn, shuffle=True)
        for rows in torch.split(torch.randperm(len(labels))[: steps // EPOCHS * BATCH], BATCH):
            loss = functional.cross_entropy(
                model(bent(paths[rows])), labels[rows], label_smoothing=0.05
            )
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
            schedule.step()
    return model.eval()


def fused(picture: Tensor, path: Tensor) -> Tensor:
    """Return the digits that the product of both probabilities [n, 10] is largest for."""
    both = zip((picture, path), DOUBT, strict=True)
    return torch.stack([one.clamp(min=least).log() for one, least in both]).sum(0).argmax(1)


def main() -> None:
    """Train it and compare, writer by writer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--strokes", type=Path, required=True, help="all thirty writers")
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    learning, choosing = realpens.split(list(read_drawings(given.strokes)))
    drawn, labels = sketched(SKETCHES)
    drawn += [realpens.lines_of(one) for one in learning]
    model = learned(drawn, torch.cat([labels, torch.tensor([one.label for one in learning])]))
    digits = replay(recogniser := Recogniser(given.models), choosing, strokes.PEN)
    picture = recogniser.answer(digits.images).probabilities
    lines = [realpens.lines_of(one) for one in choosing]
    with torch.no_grad():
        path = torch.softmax(model(encode_all(lines, shuffle=False)), 1)
        other = torch.softmax(model(encode_all(lines, shuffle=True)), 1)
    said = {
        "picture": picture.argmax(1),
        "path": path.argmax(1),
        "path, strokes shuffled": other.argmax(1),
        "fused": fused(picture, path),
        "fused, strokes shuffled": fused(picture, other),
    }
    print(f"{sum(one.numel() for one in model.parameters()):,} parameters")
    for name, digit in said.items():
        right = digit == digits.labels
        each = {
            writer: right[[one.writer == writer for one in choosing]].float().mean().item()
            for writer in sorted({one.writer for one in choosing}, key=int)
        }
        worst = min(each, key=lambda writer: each[writer])
        print(f"{name}: {right.float().mean():.2%}, writer {worst} {each[worst]:.1%}")
    either = (picture.argmax(1) == digits.labels) | (path.argmax(1) == digits.labels)
    print(f"either is right: {either.float().mean():.2%}")


if __name__ == "__main__":
    main()
