"""The learner's own drawings: teaching a network an odd hand, and what it forgets by that."""

from __future__ import annotations

import base64
import json
from typing import Any

import numpy as np
import pytest

import nn
from course.bridge import Bridge
from course.cells.guard import Guard
from course.project import mnist, teaching
from course.project.mnist import Bytes, Examples, Mnist
from course.project.network import Network, copy
from course.project.operations import Project
from course.project.settings import Settings
from course.project.teaching import Teaching
from course.project.trainer import Run

EACH = 10  # drawings of every digit


def leaning(images: Bytes) -> Bytes:
    """Return images (n, 784) that lean far to the left: each row is moved, the higher the more."""
    square = images.reshape(-1, 28, 28)
    moved = np.zeros_like(square)
    for row in range(28):
        by = round((row - 14) * 0.6)
        moved[:, row] = np.roll(square[:, row], by, axis=1)
    return moved.reshape(-1, 784)


@pytest.fixture(scope="module")
def network(data: Mnist) -> nn.MLP:
    run = Run(Settings(hidden=(64,), examples=10_000, epochs=3), data)
    run.slice(1e9)
    return run.network


@pytest.fixture(scope="module")
def hand(data: Mnist) -> Examples:
    """A leaning hand: images that no network here was trained on."""
    test = data.test()
    rows = np.concatenate([np.flatnonzero(test.labels == digit)[:EACH] for digit in range(10)])
    return Examples(leaning(test.images[rows]), test.labels[rows])


def taught(lesson: Teaching) -> dict[str, Any]:
    state = lesson.slice(1e9)
    report: dict[str, Any] = json.loads(json.dumps(state["report"], allow_nan=False))
    return report


def unseen(hand: Examples) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.zeros(len(hand), bool)


def test_replay_teaches_a_hand_and_forgets_little(
    network: nn.MLP,
    hand: Examples,
    data: Mnist,
) -> None:
    weights = [p.copy() for p in network.parameters]
    with_replay = taught(Teaching(network, hand, unseen(hand), data))
    without = taught(Teaching(network, hand, unseen(hand), data, replay=False))
    for p, q in zip(network.parameters, weights, strict=True):
        np.testing.assert_array_equal(p, q)  # the network itself has not changed

    def fallen(report: dict[str, Any]) -> float:
        shares: dict[str, dict[str, float]] = report["mnist"]
        return shares["before"]["share"] - shares["after"]["share"]

    own = with_replay["own"]
    assert own["after"]["right"] >= own["before"]["right"] + len(hand) / 10
    assert fallen(with_replay) < 0.01
    assert fallen(without) > 0.02
    assert fallen(without) > 3 * fallen(with_replay)
    assert own["after"]["right"] - own["before"]["right"] == (
        with_replay["gained"] - with_replay["lost"]
    )


