"""Find the images of MNIST that the recogniser finds hardest, for the project's first part.

Called as `python -m training.hardest --mnist DIR`, anew for every new model. Pages have neither the
time nor the images at hand to measure all 70,000, so it is done here, once.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch

import nn
from course.project.mnist import CHUNK, DISPUTED, TEST, TRAIN
from training import data
from training.evaluate import MODELS
from training.recogniser import Recogniser
from training.samples import logits_of

TARGET = Path("site/lessons/08-project/data/hardest.npz")
KEPT = 80  # of each chunk: two sheets


def find(mnist: Path, models: Path) -> dict[str, Any]:
    """Return, for each chunk, rows (KEPT,) from the hardest on and the digits said of them.

    Images whose label is disputed come first: {CHUNK_rows, CHUNK_said}.
    """
    recogniser = Recogniser(models)
    found: dict[str, Any] = {}
    for kind, chunks in (("train", TRAIN), ("t10k", (TEST,))):
        images, labels = data.load(mnist, kind).images, data.load(mnist, kind).labels.numpy()
        for place, name in enumerate(chunks):
            rows = slice(place * CHUNK, (place + 1) * CHUNK)
            z = logits_of(recogniser, images[rows])
            losses = -nn.log_softmax(z)[np.arange(CHUNK), labels[rows]]
            disputed = np.array(DISPUTED.get(name, ()), np.int64)
            losses[disputed] = -1
            hardest = np.concatenate([disputed, np.argsort(-losses)[:KEPT]])
            found[f"{name}_rows"] = hardest.astype(np.int16)
            found[f"{name}_said"] = z[hardest].argmax(axis=1).astype(np.int8)
    return found


def main() -> None:
    """Measure, and write the lesson's file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    torch.set_num_threads(1)
    given.out.parent.mkdir(exist_ok=True)
    np.savez_compressed(given.out, **find(given.mnist, given.models))
    print(f"{given.out}: {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
