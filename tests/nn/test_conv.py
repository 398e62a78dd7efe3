"""Filters and pooling of py/nn against PyTorch, and against differences."""

import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F  # noqa: N812

import nn

SIZES = [  # n, in, height, width, out, tall, wide
    (1, 1, 3, 3, 1, 3, 3),
    (1, 1, 28, 28, 1, 3, 3),
    (2, 3, 6, 5, 4, 3, 2),
    (3, 2, 4, 7, 1, 1, 4),
    (2, 1, 5, 5, 3, 1, 1),
]


@pytest.fixture
def rng():
    return np.random.default_rng(3)


def made(rng, sizes, dtype=np.float64):
    n, inputs, height, width, out, tall, wide = sizes
    shapes = (n, inputs, height, width), (out, inputs, tall, wide), (out,)
    return [rng.normal(size=shape).astype(dtype) for shape in shapes]


def leaf(array):
    return torch.tensor(array, requires_grad=True)


def agree(ours, theirs, slack=1e-12):
    theirs = theirs.detach().numpy()
    assert ours.shape == theirs.shape
    assert ours.dtype == theirs.dtype
    np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=slack)


@pytest.mark.parametrize(("dtype", "slack"), [(np.float64, 1e-12), (np.float32, 1e-4)])
@pytest.mark.parametrize("sizes", SIZES)
def test_filters_and_their_slopes_are_pytorchs(sizes, dtype, slack, rng):
    arrays = made(rng, sizes, dtype)
    leaves = [leaf(array) for array in arrays]
    z = F.conv2d(*leaves)
    grad_z = rng.normal(size=z.shape).astype(dtype)
    z.backward(torch.tensor(grad_z))
    agree(nn.conv2d(*arrays), z, slack)
    x, W, _ = arrays
    for ours, theirs in zip(nn.conv2d_backward(grad_z, x, W), leaves, strict=True):
        agree(ours, theirs.grad, slack)


@pytest.mark.parametrize("ties", [False, True])
@pytest.mark.parametrize(
    ("shape", "size"), [((1, 1, 4, 4), 2), ((2, 3, 7, 5), 2), ((1, 2, 9, 6), 3), ((2, 1, 3, 4), 1)]
)
def test_max_pooling_and_its_slopes_are_pytorchs(shape, size, ties, rng):
    x = rng.integers(0, 3, shape).astype(float) if ties else rng.normal(size=shape)
    x_t = leaf(x)
    p = F.max_pool2d(x_t, size)
    grad_p = rng.normal(size=p.shape)
    p.backward(torch.tensor(grad_p))
    agree(nn.max_pool2d(x, size), p)
    agree(nn.max_pool2d_backward(grad_p, x, size), x_t.grad)


def test_a_small_network_of_filters_has_the_measured_slopes(rng):
    x, W, b = made(rng, (2, 1, 7, 6, 3, 2, 3))
    y, fed = np.array([1, 0]), rng.normal(size=(2, 3 * 3 * 2))

    def loss(_):
        a = nn.max_pool2d(nn.relu(nn.conv2d(x, W, b)), 2)
        return nn.cross_entropy(nn.matmul(a.reshape(2, -1), fed.T), y)

    z = nn.conv2d(x, W, b)
    p = nn.max_pool2d(nn.relu(z), 2)
    logits = nn.matmul(p.reshape(2, -1), fed.T)
    grad_p = nn.matmul(nn.cross_entropy_gradient(logits, y), fed).reshape(p.shape)
    grad_z = nn.max_pool2d_backward(grad_p, nn.relu(z), 2) * nn.relu_slope(z)
    gradients = nn.conv2d_backward(grad_z, x, W)
    for array, gradient in zip((x, W, b), gradients, strict=True):
        assert nn.relative_error(nn.numerical_gradient(loss, array), gradient) < 1e-6


def test_a_filter_is_a_neuron_that_reads_each_window(rng):
    x, W, b = made(rng, (1, 2, 4, 5, 1, 3, 3))
    z = nn.conv2d(x, W, b)
    for i, j in np.ndindex(2, 3):
        window = x[:, :, i : i + 3, j : j + 3].reshape(1, -1)
        np.testing.assert_allclose(z[:, :, i, j], nn.linear(window, W.reshape(1, -1), b))


def test_nothing_is_changed(rng):
    x, W, b = made(rng, (2, 2, 4, 4, 2, 2, 2))
    before = [array.copy() for array in (x, W, b)]
    grad_z = np.ones_like(nn.conv2d(x, W, b))
    nn.conv2d_backward(grad_z, x, W)
    nn.max_pool2d_backward(nn.max_pool2d(x, 2), x, 2)
    assert all((a == one).all() for a, one in zip((x, W, b), before, strict=True))


X, WEIGHTS = np.ones((1, 2, 4, 5)), np.ones((3, 2, 2, 2))


@pytest.mark.parametrize(
    ("call", "shapes"),
    [
        (lambda: nn.conv2d(X[0], WEIGHTS, np.ones(3)), [(2, 4, 5), (3, 2, 2, 2)]),
        (lambda: nn.conv2d(X[:, :1], WEIGHTS, np.ones(3)), [(1, 1, 4, 5), (3, 2, 2, 2)]),
        (lambda: nn.conv2d(X, WEIGHTS, np.ones(2)), [(2,), (3, 2, 2, 2)]),
        (lambda: nn.conv2d(X, np.ones((1, 2, 5, 5)), np.ones(1)), [(1, 2, 5, 5), (1, 2, 4, 5)]),
        (lambda: nn.conv2d_backward(np.ones((1, 3, 4, 5)), X, WEIGHTS), [(1, 3, 3, 4)]),
        (lambda: nn.max_pool2d(X, 5), [(1, 2, 4, 5)]),
        (lambda: nn.max_pool2d(X, 0), [(1, 2, 4, 5)]),
        (lambda: nn.max_pool2d(X[0], 2), [(2, 4, 5)]),
        (lambda: nn.max_pool2d_backward(np.ones((1, 2, 3, 2)), X, 2), [(1, 2, 2, 2)]),
    ],
)
def test_wrong_shapes_are_named(call, shapes):
    with pytest.raises(ValueError, match=".*".join(re.escape(str(s)) for s in shapes)):
        call()
