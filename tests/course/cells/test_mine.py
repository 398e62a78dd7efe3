"""`from exercises import NAME`: the reader's own function once it has passed, ours until then."""

import json
import sys
from typing import Any

import pytest

from course.bridge import Bridge
from tests.course.asking import asked

MINE = "def train(x, y, learning_rate, max_epochs):\n    return 'mine'\n"


class Page:
    def __init__(self):
        self.printed = ""
        self.bridge = Bridge(self.take)

    def take(self, text):
        self.printed += json.loads(text).get("text", "")

    def run(self, code, **passed: str) -> Any:
        return asked(
            self.bridge, "cells.run", cell="a", code=code, lesson="perceptron", passed=passed
        )

    def value(self, code, **passed: str) -> Any:
        answer = self.run(code, **passed)
        assert "done" in answer, answer["error"]
        return answer["done"]["value"]


@pytest.fixture
def page():
    return Page()


def test_until_it_has_passed_the_function_is_ours(page):
    code = "from exercises import train\ntrain.__module__"
    assert page.value(code) == "'ours'"
    x = "np.array([[2.0], [-1.0]])"
    trained = f"import numpy as np\nint(sum(train({x}, np.array([0, 1]), 0.5, 9)[2]))"
    assert page.value(f"from exercises import train\n{trained}") == "1"


@pytest.mark.parametrize(
    "code",
    [
        MINE,
        "train = lambda *arguments: 'mine'\n",
        f"import numpy as np\nhelper = 3\n{MINE}",
        # a program that imports itself gets ours
        f"from exercises import train as ours\nassert ours.__module__ == 'ours'\n{MINE}",
    ],
)
def test_what_has_passed_is_the_readers(page, code):
    asking = "from exercises import train\n(train.__module__, train([], [], 1, 1))"
    assert page.value(asking, train=code) == "('yours', 'mine')"
    assert page.value("import exercises\nexercises.train.__module__", train=code) == "'yours'"


@pytest.mark.parametrize("code", ["1", "", "other = 2"])
def test_a_program_without_the_function_is_left_out(page, code):
    assert page.value("from exercises import train\ntrain.__module__", train=code) == "'ours'"


@pytest.mark.parametrize("name", ["nothing", "_train", "logic"])
def test_what_no_exercise_asks_for_cannot_be_imported(page, name):
    error = page.run(f"from exercises import {name}")["error"]
    assert error["type"] == "ImportError"
    assert name in error["message"]


def test_its_errors_show_the_readers_line(page):
    code = "def train(*arguments):\n    return 1 / 0\n"
    error = page.run("from exercises import train\ntrain()", train=code)["error"]
    assert error["type"] == "ZeroDivisionError"
    assert error["line"] == 2
    assert "return 1 / 0" in error["traceback"]


def test_nothing_is_left_of_it_after_the_run(page):
    page.value("from exercises import train\ntrain.__module__", train=MINE)
    assert "exercises" not in sys.modules
    assert page.value("from exercises import train\ntrain.__module__") == "'ours'"
