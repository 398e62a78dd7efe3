"""The learner's network goes on learning, from the learner's own drawings.

Who trains on a few drawings alone forgets the rest: the weights move wherever those drawings
want them. Here every batch also holds images of MNIST, old experience replayed beside the new.
Source: Robins, 1995, https://doi.org/10.1080/09540099550039318
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray

import nn
from course.project.mnist import TRAIN, VALIDATION, Bytes, Examples, Mnist, grey, shifted
from course.project.network import copy
from course.project.trainer import Measure, ours
from nn import Array, Labels

FEWEST = 10  # drawings to teach with
FOLDS = 4  # parts of the drawings: each is read by a network taught with the others
STEPS = 80  # of one teaching
DRAWN, REPLAYED = 16, 48  # images of a batch: drawings, and of MNIST
RATE = 0.1
SEED = 8


class Own(TypedDict):
    """What a network reads in the drawings that can be measured; digits: in every drawing."""

    right: int
    interval: tuple[float, float] | None
    confusion: list[list[int]]
    digits: list[int]


class Old(TypedDict):
    """What a network reads in MNIST's validation images."""

    right: int
    share: float
    interval: tuple[float, float]


class Lesson(TypedDict):
    """What teaching has brought; own and mnist are told "before" and "after".

    taught: drawings in all; drawings: those that could be measured; gained, lost: drawings that
    are right only after, or only before; validation: images.
    """

    drawings: int
    taught: int
    own: dict[str, Own]
    gained: int
    lost: int
    validation: int
    mnist: dict[str, Old]


class Taught(TypedDict):
    """How many steps of teaching are done; at the end, what they brought."""

    done: int
    of: int
    report: NotRequired[Lesson]


class Teaching:
    """Teaches copies of a network; the network itself stays as it is.

    To be honest about drawings that are few, each is read by a network that has not been taught
    with it: the drawings are cut into FOLDS parts, and for each part a network learns from the
    others. One more, `taught`, learns from all of them, and is the one to keep.
    """

    def __init__(
        self,
        network: nn.MLP,
        drawings: Examples,
        seen: NDArray[np.bool_],
        mnist: Mnist,
        replay: bool = True,
    ) -> None:
        """Drawings that are `seen` (n,) have taught this network before; they are not measured.

        Raises ValueError for fewer than FEWEST drawings, LookupError where the last training
        chunk of MNIST is not loaded.
        """
        if len(drawings) < FEWEST:
            raise ValueError(f"teaching takes {FEWEST} drawings or more, not {len(drawings)}")
        self.taught: nn.MLP | None = None
        self.report: Lesson | None = None  # once it is done
        self._network, self._drawings, self._replay = network, drawings, replay
        self._fresh = np.flatnonzero(~seen)
        self._rng = np.random.default_rng(SEED)
        self._old = mnist.part(TRAIN[-1])[:-VALIDATION]
        self._held_out = mnist.validation()
        self._folds = self._parts()
        self._steps = 0
        self._work = self._all()

    def slice(self, seconds: float) -> Taught:
        """Work for about `seconds`."""
        begin = time.perf_counter()
        while self.report is None:
            next(self._work, None)
            if time.perf_counter() - begin >= seconds:
                break
        state: Taught = {"done": self._steps, "of": (len(self._folds) + 1) * STEPS}
        if self.report is not None:
            state["report"] = self.report
        return state

    def _parts(self) -> list[Labels]:
        """Cut the drawings that can be measured into parts, each digit spread over them."""
        mixed = self._rng.permutation(self._fresh)
        order = mixed[np.argsort(self._drawings.labels[mixed], kind="stable")]
        return [order[fold::FOLDS] for fold in range(min(FOLDS, len(order)))]

    def _all(self) -> Iterator[None]:
        before = Measure(self._network, self._held_out)
        for _ in before:
            yield
        read = {"before": digits(self._network, self._drawings.images)}
        after = read["before"].copy()
        everything = np.arange(len(self._drawings))
        for part in self._folds:
            pupil = copy(self._network)
            yield from self._teach(pupil, np.setdiff1d(everything, part))
            after[part] = digits(pupil, self._drawings.images[part])
        self.taught = copy(self._network)
        yield from self._teach(self.taught, everything)
        now = Measure(self.taught, self._held_out)
        for _ in now:
            yield
        self.report = self._told({**read, "after": after}, {"before": before, "after": now})

    def _teach(self, network: nn.MLP, rows: Labels) -> Iterator[None]:
        """Take STEPS steps with these drawings and, if so chosen, images of MNIST."""
        optimiser = nn.SGD(network.parameters, RATE)
        for step in range(STEPS):
            x, y = self._batch(rows)
            optimiser.learning_rate = RATE * (1 - step / STEPS)
            optimiser.step(ours(network, x, y)[0])
            self._steps += 1
            yield

    def _batch(self, rows: Labels) -> tuple[Array, Labels]:
        """Return DRAWN drawings, each moved a little, and REPLAYED images of MNIST."""
        chosen = self._rng.choice(rows, DRAWN)
        images = [shifted(self._drawings.images[chosen], self._rng)]
        labels = [self._drawings.labels[chosen]]
        if self._replay:
            old = self._rng.choice(len(self._old), REPLAYED, replace=False)
            images.append(self._old.images[old])
            labels.append(self._old.labels[old])
        return grey(np.concatenate(images)), np.concatenate(labels).astype(np.int64)

    def _told(self, read: dict[str, Labels], mnist: dict[str, Measure]) -> Lesson:
        """Return what was found."""
        labels = self._drawings.labels[self._fresh].astype(np.int64)
        own: dict[str, Own] = {}
        old: dict[str, Old] = {}
        for when, said in read.items():
            right = int((said[self._fresh] == labels).sum())
            own[when] = {
                "right": right,
                "interval": nn.wilson_interval(right, len(labels)) if len(labels) else None,
                "confusion": nn.confusion_matrix(said[self._fresh], labels, 10).tolist(),
                "digits": said.tolist(),
            }
        for when, measure in mnist.items():
            right = int((measure.logits.argmax(axis=1) == measure.labels).sum())
            interval = nn.wilson_interval(right, len(measure.labels))
            share = right / len(measure.labels)
            old[when] = {"right": right, "share": share, "interval": interval}
        was, now = (read[when][self._fresh] == labels for when in ("before", "after"))
        return {
            "drawings": len(labels),
            "taught": len(self._drawings),
            "own": own,
            "gained": int((now & ~was).sum()),
            "lost": int((was & ~now).sum()),
            "validation": len(self._held_out),
            "mnist": old,
        }


def digits(network: nn.MLP, images: Bytes) -> Labels:
    """Return the digits (n,) that a network reads in images (n, 784)."""
    read: Labels = network.forward(grey(images)).logits.argmax(axis=1)
    return read
