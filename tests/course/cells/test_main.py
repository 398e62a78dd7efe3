"""Cell code is `__main__` for the whole of Python, and has its source."""

import json
import sys
from typing import Any

import pytest

from course.bridge import Bridge
from tests.course.asking import asked

POINT = "class Point:\n    def __init__(self, x):\n        self.x = x\n"


class Page:
    def __init__(self):
        self.events: list[Any] = []
        self.bridge = Bridge(lambda text: self.events.append(json.loads(text)))

    def run(self, code, cell="a", lesson="demo"):
        self.events.clear()
        answer = asked(self.bridge, "cells.run", cell=cell, code=code, lesson=lesson)
        assert "done" in answer, answer["error"]["traceback"]
        return answer["done"].get("value")

    def printed(self):
        return "".join(event["text"] for event in self.events)


@pytest.fixture
def page():
    return Page()


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("import pickle\npickle.loads(pickle.dumps(Point(3))).x", "3"),
        ("import copy, pickle\npickle.loads(pickle.dumps([Point, Point(1)]))[0] is Point", "True"),
        ("def f(x): return x + 1\nimport pickle\npickle.loads(pickle.dumps(f))(2)", "3"),
        (
            "import enum, pickle\nclass Kind(enum.Enum):\n    A = 1\n"
            "pickle.loads(pickle.dumps(Kind.A)) is Kind.A",
            "True",
        ),
        (
            "import typing\nclass Node:\n    next: 'Node'\n    at: 'Point'\n"
            "typing.get_type_hints(Node)['at'] is Point",
            "True",
        ),
        (
            "import typing\ndef f(p: 'Point') -> 'list[Point]': pass\n"
            "typing.get_type_hints(f)['p'] is Point",
            "True",
        ),
        ("import __main__\n__main__.Point is Point", "True"),
        ("from __main__ import Point as P\nP is Point", "True"),
        ("import sys\nvars(sys.modules['__main__']) is globals()", "True"),
        ("__name__", "'__main__'"),
        (
            "from __future__ import annotations\nfrom dataclasses import dataclass, fields\n"
            "from typing import ClassVar\n@dataclass\nclass D:\n    n: ClassVar[int] = 1\n"
            "    m: int = 2\n"
            "[field.name for field in fields(D)]",
            "['m']",
        ),
    ],
)
def test_what_looks_for_main_finds_the_cells(page, code, value):
    page.run(POINT, cell="first")
    before = sys.modules["__main__"]
    assert page.run(code, cell="second") == value
    assert sys.modules["__main__"] is before


def test_each_lesson_is_a_main_of_its_own(page):
    page.run(POINT + "import pickle\nkept = pickle.dumps(Point(1))", lesson="one")
    page.run(
        "class Point: pass\nimport __main__\nassert not hasattr(__main__, 'kept')", lesson="two"
    )
    assert page.run("type(pickle.loads(kept)) is Point", lesson="one") == "True"
    page.bridge.dispatch(json.dumps({"id": 2, "op": "cells.reset", "args": {"lesson": "one"}}))
    assert page.run("import __main__\nhasattr(__main__, 'Point')", lesson="one") == "False"


DOCUMENTED = '''
def double(x):
    """Twice as much.

    >>> double(2)
    4
    >>> double(3)
    {third}
    """
    return 2 * x
'''


@pytest.mark.parametrize("third", [6, 7])
@pytest.mark.parametrize("cell", ["a", "b"])
def test_doctest_finds_the_examples(page, third, cell):
    page.run(DOCUMENTED.format(third=third))
    value = page.run("import doctest\ndoctest.testmod()", cell=cell)
    assert value == f"TestResults(failed={int(third == 7)}, attempted=2)"
    assert ("Got:\n    6" in page.printed()) is (third == 7)


def test_unittest_finds_the_tests(page):
    page.run(
        "import unittest\nclass TestDouble(unittest.TestCase):\n"
        "    def test_two(self): self.assertEqual(2 * 2, 4)\n"
        "    def test_three(self): self.assertEqual(2 * 3, 7)"
    )
    page.run("unittest.main(argv=['x'], exit=False)\nNone", cell="b")
    assert "Ran 2 tests" in page.printed()
    assert "FAILED (failures=1)" in page.printed()


CLASSES = [
    POINT,
    "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int = 0\n",
    "x = 1\nclass Point:\n    y = 2\n",
    "from typing import NamedTuple\nclass Point(NamedTuple):\n    x: int\n",
]


@pytest.mark.parametrize("code", CLASSES)
def test_the_source_of_a_class_is_found_wherever_it_was_defined(page, code):
    page.run("# a cell before\n\n\nclass Other:\n    Point = 3", cell="before")
    page.run(code, cell="here")
    page.run("# a cell after\n\n\nPoint\ndef f():\n    Point = 3", cell="after")
    source = page.run("import inspect\ninspect.getsource(Point)", cell="later")
    lines = eval(source)
    assert lines.rstrip().endswith(code.rstrip().splitlines()[-1])
    assert "class Point" in lines
    assert page.run("inspect.getsource(Other).startswith('class Other')", cell="later") == "True"


def test_the_newest_of_two_classes_of_one_name_is_found(page):
    page.run("class Point:\n    first = 1", cell="one")
    page.run("\n\nclass Point:\n    second = 2", cell="two")
    assert "second" in page.run("import inspect\ninspect.getsource(Point)", cell="three")


def test_the_source_of_functions_inner_classes_and_library_classes_is_found(page):
    page.run("class Outer:\n    class Inner:\n        deep = 1\n    def method(self): return 5")
    assert "deep = 1" in page.run("import inspect\ninspect.getsource(Outer.Inner)", cell="b")
    assert "return 5" in page.run("inspect.getsource(Outer.method)", cell="b")
    assert "class TestCase" in page.run("import unittest\ninspect.getsource(unittest.TestCase)")
