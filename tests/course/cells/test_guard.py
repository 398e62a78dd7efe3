"""A cell that breaks what the page itself uses harms no later run, and is told so."""

import asyncio

import pytest

from course.cells.guard import Guard
from course.cells.output import Output
from course.cells.packages import Packages
from course.cells.runner import Runner
from course.exercises.operations import Exercises
from course.exercises.tell import Verdict
from course.lessons import lessons_folder

SOLUTION = lessons_folder() / "02-perceptron" / "exercises" / "evidence" / "solution.py"

WORKS = """import dataclasses
import numpy as np
import nn
@dataclasses.dataclass
class Point:
    x: float
print(np.random.default_rng(0).integers(1, 2), np.linalg.norm([3.0, 4.0]))
nn.relu(Point(-1.0).x)
"""


@pytest.fixture(scope="module")
def runner():
    return Runner(Guard())


def run(runner, code):
    printed = []
    output = Output(lambda stream, text: printed.append(text))
    return asyncio.run(runner.run("a", code, "lesson", output)), "".join(printed)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("import numpy as np\nnp.random.default_rng = None", "numpy.random.default_rng"),
        ("import numpy as np\ndel np.linalg.norm", "numpy.linalg.norm"),
        ("import dataclasses\ndataclasses.dataclass = None", "dataclasses.dataclass"),
        (
            "from course.cells import output\noutput.Output.write = None\nprint(1)",
            "course.cells.output.Output.write",
        ),
        (
            "from course.cells import runner\nrunner.Runner.run = None",
            "course.cells.runner.Runner.run",
        ),
        (
            "import course.exercises.checker as its\nits.check = lambda *given: True",
            "course.exercises.checker.check",
        ),
        ("__builtins__ = None", None),
        ("import nn\nnn.relu = None", None),
    ],
)
def test_what_a_cell_breaks_is_put_back(runner, code, named):
    _, printed = run(runner, code)
    assert (f"changed {named}," in printed) == (named is not None)
    ran, printed = run(runner, WORKS)
    assert ran.error is None
    assert "1 5.0" in printed
    assert "changed" not in printed


def test_what_the_course_imports_later_is_looked_after_too(runner):
    run(runner, "import course.exercises.tell")
    _, printed = run(runner, "import course.exercises.tell as its\nits.MAYBE = 1")
    assert "changed course.exercises.tell.MAYBE," in printed
    ran, _ = run(runner, "import course.exercises.tell as its\nassert its.MAYBE != 1")
    assert ran.error is None


@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize(
    "harm",
    ["np.random.default_rng = None", "import course.exercises.tell as its; its.Verdict = None"],
)
def test_what_a_program_breaks_is_put_back(indent, harm):
    """At its top level before it is judged, in its function before the next program is."""
    exercises = Exercises(lessons_folder(), Guard(), Packages())
    right = SOLUTION.read_text()
    line = "def evidence(x, w):\n" if indent else "import numpy as np\n"
    exercises.check("perceptron", "evidence", right.replace(line, f"{line}{indent}{harm}\n", 1))
    verdict = exercises.check("perceptron", "evidence", right)
    assert isinstance(verdict, Verdict)
    assert verdict.result == "pass"
