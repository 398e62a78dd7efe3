"""A second network reads how a digit was drawn: the pen's path instead of its picture.

It learns from the twenty writers' strokes (see `realpens`) and from sketches, with the order and
the direction of strokes shuffled: people write the same digit in many orders. The readout
multiplies its probabilities with those of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.faces import Strokes
from training.sketches import chosen_ways, hands, pieces

POINTS = 32  # along the whole path
LEAST = 1e-6  # ink pixels; a path that's shorter is a dot
WIDTHS = (3, 20, 36, 22)  # channels: x, y, whether the pen is down; then of three layers
TURNED, BENT, KNOTS = 0.12, 0.04, 5  # how far training turns paths, and bends them, where
LIFTED = 0.15  # how many strokes are cut in two


class Resample(nn.Module):
    """Put evenly spaced points on the pen's path; between strokes the pen is up."""

    def forward(self, points: Tensor, down: Tensor) -> Tensor:
        """Return paths [n, 3, 32]: x and y, fitted to -1..1, and whether the pen is down.

        points [n, m, 2] are those of all strokes; down [n, m] is 1 where the pen is down from a
        point to the next, and 0 at the end of a stroke. The last point may be there many times.
        """
        before = torch.cat([points[:, :1], points[:, :-1]], 1)
        after = torch.cat([points[:, 1:], points[:, -1:]], 1)
        along = (points - before).norm(dim=2).cumsum(1)
        wanted = torch.linspace(0, 1, POINTS) * along[:, -1:]
        left = (along.unsqueeze(1) <= wanted.unsqueeze(2)).to(torch.int64).sum(2) - 1
        starts, ends = (
            torch.gather(one, 1, left.unsqueeze(2).expand(-1, -1, 2)) for one in (points, after)
        )
        steps = (ends - starts).norm(dim=2).clamp(min=LEAST)
        share = (wanted - torch.gather(along, 1, left)) / steps
        places = torch.lerp(starts, ends, share.unsqueeze(2)).transpose(1, 2)
        return torch.cat([fitted(places), torch.gather(down, 1, left).unsqueeze(1)], 1)


def fitted(places: Tensor) -> Tensor:
    """Move and scale places [n, 2, 32] so that the longer side reaches from -1 to 1."""
    low, high = places.amin(2, keepdim=True), places.amax(2, keepdim=True)
    half = (high - low).amax(1, keepdim=True) / 2
    return (places - (low + high) / 2) / half.clamp(min=LEAST)


class PathNet(nn.Module):
    """Three convolutions along paths, and a linear layer."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third = (
            nn.Sequential(
                nn.Conv1d(inputs, outputs, 5, stride, padding=2, bias=False),
                nn.BatchNorm1d(outputs),
                nn.ReLU(),
            )
            for inputs, outputs, stride in zip(WIDTHS, WIDTHS[1:], (1, 2, 2), strict=False)
        )
        last = nn.Linear(WIDTHS[-1] * POINTS // 4, 10)
        self.layers = nn.Sequential(first, second, third, nn.Flatten(), nn.Dropout(0.1), last)

    def forward(self, path: Tensor) -> Tensor:
        """Return a logit for each digit [n, 10] of paths [n, 3, 32]."""
        logits: Tensor = self.layers(path)
        return logits


class PathReader(nn.Module):
    """From a pen's points to logits: the graph that the page runs."""

    def __init__(self, network: PathNet) -> None:
        super().__init__()
        self.resample = Resample()
        self.network = network

    def forward(self, points: Tensor, down: Tensor) -> Tensor:
        """Return logits [n, 10]; see Resample."""
        return both_ways(self.network, self.resample(points, down))


def both_ways(network: nn.Module, paths: Tensor) -> Tensor:
    """Return logits [n, 10] of paths [n, 3, 32]: the mean of both directions."""
    places, down = paths[:, :2], paths[:, 2:]
    down = torch.cat([down[:, :, :-1].flip(2), down[:, :, -1:]], 2)  # both end with the pen up
    back = torch.cat([places.flip(2), down], 1)
    logits: Tensor = network(torch.cat([paths, back])).view(2, -1, 10).mean(0)
    return logits


def joined(drawn: Iterable[Strokes]) -> tuple[Tensor, Tensor]:
    """Return what Resample takes of drawings: points [n, m, 2] and down [n, m]."""
    points, down = [], []
    for lines in drawn:
        ends = torch.tensor([len(line) for line in lines]).cumsum(0) - 1
        points.append(torch.cat(lines))
        down.append(torch.ones(len(points[-1])).index_fill(0, ends, 0))
    longest = max(map(len, points))
    filled = [torch.cat([one, one[-1:].expand(longest - len(one), 2)]) for one in points]
    return torch.stack(filled), nn.utils.rnn.pad_sequence(down, batch_first=True)


def shuffled(lines: Strokes) -> Strokes:
    """Put strokes into another order, cut some in two, and turn some round."""
    parts: Strokes = []
    for line in lines:
        place = int(torch.randint(1, max(2, len(line) - 1), ()))
        cut = len(line) > 3 and torch.rand(()) < LIFTED
        parts += [line[: place + 1], line[place:]] if cut else [line]
    order = torch.randperm(len(parts)).tolist()
    return [parts[one].flip(0) if torch.rand(()) < 0.5 else parts[one] for one in order]


def bent(paths: Tensor) -> Tensor:
    """Rotate, shear, stretch and bend paths [n, 3, 32], each in its own way."""
    maps = torch.eye(2) + TURNED * torch.randn(len(paths), 2, 2)
    waves = functional.interpolate(
        BENT * torch.randn(len(paths), 2, KNOTS), POINTS, mode="linear", align_corners=True
    )
    return torch.cat([fitted(maps @ paths[:, :2] + waves), paths[:, 2:]], 1)


def sketched(count: int) -> tuple[list[Strokes], Tensor]:
    """Draw digits by code, as strokes; return their labels too."""
    templates, chosen, labels = chosen_ways(count)
    drawn = [
        pieces(path, pen)
        for paths, down in hands(templates, chosen)
        for path, pen in zip(paths, down, strict=True)
    ]
    return drawn, labels
