"""nn.Value against three oracles: PyTorch, measured slopes, and the network's own backward."""

from typing import Any

import numpy as np
import pytest
import torch

import nn

EXPRESSIONS: list[Any] = [
    lambda a, b, c: a * b + c,
    lambda a, b, c: a * b + a,  # a is used twice
    lambda a, b, c: a * a * a,
    lambda a, b, c: (a + a) * (a + b) + (a + b) * c,
    lambda a, b, c: (a * b).relu() + (-a * b).relu() * c,
    lambda a, b, c: 2 * a + a * 3 + 1 - b / 4 + 5 / a - (6 - c) + (c - 7),
    lambda a, b, c: -((a * b).exp() / (a.exp() + b.exp() + c.exp())).log(),
]


@pytest.fixture(params=[0, 1, 2])
def inputs(request):
    return np.random.default_rng(request.param).normal(size=3)


@pytest.mark.parametrize("f", EXPRESSIONS)
def test_slopes_are_pytorchs_and_the_measured_ones(f, inputs):
    ours = [nn.Value(one) for one in inputs]
    theirs = [torch.tensor(float(one), dtype=torch.float64, requires_grad=True) for one in inputs]
    result, expected = f(*ours), f(*theirs)
    result.backward()
    expected.backward()
    assert result.data == pytest.approx(expected.item())
    slopes = np.array([one.grad for one in ours])
    np.testing.assert_allclose(slopes, [float(0 if t.grad is None else t.grad) for t in theirs])
    measured = nn.numerical_gradient(lambda x: f(*map(nn.Value, x)).data, inputs)
    assert nn.relative_error(slopes, measured) < 1e-7


@pytest.mark.parametrize("example", [nn.traced_example(), nn.traced_example_off()])
def test_the_traced_network_has_the_slopes_of_its_own_backward(example):
    x, y = example
    network = nn.traced_network()
    trace = network.forward(x)
    expected = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))

    (W1, b1, W2, b2) = parameters = [np.vectorize(nn.Value)(p) for p in network.parameters]
    hidden = [(x[0] @ W1[j] + b1[j]).relu() for j in range(2)]
    exponentials = [(hidden @ W2[k] + b2[k]).exp() for k in range(2)]
    loss = -(exponentials[y[0]] / sum(exponentials)).log()
    loss.backward()

    assert loss.data == pytest.approx(nn.cross_entropy(trace.logits, y))
    for ours, slopes in zip(parameters, expected.parameters, strict=True):
        np.testing.assert_allclose([v.grad for v in ours.flat], slopes.ravel(), atol=1e-12)


@pytest.mark.parametrize("data", [-1.0, 0.0, -0.0, 2.0])
def test_relu_is_the_layers(data):
    a = nn.Value(data)
    result = a.relu()
    result.backward()
    z = np.array([data])
    assert (result.data, a.grad) == (nn.relu(z)[0], nn.relu_slope(z)[0])


def test_leaves_add_up_from_sweep_to_sweep_as_in_pytorch():
    a, b = nn.Value(2.0), nn.Value(3.0)
    shared = a * b
    for total in (shared * a, shared + b):
        total.backward()
    assert (a.grad, b.grad, shared.grad) == (2 * 6 + 3, 4 + 2 + 1, 1)


def test_every_node_comes_once_and_after_its_parents():
    a = nn.Value(2.0)
    b = a + 1
    nodes = (b * b + a).nodes()
    places = {node: i for i, node in enumerate(nodes)}
    assert len(places) == len(nodes) == 5
    assert all(places[p] < places[node] for node in nodes for p, _ in node.parents)


def test_a_long_chain_needs_no_deep_recursion():
    a = total = nn.Value(1.0)
    for _ in range(10_000):
        total = total + a
    total.backward()
    assert a.grad == 10_001
    assert repr(a) == "Value(1, grad=10001)"
