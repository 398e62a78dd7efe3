"""Lets the learner's own `backward`, written for the lesson Backpropagation, train on MNIST."""

from __future__ import annotations

import numpy as np

import nn
from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.project.settings import Settings
from course.project.trainer import Backward
from nn import Array, Labels

STEP_SECONDS = 2.0  # for one batch, of which an epoch has hundreds
NAMES = ("dW1", "db1", "dW2", "db2")
LAYERS, ACTIVATION = 1, "relu"  # the hidden ones that such a program knows


def theirs(code: str, settings: Settings, guard: Guard) -> Backward:
    """Return the gradients' function that calls `backward(x, y, W1, b1, W2, b2)` of this program.

    Raises ValueError when the program does not load, has no backward, or the network is not the
    lesson's: one hidden layer with ReLU. What it raises later is a ValueError too, which names
    the learner's line where one is known.
    """
    if len(settings.hidden) != LAYERS or settings.activation != ACTIVATION:
        raise ValueError(
            "your backward() works with one hidden layer and ReLU; choose those, or our gradients"
        )
    program = Program(code, "backward", guard, STEP_SECONDS)
    refuse_failed(program, program.load(), "Your program")
    if not callable(program.namespace.get("backward")):
        raise ValueError("your program has no function backward()")

    def backward(network: nn.MLP, x: Array, y: Labels) -> tuple[list[Array], float, Array]:
        logits = network.forward(x).logits  # for the curves; the steps are theirs alone
        wanted = nn.one_hot(y, logits.shape[1]).astype(x.dtype)
        program.allow(STEP_SECONDS)
        outcome = program.call("backward", [x, wanted, *network.parameters])
        refuse_failed(program, outcome, "Your backward()")
        gradients = as_gradients(outcome.value, network.parameters)
        return gradients, nn.cross_entropy(logits, y), logits

    return backward


def refuse_failed(program: Program, outcome: Outcome, what: str) -> None:
    """Raise ValueError in plain words if a call of the learner's program did not end well."""
    if outcome.timed_out:
        raise ValueError(
            f"{what} took more than {STEP_SECONDS:g} s for one batch. Loops over single weights "
            "are too slow for 784 pixels. Write them as matrix products, or use our gradients."
        )
    if outcome.raised is not None:
        said = program.describe(outcome.raised)
        line = f" in line {said['line']}" if said.get("line") else ""
        raise ValueError(f"{what} raised {said['type']}{line}: {said['message']}")


def as_gradients(value: object, parameters: list[Array]) -> list[Array]:
    """Return what backward returned as arrays. Raises ValueError unless they fit the parameters."""
    if not isinstance(value, tuple | list) or len(value) != len(NAMES):
        raise ValueError(f"your backward() must return {', '.join(NAMES)}")
    gradients = []
    for name, gradient, parameter in zip(NAMES, value, parameters, strict=True):
        array = np.asarray(gradient)
        if array.shape != parameter.shape or not np.issubdtype(array.dtype, np.floating):
            raise ValueError(
                f"your backward() returned {name} as {array.dtype} {array.shape}; "
                f"its parameter is {parameter.dtype} {parameter.shape}"
            )
        gradients.append(array)
    return gradients
