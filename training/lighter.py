"""Make lighter variants of digits.onnx: float16 weights, int8. Which ships is decided by numbers.

Called as `python -m training.lighter --mnist DIR --out DIR`; prints what each variant weighs,
how many validation images it reads right and how many answers differ from float32's. How fast
each is in the browser, tests/bench/test_recogniser.py measures.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, quantize_static
from torch import Tensor

from training import data, export
from training.compact import half
from training.evaluate import MODELS

CALIBRATION = 500  # training images that show int8 how large the activations are


class Images(CalibrationDataReader):  # type: ignore[misc]  # it comes without types
    """Feeds images [n, 1, 28, 28] to the calibration, a batch at a time."""

    def __init__(self, images: Tensor) -> None:
        self.batches = iter(torch.split(images, 100))

    def get_next(self) -> dict[str, object] | None:
        """Return the next batch, or None at the end."""
        batch = next(self.batches, None)
        return None if batch is None else {"image": batch.numpy()}


def int8(source: Path, target: Path, images: Tensor) -> None:
    """Quantise weights and activations to 8 bits, a scale for each channel."""
    quantize_static(
        source,
        target,
        Images(images[:CALIBRATION]),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
    )


def variants(models: Path, images: Tensor, out: Path) -> dict[str, Path]:
    """Write every variant into a folder; images are training images. Return name: file."""
    out.mkdir(parents=True, exist_ok=True)
    source = models / "digits.onnx"
    paths = {"float16 weights": out / "half.onnx", "int8": out / "int8.onnx"}
    half(source, paths["float16 weights"])
    int8(source, paths["int8"], images)
    return {"float32": source} | paths


def main() -> None:
    """Make the variants and say what they are worth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--out", type=Path, required=True, help="folder for the variants")
    given = parser.parse_args()
    digits, validation = data.split(data.load(given.mnist, "train"))
    first: Tensor | None = None
    for name, path in variants(given.models, digits.images, given.out).items():
        answers = export.run(export.session(path), validation.images)["logits"].argmax(1)
        first = answers if first is None else first
        wrong = int((answers != validation.labels).sum())
        differ = int((answers != first).sum())
        print(f"{name:16} {path.stat().st_size:8,} bytes  {wrong} wrong  {differ} differ")


if __name__ == "__main__":
    main()
