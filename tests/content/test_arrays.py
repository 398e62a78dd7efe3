"""The page on arrays: its cells do what the text says, its figures show what NumPy computes."""

import itertools
import re
from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
import pytest

from course.figures.controls import Choice, Steps
from course.figures.figure import Figure
from course.lessons import lesson_folder, lessons_folder, load

FOLDER = lesson_folder(lessons_folder(), "arrays")
TEXT = (FOLDER / "page.md").read_text(encoding="utf-8")
CELLS = dict(re.findall(r"^```\{cell\} (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
CART = load(FOLDER / "data" / "shared.py")
FIGURES = {path.stem: Figure(path) for path in sorted((FOLDER / "figures").glob("*.py"))}


@pytest.fixture
def names():
    """What all cells together leave behind."""
    made: dict[str, Any] = {}
    with np.errstate(divide="ignore", invalid="ignore"):
        for code in CELLS.values():
            exec(code, made)
    return made


# ---- cells ----


@pytest.mark.parametrize("name", ["x", "W", "b", "y", "z", "tips"])
def test_the_cells_compute_what_the_text_and_the_figures_show(names, name):
    assert np.array_equal(names[name], getattr(CART, name))


@pytest.mark.parametrize(
    "code",
    [
        "x @ x",  # predicted
        "x @ W.T + np.array([-10.0, -4.0, 0.0, 0.0])",  # to be tried
        "x / x.sum(axis=1)",
        "z + tips",
        "x[4]",
    ],
)
def test_what_the_text_calls_an_error_is_one(names, code):
    with pytest.raises((ValueError, IndexError)):
        eval(code, names)


def test_what_the_text_says_to_try_does_what_it_says(names):
    assert eval("(x @ W).shape == (x @ W.T).shape and (x @ W != x @ W.T).any()", names)
    assert eval("((x / total).sum(axis=1) == 1).all()", names)
    assert eval("z[:, y].shape", names) == (4, 4)
    assert eval("(z * (z > 0)).min()", names) == 0


# What the comments say, such as `# (4, 2) @ (2, 2) -> (4, 2): a row per Saturday`.
SHAPED = re.compile(r"^(?:(\w+) = )?(.+?)  # (?:.*-> )?(\(\d,[ \d]*\))", re.MULTILINE)


def test_every_shape_in_a_comment_is_the_shape(names):
    found = [match for code in CELLS.values() for match in SHAPED.findall(code)]
    assert len(found) >= 10
    for _, expression, shape in found:
        shown = re.fullmatch(r"print\(\"[^\"]*\", (.+)\)", expression)
        assert str(np.shape(eval(shown[1] if shown else expression, names))) == shape


# ---- figures ----


def states(figure):
    """Return every state that the controls allow."""
    values: list[Sequence[object]] = []
    for control in figure.controls:
        if isinstance(control, Steps):
            values.append(range(control.count))
        elif isinstance(control, Choice):
            values.append([value for value, _ in control.options])
        else:
            values.append([False, True])
    kinds = [control.name for control in figure.controls]
    return [dict(zip(kinds, chosen, strict=True)) for chosen in itertools.product(*values)]


DRAWN = [(name, state) for name, figure in FIGURES.items() for state in states(figure)]


@pytest.mark.parametrize(("name", "state"), DRAWN, ids=str)
def test_a_figure_says_what_it_draws_and_stays_inside(name, state):
    drawing = FIGURES[name].draw(state)
    _, _, width, height = map(float, drawing.attributes["viewBox"].split())
    markup = drawing.markup()
    assert escape(drawing.summary, quote=False) in markup
    for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', markup):
        assert 0 < float(x) < width
        assert 0 < float(y) < height


def test_the_product_is_told_entry_by_entry():
    figure = FIGURES["product"]
    for step, (row, column) in enumerate(np.ndindex(4, 2), start=1):
        summary = figure.draw({"step": step}).summary
        assert f"Row {row} of x meets column {column}" in summary
        assert summary.endswith(f" = {CART.earned[row, column]:.0f}.")


def test_the_sums_are_told_with_their_shapes():
    for state in states(FIGURES["axes"]):
        axis = {"0": 0, "1": 1, "none": None}[state["axis"]]
        total = CART.x.sum(axis=axis, keepdims=state["keepdims"])
        told = f"shape {total.shape}." if total.ndim else "a number."
        summary = FIGURES["axes"].draw(state).summary
        assert summary.endswith(told)
        assert f"[{' '.join(f'{value:.0f}' for value in total.ravel())}]" in summary
