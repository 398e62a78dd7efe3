"""The list of variables: shapes, short values, and no code of the learner's."""

import numpy as np
import pytest

from course.cells.guard import Guard
from course.cells.operations import Cells
from course.cells.variables import variables


class Loud:
    def __repr__(self) -> str:
        raise SystemExit


def listed(thing: object) -> tuple[str, str, str]:
    (found,) = variables({"x": thing})
    return found["kind"], found["shape"], found["value"]


@pytest.mark.parametrize(
    "thing, shown",
    [
        (np.ones((2, 3)), ("float64", "(2, 3)", "")),
        (np.array([1, 2]), ("int64", "(2,)", "")),
        (np.array(3.0), ("float64", "()", "3.0")),
        (np.float32(2.5), ("float32", "", "2.5")),
        (np.int32(3), ("int32", "", "3")),
        (True, ("bool", "", "True")),
        (None, ("NoneType", "", "None")),
        (0.1, ("float", "", "0.1")),
        ("word", ("str", "", "'word'")),
        ([Loud(), np.ones(3), 1], ("list", "", "[<Loud>, array(3,), 1]")),
        ({"a": (1, 2)}, ("dict", "", "{'a': (1, 2)}")),
        (Loud(), ("Loud", "", "")),
        (Loud, ("type", "", "")),
    ],
)
def test_a_variable_is_described(thing: object, shown: tuple[str, str, str]) -> None:
    Loud.__module__ = "__main__"
    assert listed(thing) == shown


@pytest.mark.parametrize("thing", ["x" * 10_000, list(range(10_000)), {i: i for i in range(999)}])
def test_a_long_value_is_short(thing: object) -> None:
    assert len(listed(thing)[2]) < 100


@pytest.mark.parametrize(
    "name, thing", [("_x", 1), ("np", np), ("sqrt", np.sqrt), ("Guard", Guard)]
)
def test_what_is_imported_or_private_is_left_out(name: str, thing: object) -> None:
    assert variables({name: thing, "kept": 1}) == variables({"kept": 1})


def test_a_lesson_has_the_variables_of_its_cells() -> None:
    cells = Cells(Guard(), lambda: lambda **event: None, None, None)
    assert cells.variables("one") == []
    cells.run(
        "a",
        "import numpy as np\nw = np.zeros((3, 2))\ndef f(): pass\nfor i in range(2): pass",
        "one",
    )
    found = cells.variables("one")
    assert [(one["name"], one["kind"]) for one in found] == [
        ("w", "float64"),
        ("f", "function"),
        ("i", "int"),
    ]
    assert cells.variables("two") == []
    cells.reset("one")
    assert cells.variables("one") == []
