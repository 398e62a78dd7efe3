"""Breaking a trained network on purpose: how its accuracy falls as the damage grows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Drawn, Svg, number
from course.project.mnist import Examples
from course.project.network import Network, copy
from course.project.trainer import Measure

WIDTH, HEIGHT = 360, 260
PLANE = (50, 16, 290, 196)  # left, top, width, height
BY_CHANCE = 0.1
SEED = 0  # of the noise, and of the order in which neurons go
SHARES = (0.0, 0.25, 0.5, 0.75, 0.9, 1.0)


class Point(TypedDict):
    """How much damage there is, and the accuracy then."""

    damage: float
    accuracy: float


class Broken(TypedDict):
    """A curve of damage, as far as it has come. share: of the work that is done.

    label: what the damage counts; run: the id of the run whose network it is.
    """

    run: str | None
    share: float
    done: bool
    label: str
    points: list[Point]
    drawing: Drawn


@dataclass(frozen=True)
class Damage:
    """A way to break a network: `apply` changes its arrays in place, by so much."""

    label: str
    levels: Callable[[nn.MLP], list[float]]
    apply: Callable[[nn.MLP, float, np.random.Generator], None]


def fade_biases(mlp: nn.MLP, share: float, _rng: np.random.Generator) -> None:
    """Take this share away from every bias."""
    for b in mlp.biases:
        b *= 1 - share


def add_noise(mlp: nn.MLP, size: float, rng: np.random.Generator) -> None:
    """Add normal noise to all weights, `size` times as spread out as the layer's own weights."""
    for W in mlp.weights:
        W += rng.normal(0, size * W.std(), W.shape).astype(W.dtype)


def fading(layer: int) -> Callable[[nn.MLP, float, np.random.Generator], None]:
    """Return what takes a share away from all weights and biases of a layer."""

    def fade(mlp: nn.MLP, share: float, _rng: np.random.Generator) -> None:
        mlp.weights[layer] *= 1 - share
        mlp.biases[layer] *= 1 - share

    return fade


def remove_neurons(mlp: nn.MLP, count: float, rng: np.random.Generator) -> None:
    """Remove so many neurons or filters of the first layer: nothing goes on from them."""
    size = len(mlp.biases[0])
    gone = rng.permutation(size)[: int(count)]
    W = mlp.weights[1]
    W.reshape(len(W), size, -1)[:, gone] = 0  # a filter has many positions, one after another


def neuron_counts(mlp: nn.MLP) -> list[float]:
    """Return how many neurons go: 0, 1, 2, 4 and so on, up to all of them."""
    if len(mlp.weights) < 2:
        raise ValueError("it has no hidden layer, so there's no neuron to remove")
    size = len(mlp.biases[0])
    return [0, *(2**power for power in range(12) if 2**power < size), size]


def shares(_mlp: nn.MLP) -> list[float]:
    """Return how much is taken away."""
    return list(SHARES)


def noises(_mlp: nn.MLP) -> list[float]:
    """Return how large the noise is."""
    return [0, 0.25, 0.5, 1, 1.5, 2, 3, 4]


DAMAGES = {
    "biases": Damage("share taken away from each bias", shares, fade_biases),
    "noise": Damage("noise (1: as spread out as the weights)", noises, add_noise),
    "first": Damage("share taken away from the first layer", shares, fading(0)),
    "last": Damage("share taken away from the last layer", shares, fading(-1)),
    "neurons": Damage("neurons (or filters) removed", neuron_counts, remove_neurons),
}


class Breaking:
    """Copies of a network, each more damaged than the one before, on the same images."""

    def __init__(self, network: Network, kind: str, examples: Examples) -> None:
        if kind not in DAMAGES:
            raise ValueError(f"kind is one of {', '.join(DAMAGES)}, not {kind!r}")
        self._run = network.run
        self._mlp = copy(network.mlp)
        self._damage = DAMAGES[kind]
        self._levels = self._damage.levels(self._mlp)
        self._examples = examples
        self._points: list[Point] = []
        self._seen = 0
        self._work = self._measure()

    def _measure(self) -> Iterator[None]:
        for level in self._levels:
            broken = copy(self._mlp)
            self._damage.apply(broken, level, np.random.default_rng(SEED))
            measure = Measure(broken, self._examples)
            before = self._seen
            for seen in measure:
                self._seen = before + seen
                yield
            self._points.append({"damage": level, "accuracy": measure.accuracy})

    def slice(self, seconds: float) -> Broken:
        """Go on for about `seconds`."""
        begin = time.perf_counter()
        while next(self._work, self) is not self and time.perf_counter() - begin < seconds:
            pass
        return {
            "run": self._run,
            "share": self._seen / (len(self._levels) * len(self._examples)),
            "done": len(self._points) == len(self._levels),
            "label": self._damage.label,
            "points": self._points,
            "drawing": curve(self._points, self._levels, self._damage.label).drawn(),
        }


def curve(points: list[Point], levels: list[float], label: str) -> Svg:
    """Draw accuracy against damage, as far as it is known."""
    pairs = ((p["damage"], 100 * p["accuracy"]) for p in points)
    told = ", ".join(f"{damage:g}: {number(right, 1)}%" for damage, right in pairs)
    svg = Svg(
        WIDTH, HEIGHT, "Accuracy against damage", f"{label}: {told or 'nothing measured yet'}"
    )
    plane = Plane((0, max(levels)), (0, 1), *PLANE)
    plane.frame(svg, x_label=label)
    for part in range(5):
        y = plane.at_y(part / 4)
        svg.add("line", x1=PLANE[0], y1=y, x2=PLANE[0] + PLANE[2], y2=y, class_="plane-grid")
        svg.add("text", f"{25 * part}%", x=PLANE[0] - 7, y=y + 4, class_="plane-tick plane-end")
    for value in (0.0, max(levels) / 2, max(levels)):
        x, y = plane.at((value, 0))
        svg.add("text", f"{value:g}", x=x, y=y + 16, class_="plane-tick plane-middle")
    chance = plane.at_y(BY_CHANCE)
    end = PLANE[0] + PLANE[2]
    svg.add("line", x1=PLANE[0], y1=chance, x2=end, y2=chance, class_="break-chance")
    svg.add("text", "guessing", x=PLANE[0] + 6, y=chance - 5, class_="plane-tick")
    places = [(p["damage"], p["accuracy"]) for p in points]
    if len(places) > 1:
        plane.line(svg, places, "break-curve")
    for place in places:
        x, y = plane.at(place)
        svg.add("circle", cx=x, cy=y, r=4, class_="break-point")
    return svg
