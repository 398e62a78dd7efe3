"""What the test images say of a network."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import NotRequired, TypedDict

import numpy as np

import nn
from course.figures.calibration import diagram
from course.figures.svg import Drawn
from course.project.mnist import Examples
from course.project.network import Network, copy
from course.project.trainer import Measure


class Calibration(Drawn):
    """The diagram of confidence and share right, and the expected calibration error."""

    error: float


class Report(TypedDict):
    """What the test images say of a network."""

    loss: float
    accuracy: float
    right: int  # images
    interval: tuple[float, float]  # of the accuracy, 95%
    confusion: list[list[int]]  # 10 x 10 counts, true digits down
    predicted: list[int]  # the digit said of each image
    confidence: list[float]  # its probability
    cells: dict[str, list[int]]  # "TRUE PREDICTED": rows of its images, the most confident first
    mistakes: list[int]  # rows of all images that are wrong, the most confident first
    calibration: Calibration


class Evaluated(TypedDict):
    """How many test images have been seen; when all have, the report.

    run: the id of the run whose result is evaluated, see `Network`.
    """

    run: str | None
    seen: int
    of: int
    report: NotRequired[Report]


class Evaluation:
    """A network on the test images, as it was when this began, whatever becomes of it."""

    def __init__(self, network: Network, examples: Examples) -> None:
        self._run = network.run
        self._measure = Measure(copy(network.mlp), examples)
        self._work = iter(self._measure)

    def slice(self, seconds: float) -> Evaluated:
        """Go on for about `seconds`."""
        begin = time.perf_counter()
        while next(self._work, None) is not None and time.perf_counter() - begin < seconds:
            pass
        seen, of = self._measure.seen, len(self._measure.examples)
        progress: Evaluated = {"run": self._run, "seen": seen, "of": of}
        if seen == of:
            progress["report"] = report(self._measure)
        return progress


def report(measure: Measure) -> Report:
    """Return what a finished measure says.

    Raises ValueError where the network's outputs are no numbers any more.
    """
    if not np.isfinite(measure.logits).all():
        raise ValueError(
            "this network's outputs aren't numbers; train one with a smaller learning rate"
        )
    p = nn.softmax(measure.logits)
    predicted, labels, confidence = p.argmax(axis=1), measure.labels, p.max(axis=1)
    right = predicted == labels
    surest = np.argsort(-confidence, kind="stable")
    cells: dict[str, list[int]] = {}
    for row in surest.tolist():
        cells.setdefault(f"{labels[row]} {predicted[row]}", []).append(row)
    drawing = diagram([asdict(one) for one in nn.calibration_bins(confidence, right)])
    return {
        "loss": measure.loss,
        "accuracy": measure.accuracy,
        "right": int(right.sum()),
        "interval": nn.wilson_interval(int(right.sum()), len(labels)),
        "confusion": nn.confusion_matrix(predicted, labels, 10).tolist(),
        "predicted": predicted.tolist(),
        "confidence": np.round(confidence, 4).tolist(),
        "cells": cells,
        "mistakes": surest[~right[surest]].tolist(),
        "calibration": {
            "error": nn.expected_calibration_error(confidence, right),
            **drawing.drawn(),
        },
    }
