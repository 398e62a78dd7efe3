"""Write the four ONNX graphs, and refuse to if they do not compute what PyTorch does."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn
from torch.jit._trace import TracerWarning
from torch.nn import functional

from training.compact import coarse, half, shorten
from training.faces import Strokes
from training.model import DigitNet
from training.paths import PathNet, PathReader, joined
from training.preprocess import Preprocess
from training.readout import Readout, Rules

CHECKED = 1_000  # drawings on which a graph must equal PyTorch
ABSOLUTE = 1e-4  # for image, logits and what follows from them
RELATIVE = 1e-5  # for box and mass
COARSE = 1e-3  # for logits and activations, once the weights are rounded
ROUNDED = 0.05  # for the path's logits, whose weights are float16
OPSET = 18
INK = (280, 280)  # the page's canvas
SMALLEST = 40  # ink pixels, the smallest drawing on it that is compared
NO_BOX = torch.zeros(4)  # of images that come without a pad
NO_PATH = torch.zeros(1, 10)  # of one that comes without its strokes
GRAPHS = ("preprocess", "digits", "path", "readout")
# Every input and output. What one graph writes, the next reads under the same name.
ABOUT = {
    "ink": "the drawing, 0 is paper and 1 is ink",
    "fit": "1 scales the ink's longest side to 20 image pixels, 0 the whole canvas to 28",
    "centre": "1 centers the ink's mass as MNIST does, 0 its box",
    "image": "what the network sees, in 0..1",
    "box": "top, left, bottom, right of the ink, in ink pixels; the whole canvas if blank",
    "mass": "y, x of the ink's center of mass, in ink pixels from the upper left corner",
    "points": "x, y of the points of all strokes, one after the other, in any unit",
    "down": "1 where the pen is down from a point to the next, 0 at the end of a stroke",
    "logits": "a logit for each digit",
    "kinds": "a logit for each kind of drawing, in the order of `reasons`",
    "conv1": "feature maps after the first convolution and ReLU",
    "conv2": "feature maps after the second convolution and ReLU",
    "path": "a logit for each digit, from how it was drawn; zeros where that isn't known",
    "probabilities": "the probability of each digit, after temperature",
    "state": "an index into `states`",
    "reason": "an index into `reasons`: what it is if it isn't a digit",
}


def to_onnx(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    free: dict[str, dict[int, str]],
) -> None:
    """Export a module; `free` names the axes whose length may change."""
    with warnings.catch_warnings():
        # The tracing exporter is deprecated, and is meant: on these graphs the new one writes
        # four times as many bytes and is no faster in ONNX Runtime.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", TracerWarning)
        torch.onnx.export(
            module.eval(),
            example,
            path,
            dynamo=False,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=free,
            opset_version=OPSET,
        )
    onnx.checker.check_model(onnx.load(path), full_check=True)


def session(path: Path) -> onnxruntime.InferenceSession:
    """Open a graph on one thread, as the page runs it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def run(graph: onnxruntime.InferenceSession, *inputs: Tensor) -> dict[str, Tensor]:
    """Run a graph on its inputs in order; return its outputs by name."""
    names = [given.name for given in graph.get_inputs()]
    values: Iterable[Any] = graph.run(
        None, {name: value.numpy() for name, value in zip(names, inputs, strict=True)}
    )
    outputs = [output.name for output in graph.get_outputs()]
    return {
        name: torch.from_numpy(np.asarray(value))
        for name, value in zip(outputs, values, strict=True)
    }


