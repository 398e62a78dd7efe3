"""The convolutional network of py/nn against PyTorch, and against differences."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F  # noqa: N812

import nn

SHAPES = [(28, 8, 3, 10), (7, 3, 2, 4), (8, 1, 3, 2), (6, 2, 1, 3)]  # side, filters, size, classes
ACTIVATIONS = ("relu", "sigmoid", "tanh")


def made(
    shape: tuple[int, int, int, int], activation: str, dtype: type = np.float64, n: int = 3
) -> tuple[nn.ConvNet, nn.Array, nn.Labels]:
    side, filters, size, classes = shape
    rng = np.random.default_rng(5)
    parts = side, filters, size, classes, rng, activation, dtype
    network = nn.ConvNet.random_filters(*parts)
    for b in network.biases:
        b += rng.normal(0, 0.1, b.shape).astype(dtype)
    x: nn.Array = rng.normal(size=(n, side * side)).astype(dtype)
    return network, x, rng.integers(0, classes, n)


def theirs(parameters: list[torch.Tensor], x: torch.Tensor, activation: str) -> torch.Tensor:
    """The logits as PyTorch has them: filters, the activation, pooling, a linear layer."""
    W1, b1, W2, b2 = parameters
    side = round(x.shape[1] ** 0.5)
    a = getattr(torch, activation)(F.conv2d(x.reshape(-1, 1, side, side), W1, b1))
    return F.linear(F.max_pool2d(a, 2).flatten(1), W2, b2)


@pytest.mark.parametrize(("dtype", "slack"), [(np.float64, 1e-12), (np.float32, 1e-4)])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_logits_and_gradients_are_pytorchs(
    shape: tuple[int, int, int, int], activation: str, dtype: type, slack: float
) -> None:
    network, x, y = made(shape, activation, dtype)
    leaves = [torch.tensor(p, requires_grad=True) for p in (*network.parameters, x)]
    logits = theirs(leaves[:-1], leaves[-1], activation)
    F.cross_entropy(logits, torch.tensor(y)).backward()
    trace = network.forward(x)
    grad_logits = nn.cross_entropy_gradient(trace.logits, y)
    ours = network.backward(trace, grad_logits).parameters
    np.testing.assert_allclose(trace.logits, logits.detach().numpy(), rtol=1e-4, atol=slack)
    found = [*ours, network.input_slope(trace, grad_logits)]
    for mine, leaf in zip(found, leaves, strict=True):
        assert leaf.grad is not None
        assert (mine.shape, mine.dtype) == (leaf.shape, dtype)
        np.testing.assert_allclose(mine, leaf.grad.numpy(), rtol=1e-4, atol=slack)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("shape", SHAPES[1:])
def test_gradients_are_the_measured_ones(shape: tuple[int, int, int, int], activation: str) -> None:
    network, x, y = made(shape, activation)
    trace = network.forward(x)
    grad_logits = nn.cross_entropy_gradient(trace.logits, y)
    gradients = network.backward(trace, grad_logits)

    def loss(_: nn.Array) -> float:
        return nn.cross_entropy(network.forward(x).logits, y)

    pairs = list(zip(network.parameters, gradients.parameters, strict=True))
    for array, gradient in [*pairs, (x, network.input_slope(trace, grad_logits))]:
        assert nn.relative_error(nn.numerical_gradient(loss, array), gradient) < 1e-6


def test_a_units_slope_reaches_the_window_that_won() -> None:
    network, x, _ = made((8, 2, 3, 4), "relu", n=1)
    trace = network.forward(x)
    assert trace.pooled == (2, 3, 3)
    for unit in range(18):
        row = np.eye(18)[[unit]]
        slope = network.input_slope(trace, row, layer=0)
        z = (x * slope).sum() + network.biases[0][unit // 9]
        np.testing.assert_allclose(z, trace.pre_activations[0][0, unit])
        assert np.count_nonzero(slope) == 9
        np.testing.assert_array_equal(slope, network.input_slope(trace, row, layer=-2))


def test_the_projects_network_has_13610_parameters() -> None:
    network, x, _ = made((28, 8, 3, 10), "relu", np.float32)
    assert sum(p.size for p in network.parameters) == 13_610
    assert network.forward(x).logits.dtype == np.float32
    assert network.predict(x).shape == (3,)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_parameters_tell_which_network_it_is(activation: str) -> None:
    network, x, _ = made((7, 3, 2, 4), activation)
    again = nn.network_of(network.parameters, activation)
    assert isinstance(again, nn.ConvNet)
    np.testing.assert_array_equal(again.forward(x).logits, network.forward(x).logits)
    plain = nn.MLP.random([49, 5, 4], np.random.default_rng(0), activation)
    assert type(nn.network_of(plain.parameters, activation)) is nn.MLP


W1, B1, W2, B2 = np.ones((2, 1, 3, 3)), np.ones(2), np.ones((4, 18)), np.ones(4)


@pytest.mark.parametrize(
    "parameters",
    [
        [W1, B1],
        [W1, np.ones(3), W2, B2],
        [W1, B1, W2, np.ones(3)],
        [W1, B1, np.ones((4, 17)), B2],
        [W1, B1, W1, B1],
        [W1, B1, W2, B2, np.ones((2, 4)), np.ones(2)],
        [W1, B1, W2],
        [np.ones((2, 2, 3, 3)), B1, W2, B2],
    ],
)
def test_what_does_not_fit_is_refused(parameters: list[nn.Array]) -> None:
    with pytest.raises(ValueError, match=r"fit|one of each"):
        nn.network_of(parameters, "relu")


def test_images_must_be_square() -> None:
    network, _, _ = made((8, 2, 3, 4), "relu")
    with pytest.raises(ValueError, match="square"):
        network.forward(np.ones((2, 63)))
