"""The network: a plain convolutional one, small enough to run while the pen moves."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

# What a drawing can be. Index 0 is a digit; the others are the reasons for not reading one.
KINDS = ("digit", "scrap", "several", "scribble", "shape")


class Reading(NamedTuple):
    """What the network makes of n images.

    logits: [n, 10], one score a digit; kinds: [n, len(KINDS)], one score a kind of drawing;
    conv1 and conv2: feature maps [n, channels, height, width] that the page shows.
    """

    logits: Tensor
    kinds: Tensor
    conv1: Tensor
    conv2: Tensor


def convolution(inputs: int, outputs: int, size: int = 3, padding: int = 1) -> nn.Sequential:
    """Convolution, batch normalisation, ReLU; the export folds the first two into one."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, padding=padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


class Summary(nn.Conv2d):
    """A convolution as large as the map and apart for each channel.

    In training it's a product and a sum: PyTorch computes the gradient of such a convolution
    on a CPU twenty times as slowly, in bfloat16.
    """

    def forward(self, input: Tensor) -> Tensor:
        """Summarize maps [n, channels, h, w] as [n, channels, 1, 1]."""
        if not self.training:
            return super().forward(input)
        return (input * self.weight[:, 0]).sum((2, 3), keepdim=True)


class DigitNet(nn.Module):
    """Five convolutions, a summary, two linear heads: which digit, and whether it is one.

    The summary is a convolution as large as the map and apart for each channel: unlike an
    average it can tell a loop at the top from one at the bottom, and costs next to nothing
    (Chen et al., "MobileFaceNets", 2018, call it global depthwise convolution).
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.conv1 = convolution(1, 24, size=5, padding=2)  # 28x28
        self.conv2 = nn.Sequential(nn.MaxPool2d(2), convolution(24, 48))  # 14x14
        self.trunk = nn.Sequential(
            convolution(48, 48),
            nn.MaxPool2d(2),
            convolution(48, 80),  # 7x7
            convolution(80, 96, padding=0),  # 5x5
            nn.Sequential(
                Summary(96, 96, 5, groups=96, bias=False), nn.BatchNorm2d(96), nn.ReLU()
            ),  # 1x1
            nn.Flatten(),
            nn.Dropout(dropout),
        )
        self.digit = nn.Linear(96, 10)
        self.kind = nn.Linear(96, len(KINDS))

    def forward(self, image: Tensor) -> Reading:
        """Read images [n, 1, 28, 28] in 0..1."""
        conv1 = self.conv1(image)
        conv2 = self.conv2(conv1)
        features = self.trunk(conv2)
        return Reading(self.digit(features), self.kind(features), conv1, conv2)


def parameter_count(model: nn.Module) -> int:
    """Count the numbers that training adjusts."""
    return sum(parameter.numel() for parameter in model.parameters())


@torch.no_grad()
def read(model: nn.Module, images: Tensor, batch: int = 500) -> tuple[Tensor, Tensor]:
    """Read any number of images [n, 1, 28, 28]; return logits [n, 10] and kinds."""
    model.eval()
    device = next(model.parameters()).device
    readings = [model(chunk.to(device)) for chunk in torch.split(images, batch)]
    logits = torch.cat([reading.logits.cpu() for reading in readings])
    return logits, torch.cat([reading.kinds.cpu() for reading in readings])
