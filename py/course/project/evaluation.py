"""What the test images say of a network."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

import nn
from course.figures.calibration import diagram
from course.project.trainer import Measure


def report(measure: Measure) -> dict[str, Any]:
    """Return what a finished measure says, as JSON can hold it.

    {"loss", "accuracy", "right": images, "interval": [low, high], 95 %, "confusion": 10 x 10
    counts, true digits down, "predicted": the digit said of each image, "confidence": its
    probability, "cells": for each "TRUE PREDICTED" the rows of its images, the surest first,
    "mistakes": rows of all images that are wrong, the surest first, "calibration": {"error",
    "svg", "summary"}}. Raises ValueError where the network's outputs are no numbers any more.
    """
    if not np.isfinite(measure.logits).all():
        raise ValueError("this network's outputs are no numbers: train one at a smaller rate")
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
        "interval": list(nn.wilson_interval(int(right.sum()), len(labels))),
        "confusion": nn.confusion_matrix(predicted, labels, 10).tolist(),
        "predicted": predicted.tolist(),
        "confidence": np.round(confidence, 4).tolist(),
        "cells": cells,
        "mistakes": surest[~right[surest]].tolist(),
        "calibration": {
            "error": nn.expected_calibration_error(confidence, right),
            "svg": drawing.markup(),
            "summary": drawing.summary,
        },
    }
