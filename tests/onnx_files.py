"""Small ONNX files for tests: good ones, and ones that nobody should run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

FLOAT = TensorProto.FLOAT
Shape = Sequence[int | str | None]
IMAGE: Shape = ["n", 1, 28, 28]


def place(name: str, shape: Shape, kind: int = FLOAT) -> Any:
    return helper.make_tensor_value_info(name, kind, shape)


def file(
    nodes: Sequence[Any],
    arrays: dict[str, Any] | None = None,
    inputs: Sequence[Any] | None = None,
    outputs: Sequence[Any] | None = None,
    domains: Sequence[str] = ("",),
) -> bytes:
    tensors = [numpy_helper.from_array(array, name) for name, array in (arrays or {}).items()]
    graph = helper.make_graph(
        nodes,
        "g",
        [place("image", IMAGE)] if inputs is None else inputs,
        [place("logits", ["n", 10])] if outputs is None else outputs,
        tensors,
    )
    opsets = [helper.make_opsetid(domain, 18) for domain in domains]
    made = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    return bytes(made.SerializeToString())


def node(operator: str, inputs: Sequence[str], output: str, **attributes: Any) -> Any:
    return helper.make_node(operator, inputs, [output], **attributes)


def weights(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 1, shape).astype(np.float32)


def tiny(*last: Any, input_shape: Shape = IMAGE, **others: Any) -> bytes:
    """The mean of all pixels times ten weights; `last` nodes take "scores" to "logits"."""
    nodes = [
        node("Reshape", ["image", "flat"], "x"),
        node("ReduceMean", ["x", "across"], "mean", keepdims=1),
        node("Gemm", ["mean", "W", "b"], "scores" if last else "logits", transB=1),
        *last,
    ]
    arrays = {
        "flat": np.array([-1, 784]),
        "across": np.array([1]),
        "W": weights(10, 1),
        "b": weights(10, seed=1),
    }
    return file(nodes, arrays, [place("image", input_shape)], **others)


def linear(input_shape: Shape = IMAGE) -> bytes:
    """A network without hidden layer, whose answers differ from image to image."""
    nodes = [
        node("Reshape", ["image", "flat"], "x"),
        node("Gemm", ["x", "W", "b"], "logits", transB=1),
    ]
    arrays = {"flat": np.array([-1, 784]), "W": weights(10, 784), "b": weights(10, seed=1)}
    return file(nodes, arrays, [place("image", input_shape)])


def endless() -> bytes:
    """Products of large matrices, hundreds of them, which take minutes.

    They depend on the image: what doesn't is worked out beforehand and kept, all of it.
    """
    size = 1500
    nodes = [
        node("Reshape", ["image", "flat"], "x"),
        node("ReduceMax", ["x"], "ink", keepdims=0),
        node("Mul", ["A", "ink"], "p0"),
    ]
    nodes += [node("MatMul", [f"p{i}", "A"], f"p{i + 1}") for i in range(400)]
    nodes += [
        node("ReduceMax", ["p400"], "most", keepdims=0),
        node("Gemm", ["x", "W", "b"], "z", transB=1),
        node("Mul", ["z", "most"], "logits"),
    ]
    arrays = {
        "A": weights(size, size) / size,
        "flat": np.array([-1, 784]),
        "W": weights(10, 784),
        "b": weights(10),
    }
    return file(nodes, arrays)


def huge() -> bytes:
    """A small file that asks for 1.6 gigabytes when it runs: a column times a row."""
    size = 20_000
    nodes = [
        node("Reshape", ["image", "flat"], "x"),
        node("Gemm", ["x", "W", "b"], "z", transB=1),
        node("ReduceMax", ["z"], "top", keepdims=0),
        node("Mul", ["column", "top"], "left"),
        node("MatMul", ["left", "row"], "product"),
        node("ReduceMax", ["product"], "most", keepdims=0),
        node("Mul", ["z", "most"], "logits"),
    ]
    arrays = {
        "flat": np.array([-1, 784]),
        "W": weights(10, 784),
        "b": weights(10),
        "column": weights(size, 1),
        "row": weights(1, size),
    }
    return file(nodes, arrays)


def not_finite() -> bytes:
    """Its scores are infinite and no numbers at all."""
    return file(
        [
            node("Reshape", ["image", "flat"], "x"),
            node("Gemm", ["x", "W", "b"], "z", transB=1),
            node("Div", ["z", "zero"], "logits"),
        ],
        {
            "flat": np.array([-1, 784]),
            "W": weights(10, 784),
            "b": weights(10),
            "zero": np.zeros(1, np.float32),
        },
    )


def looping() -> bytes:
    """A graph within the graph, that repeats itself."""
    body = helper.make_graph(
        [node("Identity", ["go"], "still"), node("Identity", ["v"], "w")],
        "body",
        [
            place("i", [], TensorProto.INT64),
            place("go", [], TensorProto.BOOL),
            place("v", ["n", 10]),
        ],
        [place("still", [], TensorProto.BOOL), place("w", ["n", 10])],
    )
    last = node("Loop", ["", "yes", "scores"], "logits", body=body)
    yes = helper.make_node(
        "Constant", [], ["yes"], value=numpy_helper.from_array(np.array(True), "t")
    )
    return tiny(yes, last)


def external() -> bytes:
    """Its weights are claimed to be in another file."""
    tensor = TensorProto(name="W", data_type=FLOAT, dims=[10, 1])
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")
    made = helper.make_model(
        helper.make_graph([], "g", [place("image", IMAGE)], [place("logits", ["n", 10])], [tensor])
    )
    return bytes(made.SerializeToString())
