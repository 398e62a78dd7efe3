"""Errors for beginners: the learner's own lines, Python's own message, one sentence of help."""

import traceback
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any

from course.cells.help import help_for

MESSAGE_LIMIT = 2_000  # characters
FRAMES_SHOWN = 8  # of a deep recursion, half from each end
CHAIN_LIMIT = 8  # errors that led to one another
CAUSE = "The above exception was the direct cause of the following exception:"
CONTEXT = "During handling of the above exception, another exception occurred:"


def describe(error: BaseException, filename: str, names: Mapping[str, Any]) -> dict[str, Any]:
    """Return {"type", "message", "traceback", "line"?, "help"?, "stopped"?} of an error.

    filename: that of the code that was run, `<cell ID>`; names: its variables. `line` counts
    from 1 in that code.
    """
    places = learners_places(error)
    kind, message = public_type(error), message_of(error)
    described: dict[str, Any] = {
        "type": kind,
        "message": message,
        "traceback": format_tracebacks(error),
    }
    line = line_of(error, filename, places)
    if line is not None:
        described["line"] = line
    sentence = help_for(error, message, places, names)
    if sentence is not None:
        described["help"] = sentence
    if isinstance(error, KeyboardInterrupt):
        described["stopped"] = True
    return described


def learners_places(error: BaseException) -> list[TracebackType]:
    """Return where in the learner's code the error passed, the outermost first."""
    return [place for place in walk(error.__traceback__) if is_learners(filename_of(place))]


def walk(place: TracebackType | None) -> Iterable[TracebackType]:
    """Yield a traceback's places, the outermost first."""
    while place is not None:
        yield place
        place = place.tb_next


def filename_of(place: TracebackType) -> str:
    """Return the name of the file that the place lies in."""
    return place.tb_frame.f_code.co_filename


def is_learners(filename: str) -> bool:
    """Return whether code of this name was typed by the learner."""
    return filename.startswith("<cell ")


def public_type(error: BaseException) -> str:
    """Return the error's type, by its first public name: MemoryError for NumPy's private one."""
    return next(t.__name__ for t in type(error).__mro__ if not t.__name__.startswith("_"))


def message_of(error: BaseException) -> str:
    """Return Python's own message, as the last line of a traceback has it."""
    if isinstance(error, KeyboardInterrupt):
        return "The code was stopped."
    if isinstance(error, SystemExit):
        return "The code asked Python to exit. Here, that only ends the run."
    if isinstance(error, SyntaxError):
        return error.msg
    try:
        return str(error)[:MESSAGE_LIMIT]
    except Exception:
        return "(this error's own message can't be shown)"


def line_of(error: BaseException, filename: str, places: list[TracebackType]) -> int | None:
    """Return the line of the code called filename that the editor should mark, if there is one."""
    if isinstance(error, SyntaxError) and error.filename == filename:
        return error.lineno
    lines = [place.tb_lineno for place in places if filename_of(place) == filename]
    return lines[-1] if lines else None


def format_tracebacks(error: BaseException) -> str:
    """Return the tracebacks of the error and of those that led to it, the first one first.

    What a library raised and caught within itself is left out, as its frames are.
    """
    told = [format_traceback(error, learners_places(error))]
    met = {id(error)}
    while len(met) < CHAIN_LIMIT:
        earlier, how = led_to(error)
        if earlier is None or id(earlier) in met:
            break
        met.add(id(earlier))
        places = learners_places(earlier)
        if places or earlier.__traceback__ is None:  # or made by hand: raise ... from Error()
            told = [format_traceback(earlier, places), how, *told]
        error = earlier
    return "\n\n".join(told)


def led_to(error: BaseException) -> tuple[BaseException | None, str]:
    """Return the error before this one, unless hidden by `from None`, and Python's words for it."""
    if error.__cause__ is not None:
        return error.__cause__, CAUSE
    return None if error.__suppress_context__ else error.__context__, CONTEXT


def format_traceback(error: BaseException, places: list[TracebackType]) -> str:
    """Return the traceback with the learner's places alone, long recursions cut in the middle."""
    half = FRAMES_SHOWN // 2
    left_out = max(0, len(places) - FRAMES_SHOWN)
    kept = [*places[:half], *places[-half:]] if left_out else places
    told = traceback.TracebackException(type(error), error, chain(kept), compact=True)
    lines = list(told.format_exception_only())
    if left_out:
        first, last = traceback.StackSummary(told.stack[:half]), told.stack[half:]
        note = f"  ... {left_out} more calls ...\n"
        frames = [*first.format(), note, *traceback.StackSummary(last).format()]
    else:
        frames = told.stack.format()
    if frames:
        lines = ["Traceback (most recent call last):\n", *frames, *lines]
    return "".join(lines).rstrip()


def chain(places: list[TracebackType]) -> TracebackType | None:
    """Return a traceback of these places alone."""
    linked = None
    for place in reversed(places):
        linked = TracebackType(linked, place.tb_frame, place.tb_lasti, place.tb_lineno)
    return linked
