"""What made a network's answer: the sums are exact, the slopes are those that one can measure."""

from __future__ import annotations

import base64
import json
from typing import Any

import numpy as np
import pytest

import nn
from course.bridge import Bridge
from course.cells.guard import Guard
from course.figures.svg import Picture
from course.project import explain
from course.project.explain import SPEAKERS, Sum
from course.project.mnist import PIXELS, grey
from course.project.network import Network
from course.project.operations import Project
from nn import Array

IMAGE = np.random.default_rng(5).integers(0, 256, PIXELS) * (np.arange(PIXELS) % 3 == 0)
SHAPES = [(), (16,), (16, 12)]


def network(
    hidden: tuple[int, ...] = (16,), activation: str = "relu", dtype: type = np.float64
) -> nn.MLP:
    rng = np.random.default_rng(2)
    made = nn.MLP.random([PIXELS, *hidden, 10], rng, activation, dtype)
    for b in made.biases:
        b += rng.normal(0, 0.1, b.shape).astype(dtype)
    return made


def x_of(image: Array = IMAGE, dtype: type = np.float64) -> Array:
    return grey(image.astype(np.uint8).reshape(1, PIXELS)).astype(dtype)


def total(one: Sum) -> float:
    return sum(s.contribution for s in one.speakers) + one.rest[1] + one.against[1] + one.bias


@pytest.mark.parametrize("hidden", SHAPES)
@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_the_contributions_add_up_to_the_logit(hidden: tuple[int, ...], activation: str) -> None:
    made = network(hidden, activation)
    logits = made.forward(x_of()).logits[0]
    for digit in range(10):
        found = explain.sum_of(made, x_of(), digit)
        assert found.logit == pytest.approx(logits[digit])
        assert total(found) == pytest.approx(logits[digit])
        assert len(found.speakers) <= (SPEAKERS if hidden else 0)
        assert (found.picture is None) == bool(hidden)


def test_the_speakers_are_the_units_that_add_most() -> None:
    made = network()
    trace = made.forward(x_of())
    parts = trace.activations[-1][0] * made.weights[-1][4]
    found = explain.sum_of(made, x_of(), 4)
    order = np.argsort(-parts)[: len(found.speakers)].tolist()
    assert [s.unit for s in found.speakers] == order
    assert found.rest[0] == int((parts > 0).sum()) - len(order)
    assert found.against == (int((parts < 0).sum()), pytest.approx(parts[parts < 0].sum()))
    for speaker in found.speakers:
        assert speaker.contribution == pytest.approx(speaker.a * speaker.weight)
        assert speaker.contribution > 0


def test_with_one_hidden_layer_a_units_picture_adds_up_to_its_z() -> None:
    made = network(activation="tanh")
    trace = made.forward(x_of())
    pictures = explain.speaks(made, x_of(), [3, 7])
    np.testing.assert_allclose(pictures, x_of() * made.weights[0][[3, 7]])
    np.testing.assert_allclose(
        pictures.sum(axis=1) + made.biases[0][[3, 7]], trace.pre_activations[0][0, [3, 7]]
    )


@pytest.mark.parametrize("hidden", SHAPES)
@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_the_inputs_slope_is_the_measured_one(hidden: tuple[int, ...], activation: str) -> None:
    made = network(hidden, activation)
    grad_logits = np.zeros((1, 10))
    grad_logits[0, [3, 8]] = 1, -1
    x = x_of()
    slope = explain.input_slope(made, x, grad_logits)
    measured = nn.numerical_gradient(
        lambda x: float((made.forward(x).logits * grad_logits).sum()), x
    )
    assert nn.relative_error(slope, measured) < 1e-6


def test_a_deeper_units_picture_is_input_times_slope() -> None:
    made = network((16, 12), "sigmoid")
    x = x_of()
    (picture,) = explain.speaks(made, x, [5])
    measured = nn.numerical_gradient(lambda x: float(made.forward(x).pre_activations[1][0, 5]), x)
    np.testing.assert_allclose(picture, (x * measured)[0], atol=1e-7)


def test_the_two_digits_are_the_likeliest_and_the_one_asked_for() -> None:
    logits = np.array([0.0, 3, 1, 5, -2, 0, 0, 0, 0, 0])
    assert explain.leading(logits) == (3, 1)
    assert explain.leading(logits, 8) == (3, 8)
    assert explain.leading(logits, 3) == (3, 1)
    with pytest.raises(ValueError, match="11 is none of the 10"):
        explain.leading(logits, 11)


# ---- As the page asks


def project(made: nn.MLP) -> Project:
    whole = Project(Guard())
    whole.network = Network(made)
    return whole


def rgba(pixels: Picture) -> np.ndarray:
    data = np.frombuffer(base64.b64decode(pixels["data"]), np.uint8)
    return data.reshape(pixels["height"], pixels["width"], 4)[:28, :28]


