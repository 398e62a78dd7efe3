"""Gradients of py/nn against two oracles that share no code with it: PyTorch and differences."""

from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F  # noqa: N812

import nn

RELATIVE = 1e-5


def agree(ours, theirs):
    theirs = theirs.detach().numpy()
    assert ours.shape == theirs.shape
    assert ours.dtype == theirs.dtype
    np.testing.assert_allclose(ours, theirs, rtol=RELATIVE, atol=1e-12)


def leaf(array):
    return torch.tensor(array, requires_grad=True)


@pytest.fixture
def rng():
    return np.random.default_rng(3)


@pytest.mark.parametrize(
    ("f", "slope", "theirs"),
    [
        (nn.identity, nn.identity_slope, lambda z: z * 1),
        (nn.relu, nn.relu_slope, torch.relu),
        (nn.sigmoid, nn.sigmoid_slope, torch.sigmoid),
        (nn.tanh, nn.tanh_slope, torch.tanh),
    ],
)
def test_activations_and_slopes(f, slope, theirs, rng):
    z = np.concatenate([rng.normal(0, 3, (4, 5)), np.zeros((1, 5))])
    grad_a = rng.normal(size=z.shape)
    z_t = leaf(z)
    a_t = theirs(z_t)
    a_t.backward(torch.tensor(grad_a))
    agree(f(z), a_t)
    agree(grad_a * slope(z), z_t.grad)


def test_linear(rng):
    x, W, b = rng.normal(size=(4, 3)), rng.normal(size=(2, 3)), rng.normal(size=2)
    grad_z = rng.normal(size=(4, 2))
    x_t, W_t, b_t = leaf(x), leaf(W), leaf(b)
    z_t = F.linear(x_t, W_t, b_t)
    z_t.backward(torch.tensor(grad_z))
    agree(nn.linear(x, W, b), z_t)
    for ours, theirs in zip(nn.linear_backward(grad_z, x, W), (x_t, W_t, b_t), strict=True):
        agree(ours, theirs.grad)


def test_softmax_and_log_softmax(rng):
    z, grad = rng.normal(0, 3, (4, 5)), rng.normal(size=(4, 5))
    z_t = leaf(z)
    p_t = torch.softmax(z_t, -1)
    p_t.backward(torch.tensor(grad))
    agree(nn.softmax(z), p_t)
    agree(nn.softmax_backward(grad, nn.softmax(z)), z_t.grad)
    z_t = leaf(z)
    log_p_t = torch.log_softmax(z_t, -1)
    log_p_t.backward(torch.tensor(grad))
    agree(nn.log_softmax(z), log_p_t)
    agree(nn.log_softmax_backward(grad, z), z_t.grad)


def test_cosine_similarity(rng):
    u, v = rng.normal(size=(4, 3)), rng.normal(size=(5, 3))
    theirs = F.cosine_similarity(torch.tensor(u)[:, None], torch.tensor(v)[None], dim=2)
    agree(nn.cosine_similarity(u, v), theirs)


def test_losses(rng):
    z, y = rng.normal(0, 3, (6, 4)), np.array([0, 1, 2, 3, 3, 0])
    z_t = leaf(z)
    loss = F.cross_entropy(z_t, torch.tensor(y))
    loss.backward()
    assert nn.cross_entropy(z, y) == pytest.approx(loss.item(), rel=RELATIVE)
    agree(nn.cross_entropy_gradient(z, y), z_t.grad)

    target = (rng.random((6, 4)) < 0.5).astype(float)
    losses: list[tuple[Any, Any, Any, Any]] = [
        (nn.log_loss, nn.log_loss_gradient, F.binary_cross_entropy, rng.random((6, 4))),
        (
            nn.log_loss_with_logits,
            nn.log_loss_with_logits_gradient,
            F.binary_cross_entropy_with_logits,
            z,
        ),
        (nn.squared_error, nn.squared_error_gradient, F.mse_loss, z),
    ]
    for ours, slope, theirs, inputs in losses:
        q = leaf(inputs)
        loss = theirs(q, torch.tensor(target))
        loss.backward()
        assert ours(inputs, target) == pytest.approx(loss.item(), rel=RELATIVE)
        agree(slope(inputs, target), q.grad)


def test_log_loss_at_zero_and_one_is_pytorchs():
    p, y = np.array([0.0, 1.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0, 1.0])
    p_t = leaf(p)
    loss = F.binary_cross_entropy(p_t, torch.tensor(y))
    loss.backward()
    assert nn.log_loss(p, y) == pytest.approx(loss.item()) == 50
    agree(nn.log_loss_gradient(p, y), p_t.grad)


def torch_twin(mlp):
    """Return the parameters as leaves, and a function that runs the same network in PyTorch."""
    leaves = [leaf(p.copy()) for p in mlp.parameters]
    activate = {"relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh}.get(
        mlp.activation, lambda z: z
    )

    def run(x):
        for i in range(0, len(leaves), 2):
            x = F.linear(x if i == 0 else activate(x), leaves[i], leaves[i + 1])
        return x

    return leaves, run


