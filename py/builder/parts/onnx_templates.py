"""ONNX files without their weights: Python in the browser puts a trained network's own in.

No library writes ONNX there, so each architecture that the project page offers is written here,
once, and the places of its weights are noted. `course.takehome` reads the result. What was made
is kept in the cache under a name that changes with all that went in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from builder.base.bootstrap import ROOT
from builder.base.kept import kept
from builder.base.tree import Content, digest
from course.project.architecture import CLASSES, SIDE, offered
from course.project.settings import Settings
from nn import Array
from nn.convnet import POOL

OPSET = 18  # what PyTorch's export of the recogniser has too
IR_VERSION = 8
OPERATORS = {"relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh"}


def templates() -> bytes:
    """Return all templates as JSON: a list of {"activation", "pieces", "shapes"}.

    pieces: the file's bytes between the weights, in hexadecimal digits, one more than there are
    arrays of weights; shapes: those arrays' shapes, in the order in which they go between. Each
    is float32, little-endian, row by row.
    """
    sources: dict[str, Content] = {
        "onnx_templates.py": Path(__file__),
        "architecture.py": ROOT / "py" / "course" / "project" / "architecture.py",
        "settings.py": ROOT / "py" / "course" / "project" / "settings.py",
        "convnet.py": ROOT / "py" / "nn" / "convnet.py",
        "onnx": version("onnx").encode(),
    }

    def make() -> bytes:
        made = [template(Settings(*architecture)) for architecture in offered()]
        return json.dumps(made, separators=(",", ":")).encode()

    return kept(f"templates/{digest(sources)}.json", make)


def template(chosen: Settings) -> dict[str, Any]:
    """Write one architecture with random weights, and cut them out again."""
    rng = np.random.default_rng(0)
    shapes = [p.shape for p in chosen.network(rng).parameters]
    arrays = [rng.random(shape, dtype=np.float32) for shape in shapes]
    names = {f"{'Wb'[i % 2]}{i // 2 + 1}": array for i, array in enumerate(arrays)}
    rest = graph(names, chosen.activation)
    pieces = []
    for array in arrays:
        before, weights, rest = rest.partition(array.tobytes())
        assert weights, "the file has the weights as they are, in this order"
        pieces.append(before.hex())
    return {
        "activation": chosen.activation,
        "pieces": [*pieces, rest.hex()],
        "shapes": [list(shape) for shape in shapes],
    }


def graph(weights: Mapping[str, Array], activation: str) -> bytes:
    """Return the ONNX file: `image` [n, 1, 28, 28] in 0..1 -> `logits` [n, classes].

    weights: W1, b1, W2, ... as PyTorch has them; those of four axes are filters.
    """
    # Here, since importing it takes longer than a build that finds its templates in the cache.
    from onnx import TensorProto, checker, helper, numpy_helper

    nodes = list(_nodes(helper.make_node, weights, OPERATORS[activation]))
    image = helper.make_tensor_value_info(
        "image", TensorProto.FLOAT, ["n", 1, SIDE, SIDE], "in 0..1, 1 is ink"
    )
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", CLASSES])
    arrays = [numpy_helper.from_array(array, name) for name, array in weights.items()]
    model = helper.make_model(
        helper.make_graph(nodes, "digits", [image], [logits], arrays),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="Module 3",
    )
    checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString())


def _nodes(make: Any, weights: Mapping[str, Array], operator: str) -> Iterator[Any]:
    """Yield each layer's product, or its filters with pooling, and what is between them."""
    layers, at = len(weights) // 2, "image"
    for layer in range(1, layers + 1):
        last = layer == layers
        filters = weights[f"W{layer}"].ndim == 4
        if layer == 1 and not filters:
            yield make("Flatten", [at], ["a0"], axis=1)
            at = "a0"
        z, inputs = "logits" if last else f"z{layer}", [at, f"W{layer}", f"b{layer}"]
        yield make("Conv", inputs, [z]) if filters else make("Gemm", inputs, [z], transB=1)
        if not last:
            at = f"a{layer}"
            yield make(operator, [z], [at])
        if filters:
            block = [POOL, POOL]
            yield make("MaxPool", [at], [f"p{layer}"], kernel_shape=block, strides=block)
            yield make("Flatten", [f"p{layer}"], [f"row{layer}"], axis=1)
            at = f"row{layer}"
