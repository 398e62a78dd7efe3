"""The door of notebooks: checks an exercise's cell with the very code that the page uses.

A notebook begins with `check = notebook.opened(PAGE)`, and an exercise's cell ends with
`check(NAME)`. A check only tells, and never raises: all cells can run one after the other.
"""

import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from course import samples
from course.cells.guard import Guard
from course.cells.mine import NAME, Mine
from course.exercises.checker import check as checked
from course.exercises.exercise import Exercise
from course.lessons import lessons_folder, part
from course.project.mnist import CHUNK, FOLDER, TEST, TRAIN

IMAGES = Path("mnist.npz")  # beside the notebook: the project's page saves it
CALL = re.compile(r"^check\(.*$", re.MULTILINE)  # of a cell's last line


def opened(page: str) -> Callable[[str], None]:
    """Return the check of a page's exercises; cells can import what has passed from `exercises`."""
    passed: dict[str, str] = {}
    samples.bring = bring
    sys.modules[NAME] = Mine(page, passed)

    def check(name: str) -> None:
        """Say whether the cell that ends with this call does what its exercise asks for."""
        frame = inspect.currentframe()
        assert frame is not None
        assert frame.f_back is not None
        code = CALL.sub("", frame.f_back.f_globals["In"][-1])
        exercise = Exercise(part(lessons_folder(), page, "exercises", name))
        verdict = checked(exercise, code, Guard())
        if verdict.result == "pass":
            passed[name] = code
            sys.modules[NAME] = Mine(page, passed)
        print({"pass": "Correct.", "fail": "Not yet.", "error": "An error."}[verdict.result])
        print(verdict.message)

    return check


async def bring(names: list[str]) -> None:
    """Put chunks of MNIST where `course.project.mnist` looks for them, from mnist.npz.

    Raises FileNotFoundError if that isn't there.
    """
    if not IMAGES.exists():
        raise FileNotFoundError(
            f"put {IMAGES}, which the project's page saves, next to this notebook"
        )
    folder = Path(np.__file__).parents[1] / FOLDER
    folder.mkdir(exist_ok=True)
    with np.load(IMAGES) as found:
        for name in names:
            which = "test" if name == TEST else "train"
            start = 0 if name == TEST else CHUNK * TRAIN.index(name)
            rows = slice(start, start + CHUNK)
            labels, images = (found[f"{kind}_{which}"][rows] for kind in "yx")
            (folder / name).write_bytes(labels.tobytes() + images.tobytes())
