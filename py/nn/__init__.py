"""Neural networks in NumPy: the mathematics of the whole module, and its only implementation.

Arrays are (batch, features), weights (out, in), as in PyTorch. Results keep the dtype of the
inputs: float64 in the lessons, float32 for training. Nothing here prints, plots or loads.
"""

from nn.arrays import Array, Labels, matmul
from nn.data import minibatches, two_moons, xor
from nn.depth import Chain, chain, collapse, dead_units
from nn.gradcheck import numerical_gradient, relative_error
from nn.initialise import glorot, he
from nn.layers import (
    identity,
    identity_slope,
    leaky_relu,
    leaky_relu_slope,
    linear,
    linear_backward,
    linear_backward_input,
    linear_backward_parameters,
    log_softmax,
    log_softmax_backward,
    relu,
    relu_slope,
    sigmoid,
    sigmoid_slope,
    softmax,
    softmax_backward,
    tanh,
    tanh_slope,
)
from nn.losses import (
    cross_entropy,
    cross_entropy_gradient,
    log_loss,
    log_loss_gradient,
    log_loss_with_logits,
    log_loss_with_logits_gradient,
    one_hot,
    squared_error,
    squared_error_gradient,
)
from nn.metrics import accuracy, confusion_matrix
from nn.mlp import ACTIVATIONS, MLP, Gradients, Trace
from nn.optim import SGD, Adam
from nn.traced import traced_example, traced_example_off, traced_network

__all__ = [
    "ACTIVATIONS",
    "MLP",
    "SGD",
    "Adam",
    "Array",
    "Chain",
    "Gradients",
    "Labels",
    "Trace",
    "accuracy",
    "chain",
    "collapse",
    "confusion_matrix",
    "cross_entropy",
    "cross_entropy_gradient",
    "dead_units",
    "glorot",
    "he",
    "identity",
    "identity_slope",
    "leaky_relu",
    "leaky_relu_slope",
    "linear",
    "linear_backward",
    "linear_backward_input",
    "linear_backward_parameters",
    "log_loss",
    "log_loss_gradient",
    "log_loss_with_logits",
    "log_loss_with_logits_gradient",
    "log_softmax",
    "log_softmax_backward",
    "matmul",
    "minibatches",
    "numerical_gradient",
    "one_hot",
    "relative_error",
    "relu",
    "relu_slope",
    "sigmoid",
    "sigmoid_slope",
    "softmax",
    "softmax_backward",
    "squared_error",
    "squared_error_gradient",
    "tanh",
    "tanh_slope",
    "traced_example",
    "traced_example_off",
    "traced_network",
    "two_moons",
    "xor",
]
