"""A multilayer perceptron (MLP): linear layers with an activation between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import DTypeLike

from nn import layers
from nn.arrays import Array, Labels, check_same_shape
from nn.initialise import rule_for

ACTIVATIONS: dict[str, tuple[Callable[[Array], Array], Callable[[Array], Array]]] = {
    "identity": (layers.identity, layers.identity_slope),
    "relu": (layers.relu, layers.relu_slope),
    "sigmoid": (layers.sigmoid, layers.sigmoid_slope),
    "tanh": (layers.tanh, layers.tanh_slope),
}


@dataclass(frozen=True)
class Trace:
    """Everything that a forward pass computed, layer by layer; each array is (n, features)."""

    activations: list[Array]  # the input x, then each hidden layer's a
    pre_activations: list[Array]  # each layer's z; the last are the logits

    @property
    def logits(self) -> Array:
        """The last layer's pre-activation (n, classes)."""
        return self.pre_activations[-1]


@dataclass(frozen=True)
class Gradients:
    """The slope of the loss at every array after the input, each shaped like that array."""

    weights: list[Array]
    biases: list[Array]
    activations: list[Array]  # each hidden layer's a
    pre_activations: list[Array]  # each layer's z

    @property
    def parameters(self) -> list[Array]:
        """In the order of `MLP.parameters`: W1, b1, W2, b2, ..."""
        return [g for pair in zip(self.weights, self.biases, strict=True) for g in pair]


class MLP:
    """A network of any depth; the last layer gives logits, without activation.

    weights: W1, W2, ..., each (out, in), the in of one being the out of the one before;
    biases: b1, b2, ..., each (out,). Raises ValueError when they don't fit together.
    """

    def __init__(
        self, weights: Sequence[Array], biases: Sequence[Array], activation: str = "relu"
    ) -> None:
        if activation not in ACTIVATIONS:
            raise ValueError(f"activation {activation!r} must be one of {', '.join(ACTIVATIONS)}")
        if not len(weights) == len(biases) >= 1:
            raise ValueError(
                f"{len(weights)} weights and {len(biases)} biases: one of each a layer"
            )
        self.weights = list(weights)
        self.biases = list(biases)
        self.activation = activation
        self._check()

    def _check(self) -> None:
        """Raise ValueError unless the layers fit together."""
        for layer, (W, b) in enumerate(zip(self.weights, self.biases, strict=True), start=1):
            if W.ndim != 2 or b.shape != W.shape[:1]:
                raise ValueError(f"W{layer} {W.shape} and b{layer} {b.shape} don't fit")
            if layer > 1 and W.shape[1] != len(self.weights[layer - 2]):
                before = f"W{layer - 1} {self.weights[layer - 2].shape}"
                raise ValueError(f"W{layer} {W.shape} can't take what {before} gives")

    @classmethod
    def random(
        cls,
        sizes: Sequence[int],
        rng: np.random.Generator,
        activation: str = "relu",
        dtype: DTypeLike = np.float64,
    ) -> Self:
        """Return a network with `sizes` features per layer, the input's first.

        Weights by He (ReLU) or Glorot (any other activation), biases 0.
        """
        initialise = rule_for(activation)
        pairs = list(zip(sizes[1:], sizes[:-1], strict=True))
        weights = [initialise(fan_out, fan_in, rng, dtype) for fan_out, fan_in in pairs]
        biases: list[Array] = [np.zeros(fan_out, dtype) for fan_out, _ in pairs]
        return cls(weights, biases, activation)

    @property
    def parameters(self) -> list[Array]:
        """The arrays to train, not copies of them: W1, b1, W2, b2, ..."""
        return [p for pair in zip(self.weights, self.biases, strict=True) for p in pair]

    def forward(self, x: Array) -> Trace:
        """Run x (n, in) through all layers and return every value on the way.

        Raises ValueError when x does not fit the first layer.
        """
        activate, _ = ACTIVATIONS[self.activation]
        trace = Trace([x], [layers.linear(x, self.weights[0], self.biases[0])])
        for W, b in zip(self.weights[1:], self.biases[1:], strict=True):
            a = activate(trace.pre_activations[-1])
            trace.activations.append(a)
            trace.pre_activations.append(layers.linear(a, W, b))
        return trace

    def backward(self, trace: Trace, grad_logits: Array) -> Gradients:
        """Carry grad_logits (n, classes) back through the pass that made `trace`.

        Source: Rumelhart, Hinton and Williams, 1986, https://doi.org/10.1038/323533a0
        Raises ValueError when grad_logits is not shaped like the logits.
        """
        check_same_shape("backward", "grad_logits", grad_logits, "logits", trace.logits)
        _, slope = ACTIVATIONS[self.activation]
        gradients = Gradients([], [], [], [])
        grad_z = grad_logits
        for layer in reversed(range(len(self.weights))):
            first = layer == 0
            grad_W, grad_b = (
                self._first_gradients(trace, grad_z)
                if first
                else layers.linear_backward_parameters(grad_z, trace.activations[layer])
            )
            gradients.weights.insert(0, grad_W)
            gradients.biases.insert(0, grad_b)
            gradients.pre_activations.insert(0, grad_z)
            if not first:  # the input is given: nobody needs its slope, and it costs a third
                grad_a = layers.linear_backward_input(grad_z, self.weights[layer])
                gradients.activations.insert(0, grad_a)
                grad_z = grad_a * slope(trace.pre_activations[layer - 1])
        return gradients

    def input_slope(self, trace: Trace, grad_z: Array, layer: int = -1) -> Array:
        """Carry grad_z (n, features) of a layer's pre-activation back to the input, (n, in).

        layer: counted from 0, or from the end; -1 are the logits.
        """
        _, slope = ACTIVATIONS[self.activation]
        for above in range(layer % len(self.weights), 0, -1):
            grad_a = layers.linear_backward_input(grad_z, self.weights[above])
            grad_z = grad_a * slope(trace.pre_activations[above - 1])
        return self._first_input_slope(trace, grad_z)

    def _first_gradients(self, trace: Trace, grad_z: Array) -> tuple[Array, Array]:
        """Return the gradients of the first layer's weights and biases."""
        return layers.linear_backward_parameters(grad_z, trace.activations[0])

    def _first_input_slope(self, trace: Trace, grad_z: Array) -> Array:
        """Return the slope at the input, from that of the first pre-activation."""
        return layers.linear_backward_input(grad_z, self.weights[0])

    def probabilities(self, x: Array) -> Array:
        """Return softmax of the logits, (n, classes)."""
        return layers.softmax(self.forward(x).logits)

    def predict(self, x: Array) -> Labels:
        """Return the likeliest class of each row of x, (n,)."""
        labels: Labels = self.forward(x).logits.argmax(axis=1)
        return labels
