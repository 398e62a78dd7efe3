"""ONNX files without their weights: Python in the browser puts a trained network's own in.

No library writes ONNX there, so each architecture that the project page offers is written here,
once, and the places of its weights are noted. `course.takehome` reads the result. What was made
is kept in the cache under a name that changes with all that went in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from builder.base.bootstrap import ROOT
from builder.base.kept import kept
from builder.base.tree import Content, digest
from course.project.architecture import SIDE, offered

OPSET = 18  # what PyTorch's export of the recogniser has too
IR_VERSION = 8
OPERATORS = {"relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh"}


def templates() -> bytes:
    """Return all templates as JSON: a list of {"sizes", "activation", "pieces", "shapes"}.

    pieces: the file's bytes between the weights, in hexadecimal digits, one more than there are
    arrays of weights; shapes: those arrays' shapes, in the order in which they go between. Each
    is float32, little-endian, row by row.
    """
    sources: dict[str, Content] = {
        "onnx_templates.py": Path(__file__),
        "architecture.py": ROOT / "py" / "course" / "project" / "architecture.py",
        "onnx": version("onnx").encode(),
    }

    def make() -> bytes:
        made = [template(sizes, activation) for sizes, activation in offered()]
        return json.dumps(made, separators=(",", ":")).encode()

    return kept(f"templates/{digest(sources)}.json", make)


def template(sizes: tuple[int, ...], activation: str) -> dict[str, Any]:
    """Write one architecture with random weights, and cut them out again."""
    rng = np.random.default_rng(0)
    names = {
        f"{letter}{layer}": rng.random(shape, dtype=np.float32)
        for layer, (fan_in, fan_out) in enumerate(pairwise(sizes), start=1)
        for letter, shape in (("W", (fan_out, fan_in)), ("b", (fan_out,)))
    }
    rest = graph(names, sizes, activation)
    pieces = []
    for array in names.values():
        before, weights, rest = rest.partition(array.tobytes())
        assert weights, "the file has the weights as they are, in this order"
        pieces.append(before.hex())
    shapes = [list(array.shape) for array in names.values()]
    return {
        "sizes": list(sizes),
        "activation": activation,
        "pieces": [*pieces, rest.hex()],
        "shapes": shapes,
    }


def graph(weights: dict[str, Any], sizes: tuple[int, ...], activation: str) -> bytes:
    """Return the ONNX file: `image` [n, 1, 28, 28] in 0..1 -> `logits` [n, classes].

    weights: W1 (out, in), b1 (out,), W2, ... as PyTorch has them.
    """
    # Here, since importing it takes longer than a build that finds its templates in the cache.
    from onnx import TensorProto, checker, helper, numpy_helper

    layers = len(sizes) - 1
    nodes = list(_nodes(helper.make_node, layers, OPERATORS[activation]))
    image = helper.make_tensor_value_info(
        "image", TensorProto.FLOAT, ["n", 1, SIDE, SIDE], "in 0..1, 1 is ink"
    )
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", sizes[-1]])
    arrays = [numpy_helper.from_array(array, name) for name, array in weights.items()]
    model = helper.make_model(
        helper.make_graph(nodes, "digits", [image], [logits], arrays),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="Module 3",
    )
    checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString())


def _nodes(make: Any, layers: int, operator: str) -> Iterator[Any]:
    """Yield the image as a row, then a product with bias a layer, and what is between them."""
    yield make("Flatten", ["image"], ["a0"], axis=1)
    for layer in range(1, layers + 1):
        last = layer == layers
        z = "logits" if last else f"z{layer}"
        inputs = [f"a{layer - 1}", f"W{layer}", f"b{layer}"]
        yield make("Gemm", inputs, [z], transB=1)
        if not last:
            yield make(operator, [z], [f"a{layer}"])
