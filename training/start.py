"""Begin where an earlier run ended: the weights of an exported digits.onnx, start.onnx.

The export folds batch normalization into the convolutions, so here it's taken out again: each
normalization gets the statistics of a batch and the scale and shift that undo them.
"""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.model import DigitNet

START = Path(__file__).parent / "start.onnx"


def stored(path: Path) -> list[tuple[Tensor, Tensor]]:
    """Return weight and bias of every layer of a graph, in order."""
    graph = onnx.load(path).graph
    values = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    layers = [node for node in graph.node if node.op_type in ("Conv", "Gemm")]
    return [(values[node.input[1]], values[node.input[2]]) for node in layers]


def load(model: DigitNet, path: Path, images: Tensor) -> None:
    """Give a network the weights of a graph; it then says the same of images [n, 1, 28, 28]."""
    kinds = (nn.Conv2d, nn.BatchNorm2d, nn.Linear)
    parts = [part for part in model.modules() if isinstance(part, kinds)]
    layers = iter(stored(path))
    bias = torch.empty(0)
    for part in parts:
        if isinstance(part, nn.BatchNorm2d):
            part.bias.data = bias
            continue
        weight, bias = next(layers)
        part.weight.data.copy_(weight)
        if isinstance(part, nn.Linear):
            part.bias.data.copy_(bias)
    hooks = [
        part.register_forward_pre_hook(undone) for part in parts if isinstance(part, nn.BatchNorm2d)
    ]
    with torch.no_grad():
        model.eval()(images)
    for hook in hooks:
        hook.remove()


def undone(norm: nn.BatchNorm2d, inputs: tuple[Tensor]) -> None:
    """Let a normalization have the statistics of its inputs, and no effect but its bias."""
    variance, mean = torch.var_mean(inputs[0], (0, 2, 3))
    norm.running_mean, norm.running_var = mean, variance
    norm.weight.data = (variance + norm.eps).sqrt()
    norm.bias.data = norm.bias.data + mean
