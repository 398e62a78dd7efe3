"""Begin where an earlier run ended, and keep a share of it: start.onnx, an exported digits.onnx.

The export folds batch normalization into the convolutions, so here it's taken out again: each
normalization gets the statistics of a batch and the scale and shift that undo them.

What a run has learned from there is blended with the start, weight by weight. The blend knows
what's new nearly as well, and forgets less (Wortsman et al., "Robust fine-tuning of zero-shot
models", 2022).
"""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.model import DigitNet

START = Path(__file__).parent / "start.onnx"
Layers = list[tuple[Tensor, Tensor]]  # weight and bias of every layer, in order


def stored(path: Path) -> Layers:
    """Return the layers of a graph."""
    graph = onnx.load(path).graph
    values = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    layers = [node for node in graph.node if node.op_type in ("Conv", "Gemm")]
    return [(values[node.input[1]], values[node.input[2]]) for node in layers]


def parts_of(model: DigitNet) -> list[nn.Conv2d | nn.BatchNorm2d | nn.Linear]:
    """Return what has weights: a normalization follows its convolution."""
    kinds = (nn.Conv2d, nn.BatchNorm2d, nn.Linear)
    return [part for part in model.modules() if isinstance(part, kinds)]


def fill(model: DigitNet, layers: Layers) -> None:
    """Give a network these layers; its normalizations then only add the bias."""
    rest = iter(layers)
    bias = torch.empty(0)
    for part in parts_of(model):
        if isinstance(part, nn.BatchNorm2d):
            part.running_mean = torch.zeros_like(bias)
            part.running_var = torch.full_like(bias, 1 - part.eps)
            part.weight.data, part.bias.data = torch.ones_like(bias), bias.clone()
            continue
        weight, bias = next(rest)
        part.weight.data.copy_(weight)
        if isinstance(part, nn.Linear):
            part.bias.data.copy_(bias)


@torch.no_grad()
def folded(model: DigitNet) -> Layers:
    """Return the layers of a network, as its export would have them."""
    layers: Layers = []
    weight = torch.empty(0)
    for part in parts_of(model):
        if isinstance(part, nn.Conv2d):
            weight = part.weight
        elif isinstance(part, nn.Linear):
            layers.append((part.weight.clone(), part.bias.clone()))
        else:
            mean, variance = part.running_mean, part.running_var
            assert mean is not None
            assert variance is not None
            scale = part.weight / (variance + part.eps).sqrt()
            layers.append((weight * scale.view(-1, 1, 1, 1), part.bias - mean * scale))
    return layers


def blended(model: DigitNet, share: float, path: Path = START) -> DigitNet:
    """Return a network between this one and, by `share`, the one that a graph has."""
    layers = [
        (torch.lerp(weight, old_weight, share), torch.lerp(bias, old_bias, share))
        for (weight, bias), (old_weight, old_bias) in zip(folded(model), stored(path), strict=True)
    ]
    blend = DigitNet()
    fill(blend, layers)
    return blend.eval()


def load(model: DigitNet, path: Path, images: Tensor) -> None:
    """Give a network the weights of a graph; it then says the same of images [n, 1, 28, 28]."""
    fill(model, stored(path))
    hooks = [
        part.register_forward_pre_hook(undone)
        for part in parts_of(model)
        if isinstance(part, nn.BatchNorm2d)
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
