"""The command line of the checker: the very code that the page uses.

`python -m course.check LESSON/NAME FILE.py` prints one JSON object with result, diagnosis and
message and ends with 0 (pass), 1 (fail) or 2 (error). `--list` prints every exercise as JSON.
"""

import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from course.cells.guard import Guard
from course.cells.numbers import WATCH, install
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.tell import Verdict
from course.lessons import lessons_folder

LIMIT = 60.0  # seconds for a whole check
os_exit = os._exit  # a check replaces it while the program runs
CODES = {"pass": 0, "fail": 1, "error": 2}
THERE = "In the browser the result is different, unless the code asks for np.int64."
USAGE = "usage: python -m course.check LESSON/NAME FILE.py\n       python -m course.check --list"


def main(arguments: Sequence[str], lessons: Path | None = None) -> int:
    """Run the command line; returns the exit code."""
    folders = dict(all_exercises(lessons or lessons_folder()))
    if list(arguments) == ["--list"]:
        listed = [
            {"exercise": name, **Exercise(folder).described()} for name, folder in folders.items()
        ]
        print(json.dumps(listed, indent=2, ensure_ascii=False))
        return 0
    if len(arguments) != 2:
        print(USAGE, file=sys.stderr)
        return 2
    install()
    with WATCH.as_in_the_page(), ended_after(LIMIT):
        verdict = check_file(folders, arguments[0], Path(arguments[1]))
    return say(verdict, WATCH.take())


def say(verdict: Verdict, overflow: str | None = None) -> int:
    """Print a verdict; returns the exit code."""
    told = {
        "result": verdict.result,
        "diagnosis": verdict.diagnosis,
        "message": f"{verdict.message} {THERE} {overflow}".strip() if overflow else verdict.message,
    }
    print(json.dumps(told, ensure_ascii=False), flush=True)
    return CODES[verdict.result]


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """End this process, with a verdict, if what is inside does not come to its end in time.

    The checker itself ends a loop; nothing but this ends a call into C, such as `time.sleep`.
    """

    def end() -> None:
        sys.stdout = sys.__stdout__ or sys.stdout  # the program's prints go elsewhere
        os_exit(say(Verdict("error", f"The code didn't finish within {seconds:g} seconds.")))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def check_file(folders: dict[str, Path], name: str, path: Path) -> Verdict:
    """Return the verdict on a file; an exercise or file that is not there is an error."""
    if name not in folders:
        return Verdict(
            "error", f"There's no exercise {name}. The exercises are: {', '.join(folders)}."
        )
    try:
        code = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Verdict("error", f"{path} can't be read: {error}.")
    return check(Exercise(folders[name]), code, Guard())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
