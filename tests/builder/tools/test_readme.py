"""The figures that the README tells."""

from __future__ import annotations

import json

import pytest

from builder.base import bootstrap
from builder.base.errors import BuildError
from builder.tools import readme


def test_the_readme_tells_the_cards_figures() -> None:
    card = json.loads((bootstrap.ROOT / "models" / "digits.json").read_text())
    assert readme.card_table(card) in (bootstrap.ROOT / "README.md").read_text()


def test_readme_markers_must_be_there() -> None:
    assert readme.replaced("a\n<!-- x -->\nold\n<!-- /x -->\n", "x", "new").splitlines()[2] == "new"
    with pytest.raises(BuildError, match="<!-- y -->"):
        readme.replaced("a", "y", "new")


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("a", 1.7139, "s", "b", 3.1652, 0.541, 0.5), "1.71 s|b: 3.17 s|0.541|0.50|**missed**"),
        (("a", 0.9716, "s", "b", 3.2483, 0.299, 0.35), "0.972 s|b: 3.25 s|0.299|0.35|"),
        (("a", 0.4784, "s", "b", 0.7133, 0.67, 0.75), "478 ms|b: 713 ms|0.670|0.75|"),
        (("a", 8.493, "ms", None, 0, None, 8), "8.49 ms|||8 ms|**missed**"),
        (("a", 9.69, "%", None, 0, None, 20), "9.69%|||20%|"),
        (("a", 1, "", None, 0, None, 1), "1|||1|"),
    ],
)
def test_the_times_of_a_row_have_one_unit(row, cells) -> None:
    what, value, unit, peer, peer_value, ratio, limit = row
    measured = {"what": what, "value": value, "unit": unit, "at_most": limit}
    if peer:
        measured |= {"peer": peer, "peer_value": peer_value, "ratio": ratio}
    assert readme.speed(measured) == [what, *cells.split("|")]


def test_at_least_is_a_limit_from_below() -> None:
    row = {"what": "a", "value": 97.8, "unit": "%", "at_least": 97.5}
    assert readme.speed(row)[4:] == ["at least 97.5%", ""]
    assert readme.speed(row | {"value": 97.4})[5] == "**missed**"


def test_each_figure_has_one_row_and_no_measurement_is_lost() -> None:
    measured = json.loads(readme.RESULTS.read_text())
    lines = readme.speed_table(measured).splitlines()
    names = [one[1] for row in measured["rows"] if (one := readme.FIGURE.match(row["what"]))]
    assert names
    for name in names:
        assert len([line for line in lines if line.startswith(f"| {name} |")]) == 1
    others = [row["what"] for row in measured["rows"] if not readme.FIGURE.match(row["what"])]
    assert [line.split(" | ")[0][2:] for line in lines[2 : 2 + len(others)]] == others
    missed = sum(readme.speed(row)[5] != "" for row in measured["rows"])
    assert "\n".join(lines).count("**missed**") == missed
