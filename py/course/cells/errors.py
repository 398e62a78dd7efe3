"""Errors for beginners: the learner's own lines, Python's own message, then one sentence of help.

The sentence stands beside Python's message, never instead of it. HELP is the table: the first
row whose exception and message fit gives the sentence.
"""

import ast
import builtins
import difflib
import linecache
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any, NamedTuple

import numpy as np

MESSAGE_LIMIT = 2_000  # characters
FRAMES_SHOWN = 8  # of a deep recursion, half from each end
CHAIN_LIMIT = 8  # errors that led to one another
CAUSE = "The above exception was the direct cause of the following exception:"
CONTEXT = "During handling of the above exception, another exception occurred:"


class Failure(NamedTuple):
    """What a sentence may look at: the error, the match of its row, and where it happened."""

    error: BaseException
    match: re.Match[str]
    place: TracebackType | None  # the learner's innermost line
    names: Mapping[str, Any]  # the lesson's variables


Sentence = str | Callable[[Failure], str]


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
    sentence = help_for(error, message, places[-1] if places else None, names)
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
        return "The code asked Python to exit. Here it only ends the run."
    if isinstance(error, SyntaxError):
        return error.msg
    try:
        return str(error)[:MESSAGE_LIMIT]
    except Exception:
        return "(this error's own message cannot be shown)"


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


def help_for(
    error: BaseException, message: str, place: TracebackType | None, names: Mapping[str, Any]
) -> str | None:
    """Return the sentence of the first row that fits, or None."""
    for kind, pattern, sentence in HELP:
        if isinstance(error, kind) and (match := re.search(pattern, message)):
            if callable(sentence):
                return sentence(Failure(error, match, place, names))
            return sentence.format(**match.groupdict())
    return None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like this one, if one is like it at all."""
    found = difflib.get_close_matches(name, [k for k in known if not k.startswith("_")], n=1)
    return found[0] if found else None


# ---- sentences that need to look around ----

IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "nn": "import nn",
    "plt": "import matplotlib.pyplot as plt",
    "math": "import math",
    "random": "import random",
    "time": "import time",
}


def unknown_name(failure: Failure) -> str:
    """Explain a NameError: a missing import, a slip of the pen, or a cell that has not run."""
    name = failure.match["name"]
    if name in IMPORTS:
        return f"Add the line `{IMPORTS[name]}` above."
    frame = failure.place.tb_frame if failure.place else None
    known = [*(frame.f_locals if frame else ()), *failure.names, *dir(builtins)]
    close = nearest(name, known)
    if close == name:
        return f"The code deleted Python's own `{name}`; the next run has it again."
    if close:
        return f"There is no `{name}`; did you mean `{close}`?"
    return f"Nothing is called `{name}` yet: is it spelled right, and has its cell been run?"


def unknown_attribute(failure: Failure) -> str:
    """Explain an AttributeError by the nearest attribute that there is."""
    error = failure.error
    assert isinstance(error, AttributeError)
    close = nearest(str(error.name), dir(error.obj))
    hint = f"; did you mean `.{close}`?" if close else ": check the spelling and the type."
    return f"There is no `.{error.name}` here{hint}"


def matmul_shapes(failure: Failure) -> str:
    """Explain a failed matrix product with both shapes, which NumPy's message does not have."""
    rule = "the first needs as many columns as the second has rows; `.T` transposes."
    operands = operands_at(failure.place)
    if operands is None:
        return f"In a matrix product {rule}"
    (left, a), (right, b) = operands
    return f"`{left}` has shape {a} and `{right}` has shape {b}: {rule}"


