"""Training a network on MNIST in slices, so that the page can pause, step and stop between them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from math import ceil, isfinite
from typing import Annotated, Any, TypedDict

import numpy as np

import nn
from course.project.architecture import CLASSES
from course.project.mnist import ALL, PIXELS, Examples, Mnist, grey, shifted
from course.project.network import packed, unpacked
from course.project.settings import Settings
from nn import Array, Labels

LOOK_EVERY = 10_000  # images trained between two looks at the validation images
FIRST_LOOKS = 2_000  # the same at the ends of short epochs, at first: there it turns soonest
BLOCK = 500  # images of a forward pass that only measures: short enough for a slice
KEPT = 200  # points of a curve that is kept after its run
SMOOTH = 2_000  # images whose mean is one point of the training curve
NO_NUMBER = 1e9  # of a loss that is none any more, which JSON couldn't hold

# The slope of the loss at every parameter: (network, x, y) -> (gradients, loss, logits).
Backward = Callable[[nn.MLP, Array, Labels], tuple[list[Array], float, Array]]


@dataclass
class Curve:
    """A measure over the course of a run: after so many images, this loss, this share right."""

    images: list[int] = field(default_factory=list)
    loss: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)

    def add(self, images: int, loss: float, accuracy: float) -> None:
        """Append a point."""
        self.images.append(images)
        self.loss.append(loss if isfinite(loss) else NO_NUMBER)
        self.accuracy.append(accuracy)

    def points(self) -> Points:
        """Return the curve as JSON has it."""
        return {"images": self.images, "loss": self.loss, "accuracy": self.accuracy}

    def thinned(self) -> Curve:
        """Return the curve with KEPT points at most, its last among them."""
        last = len(self.images) - 1
        places = sorted({round(i) for i in np.linspace(0, last, min(KEPT, last + 1))})
        return Curve(*([values[i] for i in places] for values in vars(self).values()))


class Points(TypedDict):
    """`Curve` as JSON has it."""

    images: list[int]
    loss: list[float]
    accuracy: list[float]


class Point(TypedDict):
    """The newest point of a curve."""

    loss: float
    accuracy: float


class State(TypedDict):
    """Where a run is. speed: images per second; left: seconds, once that can be told."""

    done: bool
    batches: int
    of_batches: int
    epoch: int
    images: int
    of_images: int
    speed: float
    left: float | None
    seconds: float
    last: dict[str, Point]  # "train", "validation"


class Rest(TypedDict):
    """What a run needs to go on at a later visit, besides its settings and its network.

    npz: the optimizer's arrays, as `network.packed` has them; steps: of Adam; train, validation:
    whole curves; part: loss, right answers and images of the training curve's next point.
    """

    npz: str
    steps: int
    train: Points
    validation: Points
    batches: int
    images: int
    seconds: float
    part: list[float]


class Record(TypedDict):
    """What is worth keeping of a run."""

    id: str
    settings: Annotated[dict[str, Any], Settings]
    parameters: int
    train: Points
    validation: Points
    images: int
    seconds: float
    done: bool


def ours(network: nn.MLP, x: Array, y: Labels) -> tuple[list[Array], float, Array]:
    """Return the gradients of a batch, its loss and its logits, by `nn` alone."""
    trace = network.forward(x)
    gradients = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    return gradients.parameters, nn.cross_entropy(trace.logits, y), trace.logits


class Run:
    """One training run. `slice` goes on with it for a while; between slices it just waits.

    Equal settings give equal weights, however the run was sliced: the order of the images and
    the first weights come from the seed alone.
    """

    def __init__(
        self, settings: Settings, mnist: Mnist, backward: Backward = ours, id: str = ""
    ) -> None:
        """Raise LookupError when a chunk that the settings need is not loaded.

        id: by which its record and its network are known.
        """
        self.id = id
        self.settings = settings
        self.rng = np.random.default_rng(settings.seed)
        self.network = settings.network(self.rng)
        self.train, self.validation = Curve(), Curve()
        self.batches = 0  # steps taken
        self.images = 0  # images that they took
        self.seconds = 0.0  # of work, pauses left out
        self.done = False
        self._part = [0.0, 0.0, 0.0]  # of the training curve's next point: loss, right, seen
        self._order = np.empty(0, np.int64)  # of the images, in the epoch under way
        self._backward = backward
        self._parts = mnist.training(settings.examples)
        # Who trains on all 60,000 has nothing left to choose by.
        self._held_out = None if settings.examples == ALL else mnist.validation()
        self._optimiser = settings.optimiser_for(self.network)
        self._work = self._all()

    def slice(self, seconds: float, batches: int | None = None) -> None:
        """Train for about `seconds`, or until so many batches more are done.

        Raises what the learner's own `backward` raises; the run then ends with what it has.
        """
        begin = time.perf_counter()
        goal = None if batches is None else self.batches + batches
        while not self.done and (goal is None or self.batches < goal):
            try:
                self.done = next(self._work, None) is None
            except BaseException:
                self.done = True
                raise
            if goal is None and time.perf_counter() - begin >= seconds:
                break
        self.seconds += time.perf_counter() - begin

    def state(self) -> State:
        """Return where the run is; curves are told by their last points."""
        last: dict[str, Point] = {
            name: {"loss": curve.loss[-1], "accuracy": curve.accuracy[-1]}
            for name, curve in (("train", self.train), ("validation", self.validation))
            if curve.images
        }
        speed = self.images / self.seconds if self.seconds else 0.0
        total = self.settings.examples * self.settings.epochs
        return {
            "done": self.done,
            "batches": self.batches,
            "of_batches": self.settings.batches,
            "epoch": min(self.images // self.settings.examples + 1, self.settings.epochs),
            "images": self.images,
            "of_images": total,
            "speed": speed,
            "left": (total - self.images) / speed if speed else None,
            "seconds": self.seconds,
            "last": last,
        }

    def record(self) -> Record:
        """Return what is worth keeping of the run: settings, curves, how long it took."""
        return {
            "id": self.id,
            "settings": asdict(self.settings),
            "parameters": sum(p.size for p in self.network.parameters),
            "train": self.train.thinned().points(),
            "validation": self.validation.thinned().points(),
            "images": self.images,
            "seconds": self.seconds,
            "done": self.done,
        }

    def rest(self) -> Rest:
        """Return what `go_on` takes."""
        return {
            "npz": packed([a for arrays in self._arrays() for a in arrays]),
            "steps": self._optimiser.steps if isinstance(self._optimiser, nn.Adam) else 0,
            "train": self.train.points(),
            "validation": self.validation.points(),
            "batches": self.batches,
            "images": self.images,
            "seconds": self.seconds,
            "part": [value if isfinite(value) else NO_NUMBER for value in self._part],
        }

    def go_on(self, network: nn.MLP, rest: Rest) -> None:
        """Be where another run of these settings was. Raises ValueError where that does not fit."""
        into = [*self.network.parameters, *(a for arrays in self._arrays() for a in arrays)]
        for p, q in zip(into, [*network.parameters, *unpacked(rest["npz"])], strict=True):
            if p.shape != q.shape:
                raise ValueError("these weights are another network's")
            p[...] = q
        if isinstance(self._optimiser, nn.Adam):
            self._optimiser.steps = rest["steps"]
        self.train, self.validation = Curve(**rest["train"]), Curve(**rest["validation"])
        self.batches, self.images = rest["batches"], rest["images"]
        self.seconds, self._part = rest["seconds"], list(rest["part"])
        for _ in range(ceil(self.images / self.settings.examples)):  # the order as it was
            self._order = self.rng.permutation(self.settings.examples)

    def _arrays(self) -> list[list[Array]]:
        """Return what the optimizer remembers from step to step."""
        optimiser = self._optimiser
        if isinstance(optimiser, nn.Adam):
            return [optimiser.means, optimiser.squares]
        return [optimiser.velocities]

    def _all(self) -> Iterator[bool]:
        """Do the rest of the run; every step and every block that is only measured is a yield.

        What comes next follows from what is noted alone, so that a run can go on anywhere.
        """
        while True:
            if self._look_is_due():
                yield from self._look()
            if self.batches == self.settings.batches:
                return
            self._train_batch()
            yield True

    def _look_is_due(self) -> bool:
        """Whether the validation images are to be measured: at both ends, and now and then."""
        looks, examples = self.validation.images, self.settings.examples
        if self._held_out is None or (looks and looks[-1] == self.images):
            return False
        within = self.images % examples
        if within:
            late = within - self.settings.batch + LOOK_EVERY >= examples  # the epoch ends soon
            return not late and self.images - max(self.images - within, looks[-1]) >= LOOK_EVERY
        last = max((images for images in looks if images % examples == 0), default=-LOOK_EVERY)
        gap = min(LOOK_EVERY, max(FIRST_LOOKS, last // 4))  # later it turns more slowly
        return self.images - last >= gap or self.batches == self.settings.batches

    def _train_batch(self) -> None:
        """Take the next step, and note what it met."""
        start = self.images % self.settings.examples
        if start == 0:
            self._order = self.rng.permutation(self.settings.examples)
        x, y = self._pick(self._order[start : start + self.settings.batch])
        loss, logits = self._step(x, y)
        right = float((logits.argmax(axis=1) == y).sum())
        loss, right, seen = (
            self._part[0] + loss * len(y),
            self._part[1] + right,
            self._part[2] + len(y),
        )
        self._part = [loss, right, seen]
        if seen >= SMOOTH or self.images % self.settings.examples == 0:
            self.train.add(self.images, loss / seen, right / seen)
            self._part = [0.0, 0.0, 0.0]

    def _step(self, x: Array, y: Labels) -> tuple[float, Array]:
        """Take one step of the optimiser; return the batch's loss before it, and its logits."""
        gradients, loss, logits = self._backward(self.network, x, y)
        rate = self.settings.learning_rate
        if self.settings.decay:
            rate *= 1 - self.batches / self.settings.batches
        self._optimiser.learning_rate = rate
        self._optimiser.step(gradients)
        self.batches += 1
        self.images += len(y)
        return loss, logits

    def _pick(self, rows: Labels) -> tuple[Array, Labels]:
        """Return the images (n, 784) as float32 and the labels (n,) of these rows.

        How far images move depends on the seed and the batch alone, so a run can go on anywhere.
        """
        images = np.empty((len(rows), PIXELS), np.uint8)
        labels = np.empty(len(rows), np.int64)
        start = 0
        for part in self._parts:
            here = (rows >= start) & (rows < start + len(part))
            images[here] = part.images[rows[here] - start]
            labels[here] = part.labels[rows[here] - start]
            start += len(part)
        if self.settings.shifts:
            images = shifted(images, np.random.default_rng((self.settings.seed, self.batches)))
        return grey(images), labels

    def _look(self) -> Iterator[bool]:
        """Measure loss and accuracy on the validation images."""
        if self._held_out is None:
            return
        measure = Measure(self.network, self._held_out)
        for _ in measure:
            yield True
        self.validation.add(self.images, measure.loss, measure.accuracy)


class Measure:
    """Runs a network over examples, BLOCK by BLOCK: iterate, then read what it found.

    logits: (n, classes), float32, filled as far as it has come.
    """

    def __init__(self, network: nn.MLP, examples: Examples) -> None:
        self.network = network
        self.examples = examples
        self.logits = np.empty((len(examples), CLASSES), np.float32)
        self.seen = 0

    def __iter__(self) -> Iterator[int]:
        """Yield how many examples are through, after each block."""
        while self.seen < len(self.examples):
            block = slice(self.seen, self.seen + BLOCK)
            self.logits[block] = self.network.forward(grey(self.examples.images[block])).logits
            self.seen = min(self.seen + BLOCK, len(self.examples))
            yield self.seen

    @property
    def labels(self) -> Labels:
        """The true classes (n,)."""
        return self.examples.labels.astype(np.int64)

    @property
    def loss(self) -> float:
        """The mean cross-entropy, in nats."""
        return nn.cross_entropy(self.logits, self.labels)

    @property
    def accuracy(self) -> float:
        """The share of examples that are right."""
        return nn.accuracy(self.logits.argmax(axis=1), self.labels)
