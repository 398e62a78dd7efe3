"""The learner's network together with what it is: who trained it, and what it learned from."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict

import numpy as np

import nn
from course.project.architecture import CLASSES
from course.project.mnist import PIXELS
from nn import Array


class Kept(TypedDict):
    """A network outside of Python; npz is base64, the rest as `Network` has it."""

    npz: str
    activation: str
    run: str | None
    code: str | None
    taught: list[str]


@dataclass
class Network:
    """A network.

    run: the id of the run whose result it is, or of its lesson, where drawings taught it; None
    where that is not known; code: the learner's program, where that trained it; taught: ids of the
    learner's drawings that it has learned from.
    """

    mlp: nn.MLP
    run: str | None = None
    code: str | None = None
    taught: list[str] = field(default_factory=list)

    def kept(self) -> Kept:
        """Return the network as `restored` takes it."""
        return {
            "npz": packed(self.mlp.parameters),
            "activation": self.mlp.activation,
            "run": self.run,
            "code": self.code,
            "taught": self.taught,
        }


def restored(
    npz: str, activation: str, run: str | None, code: str | None, taught: Sequence[str]
) -> Network:
    """Return a kept network. Raises ValueError if it is damaged."""
    parameters = unpacked(npz)
    mlp = nn.network_of(parameters, activation)
    blank = np.zeros((1, PIXELS), np.float32)
    if mlp.forward(blank).logits.shape != (1, CLASSES):
        raise ValueError("this network does not take 784 pixels to ten digits")
    return Network(mlp, run, code, list(taught))


def packed(arrays: Sequence[Array]) -> str:
    """Return arrays as an .npz in base64."""
    buffer = io.BytesIO()
    np.savez(buffer, *arrays)
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def unpacked(npz: str) -> list[Array]:
    """Return what `packed` has packed, as float32."""
    with np.load(io.BytesIO(base64.b64decode(npz)), allow_pickle=False) as arrays:
        return [arrays[name].astype(np.float32) for name in arrays.files]


def copy(mlp: nn.MLP) -> nn.MLP:
    """Return a network of the same weights that can change by itself."""
    return nn.network_of([p.copy() for p in mlp.parameters], mlp.activation)