@pytest.mark.parametrize("hidden", SHAPES)
def test_the_page_gets_json_that_agrees_with_the_prediction(hidden: tuple[int, ...]) -> None:
    whole = project(network(hidden, dtype=np.float32))
    logits = whole.predict_own(IMAGE.tolist())["logits"]
    found = json.loads(json.dumps(whole.explain_own(IMAGE.tolist()), allow_nan=False))
    assert found["layers"] == len(hidden)
    assert [one["digit"] for one in found["sums"]] == np.argsort(logits)[::-1][:2].tolist()
    for one in found["sums"]:
        assert one["logit"] == pytest.approx(logits[one["digit"]])
        assert (one["picture"] is None) == bool(hidden)
        for speaker in one["speakers"]:
            assert f"Neuron {speaker['unit']}:" in speaker["picture"]["summary"]


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_filters_are_explained(activation: str) -> None:
    rng = np.random.default_rng(2)
    made = nn.ConvNet.random_filters(28, 8, 3, 10, rng, activation, np.float32)
    made.biases[0][:] = rng.normal(0, 0.1, 8)
    trace = made.forward(x_of(dtype=np.float32))
    found = json.loads(json.dumps(project(made).explain_own(IMAGE.tolist()), allow_nan=False))
    assert found["layers"] == 1
    for one in found["sums"]:
        parts = [speaker["contribution"] for speaker in one["speakers"]]
        total = sum(parts) + one["rest"][1] + one["against"][1] + one["bias"]
        assert total == pytest.approx(trace.logits[0, one["digit"]], abs=1e-4)
        for speaker in one["speakers"]:
            filter_, row, column = speaker["place"]
            name = f"Filter {filter_}, row {row}, column {column}:"
            assert speaker["picture"]["summary"].startswith(name)
            a = nn.max_pool2d(made_map(made, filter_), 2)[0, 0, row, column]
            assert speaker["a"] == pytest.approx(a, abs=1e-5)
    maps = found["maps"]
    assert (maps["mode"], maps["height"], maps["width"]) == ("grey", 30, 240)
    shown = np.frombuffer(base64.b64decode(maps["data"]), np.uint8).reshape(30, 8, 30)
    for filter_ in range(8):
        a = nn.max_pool2d(made_map(made, filter_), 2)[0, 0]
        scale = max(float(trace.activations[1].max()), 0)
        wanted = np.round(255 * np.maximum(a, 0) / scale)
        np.testing.assert_allclose(shown[1:27:2, filter_, 1:27:2], wanted, atol=1)


def made_map(made: nn.ConvNet, filter_: int) -> Array:
    """Return one filter's answers (1, 1, 26, 26), activated, as `nn.conv2d` has them."""
    activate, _ = nn.ACTIVATIONS[made.activation]
    image = x_of(dtype=np.float32).reshape(1, 1, 28, 28)
    W, b = made.weights[0][[filter_]], made.biases[0][[filter_]]
    return activate(nn.conv2d(image, W, b))


def test_without_filters_there_are_no_maps() -> None:
    found = project(network(dtype=np.float32)).explain_own(IMAGE.tolist())
    assert found["maps"] is None
    assert all(s["place"] is None for one in found["sums"] for s in one["speakers"])


def test_the_slopes_colour_is_its_sign() -> None:
    made = network(())
    whole = project(made)
    found = whole.explain_own(IMAGE.tolist(), against=2)
    first = found["sums"][0]["digit"]
    difference = made.weights[0][first] - made.weights[0][2]
    place = int(np.abs(difference).argmax())
    pixel = rgba(found["slope"]).reshape(-1, 4)[place]
    assert pixel[3] == 255
    assert (pixel[2] > pixel[0]) == (difference[place] > 0)


def test_spoilt_numbers_are_told_and_not_sent() -> None:
    made = network()
    made.weights[0][:] = np.nan
    for ask in (project(made).predict_own, project(made).explain_own):
        with pytest.raises(ValueError, match="smaller learning rate"):
            ask(IMAGE.tolist())


def test_the_bridge_explains() -> None:
    bridge = Bridge(lambda text: None)
    bridge._room("project").network = Network(network(dtype=np.float32))  # type: ignore[attr-defined]

    def ask(**args: Any) -> Any:
        request = json.dumps({"id": 1, "op": "project.explain_own", "args": args})
        answer = bridge.dispatch(request)
        assert isinstance(answer, str)
        return json.loads(answer)

    assert len(ask(image=IMAGE.tolist(), against=3)["done"]["sums"]) == 2
    assert "none of the 10" in ask(image=IMAGE.tolist(), against=12)["error"]["message"]
    assert "error" in ask(image=[1, 2, 3])
