"""Matplotlib in the page: windows that nobody has, animations, plots that an error cut short."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.coding import output, run

PLT = "import matplotlib.pyplot as plt\n"


@pytest.mark.parametrize("use", ["", "import matplotlib\nmatplotlib.use('Agg')\n"])
@pytest.mark.parametrize("end", ["plt.show()", "fig.show()", "fig", "None"])
def test_a_figure_is_shown_however_it_is_asked_for(cell: Locator, use: str, end: str) -> None:
    assert run(cell, f"{use}{PLT}fig, ax = plt.subplots()\nax.plot([1, 2]);\n{end}") == "done"
    expect(cell.locator("[data-output] img")).to_have_count(1)
    assert output(cell).strip() == ""
    assert run(cell, "fig.show()") == "done"
    expect(cell.locator("[data-output] img")).to_have_count(1)


def test_an_animation_moves(cell: Locator) -> None:
    code = (
        f"{PLT}from matplotlib.animation import FuncAnimation\n"
        "fig, ax = plt.subplots(figsize=(3, 2))\nline, = ax.plot([0, 1])\n"
        "move = FuncAnimation(fig, lambda i: line.set_ydata([0, i / 4]), frames=4)\nplt.show()"
    )
    assert run(cell, code) == "done", output(cell)
    picture = cell.locator("[data-output] img")
    assert (picture.get_attribute("src") or "").startswith("data:image/gif;base64,")
    assert picture.evaluate("it => it.decode().then(() => it.naturalWidth)") == 288


def test_a_plot_that_an_error_cuts_short_is_shown(cell: Locator) -> None:
    assert run(cell, f"{PLT}plt.plot([1, 2])\n1 / 0") == "error"
    expect(cell.locator("[data-output] img")).to_have_count(1)
    assert "ZeroDivisionError" in output(cell)
