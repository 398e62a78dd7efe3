"""The command line of the checker: the very code that the page uses.

`python -m course.check LESSON/NAME FILE.py` prints one JSON object with result, diagnosis and
message and ends with 0 (pass), 1 (fail) or 2 (error). `--list` prints every exercise as JSON.

The program runs in a process of its own, and this one doesn't take its word: for a pass, it gets
all results as data and compares them with the right ones itself. So nothing helps that the program
prints, or changes in the checker, nor any way of ending. It isn't kept from getting right results
elsewhere (from `nn`, or from the solution's file), nor, since it may do what its user may do, from
changing the course's own files or this process from outside. A program can also spoil what is said
about its failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.cells.guard import Guard
from course.cells.numbers import WATCH, install
from course.exercises.checker import SECONDS, check
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.replay import confirmed, record
from course.exercises.tell import Verdict
from course.lessons import lessons_folder

LIMIT = 60.0  # seconds for a whole check
MOST = 64 << 20  # bytes that the other process may write
LOOK = 0.01  # seconds between two looks at it
APART = "--apart"  # the argument of the process in which the program runs
CODES = {"pass": 0, "fail": 1, "error": 2}
THERE = "In the browser the result is different, unless the code asks for np.int64."
USAGE = "usage: python -m course.check LESSON/NAME FILE.py\n       python -m course.check --list"
ENDED = "The code ended Python itself, so it couldn't be checked."
FORGED = "The code changes how it's checked: compared from outside, its results aren't right."


def main(arguments: Sequence[str], lessons: Path | None = None) -> int:
    """Run the command line; returns the exit code."""
    folders = dict(all_exercises(lessons or lessons_folder()))
    match arguments:
        case ["--list"]:
            print(json.dumps(listed(folders), indent=2, ensure_ascii=False))
            return 0
        case [name, path]:
            return say(check_file(folders, name, Path(path)))
    print(USAGE, file=sys.stderr)
    return 2


def listed(folders: dict[str, Path]) -> list[dict[str, Any]]:
    """Return what is to be written in each exercise."""
    return [{"exercise": name, **Exercise(folder).described()} for name, folder in folders.items()]


def say(verdict: Verdict) -> int:
    """Print a verdict; returns the exit code."""
    told = {name: getattr(verdict, name) for name in ("result", "diagnosis", "message")}
    print(json.dumps(told, ensure_ascii=False), flush=True)
    return CODES[verdict.result]


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
    return check_apart(folders[name], code)


# ---- This process


def check_apart(folder: Path, code: str) -> Verdict:
    """Return the verdict on a program, which runs in another process."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as told:
        source.write(code.encode(errors="surrogatepass"))
        source.seek(0)
        command = [sys.executable, "-m", "course.check", APART, str(folder)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        process = subprocess.Popen(command, stdin=source, stdout=told, env=environment)
        until = time.monotonic() + LIMIT
        try:
            while process.poll() is None and time.monotonic() < until:
                if os.fstat(told.fileno()).st_size > MOST:
                    break
                time.sleep(LOOK)
            running = process.poll() is None
        finally:
            process.kill()
            process.wait()
        told.seek(0)
        last = told.read(MOST).rstrip().rpartition(b"\n")[2]
    if running:
        return Verdict("error", f"The code didn't finish within {LIMIT:g} seconds.")
    return believed(Exercise(folder), last)


def believed(exercise: Exercise, last: bytes) -> Verdict:
    """Return the verdict that the other process has told, as far as it can be believed."""
    try:
        told = json.loads(last)
        result, message, diagnosis = told["result"], str(told["message"]), told["diagnosis"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Verdict("error", ENDED)
    if result == "pass" and not confirmed(exercise, told.get("recorded")):
        return Verdict("error", FORGED)
    if result not in CODES:
        return Verdict("error", ENDED)
    return Verdict(result, message, None if diagnosis is None else str(diagnosis))


# ---- The other process


def run_apart(folder: Path, code: str) -> None:
    """Check a program here, and print the verdict, with all results if it passes."""
    install()
    exercise, guard, recorded = Exercise(folder), Guard(), None
    with WATCH.as_in_the_page():
        verdict = check(exercise, code, guard)
        overflow = WATCH.take()
        if verdict.result == "pass":
            recorded = record(exercise, code, guard, 2 * SECONDS)
    message = f"{verdict.message} {THERE} {overflow}".strip() if overflow else verdict.message
    told = {"result": verdict.result, "diagnosis": verdict.diagnosis, "message": message}
    print("\n" + json.dumps({**told, "recorded": recorded}), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == [APART]:
        run_apart(Path(sys.argv[2]), sys.stdin.buffer.read().decode(errors="surrogatepass"))
    else:
        sys.exit(main(sys.argv[1:]))
