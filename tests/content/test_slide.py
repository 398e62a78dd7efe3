"""Forward propagation, Patterns in images: the figure that slides a filter, and what it shows."""

import itertools
from typing import Any

import numpy as np
import pytest

import nn
from course import samples
from course.figures.figure import Figure
from course.lessons import lesson_folder, lessons_folder
from tests.extremes import extremes

FOLDER = lesson_folder(lessons_folder(), "forward")
DIGITS: Any = samples.load("forward", "digits")
INK = np.round(DIGITS["images"] / 255, 1).reshape(-1, 28, 28)
EDGE = np.repeat([[-1.0], [0.0], [1.0]], 3, axis=1)


@pytest.fixture(scope="module")
def figure():
    return Figure(FOLDER / "figures" / "slide.py")


def weights(values):
    return {f"w{k}{j}": float(value) for (k, j), value in np.ndenumerate(values)}


def test_the_figure_stays_small_and_says_what_it_shows(figure):
    few = [one for one in figure.controls if one.name in ("window", "image", "b", "relu", "w11")]
    assert len(few) + 8 == len(figure.controls)
    said = set()
    for values in itertools.product(*map(extremes, few)):
        drawing = figure.draw(dict(zip([one.name for one in few], values, strict=True)))
        assert drawing.markup().count("</") < 150
        said.add(drawing.summary)
    assert len(said) >= 3**4  # on blank paper, some images and weights give the same


@pytest.mark.parametrize("values", [EDGE, -EDGE, EDGE.T, np.full((3, 3), 2.0), np.zeros((3, 3))])
@pytest.mark.parametrize(("column", "row"), [(6, 6), (11, 8), (0, 0), (25, 25), (13, 0)])
def test_the_figure_tells_what_nn_computes(figure, values, column, row):
    z = nn.conv2d(INK[7][None, None], values[None, None], np.array([-2.0]))[0, 0]
    told = figure.draw({"window": (column, row), "b": -2.0, **weights(values)}).summary
    text = f"{z[row, column]:.1f}".replace("-", "−")
    assert f"z[{row}, {column}] = " in told
    assert f" + (−2) = {text}, and ReLU makes it {max(z[row, column], 0):.1f}." in told
    assert f"{(np.round(z, 6) > 0).sum()} of 676 positions are above 0." in told


def test_where_no_weight_is_nothing_is_drawn_on_the_map(figure):
    drawn = figure.draw({"b": 0.0, **weights(np.zeros((3, 3)))}).markup()
    assert "digits-plus" not in drawn
    assert "digits-minus" not in drawn
    assert "digits-minus" in figure.draw({"relu": False}).markup()


def test_the_controls_count_from_the_top_left(figure):
    window, *_ = figure.controls
    assert window.value == (6, 6)
    drawn = [figure.draw({"window": place}).markup() for place in ((0, 0), (0, 1), (1, 0))]
    places = [(get(one, "cx"), get(one, "cy")) for one in drawn]
    assert places[1][1] > places[0][1]
    assert places[2][0] > places[0][0]
    assert all(float(get(one, "data-unit").split()[1]) > 0 for one in drawn)


def get(markup, name):
    """Return an attribute of the window's handle."""
    handle = markup.split('class="plane-handle"')
    around = handle[0].rpartition("<circle")[2] + handle[1].partition(">")[0]
    value = around.split(f'{name}="')[1].partition('"')[0]
    return value if name.startswith("data") else float(value)


def test_three_pixels_to_the_left_no_digit_loses_ink_and_most_are_misread():
    x, moved = INK, np.roll(INK, -3, axis=2)
    assert (x[:, :, :3] == 0).all()
    in_the_cell = np.roll(DIGITS["images"], -3, axis=1)
    assert (
        in_the_cell == np.roll(DIGITS["images"].reshape(-1, 28, 28), -3, 2).reshape(10, -1)
    ).all()
    assert moved.sum() == pytest.approx(x.sum())
    network = nn.MLP([DIGITS["W1"], DIGITS["W2"]], [DIGITS["b1"], DIGITS["b2"]])
    assert (network.predict(in_the_cell / 255) == DIGITS["labels"]).sum() < 5


def test_the_maps_of_the_moved_digits_are_the_same_three_columns_further_left():
    W, b = EDGE[None, None], np.array([-1.0])
    before, after = (
        nn.relu(nn.conv2d(x[:, None], W, b)[:, 0]) for x in (INK, np.roll(INK, -3, axis=2))
    )
    assert (before[:, :, :3] == 0).all()  # nothing is lost on the left
    np.testing.assert_allclose(after, np.roll(before, -3, axis=2), atol=1e-12)
