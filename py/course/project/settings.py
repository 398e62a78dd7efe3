"""What a learner chooses for a run: each setting, its default, and what the page offers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from math import ceil
from typing import Any, Literal, get_args

import numpy as np

import nn
from course.project.architecture import (
    CLASSES,
    FILTER_SIDE,
    FILTERS,
    MAX_HIDDEN_LAYERS,
    SIDE,
    WIDTHS,
    Activation,
)
from course.project.mnist import ALL, PIXELS, VALIDATION

MOMENTUM = 0.9
Optimiser = Literal["sgd", "momentum", "adam"]

EXAMPLES = (1_000, 5_000, 10_000, 20_000, 30_000, ALL - VALIDATION, ALL)


def one_of(*choices: object) -> dict[str, Any]:
    """Say that a setting is one of these."""
    return {"choices": choices}


def up_to(most: int, *choices: object) -> dict[str, Any]:
    """Say that a setting is up to `most` of these, each as often as one likes."""
    return {"choices": choices, "most": most}


def between(low: float, high: float) -> dict[str, Any]:
    """Say that a setting is a number from low to high."""
    return {"limits": (low, high)}


@dataclass(frozen=True)
class Settings:
    """What the learner chose. Raises ValueError for what the page does not offer."""

    hidden: tuple[int, ...] = field(default=(128,), metadata=up_to(MAX_HIDDEN_LAYERS, *WIDTHS))
    filters: int = field(default=0, metadata=one_of(0, FILTERS))  # instead of hidden layers
    activation: Activation = field(default="relu", metadata=one_of(*get_args(Activation)))
    optimiser: Optimiser = field(default="momentum", metadata=one_of(*get_args(Optimiser)))
    learning_rate: float = field(default=0.1, metadata=between(1e-5, 10.0))
    decay: bool = field(
        default=True, metadata=one_of(True, False)
    )  # the rate falls to 0, in a line
    weight_decay: float = field(default=0.0, metadata=one_of(0.0, 0.001, 0.01, 0.1, 1.0))
    shifts: bool = field(
        default=False, metadata=one_of(True, False)
    )  # each image moves by up to a pixel, each time that it's shown
    batch: int = field(default=64, metadata=one_of(1, 16, 64, 256))
    epochs: int = field(default=3, metadata=between(1, 200))
    examples: int = field(default=ALL - VALIDATION, metadata=one_of(*EXAMPLES))
    seed: int = field(default=0, metadata=between(0, 999_999))

    def __post_init__(self) -> None:
        for name, about in self.offered().items():
            refuse(name, getattr(self, name), about)
        if self.filters and self.hidden:
            raise ValueError("a network with filters has no other hidden layer")

    @classmethod
    def offered(cls) -> dict[str, dict[str, Any]]:
        """Return each setting's `default`, and its `choices` (`most` of them) or its `limits`."""
        return {one.name: {"default": one.default, **one.metadata} for one in fields(cls)}

    @classmethod
    def read(cls, chosen: Mapping[str, Any]) -> Settings:
        """Return the settings that the page sent. Raises ValueError, naming what is wrong."""
        unknown = chosen.keys() - cls.__dataclass_fields__.keys()
        if unknown:
            raise ValueError(f"training has no setting {min(unknown)!r}")
        return cls(**{**chosen, "hidden": tuple(chosen.get("hidden", cls.hidden))})

    @property
    def sizes(self) -> tuple[int, ...]:
        """Features of each layer, the 784 pixels first."""
        return PIXELS, *self.hidden, CLASSES

    @property
    def batches(self) -> int:
        """How many steps the whole run takes."""
        return ceil(self.examples / self.batch) * self.epochs

    def network(self, rng: np.random.Generator) -> nn.MLP:
        """Return the network before training, float32."""
        if self.filters:
            parts = SIDE, self.filters, FILTER_SIDE, CLASSES
            return nn.ConvNet.random_filters(*parts, rng, self.activation, np.float32)
        return nn.MLP.random(self.sizes, rng, self.activation, np.float32)

    def optimiser_for(self, network: nn.MLP) -> nn.SGD | nn.Adam:
        """Return the optimiser of the network's parameters."""
        decay = self.weight_decay
        if self.optimiser == "adam":
            return nn.Adam(network.parameters, self.learning_rate, weight_decay=decay)
        momentum = MOMENTUM if self.optimiser == "momentum" else 0.0
        return nn.SGD(network.parameters, self.learning_rate, momentum, decay)


def refuse(name: str, value: Any, about: Mapping[str, Any]) -> None:
    """Raise ValueError unless a setting has a value that is offered, see `Settings.offered`."""
    choices = about.get("choices", ())
    if "limits" in about:
        low, high = about["limits"]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{name} is a number, not {value!r}")
        if not low <= value <= high:
            raise ValueError(f"{name} is a number from {low:g} to {high:g}, not {value:g}")
    elif "most" in about:
        if len(value) > about["most"] or not set(value) <= set(choices):
            raise ValueError(f"{name} is up to {about['most']} of {choices}, not {value}")
    elif value not in choices:
        raise ValueError(f"{name} is one of {choices}, not {value!r}")