def test_no_drawing_is_read_by_a_network_that_was_taught_with_it(
    network: nn.MLP,
    hand: Examples,
    data: Mnist,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taught_with: dict[int, set[int]] = {}
    teach, read = Teaching._teach, teaching.digits

    def noting(self: Teaching, pupil: nn.MLP, rows: nn.Labels) -> Any:
        taught_with[id(pupil)] = set(rows.tolist())
        return teach(self, pupil, rows)

    images = {image.tobytes(): row for row, image in enumerate(hand.images)}
    measured: list[int] = []

    def checking(pupil: nn.MLP, shown: Bytes) -> nn.Labels:
        rows = [images[image.tobytes()] for image in shown]
        assert not taught_with.get(id(pupil), set()) & set(rows)
        measured.extend(rows if id(pupil) in taught_with else [])
        return read(pupil, shown)

    monkeypatch.setattr(Teaching, "_teach", noting)
    monkeypatch.setattr(teaching, "digits", checking)
    lesson = Teaching(network, hand, unseen(hand), data)
    taught(lesson)
    assert sorted(measured) == list(range(len(hand)))
    assert taught_with[id(lesson.taught)] == set(range(len(hand)))


def test_drawings_that_taught_it_before_are_not_measured(
    network: nn.MLP,
    hand: Examples,
    data: Mnist,
) -> None:
    seen = np.arange(len(hand)) % 2 == 0
    report = taught(Teaching(network, hand, seen, data))
    assert (report["drawings"], report["taught"]) == (len(hand) / 2, len(hand))
    assert np.sum(report["own"]["after"]["confusion"]) == len(hand) / 2
    nothing = taught(Teaching(network, hand, np.ones(len(hand), bool), data))
    assert nothing["drawings"] == 0
    assert nothing["own"]["after"]["interval"] is None


def test_slices_change_nothing(network: nn.MLP, hand: Examples, data: Mnist) -> None:
    whole, sliced = (Teaching(network, hand, unseen(hand), data) for _ in range(2))
    report = taught(whole)
    states = [sliced.slice(1e-9)]
    while "report" not in states[-1]:
        states.append(sliced.slice(1e-9))
    assert len(states) > (teaching.FOLDS + 1) * teaching.STEPS
    assert states[-1]["done"] == states[-1]["of"]
    assert json.loads(json.dumps(states[-1]["report"])) == report
    assert whole.taught is not None
    assert sliced.taught is not None
    for p, q in zip(whole.taught.parameters, sliced.taught.parameters, strict=True):
        np.testing.assert_array_equal(p, q)


def test_shifts_keep_the_ink() -> None:
    rng = np.random.default_rng(0)
    images = np.zeros((50, 784), np.uint8)
    images[:, 14 * 28 + 14] = 200
    moved = mnist.shifted(images, rng)
    places = {divmod(int(image.argmax()), 28) for image in moved}
    assert (moved.max(axis=1) == 200).all()
    assert places == {(row, column) for row in (13, 14, 15) for column in (13, 14, 15)}


# ---- Through the bridge


def encoded(images: Bytes) -> str:
    return base64.b64encode(images.tobytes()).decode()


@pytest.fixture
def project(data: Mnist, network: nn.MLP) -> Project:
    made = Project(Guard())
    made.mnist, made.network = data, Network(copy(network), "7")
    return made


def lesson_of(hand: Examples) -> dict[str, Any]:
    return {
        "images": encoded(hand.images),
        "labels": hand.labels.tolist(),
        "ids": [str(place) for place in range(len(hand))],
    }


def test_the_page_teaches_and_keeps(project: Project, hand: Examples) -> None:
    read = project.read_drawings(encoded(hand.images))
    before = sum(a == b for a, b in zip(read["digits"], hand.labels.tolist(), strict=True))
    assert all(0 < one <= 1 for one in read["confidence"])
    state = project.begin_teaching(**lesson_of(hand))
    with pytest.raises(LookupError, match="isn't finished"):
        project.keep_taught()
    while "report" not in state:
        state = project.teach()
    assert state["report"]["own"]["before"]["right"] == before
    assert project.read_drawings(encoded(hand.images)) == read  # nothing is kept yet
    assert project.keep_taught() == {"drawings": len(hand)}
    after = project.read_drawings(encoded(hand.images))["digits"]
    assert sum(a == b for a, b in zip(after, hand.labels.tolist(), strict=True)) > before
    with pytest.raises(LookupError, match="no teaching"):
        project.keep_taught()


def test_a_network_that_has_changed_meanwhile_is_not_overwritten(
    project: Project, hand: Examples
) -> None:
    state = project.begin_teaching(**lesson_of(hand))
    while "report" not in state:
        state = project.teach()
    kept = project.keep_network()
    project.restore_network(**kept)
    with pytest.raises(LookupError, match="no teaching"):
        project.keep_taught()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"images": ""}, "784 bytes each"),
        ({"images": "AAAA"}, "784 bytes each"),
        ({"images": "no base64!"}, "."),
        ({"labels": [1]}, "one label"),
        ({"labels": [11] * 10 * EACH}, "one label"),
        ({"ids": []}, "one label"),
        ({"images": encoded(np.zeros((1, 784), np.uint8)), "labels": [1], "ids": ["1"]}, "10"),
    ],
)
def test_drawings_that_are_none_are_refused(
    project: Project, hand: Examples, wrong: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        project.begin_teaching(**{**lesson_of(hand), **wrong})


def test_every_operation_is_reached_through_the_bridge(project: Project, hand: Examples) -> None:
    bridge = Bridge(lambda text: None)
    bridge._rooms["project"] = project

    def ask(op: str, **args: Any) -> Any:
        answer = bridge.dispatch(json.dumps({"id": 1, "op": op, "args": args}))
        assert isinstance(answer, str)
        return json.loads(answer)

    assert "no teaching" in ask("project.teach")["error"]["message"]
    assert len(ask("project.read_drawings", images=encoded(hand.images))["done"]["digits"]) == len(
        hand
    )
    assert ask("project.begin_teaching", **lesson_of(hand))["done"]["done"] == 0
    assert "done" in ask("project.teach")["done"]
    assert "isn't finished" in ask("project.keep_taught")["error"]["message"]
    project.mnist = Mnist()
    missing = ask("project.begin_teaching", **lesson_of(hand))["error"]["message"]
    assert f"{mnist.TRAIN[-1]} isn't loaded" in missing
