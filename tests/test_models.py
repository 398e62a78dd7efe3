"""The shipped graphs: what they are, and how well they read MNIST's test images."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import torch

from training import data
from training.evaluate import Answers, Recogniser
from training.model import KINDS
from training.preprocess import SIZE
from training.readout import STATES

MODELS = Path(__file__).parents[1] / "models"


@pytest.fixture(scope="module")
def card() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((MODELS / "digits.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(MODELS)


@pytest.fixture(scope="module")
def test_digits(mnist_dir: Path) -> data.Digits:
    return data.load(mnist_dir, "t10k")


@pytest.fixture(scope="module")
def answers(recogniser: Recogniser, test_digits: data.Digits) -> Answers:
    return recogniser.answer(test_digits.images)


def test_accuracy_on_mnist(answers: Answers, test_digits: data.Digits) -> None:
    assert (answers.digit == test_digits.labels).float().mean() >= 0.994


def test_card_tells_what_the_graphs_do(
    card: dict[str, Any], answers: Answers, test_digits: data.Digits
) -> None:
    right = int((answers.digit == test_digits.labels).sum())
    measured = card["test"]
    assert measured["correct"] == right
    assert sum(map(sum, measured["confusion"])) == measured["images"] == len(test_digits)
    low, high = measured["interval"]
    assert low < measured["accuracy"] == right / len(test_digits) < high


def test_card_belongs_to_these_files(card: dict[str, Any]) -> None:
    for graph in card["graphs"].values():
        content = (MODELS / graph["file"]).read_bytes()
        assert graph["sha256"] == hashlib.sha256(content).hexdigest()
        assert graph["bytes"] == len(content)


def test_card_names_the_states_and_reasons(card: dict[str, Any]) -> None:
    assert card["states"] == list(STATES)
    assert card["reasons"] == list(KINDS)
    assert card["labels"] == list("0123456789")


def test_graphs_fit_each_other(card: dict[str, Any]) -> None:
    """The page hands outputs on by name: what a graph reads, an earlier one has written."""
    graphs = card["graphs"]
    written = graphs["preprocess"]["outputs"] | graphs["digits"]["outputs"]
    assert set(graphs["digits"]["inputs"]) <= set(graphs["preprocess"]["outputs"])
    assert set(graphs["readout"]["inputs"]) <= set(written)


def test_the_model_is_small(card: dict[str, Any]) -> None:
    assert card["training"]["parameters"] <= 150_000
    assert card["graphs"]["digits"]["bytes"] <= 600_000


def test_blank_ink_is_blank(recogniser: Recogniser) -> None:
    for size in [(280, 280), (28, 28), (300, 150)]:
        answers = recogniser.answer(recogniser.image(torch.zeros(size)))
        assert STATES[int(answers.state)] == "blank"
        assert torch.isfinite(answers.probabilities).all()


def test_probabilities_are_shares(answers: Answers) -> None:
    assert torch.allclose(answers.probabilities.sum(1), torch.ones(()), atol=1e-5)
    assert int(answers.probabilities.min() >= 0)


def test_a_full_canvas_is_no_digit(recogniser: Recogniser) -> None:
    torch.manual_seed(0)
    for ink in (torch.ones(280, 280), torch.rand(280, 280)):
        assert STATES[int(recogniser.answer(recogniser.image(ink)).state)] != "digit"


def test_answers_do_not_depend_on_the_batch(
    recogniser: Recogniser, test_digits: data.Digits, answers: Answers
) -> None:
    alone = recogniser.answer(test_digits.images[3].view(1, 1, SIZE, SIZE))
    assert torch.allclose(alone.probabilities[0], answers.probabilities[3], atol=1e-5)


def test_place_and_size_do_not_matter(recogniser: Recogniser, test_digits: data.Digits) -> None:
    """The same ink, enlarged and moved over the canvas, is read the same way."""
    same = []
    for image in test_digits.images[:20]:
        states = []
        for zoom, top, left in [(3, 0, 0), (3, 190, 100), (5, 60, 30), (8, 10, 40)]:
            ink = torch.zeros(280, 280)
            large = image[0].repeat_interleave(zoom, 0).repeat_interleave(zoom, 1)
            ink[top : top + len(large), left : left + len(large)] = large
            states.append(int(recogniser.answer(recogniser.image(ink)).digit))
        same.append(len(set(states)) == 1)
    assert sum(same) / len(same) >= 0.95