@pytest.mark.parametrize("activation", list(nn.ACTIVATIONS))
@pytest.mark.parametrize("sizes", [(3, 4), (3, 5, 4), (2, 6, 5, 3), (4, 5, 6, 5, 4, 3)])
def test_whole_networks(sizes, activation, rng):
    mlp = nn.MLP.random(sizes, rng, activation)
    for b in mlp.biases:
        b += rng.normal(size=b.shape)
    x, y = rng.normal(size=(7, sizes[0])), rng.integers(0, sizes[-1], 7)
    leaves, run = torch_twin(mlp)
    logits = run(torch.tensor(x))
    F.cross_entropy(logits, torch.tensor(y)).backward()

    trace = mlp.forward(x)
    gradients = mlp.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    agree(trace.logits, logits)
    for ours, theirs in zip(gradients.parameters, leaves, strict=True):
        agree(ours, theirs.grad)

    def loss(_):
        return nn.cross_entropy(mlp.forward(x).logits, y)

    for parameter, gradient in zip(mlp.parameters, gradients.parameters, strict=True):
        assert nn.relative_error(nn.numerical_gradient(loss, parameter), gradient) < 1e-6


def test_slopes_at_every_hidden_value(rng):
    mlp = nn.MLP.random((3, 4, 5, 2), rng, "tanh")
    x, y = rng.normal(size=(3, 3)), np.array([0, 1, 1])
    trace = mlp.forward(x)
    gradients = mlp.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    assert len(gradients.activations) == 2
    for layer, (a, grad_a) in enumerate(
        zip(trace.activations[1:], gradients.activations, strict=True), start=1
    ):
        rest = nn.MLP(mlp.weights[layer:], mlp.biases[layer:], "tanh")

        def loss(a, rest=rest):
            return nn.cross_entropy(rest.forward(a).logits, y)

        slope = nn.numerical_gradient(loss, a)
        assert nn.relative_error(slope, grad_a) < 1e-6
    for z, grad_z, grad_a in zip(
        trace.pre_activations[:-1],
        gradients.pre_activations[:-1],
        gradients.activations,
        strict=True,
    ):
        np.testing.assert_allclose(grad_z, grad_a * nn.tanh_slope(z))


def weights_decay(leaves):
    """Return PyTorch's groups of parameters, of which only the weights decay."""
    biases = [leaf for leaf in leaves if leaf.ndim == 1]
    weights = [leaf for leaf in leaves if leaf.ndim == 2]
    return [{"params": weights}, {"params": biases, "weight_decay": 0.0}]


class Decoupled(torch.optim.SGD):
    """PyTorch's SGD with AdamW's weight decay, which goes past the momentum."""

    def step(self):  # type: ignore[override]
        kept = [group["weight_decay"] for group in self.param_groups]
        for group in self.param_groups:
            for leaf_ in group["params"]:
                leaf_.data *= 1 - group["lr"] * group["weight_decay"]
            group["weight_decay"] = 0.0
        super().step()
        for group, decay in zip(self.param_groups, kept, strict=True):
            group["weight_decay"] = decay


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (lambda p: nn.SGD(p, 0.1), lambda p: torch.optim.SGD(p, 0.1)),
        (lambda p: nn.SGD(p, 0.1, 0.9), lambda p: torch.optim.SGD(p, 0.1, momentum=0.9)),
        (lambda p: nn.Adam(p), lambda p: torch.optim.Adam(p)),
        (
            lambda p: nn.Adam(p, 0.05, 0.8, 0.99, 1e-6),
            lambda p: torch.optim.Adam(p, 0.05, (0.8, 0.99), 1e-6),
        ),
        (
            lambda p: nn.SGD(p, 0.1, weight_decay=0.3),
            lambda p: torch.optim.SGD(weights_decay(p), 0.1, weight_decay=0.3),
        ),
        (
            lambda p: nn.SGD(p, 0.1, 0.9, weight_decay=0.3),
            lambda p: Decoupled(weights_decay(p), 0.1, momentum=0.9, weight_decay=0.3),
        ),
        (
            lambda p: nn.Adam(p, 0.05, weight_decay=0.3),
            lambda p: torch.optim.AdamW(weights_decay(p), 0.05, weight_decay=0.3),
        ),
    ],
)
def test_optimisers_step_like_torch(ours, theirs, rng):
    mlp = nn.MLP.random((3, 5, 4), rng)
    x, y = rng.normal(size=(8, 3)), rng.integers(0, 4, 8)
    leaves, run = torch_twin(mlp)
    optimiser, twin = ours(mlp.parameters), theirs(leaves)
    for _ in range(12):
        trace = mlp.forward(x)
        gradients = mlp.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
        optimiser.step(gradients.parameters)
        twin.zero_grad()
        F.cross_entropy(run(torch.tensor(x)), torch.tensor(y)).backward()
        twin.step()
        for parameter, leaf_ in zip(mlp.parameters, leaves, strict=True):
            agree(parameter, leaf_)


def test_numerical_gradient_puts_x_back_and_wants_float64():
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    before = x.copy()
    np.testing.assert_allclose(nn.numerical_gradient(lambda x: float((x**2).sum()), x), 2 * x)
    assert (x == before).all()
    with pytest.raises(ValueError, match="float32"):
        nn.numerical_gradient(lambda x: 0.0, x.astype(np.float32))


def test_relative_error_tells_wrong_from_right():
    a = np.array([1.0, 2.0])
    assert nn.relative_error(a, a) == 0
    assert nn.relative_error(0 * a, 0 * a) == 0
    assert nn.relative_error(a, -a) == 1
    assert nn.relative_error(a, a * 1.01) == pytest.approx(0.01 / 2.01)
