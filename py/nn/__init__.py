"""Neural networks in NumPy: the mathematics of the whole module, and its only implementation.

Arrays are (batch, features), weights (out, in), as in PyTorch. Results keep the dtype of the
inputs: float64 in the lessons, float32 for training. Nothing here prints, plots or loads.
"""

from nn.arrays import Array, Labels, matmul
from nn.bends import relu_through
from nn.conv import conv2d, conv2d_backward, max_pool2d, max_pool2d_backward
from nn.data import letter_pairs, minibatches, two_moons, xor
from nn.depth import Chain, chain, collapse, dead_units
from nn.embeddings import cosine_similarity
from nn.gradcheck import numerical_gradient, relative_error
from nn.initialise import glorot, he, he_deviation
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
from nn.metrics import (
    CalibrationBin,
    accuracy,
    calibration_bins,
    confusion_matrix,
    expected_calibration_error,
    wilson_interval,
)
from nn.mlp import ACTIVATIONS, MLP, Gradients, Trace
from nn.optim import SGD, Adam
from nn.perceptron import (
    PerceptronStep,
    boundary_bias,
    boundary_distance,
    boundary_nearest,
    neuron,
    perceptron_bound,
    perceptron_cycle,
    perceptron_history,
    perceptron_step,
    perceptron_train,
    step,
)
from nn.traced import traced_example, traced_example_off, traced_network
from nn.value import Value

__all__ = [
    "ACTIVATIONS",
    "MLP",
    "SGD",
    "Adam",
    "Array",
    "CalibrationBin",
    "Chain",
    "Gradients",
    "Labels",
    "PerceptronStep",
    "Trace",
    "Value",
    "accuracy",
    "boundary_bias",
    "boundary_distance",
    "boundary_nearest",
    "calibration_bins",
    "chain",
    "collapse",
    "confusion_matrix",
    "conv2d",
    "conv2d_backward",
    "cosine_similarity",
    "cross_entropy",
    "cross_entropy_gradient",
    "dead_units",
    "expected_calibration_error",
    "glorot",
    "he",
    "he_deviation",
    "identity",
    "identity_slope",
    "leaky_relu",
    "leaky_relu_slope",
    "letter_pairs",
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
    "max_pool2d",
    "max_pool2d_backward",
    "minibatches",
    "neuron",
    "numerical_gradient",
    "one_hot",
    "perceptron_bound",
    "perceptron_cycle",
    "perceptron_history",
    "perceptron_step",
    "perceptron_train",
    "relative_error",
    "relu",
    "relu_slope",
    "relu_through",
    "sigmoid",
    "sigmoid_slope",
    "softmax",
    "softmax_backward",
    "squared_error",
    "squared_error_gradient",
    "step",
    "tanh",
    "tanh_slope",
    "traced_example",
    "traced_example_off",
    "traced_network",
    "two_moons",
    "wilson_interval",
    "xor",
]