def ink_drawings(images: Tensor) -> Iterable[Tensor]:
    """Put images [n, 1, 28, 28] on canvases, each of another size and at another place."""
    height, width = INK
    for index, image in enumerate(images):
        size = SMALLEST + index % (width // 2)
        ink = functional.interpolate(image.unsqueeze(0), (size, size), mode="bilinear")[0, 0].clamp(
            0, 1
        )
        top, left = index % (height - size), (index * 7) % (width - size)
        yield functional.pad(ink, (left, width - size - left, top, height - size - top))


def export_preprocess(path: Path, images: Tensor) -> None:
    """Write preprocess.onnx and compare it with PyTorch on drawings of every size."""
    module = Preprocess().eval()
    switches = torch.ones(()), torch.ones(())
    to_onnx(
        module,
        (torch.rand(INK), *switches),
        path,
        ["ink", "fit", "centre"],
        ["image", "box", "mass"],
        {"ink": {0: "height", 1: "width"}},
    )
    graph = session(path)
    for ink in ink_drawings(images):
        wanted = module(ink, *switches)
        found = run(graph, ink, *switches)
        torch.testing.assert_close(found["image"], wanted[0], rtol=0, atol=ABSOLUTE)
        torch.testing.assert_close(found["box"], wanted[1], rtol=RELATIVE, atol=0)
        torch.testing.assert_close(found["mass"], wanted[2], rtol=RELATIVE, atol=0)


@torch.no_grad()
def export_digits(path: Path, model: DigitNet, images: Tensor) -> None:
    """Write digits.onnx and compare it with PyTorch, activations too."""
    names = ["logits", "kinds", "conv1", "conv2"]
    to_onnx(
        model,
        (images[:2],),
        path,
        ["image"],
        names,
        {name: {0: "n"} for name in ["image", *names]},
    )
    compare_digits(path, model, images, ABSOLUTE)
    coarse(path)
    compare_digits(path, model, images, COARSE)


def compare_digits(path: Path, model: DigitNet, images: Tensor, tolerance: float) -> None:
    """Raise AssertionError where an output differs from PyTorch's by more than the tolerance."""
    graph = session(path)
    for chunk in torch.split(images, 100):
        wanted = model(chunk)
        for name, found in run(graph, chunk).items():
            torch.testing.assert_close(found, getattr(wanted, name), rtol=0, atol=tolerance)


@torch.no_grad()
def export_path(path: Path, network: PathNet, drawn: list[Strokes]) -> None:
    """Write path.onnx and compare it with PyTorch on strokes."""
    module = PathReader(network).eval()
    whole = path.with_name("whole.onnx")
    free = {"points": {0: "n", 1: "m"}, "down": {0: "n", 1: "m"}, "path": {0: "n"}}
    to_onnx(module, joined(drawn[:2]), whole, ["points", "down"], ["path"], free)
    half(whole, path)
    whole.unlink()
    shorten(path)
    graph = session(path)
    for lines in drawn:
        given = joined([lines])
        found = run(graph, *given)["path"]
        torch.testing.assert_close(found, module(*given), rtol=0, atol=ROUNDED)


@torch.no_grad()
def export_readout(path: Path, rules: Rules, model: DigitNet, images: Tensor) -> None:
    """Write readout.onnx and compare it with PyTorch on what the network says of images."""
    module = Readout(rules)
    inputs = ["logits", "kinds", "image", "box", "path"]
    outputs = ["probabilities", "state", "reason"]
    reading = model(images)
    shown = (reading.logits, reading.kinds, images)
    free = {name: {0: "n"} for name in (*inputs[:3], "path", *outputs)}
    no_path = NO_PATH.expand(len(images), -1)
    to_onnx(module, (*shown, NO_BOX, no_path), path, inputs, outputs, free)
    graph = session(path)
    for box, drawn in (
        (NO_BOX, no_path.contiguous()),
        (torch.tensor([0.0, 0.0, *INK]), reading.logits.flip(0)),
    ):
        found = run(graph, *shown, box, drawn)
        probabilities, state, reason = module(*shown, box, drawn)
        torch.testing.assert_close(found["probabilities"], probabilities, rtol=0, atol=ABSOLUTE)
        if not (found["state"].equal(state) and found["reason"].equal(reason)):
            raise AssertionError("readout.onnx decides differently from PyTorch")


def write(
    model: DigitNet,
    network: PathNet,
    rules: Rules,
    folder: Path,
    images: Tensor,
    drawn: list[Strokes],
) -> None:
    """Write the four graphs into a folder, checked on images [n, 1, 28, 28] and on strokes."""
    folder.mkdir(parents=True, exist_ok=True)
    model = model.cpu().eval()
    export_preprocess(folder / "preprocess.onnx", images)
    export_digits(folder / "digits.onnx", model, images)
    export_path(folder / "path.onnx", network, drawn)
    export_readout(folder / "readout.onnx", rules, model, images)
