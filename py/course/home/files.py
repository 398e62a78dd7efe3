"""A trained network as files to take home: ONNX, NumPy's own, and a Python program."""

import ast
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from course.home.program import network as home
from course.home.standalone import Standalone, read
from nn.mlp import MLP

TEMPLATES = Path(__file__).with_name("templates.json")  # made by py/builder/parts/onnx_templates.py
FILES = {
    "onnx": "my-network.onnx",
    "npz": home.WEIGHTS,
    "py": "my_network.py",
    "train": "train.py",
}
MADE, MADE_FILTERS = (f"{home.__package__}.{name}" for name in ("made", "made_filters"))
BY_NN, BY_OWN, OWN = (f"{home.__package__}.{name}" for name in ("slopes", "own_slopes", "own"))
FUTURE = re.compile(r"^from __future__ import .*\n?", re.MULTILINE)


def onnx_bytes(network: MLP, templates: Sequence[Mapping[str, Any]] | None = None) -> bytes:
    """Return the network as an ONNX file: `image` [n, 1, 28, 28] in 0..1 -> `logits` [n, 10].

    The weights go into the template of its architecture, as float32. Raises ValueError when
    the page offers no such architecture, FileNotFoundError where no build put templates.
    """
    shapes = [list(p.shape) for p in network.parameters]
    for template in _shipped() if templates is None else templates:
        alike = template["activation"] == network.activation or len(network.weights) == 1
        if template["shapes"] == shapes and alike:
            break
    else:
        raise ValueError(
            f"there's no template for the layers {shapes[::2]} with {network.activation}, "
            "so this network can't be written as ONNX here"
        )
    first, *others = map(bytes.fromhex, template["pieces"])
    arrays = [np.ascontiguousarray(p, "<f4").tobytes() for p in network.parameters]
    pairs = zip(arrays, others, strict=True)
    return first + b"".join(weights + piece for weights, piece in pairs)


@cache
def _shipped() -> Any:
    return json.loads(TEMPLATES.read_text(encoding="utf-8"))


def npz_bytes(network: MLP) -> bytes:
    """Return the network as an .npz file: W1, b1, W2, ... in float32, and `activation`."""
    file = io.BytesIO()
    arrays = home.named(network)
    np.savez(file, **{k: v.astype("f4") if v.dtype.kind == "f" else v for k, v in arrays.items()})
    return file.getvalue()


def program(own_code: str | None = None, *, filters: bool = False) -> str:
    """Return a Python file that loads the .npz beside it, recognises digits and trains on.

    filters: whether the network has them; own_code: the learner's program with their `backward`,
    if that trained it; else the functions of `nn` do. Either stands in the file as it was. Raises
    ValueError for code of the learner's that is no Python, or that has no `backward`.
    """
    instead = {BY_NN: BY_OWN} if own_code is not None else {}
    standalone = Standalone(instead | ({MADE: MADE_FILTERS} if filters else {}))
    standalone.take(home.__name__)
    ours = f"{standalone.definitions(OWN)}\n\n\n{read(home.__name__).last}\n"
    head = f'"""{home.__doc__}"""\n'
    if own_code is None:
        return f"{head}\n{standalone.imports()}\n\n{ours}"
    theirs = _top_level(own_code)
    if "backward" not in theirs:
        raise ValueError("this program has no function `backward`")
    for name in sorted(theirs & _top_level(ours)):  # theirs keep their names
        ours = re.sub(rf"(?<![\w.\"'-]){name}\b(?![\"'])", f"our_{name}", ours)
    future = "".join(FUTURE.findall(own_code))  # these may stand nowhere else
    code = FUTURE.sub("", own_code).strip()
    imports = f"{future}{standalone.imports()}"
    return f"{head}\n{imports}\n\n# ---- Your own code\n\n{code}\n\n\n# ---- The rest\n\n{ours}"


def _top_level(code: str) -> set[str]:
    """Return the names that a program's top level defines. Raises ValueError: it is no Python."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise ValueError(f"this program can't be read: {error}") from None
    return {name for node in tree.body for name in _defined(node)}


def _defined(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.alias) and node.name != "numpy":
        yield (node.asname or node.name).partition(".")[0]
    for part in ast.iter_child_nodes(node):
        yield from _defined(part)
