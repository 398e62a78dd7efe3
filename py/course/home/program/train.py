"""Trains a network like yours in PyTorch, with the same settings, and tests it.

It needs Python 3.11 or later, PyTorch, and NumPy: `pip install torch numpy`. Put mnist.npz, which
the project's page saves, or MNIST's four IDX files next to this file. Then: python train.py
"""

import gzip
from itertools import pairwise
from math import ceil
from pathlib import Path

import numpy as np
import torch
from torch import nn

LAYERS = [784, 128, 10]  # pixels, the neurons of each hidden layer, digits
FILTERS = 0  # of 3 x 3 pixels, instead of hidden layers
ACTIVATION, START = nn.ReLU, nn.init.kaiming_normal_  # START chooses the first weights
LEARNING_RATE, LAST_RATE = 0.1, 0.0  # at the start; the share of it that's left at the end
WEIGHT_DECAY = 0.0
SHIFTS = False  # whether each image moves by up to a pixel, each time that it's shown
BATCH, EPOCHS, IMAGES, SEED = 64, 3, 55_000, 0
HERE = Path(__file__).parent


def mnist(which: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the images of "train" or "test" as rows of 784 numbers in 0..1, and their labels."""
    if (HERE / "mnist.npz").exists():
        with np.load(HERE / "mnist.npz") as file:
            images, labels = file[f"x_{which}"], file[f"y_{which}"]
    else:
        stem = "train" if which == "train" else "t10k"
        images, labels = read_idx(f"{stem}-images*", 16), read_idx(f"{stem}-labels*", 8)
    x = torch.tensor(images.reshape(-1, 784), dtype=torch.float32) / 255
    return x, torch.tensor(labels, dtype=torch.int64)


def read_idx(name: str, head: int) -> np.ndarray:
    """Return the bytes of an IDX file after its head, packed as .gz or not."""
    path = next(HERE.glob(name), None)
    if path is None:
        raise SystemExit(f"Put mnist.npz, or MNIST's IDX files, next to {Path(__file__).name}.")
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return np.frombuffer(data, np.uint8, offset=head)


def shifted(images: torch.Tensor) -> torch.Tensor:
    """Return images (n, 784), each moved by up to a pixel."""
    room = nn.functional.pad(images.view(-1, 28, 28), (1, 1, 1, 1))
    top, left = torch.randint(3, (2, len(images), 1)) + torch.arange(28)
    moved = room[torch.arange(len(room))[:, None, None], top[:, :, None], left[:, None, :]]
    return moved.flatten(1)


def begun(layer: nn.Linear | nn.Conv2d) -> nn.Module:
    """Return a layer with its first weights, and biases 0."""
    START(layer.weight)
    nn.init.zeros_(layer.get_parameter("bias"))
    return layer


def share_correct(x: torch.Tensor, y: torch.Tensor) -> str:
    """Return how many images the network reads correctly."""
    with torch.no_grad():
        return f"{(network(x).argmax(1) == y).float().mean():.2%}"


torch.manual_seed(SEED)
layers: list[nn.Module] = []
if FILTERS:
    layers += [nn.Unflatten(1, (1, 28, 28)), begun(nn.Conv2d(1, FILTERS, 3)), nn.MaxPool2d(2)]
    layers += [nn.Flatten(), ACTIVATION()]
    LAYERS = [FILTERS * 13 * 13, 10]  # 26 x 26 places of a filter, of which pooling leaves 13 x 13
for before, after in pairwise(LAYERS):
    layers += [begun(nn.Linear(before, after)), ACTIVATION()]
network = nn.Sequential(*layers[:-1])  # the last layer gives logits, without activation
weights = [p for p in network.parameters() if p.ndim > 1]  # and not the biases
optimizer = torch.optim.SGD(network.parameters(), LEARNING_RATE, momentum=0.9)
steps = EPOCHS * ceil(IMAGES / BATCH)
schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, LAST_RATE, steps)

x, y = mnist("train")
held_out = x[55_000:], y[55_000:]  # for choosing between networks
for epoch in range(EPOCHS):
    for batch in torch.randperm(IMAGES).split(BATCH):
        images = shifted(x[batch]) if SHIFTS else x[batch]
        loss = nn.functional.cross_entropy(network(images), y[batch])
        optimizer.zero_grad()
        loss.backward()
        for weight in weights:
            weight.data *= 1 - schedule.get_last_lr()[0] * WEIGHT_DECAY
        optimizer.step()
        schedule.step()
    if IMAGES <= 55_000:  # else none are left to choose by
        print(f"Epoch {epoch + 1}: {share_correct(*held_out)} of the validation images")
print(f"Test: {share_correct(*mnist('test'))}")
