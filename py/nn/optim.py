"""Optimizers: they turn gradients into steps. Parameters change in place and keep their dtype."""

from collections.abc import Sequence

import numpy as np

from nn.arrays import Array, check_same_shape


def check_gradients(parameters: Sequence[Array], gradients: Sequence[Array]) -> None:
    """Raise ValueError unless there is one gradient for each parameter, shaped like it."""
    if len(parameters) != len(gradients):
        raise ValueError(f"step: {len(parameters)} parameters but {len(gradients)} gradients")
    for p, g in zip(parameters, gradients, strict=True):
        check_same_shape("step", "parameter", p, "gradient", g)


def shrink_weights(parameters: Sequence[Array], share: float) -> None:
    """Take this share off every weight, in place. Biases, arrays of one axis, stay as they are.

    Decoupled weight decay: it goes straight into the step, past momentum and Adam's means.
    Source: Loshchilov and Hutter, 2019, https://arxiv.org/abs/1711.05101
    """
    for p in parameters:
        if share and p.ndim > 1:
            p *= 1 - share


class SGD:
    """Stochastic gradient descent with momentum, as torch.optim.SGD has it.

    v <- momentum v + g, then p <- p - learning_rate v. Momentum 0 is plain gradient descent.
    weight_decay: see `shrink_weights`; torch.optim.SGD adds it to g instead, so it's the same only
    without momentum.
    Source: Sutskever et al., 2013, https://proceedings.mlr.press/v28/sutskever13.html
    """

    def __init__(
        self,
        parameters: Sequence[Array],
        learning_rate: float,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
    ) -> None:
        self.parameters = list(parameters)
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocities = [np.zeros_like(p) for p in self.parameters]

    def step(self, gradients: Sequence[Array]) -> None:
        """Move every parameter once; gradients are in the order of the parameters.

        Raises ValueError when a gradient is not shaped like its parameter.
        """
        check_gradients(self.parameters, gradients)
        shrink_weights(self.parameters, self.learning_rate * self.weight_decay)
        for p, v, g in zip(self.parameters, self.velocities, gradients, strict=True):
            if self.momentum:
                v *= self.momentum
                v += g
            p -= self.learning_rate * (v if self.momentum else g)


class Adam:
    """Adam: steps of about learning_rate for every weight, whatever its gradient's size.

    m and v are running means of g and g^2; both start at 0, which 1 - beta^t corrects.
    With weight_decay, see `shrink_weights`, it's AdamW.
    Source: Kingma and Ba, 2015, https://arxiv.org/abs/1412.6980
    """

    def __init__(
        self,
        parameters: Sequence[Array],
        learning_rate: float = 0.001,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        self.parameters = list(parameters)
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weight_decay = weight_decay
        self.means = [np.zeros_like(p) for p in self.parameters]
        self.squares = [np.zeros_like(p) for p in self.parameters]
        self.steps = 0

    def step(self, gradients: Sequence[Array]) -> None:
        """Move every parameter once; gradients are in the order of the parameters.

        Raises ValueError when a gradient is not shaped like its parameter.
        """
        check_gradients(self.parameters, gradients)
        self.steps += 1
        shrink_weights(self.parameters, self.learning_rate * self.weight_decay)
        correct_m = 1 - self.beta1**self.steps
        correct_v = 1 - self.beta2**self.steps
        for p, m, v, g in zip(self.parameters, self.means, self.squares, gradients, strict=True):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g * g - v)
            p -= self.learning_rate * (m / correct_m) / (np.sqrt(v / correct_v) + self.epsilon)
