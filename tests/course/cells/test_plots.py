"""Figures come below the cell that drew them, whatever a program says about windows."""

import base64
import json
from typing import Any

import pytest

from course.bridge import Bridge
from tests.course.asking import asked

pytest.importorskip("matplotlib")
PLT = "import matplotlib.pyplot as plt\n"


class Page:
    def __init__(self):
        self.events: list[Any] = []
        self.bridge = Bridge(lambda text: self.events.append(json.loads(text)))
        self.run(
            "import os\nos.environ['MPLBACKEND'] = 'module://course.cells.plots'\nimport matplotlib"
        )

    def run(self, code):
        """The kinds of pictures that code shows; .answer, and .printed."""
        self.events.clear()
        self.answer = asked(self.bridge, "cells.run", cell="a", code=code, lesson="demo")
        self.printed = "".join(event.get("text", "") for event in self.events)
        return [event["type"] for event in self.events if event["event"] == "picture"]


@pytest.fixture
def page():
    return Page()


SVG = "image/svg+xml"


@pytest.mark.parametrize(
    "backend", ["Agg", "TkAgg", "svg", "inline", "module://course.cells.plots"]
)
@pytest.mark.parametrize("first", ["", PLT])
@pytest.mark.parametrize("end", ["", "\nplt.show()", "\nplt.gcf().show()"])
def test_a_backend_that_a_program_asks_for_changes_nothing(page, backend, first, end):
    use = f"{first}import matplotlib\nmatplotlib.use({backend!r})\n"
    assert page.run(f"{use}{PLT}plt.plot([1, 2]){end};") == [SVG]
    assert page.printed == ""
    assert page.run(f"plt.plot([1, 2]){end};") == [SVG]


def test_a_switched_backend_is_switched_back_for_the_next_cell(page):
    page.run(PLT + "plt.switch_backend('agg')")
    assert page.run("plt.plot([1])\nplt.show()") == [SVG]


@pytest.mark.parametrize(
    ("code", "pictures"),
    [
        ("fig.show()", 1),
        ("fig.show()\nfig.show()", 2),
        ("fig", 1),
        ("fig.show()\nfig", 1),
        ("display(fig)", 1),
        ("fig;", 0),
        ("ax.plot([3])\nfig.show()", 1),
    ],
)
def test_a_figure_of_an_earlier_cell_is_shown_again_without_a_warning(page, code, pictures):
    assert page.run(PLT + "fig, ax = plt.subplots()\nax.plot([1])\nfig.show()") == [SVG]
    assert page.printed == ""
    assert page.run(code) == [SVG] * pictures
    assert "error" not in page.answer
    assert page.printed == ""


@pytest.mark.parametrize(
    "code",
    [
        "plt.plot([1, 2])\n1 / 0",
        "fig, ax = plt.subplots(1, 2)\nax[0].plot([1])\nax[5].plot([2])",
        "plt.plot([1])\nplt.title(unknown)",
        "def draw():\n    plt.plot([1])\n    raise ValueError('half way')\ndraw()",
    ],
)
def test_what_was_drawn_before_an_error_is_shown_with_it(page, code):
    assert page.run(PLT + code) == [SVG]
    assert "error" in page.answer
    assert page.run("1") == []


def test_a_figure_that_cannot_be_drawn_does_not_hide_the_error(page):
    page.run(PLT + "plt.title('$\\\\broken{$')\n1 / 0")
    assert page.answer["error"]["type"] == "ZeroDivisionError"


MOVE = (
    "import numpy as np\nfrom matplotlib.animation import FuncAnimation, ArtistAnimation\n"
    + PLT
    + "fig, ax = plt.subplots(figsize=(2, 2))\nline, = ax.plot([0, 1], [0, 1])\n"
    "def step(i):\n    line.set_ydata([0, i])\n    return line,\n"
)


@pytest.mark.parametrize(
    "code",
    [
        "move = FuncAnimation(fig, step, frames=3)\nplt.show()",
        "move = FuncAnimation(fig, step, frames=3, interval=50)",
        "move = FuncAnimation(fig, step, frames=3, blit=True)\nmove",
        "move = ArtistAnimation(fig, [ax.plot([0, i]) for i in range(3)])\nfig.show()",
    ],
)
def test_an_animation_moves(page, code):
    assert page.run(MOVE + code) == ["image/gif"]
    assert page.answer == {"id": 1, "done": {}}
    data = base64.b64decode(next(e for e in page.events if e["event"] == "picture")["data"])
    assert data.startswith(b"GIF89a")
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        assert getattr(image, "n_frames") == 3  # noqa: B009 (only some images have it)


def test_pixels_of_a_figure_can_be_read(page):
    page.run(
        PLT + "import numpy as np\nfig = plt.figure(figsize=(2, 1), dpi=50)\nfig.canvas.draw()"
    )
    page.run("np.asarray(fig.canvas.buffer_rgba()).shape")
    assert page.answer["done"]["value"] == "(50, 100, 4)"
