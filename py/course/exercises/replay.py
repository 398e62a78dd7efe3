"""What a program that passes has returned, as data: written where it runs, judged elsewhere.

The data are lists, dictionaries, strings and numbers. Reading them runs no code of the program's.
"""

import base64
from typing import Any

import numpy as np

from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.compare import compare
from course.exercises.exercise import Exercise

NUMBERS_OR_TEXT = "biufcUS"  # kinds of arrays


class Recorder(Program):
    """A program of which every call's result is kept."""

    def __init__(self, exercise: Exercise, code: str, guard: Guard, seconds: float) -> None:
        super().__init__(code, exercise.name, guard, seconds)
        self.calls: list[Any] = []

    def call(self, name: str, arguments: Any) -> Outcome:
        """Call a function, and keep what it returns and what becomes of the arguments."""
        outcome = super().call(name, arguments)
        self.calls.append([written(outcome.value), [*map(written, outcome.arguments)]])
        return outcome


class Replayed(Program):
    """Stands in for a program that ran elsewhere: its calls return what was recorded."""

    def __init__(self, exercise: Exercise, recorded: Any) -> None:
        super().__init__("", exercise.name, Guard(), 0)
        self._calls = iter(recorded["calls"])
        self.namespace |= {name: read(value) for name, value in recorded["values"].items()}

    def call(self, name: str, arguments: Any) -> Outcome:
        """Return what the next call did."""
        value, after = next(self._calls)
        kept = [read(one, given) for one, given in zip(after, arguments, strict=True)]
        return Outcome(read(value), arguments=tuple(kept))


def record(exercise: Exercise, code: str, guard: Guard, seconds: float) -> dict[str, Any]:
    """Run a program in all cases of an exercise, and return all results, ready for JSON."""
    program = Recorder(exercise, code, guard, seconds)
    program.load()
    for declared in exercise.checks:
        compare(declared, program)
    named = [declared.name for declared in exercise.checks]
    values = {name: written(program.namespace.get(name)) for name in named}
    return {"calls": program.calls, "values": values}


def confirmed(exercise: Exercise, recorded: Any) -> bool:
    """Return whether these results, which may be anything, are right in every case."""
    try:
        program = Replayed(exercise, recorded)
        return not any(compare(declared, program).failed for declared in exercise.checks)
    except Exception:
        return False


def written(value: Any) -> Any:
    """Return a value as JSON can have it; of an object, only that it is one."""
    if isinstance(value, tuple | list):
        kind = "tuple" if isinstance(value, tuple) else "list"
        return {kind: [*map(written, value)]}
    if isinstance(value, dict):
        return {"dict": [[written(key), written(one)] for key, one in value.items()]}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    array = np.asarray(value)
    if array.dtype.kind not in NUMBERS_OR_TEXT:
        return {"object": type(value).__name__}
    data = base64.b64encode(array.tobytes()).decode()
    return {"array": [array.dtype.str, [*array.shape], data]}


def read(data: Any, instead: Any = None) -> Any:
    """Return the value that was written; in place of an object, `instead`."""
    match data:
        case {"tuple": parts}:
            return tuple(map(read, parts))
        case {"list": parts}:
            return [*map(read, parts)]
        case {"dict": pairs}:
            return {read(key): read(value) for key, value in pairs}
        case {"array": [kind, shape, text]}:
            return np.frombuffer(base64.b64decode(text), np.dtype(str(kind))).reshape(shape)
        case {"object": _}:
            return instead
    return data
