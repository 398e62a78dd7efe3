"""The points of figures' curves, read one by one, and matrices as tables."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from course.figures.figure import Figure
from course.figures.svg import Svg
from course.lessons import lesson_folder, lessons_folder

WALKED: dict[tuple[str, str], list[dict[str, Any]]] = {
    ("perceptron", "boundary"): [{}, {"weights": (0, 0)}, {"weights": (-2, 0.1)}],
    ("activations", "fit"): [{}, {"curve": "own", "neurons": 3}],
    ("loss", "calibration"): [{}, {"network": "full", "temperature": "1"}],
}
TABLES: dict[tuple[str, str], tuple[dict[str, Any], list[str]]] = {
    ("forward", "network"): ({"matrices": True, "step": 7}, ["W1.T", "b1", "x", "z1", "p"]),
    ("activations", "collapse"): ({}, ["W⁽²⁾", "W⁽¹⁾", "W, their product"]),
    ("arrays", "axes"): ({"axis": "0"}, ["x", "x.sum(axis=0)"]),
    ("arrays", "choosing"): ({"by": "mask"}, ["z", "z > 0"]),
    ("arrays", "counting"): ({}, ["Cups: a row per Saturday, with tea and coffee"]),
    ("arrays", "product"): ({"step": 3}, ["x", "W.T", "x @ W.T"]),
    ("arrays", "stretch"): ({"added": "unfit"}, ["x @ W.T", "What is added"]),
}


def figure(lesson: str, name: str) -> Figure:
    return Figure(lesson_folder(lessons_folder(), lesson) / "figures" / f"{name}.py")


@pytest.mark.parametrize(("lesson", "name"), WALKED)
def test_each_point_of_a_curve_has_its_place_and_its_sentence(lesson: str, name: str) -> None:
    for values in WALKED[lesson, name]:
        drawing = figure(lesson, name).draw(values)
        width, height = map(float, drawing.attributes["viewBox"].split()[2:])
        stops = drawing.stops()
        flat = values.get("weights") == (0, 0)  # no line then
        assert (len(stops) > 5) != flat
        assert len({stop["said"] for stop in stops}) == len(stops)
        for stop in stops:
            x, y = stop["at"]
            assert 0 <= x <= width
            assert 0 <= y <= height
            assert re.fullmatch(r"[A-Z0-9x].*\d.*\.", stop["said"])


@pytest.mark.parametrize(("lesson", "name"), TABLES)
def test_matrices_are_tables_for_the_ear(lesson: str, name: str) -> None:
    values, captions = TABLES[lesson, name]
    tables = found(figure(lesson, name).draw(values))
    assert {*captions} <= {*tables}
    for rows in tables.values():
        assert len({len(row) for row in rows}) == 1


def test_what_is_not_computed_yet_is_not_in_a_table() -> None:
    tables = found(figure("forward", "network").draw({"matrices": True, "step": 1}))
    assert tables["z1"] == [["1.9", "not known yet"]]
    tables = found(figure("arrays", "product").draw({"step": 1}))
    assert tables["x @ W.T"][0] == ["11", "not known yet"]


def test_the_summary_can_be_read_as_a_line_of_the_page() -> None:
    for lesson, name in TABLES:
        drawing = figure(lesson, name).draw(TABLES[lesson, name][0])
        assert drawing.heard.children[0].text() == drawing.summary  # type: ignore[union-attr]


def found(drawing: Svg) -> dict[str, list[list[str]]]:
    """The tables of a drawing, by their captions."""
    parts = ElementTree.fromstring(drawing.heard.markup())
    return {
        table.findtext("caption", ""): [
            [cell.text or "" for cell in row] for row in table.iter("tr")
        ]
        for table in parts.iter("table")
    }


@pytest.mark.parametrize(
    ("lesson", "name", "readable"),
    [
        ("perceptron", "boundary", True),
        ("forward", "words", True),
        ("backprop", "learning", False),  # what moves together there has no words
        ("loss", "temperature", False),  # its slider goes along the curve
    ],
)
def test_only_what_has_something_to_read_can_be_read(
    lesson: str, name: str, readable: bool
) -> None:
    assert figure(lesson, name).draw({}).readable == readable
