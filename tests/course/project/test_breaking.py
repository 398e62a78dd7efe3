"""Breaking a network: what each kind of damage does, and what its curve says."""

from __future__ import annotations

import numpy as np
import pytest

import nn
from course.project.breaking import DAMAGES, Breaking, Broken
from course.project.mnist import PIXELS, Examples
from course.project.network import Network


def network(*hidden: int) -> Network:
    """Return a network of random weights with biases."""
    rng = np.random.default_rng(3)
    mlp = nn.MLP.random([PIXELS, *hidden, 10], rng, dtype=np.float32)
    for b in mlp.biases:
        b += rng.normal(0, 0.1, b.shape).astype(np.float32)
    return Network(mlp, "7")


@pytest.fixture(scope="module")
def examples() -> Examples:
    """300 random images, labeled as the undamaged network of (12,) reads them."""
    images = np.random.default_rng(1).integers(0, 256, (300, PIXELS), dtype=np.uint8)
    logits = network(12).mlp.forward(images.astype(np.float32) / 255).logits
    return Examples(images, logits.argmax(axis=1).astype(np.uint8))


def whole(breaking: Breaking) -> Broken:
    shares = []
    while not (broken := breaking.slice(0))["done"]:
        shares.append(broken["share"])
    assert shares == sorted(shares)
    assert broken["share"] == 1
    return broken


@pytest.mark.parametrize("kind", sorted(DAMAGES))
def test_no_damage_changes_nothing_and_the_network_stays_whole(
    kind: str, examples: Examples
) -> None:
    mine = network(12)
    before = [p.copy() for p in mine.mlp.parameters]
    broken = whole(Breaking(mine, kind, examples))
    assert broken["run"] == "7"
    assert broken["points"][0] == {"damage": 0, "accuracy": 1}
    assert [point["damage"] for point in broken["points"]] == sorted(
        {point["damage"] for point in broken["points"]}
    )
    for now, then in zip(mine.mlp.parameters, before, strict=True):
        assert (now == then).all()
    assert "100.0%" in broken["drawing"]["summary"]
    assert broken["drawing"]["svg"].count("<circle") == len(broken["points"])


@pytest.mark.parametrize("kind", ["first", "last"])
@pytest.mark.parametrize("hidden", [(), (12,), (12, 8)])
def test_without_a_layer_every_image_gets_the_same_answer(
    kind: str, hidden: tuple[int, ...], examples: Examples
) -> None:
    mlp = network(*hidden).mlp
    DAMAGES[kind].apply(mlp, 1.0, np.random.default_rng(0))
    logits = mlp.forward(examples.images.astype(np.float32) / 255).logits
    assert np.ptp(logits, axis=0).max() == 0


def test_biases_go_and_weights_stay() -> None:
    mlp, before = network(12).mlp, network(12).mlp
    DAMAGES["biases"].apply(mlp, 1.0, np.random.default_rng(0))
    assert not any(b.any() for b in mlp.biases)
    assert all((W == V).all() for W, V in zip(mlp.weights, before.weights, strict=True))


@pytest.mark.parametrize("count", [0, 1, 5, 12])
def test_removed_neurons_say_nothing_more(count: int) -> None:
    mlp = network(12).mlp
    DAMAGES["neurons"].apply(mlp, count, np.random.default_rng(0))
    silent = ~mlp.weights[1].any(axis=0)
    assert silent.sum() == count


@pytest.mark.parametrize("count", [0, 1, 8])
def test_a_removed_filter_says_nothing_more_at_any_position(count: int) -> None:
    filters = nn.ConvNet.random_filters(28, 8, 3, 10, np.random.default_rng(3), "relu", np.float32)
    DAMAGES["neurons"].apply(filters, count, np.random.default_rng(0))
    silent = ~filters.weights[1].reshape(10, 8, -1).any(axis=(0, 2))
    assert silent.sum() == count


@pytest.mark.parametrize("share", [0.25, 0.9])
@pytest.mark.parametrize("hidden", [(), (12,), (12, 8)])
def test_fading_the_last_layer_changes_no_answer(
    share: float, hidden: tuple[int, ...], examples: Examples
) -> None:
    mlp, x = network(*hidden).mlp, examples.images.astype(np.float32) / 255
    before = mlp.forward(x).logits
    DAMAGES["last"].apply(mlp, share, np.random.default_rng(0))
    np.testing.assert_allclose(mlp.forward(x).logits, (1 - share) * before, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("size", [0.25, 2.0])
def test_noise_is_as_large_as_said(size: float) -> None:
    mlp, before = network(64).mlp, network(64).mlp
    DAMAGES["noise"].apply(mlp, size, np.random.default_rng(0))
    for W, V in zip(mlp.weights, before.weights, strict=True):
        assert (W - V).std() == pytest.approx(size * V.std(), rel=0.1)


def test_what_cannot_be_broken_says_why(examples: Examples) -> None:
    with pytest.raises(ValueError, match="no hidden layer"):
        Breaking(network(), "neurons", examples)
    with pytest.raises(ValueError, match="kind is one of"):
        Breaking(network(12), "hammer", examples)
