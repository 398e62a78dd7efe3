"""The command line of the checker: the very code that the page uses.

`python -m course.check LESSON/NAME FILE.py` prints one JSON object with result, diagnosis and
message and ends with 0 (pass), 1 (fail) or 2 (error). `--list` prints every exercise as JSON.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.tell import Verdict
from course.lessons import lessons_folder

CODES = {"pass": 0, "fail": 1, "error": 2}
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
    verdict = check_file(folders, arguments[0], Path(arguments[1]))
    told = {
        "result": verdict.result,
        "diagnosis": verdict.diagnosis,
        "message": verdict.message,
    }
    print(json.dumps(told, ensure_ascii=False))
    return CODES[verdict.result]


def check_file(folders: dict[str, Path], name: str, path: Path) -> Verdict:
    """Return the verdict on a file; an exercise or file that is not there is an error."""
    if name not in folders:
        return Verdict("error", f"There is no exercise {name}; there are: {', '.join(folders)}.")
    try:
        code = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Verdict("error", f"{path} cannot be read: {error}.")
    return check(Exercise(folders[name]), code, Guard())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
