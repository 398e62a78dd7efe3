"""The PyTorch program that trains a network like the learner's, with their settings."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

from course.project.architecture import Activation
from course.project.settings import MOMENTUM, Settings
from nn.convnet import ConvNet
from nn.mlp import MLP

PROGRAM = Path(__file__).parent / "program" / "train.py"
# How PyTorch calls the activations, and what chooses the first weights as `nn.initialise` does.
ACTIVATIONS = {
    "relu": "nn.ReLU, nn.init.kaiming_normal_",
    "sigmoid": "nn.Sigmoid, nn.init.xavier_uniform_",
    "tanh": "nn.Tanh, nn.init.xavier_uniform_",
}
OPTIMISERS = {
    "sgd": "torch.optim.SGD(network.parameters(), LEARNING_RATE)",
    "momentum": f"torch.optim.SGD(network.parameters(), LEARNING_RATE, momentum={MOMENTUM})",
    "adam": "torch.optim.Adam(network.parameters(), LEARNING_RATE)",
}


def torch_program(settings: Settings) -> str:
    """Return a Python program that trains with these settings in PyTorch."""
    last = 0.0 if settings.decay else 1.0
    values = {
        "LAYERS": str(list(settings.sizes)),
        "FILTERS": str(settings.filters),
        "ACTIVATION, START": ACTIVATIONS[settings.activation],
        "LEARNING_RATE, LAST_RATE": f"{float(settings.learning_rate)}, {last}",
        "WEIGHT_DECAY": str(float(settings.weight_decay)),
        "SHIFTS": str(settings.shifts),
        "BATCH, EPOCHS, IMAGES, SEED": f"{settings.batch}, {settings.epochs}, "
        f"{settings.examples:_}, {settings.seed}",
        "optimizer": OPTIMISERS[settings.optimiser],
    }
    return with_values(PROGRAM.read_text(encoding="utf-8"), values)


def settings_of(network: MLP) -> Settings:
    """Return the usual settings for a network whose own aren't known."""
    known = network.activation in get_args(Activation)
    activation = network.activation if known else Settings.activation
    if isinstance(network, ConvNet):
        filters = len(network.biases[0])
        return replace(Settings(), hidden=(), filters=filters, activation=activation)  # type: ignore[arg-type]
    hidden = tuple(len(b) for b in network.biases[:-1])
    return replace(Settings(), hidden=hidden, activation=activation)  # type: ignore[arg-type]


def with_values(program: str, values: Mapping[str, str]) -> str:
    """Return a program whose lines `NAME = ...` give other values; remarks stay.

    Raises ValueError for a name that has no such line, or several.
    """
    for name, value in values.items():
        line = re.compile(rf"^{re.escape(name)} = .*?(?=  #|$)", re.MULTILINE)
        if len(line.findall(program)) != 1:
            raise ValueError(f"the program should have one line {name} = ...")
        program = line.sub(f"{name} = {value}", program)
    return program
