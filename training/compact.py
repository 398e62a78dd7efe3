"""Make a graph's file smaller: fewer bits of its weights, short names; it's as fast."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LARGE = 64  # weights; smaller arrays stay as they are
DROPPED = 8  # bits of each weight's 24, by `coarse`


def half(source: Path, target: Path) -> None:
    """Keep the weights in float16; they are cast to float32 when the graph is loaded."""
    model = onnx.load(source)
    graph = model.graph
    casts = []
    for weights in graph.initializer:
        values = numpy_helper.to_array(weights)
        if values.dtype != np.float32 or values.size < LARGE:
            continue
        name = weights.name
        weights.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}_half"))
        casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, target)


def coarse(path: Path) -> None:
    """Round the weights to 16 significant bits; they stay float32, and the zeros compress well.

    float16 has 11, in a smaller file, but then fewer drawings were decided alike at all places.
    """
    model = onnx.load(path)
    for weights in model.graph.initializer:
        values = numpy_helper.to_array(weights)
        if values.dtype == np.float32:
            bits = np.atleast_1d(values).view(np.uint32) + np.uint32(1 << DROPPED - 1)
            rounded = (bits >> DROPPED << DROPPED).view(np.float32).reshape(values.shape)
            weights.CopyFrom(numpy_helper.from_array(rounded, weights.name))
    onnx.save(model, path)


def shorten(path: Path) -> None:
    """Number what a graph computes on the way, and keep each of its constants once."""
    model = onnx.load(path)
    graph = model.graph
    known = {one.name for one in (*graph.input, *graph.output)}
    names: dict[str, str] = {}
    constants: dict[bytes, str] = {}
    kept = []
    for node in graph.node:
        value = node.attribute[0].SerializeToString() if node.op_type == "Constant" else b""
        if value in constants:
            names[node.output[0]] = constants[value]
            continue
        for name in node.output:
            names[name] = name if name in known else str(len(names))
        if value:
            constants[value] = names[node.output[0]]
        node.name = ""
        kept.append(node)
    for node in kept:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names[name] for name in node.output]
    del graph.node[:]
    graph.node.extend(kept)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)