def operands_at(place: TracebackType | None) -> list[tuple[str, Any]] | None:
    """Return the two operands at a place, as (text, shape), if both are plain to evaluate."""
    if place is None:
        return None
    frame = place.tb_frame
    where = list(frame.f_code.co_positions())[place.tb_lasti // 2]
    tree = ast.parse("".join(linecache.getlines(frame.f_code.co_filename)))
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp):
            sides = [node.left, node.right]
        elif isinstance(node, ast.Call) and len(node.args) == 2:
            sides = node.args
        else:
            continue
        spot = (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
        if spot == where and all(is_plain(side) for side in sides):
            texts = [ast.unparse(side) for side in sides]
            values = [eval(text, frame.f_globals, frame.f_locals) for text in texts]
            return [(t, getattr(v, "shape", "()")) for t, v in zip(texts, values, strict=True)]
    return None


def is_plain(node: ast.AST) -> bool:
    """Return whether evaluating the node again changes nothing: no call, no assignment in it."""
    plain = (ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.Tuple, ast.Constant)
    rest = (ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context)
    return all(isinstance(part, plain + rest) for part in ast.walk(node))


def not_callable(failure: Failure) -> str:
    """Explain round brackets behind something that is no function."""
    kind = failure.match["kind"]
    if kind == "module":
        return "That name is a whole module; call a function in it, as in `np.array(...)`."
    if kind in ("numpy.ndarray", "list", "tuple", "dict", "str"):
        return "Take an element with square brackets: `x[0]`, not `x(0)`."
    return (
        "Round brackets call a function, and this is none: is a `*` missing before them, or was "
        "the function's name given to something else?"
    )


def wrong_operands(failure: Failure) -> str:
    """Explain an operator between two types that do not go together."""
    kinds = {failure.match["left"], failure.match["right"]}
    operator = failure.match["operator"]
    if "NoneType" in kinds:
        return "One side is None: does the function that made it end with `return`?"
    if "list" in kinds:
        return "Lists do no arithmetic: make arrays of them with `np.array(...)`."
    if "str" in kinds:
        return f"Text and numbers do not mix with `{operator}`: use `float(...)` or `str(...)`."
    return f"`{operator}` does not know what to do with these two types."


def wrong_attribute_of_list(failure: Failure) -> str:
    """Explain an array's attribute asked of a list."""
    return f"A list has no `.{failure.match['name']}`: make an array of it with `np.array(...)`."


PACKS = ("matplotlib", "micropip")  # the page fetches them on demand


def missing_module(failure: Failure) -> str:
    """Explain a module that is not there."""
    name = failure.match["name"]
    if name in ("torch", "tensorflow", "keras", "jax"):
        return f"{name} does not run in the browser; this page has NumPy and `nn`."
    if name in PACKS:
        return f"{name} could not be brought to this page: is there a connection? Run it again."
    close = nearest(name, ["numpy", "matplotlib", "nn", "math", "random", "micropip", "time"])
    hint = f"did you mean `{close}`?" if close else "check its spelling, or do without it."
    return f"This page has no module `{name}`: {hint}"


def truth_of_an_array(failure: Failure) -> str:
    """Explain an array taken for one answer: by Python's max or min, or by an `if`."""
    called = re.search(r"(?<![.\w])(max|min)\(", line_at(failure.place))
    if called:
        name = called[1]
        return (
            f"Python's own `{name}` takes whole arrays for single numbers. `np.{name}imum(a, b)` "
            f"compares number by number; `a.{name}()` gives the {name}imum of one array."
        )
    return (
        "`if`, `and`, `or` and `not` want one answer, and an array gives one for each element. "
        "`np.where(condition, a, b)` chooses number by number; `.any()` or `.all()` makes one."
    )


def one_number_only(failure: Failure) -> str:
    """Explain an array given to what takes one number, such as `math.exp`."""
    called = re.search(r"\bmath\.(\w+)\(", line_at(failure.place))
    if called and hasattr(np, called[1]):
        return f"`math.{called[1]}` takes one number. `np.{called[1]}` takes a whole array."
    return "One number is needed here, and this is an array: print its `.shape`."


def line_at(place: TracebackType | None) -> str:
    """Return the learner's line at a place."""
    if place is None:
        return ""
    return linecache.getline(filename_of(place), place.tb_lineno)


# ---- the table ----

HELP: list[tuple[type[BaseException], str, Sentence]] = [
    # syntax
    (TabError, "", "Indent with spaces only: tabs and spaces are mixed here."),
    (
        IndentationError,
        r"expected an indented block after (?P<what>.+) on line (?P<line>\d+)",
        "What belongs to the {what} on line {line} must stand further right, by four spaces.",
    ),
    (
        IndentationError,
        "unexpected indent",
        "This line stands further right than the one before it, and no line above opened a block.",
    ),
    (
        IndentationError,
        "unindent does not match",
        "This line must start exactly below a line of the block that it belongs to.",
    ),
    (SyntaxError, "expected ':'", "A line that opens a block (`if`, `for`, `def`) ends with `:`."),
    (
        SyntaxError,
        r"invalid syntax\. Maybe you meant '=='",
        "To compare, write `==`; a single `=` gives a value to a name.",
    ),
    (
        SyntaxError,
        "cannot assign to",
        "Left of `=` stands the name that gets the value; to compare, write `==`.",
    ),
    (
        SyntaxError,
        r"'(?P<bracket>.)' was never closed",
        "The closing partner of `{bracket}` is missing.",
    ),
    (
        SyntaxError,
        r"unmatched|does not match opening",
        "Count the brackets: a closing one has no opening partner.",
    ),
    (
        SyntaxError,
        r"unterminated (?:triple-quoted )?(?:f-)?string",
        "A text that starts with a quotation mark must end with the same one.",
    ),
    (SyntaxError, "forgot a comma", "Elements are separated by commas: `[1, 2]`, not `[1 2]`."),
    (
        SyntaxError,
        "Missing parentheses",
        "print is a function: what it prints stands in brackets.",
    ),
    (SyntaxError, "'return' outside function", "`return` belongs inside a `def`, indented."),
    (SyntaxError, r"'await' outside", "`await` works at the top of a cell, or inside `async def`."),
    (
        SyntaxError,
        "invalid decimal literal",
        "A name cannot start with a digit, and a product needs its `*`: `2 * x`.",
    ),
    (SyntaxError, "", "Python cannot read this line; look also at the end of the line above."),
    # names and modules
    (
        UnboundLocalError,
        r"variable '(?P<name>\w+)'",
        "`{name}` gets its value inside this function, but further down: "
        "pass it in as an argument or set it first.",
    ),
    (NameError, r"name '(?P<name>\w+)' is not defined", unknown_name),
    (ModuleNotFoundError, r"No module named '(?P<name>\w+)", missing_module),
    (
        ImportError,
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'",
        "The module `{module}` has no `{name}`: check its spelling.",
    ),
    (
        AttributeError,
        r"'NoneType' object",
        "The value is None: does the function that made it end with `return`?",
    ),
    (
        AttributeError,
        r"'list' object has no attribute '(?P<name>shape|T|dtype|ndim|reshape|sum|mean|dot)'",
        wrong_attribute_of_list,
    ),
    (AttributeError, "has no attribute", unknown_attribute),
    # shapes and indices
    (ValueError, r"matmul: Input operand|mismatch in its core dimension", matmul_shapes),
    (
        ValueError,
        r"shapes (?P<a>\(.*?\)) and (?P<b>\(.*?\)) not aligned",
        "One is {a}, the other {b}: the first needs as many columns as the second has rows; "
        "`.T` transposes.",
    ),
    (
        ValueError,
        r"broadcast together with shapes (?P<a>\(.*?\)) (?P<b>\(.*?\))",
        "Element by element, {a} and {b} do not fit: read from the right, their sizes must be "
        "equal or 1.",
    ),
    (
        ValueError,
        r"could not broadcast input array from shape (?P<a>\(.*?\)) into shape (?P<b>\(.*?\))",
        "The place has shape {b}, what should go there has shape {a}.",
    ),
    (
        ValueError,
        r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
        "The new shape {shape} must hold exactly {size} numbers; one size may be -1.",
    ),
    (
        ValueError,
        "inhomogeneous shape",
        "The rows of an array must all have the same length.",
    ),
    (
        ValueError,  # NumPy's AxisError is a ValueError and an IndexError
        r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<n>\d+)",
        "This array has {n} axes, and axes count from 0: there is no axis {axis}.",
    ),
    (
        IndexError,
        r"index (?P<i>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
        "Axis {axis} has {size} elements and counting starts at 0, so {i} is outside.",
    ),
    (
        IndexError,
        r"array is (?P<n>\d+)-dimensional, but (?P<m>\d+) were indexed",
        "The array has {n} axes, but the brackets hold {m} indices: look at its `.shape`.",
    ),
    (
        IndexError,
        "only integers",
        "Positions are whole numbers: use `//` or `int(...)` to get one.",
    ),
    (
        IndexError,
        "index out of range",
        "Counting starts at 0, so the last element of `x` is `x[len(x) - 1]`, or `x[-1]`.",
    ),
    (ValueError, "truth value of an array", truth_of_an_array),
    (
        TypeError,
        r"only (?:length-1|0-dimensional|size-1) arrays can be converted",
        one_number_only,
    ),
    (
        ValueError,
        r"(?:too many|not enough) values to unpack",
        "Left and right of `=` there must be equally many: count them, or print the right side.",
    ),
    (
        ValueError,
        "could not convert string to float",
        "Only text that looks like a number, as '3.5', becomes one.",
    ),
    (
        ValueError,
        "array is too big|Maximum allowed dimension",
        "Look at the sizes in the shape: they multiply.",
    ),
    (ValueError, "read-only", "This array may not be changed: work on a copy, `x.copy()`."),
    # types
    (TypeError, r"'(?P<kind>[\w.]+)' object is not callable", not_callable),
    (
        TypeError,
        r"can only concatenate str|must be str, not",
        'Text joins text only: write `str(x)`, or an f-string as in `f"loss {{x}}"`.',
    ),
    (
        TypeError,
        r"unsupported operand type\(s\) for (?P<operator>.+?): "
        r"'(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
        wrong_operands,
    ),
    (
        TypeError,
        "can't multiply sequence by non-int",
        "A list times a number repeats the list: make an array of it with `np.array(...)`.",
    ),
    (
        TypeError,
        "Cannot cast ufunc",
        "The array holds whole numbers only: make it with decimals, `np.array([1.0, 2.0])`.",
    ),
    (
        TypeError,
        r"'NoneType' object is not (?:subscriptable|iterable)|cannot unpack non-iterable NoneType",
        "The value is None: does the function that made it end with `return`?",
    ),
    (
        TypeError,
        r"'(?:function|builtin_function_or_method|method)' object is not subscriptable",
        "A function is called with round brackets: `f(x)`, not `f[x]`.",
    ),
    (
        TypeError,
        r"list indices must be integers or slices, not tuple",
        "A list takes one index: make an array of it with `np.array(...)` to write `x[0, 1]`.",
    ),
    (
        TypeError,
        r"cannot be interpreted as an integer|indices must be integers",
        "A whole number is needed: divide with `//`, or use `int(...)`.",
    ),
    (
        TypeError,
        r"missing \d+ required (?:positional|keyword-only) arguments?: (?P<names>.+)",
        "The call leaves out {names}.",
    ),
    (
        TypeError,
        r"takes (?P<n>.+?) positional arguments? but (?P<m>\d+)",
        "The function takes {n}, the call gives {m}.",
    ),
    (
        TypeError,
        r"unexpected keyword argument '(?P<name>\w+)'",
        "The function has no parameter called `{name}`: check its spelling.",
    ),
    # the rest
    (ZeroDivisionError, "", "The divisor is 0 here: print it before this line."),
    (KeyError, "", "The dictionary has no such key: print its `.keys()`."),
    (
        RecursionError,
        "",
        "A function calls itself without end: is there a case in which it returns without?",
    ),
    (
        MemoryError,
        "",
        "That is more than fits into memory: look at the sizes; `del name` frees a variable.",
    ),
    (
        RuntimeError,
        "Cannot stack switch|cannot be called from a running event loop",
        "A cell waits by itself: write `await main()` instead of `asyncio.run(main())`.",
    ),
    (RuntimeError, "was never awaited", "Write `await` before the call: without it nothing runs."),
    (
        ValueError,
        "This site has no",
        "Only what this site itself holds can be installed; the message lists it.",
    ),
    (EOFError, r"input\(\)", "Write the value into the code instead: `name = 'Ada'`."),
    (AssertionError, "", "An `assert` found its condition false."),
]
