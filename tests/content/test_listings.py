"""The PyTorch listings print what the lessons show, and their numbers are ours."""

import re
from importlib.metadata import version

import numpy as np
import pytest
import torch
import torch.nn.functional as F  # noqa: N812

import nn
from builder.pages import listings

EVERY = {path.stem: path for path in listings.every()}


@pytest.mark.parametrize("name", EVERY)
def test_a_listing_prints_again_what_the_page_shows(name):
    kept = listings.printed(EVERY[name])
    assert kept.torch == version("torch").partition("+")[0]
    again, words = listings.output(EVERY[name]), listings.NUMBER
    assert words.sub("", again).split() == words.sub("", kept.output).split()
    # Six decimals are shown; another machine may round the last one differently.
    np.testing.assert_allclose(
        listings.numbers(again), listings.numbers(kept.output), rtol=0, atol=1.1e-6
    )


def test_the_traced_network_is_the_one_that_pytorch_gets():
    text = EVERY["gradients"].read_text()
    for name, array in zip(("W1", "b1", "W2", "b2"), nn.traced_network().parameters, strict=True):
        assert str(array.tolist()) in re.search(rf"^.*\b{name}\b.* = .*$", text, re.MULTILINE)[0]
    x, y = nn.traced_example()
    assert f"torch.tensor({x.tolist()})" in text
    assert f"torch.tensor({y.tolist()})" in text


@pytest.mark.parametrize("example", [nn.traced_example, nn.traced_example_off])
def test_numpy_values_and_pytorch_find_the_same_slopes(example):
    network, (x, y) = nn.traced_network(), example()
    trace = network.forward(x)
    ours = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).parameters

    nodes = [np.vectorize(nn.Value, otypes=[object])(one) for one in network.parameters]
    a1 = [(row @ x[0] + b).relu() for row, b in zip(*nodes[:2], strict=True)]
    e = [(row @ a1 + b).exp() for row, b in zip(*nodes[2:], strict=True)]
    (-(e[y[0]] / sum(e)).log()).backward()

    leaves = [torch.tensor(one, requires_grad=True) for one in network.parameters]
    hidden = torch.relu(F.linear(torch.tensor(x), leaves[0], leaves[1]))
    F.cross_entropy(F.linear(hidden, leaves[2], leaves[3]), torch.tensor(y)).backward()

    for mine, graph, theirs in zip(ours, nodes, leaves, strict=True):
        slopes = np.vectorize(lambda node: node.grad)(graph)
        np.testing.assert_allclose(slopes, mine, rtol=0, atol=1e-6)
        np.testing.assert_allclose(theirs.grad.numpy(), mine, rtol=0, atol=1e-6)
