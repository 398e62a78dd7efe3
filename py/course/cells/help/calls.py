"""Help with calls: what can't be called, and arguments that are missing, too many or odd."""

import ast
import builtins
from types import FunctionType
from typing import Any

from course.cells.help.spot import NONE, UNKNOWN, Failure, Row

CONTAINERS = ("numpy.ndarray", "list", "tuple", "dict", "str")
NUMBERS = ("int", "float", "complex", "numpy.float64", "numpy.int64")
DISPLAYS = (ast.Tuple, ast.List, ast.Dict, ast.Set, ast.JoinedStr)


def not_callable(failure: Failure) -> str | None:
    """Explain parentheses after something that isn't a function."""
    kind, call = failure.match["kind"], failure.called()
    function = call.func if call else None
    if kind == "NoneType":
        return NONE
    if kind == "module":
        return "That name is a whole module. Call a function in it, as in `np.array(...)`."
    if isinstance(function, ast.Attribute):
        return attribute_called(failure, function)
    if isinstance(function, DISPLAYS) or (isinstance(function, ast.Constant) and kind == "str"):
        return "A comma is missing before the parentheses."
    if isinstance(function, ast.Name) and callable(getattr(builtins, function.id, None)):
        return (
            f"Python's own `{function.id}` is hidden, because this code uses its name for a value. "
            f"Rename that value. If this has run before, `del {function.id}` brings Python's back."
        )
    if kind in CONTAINERS:
        return "Take an element with square brackets: `x[0]`, not `x(0)`."
    if kind in NUMBERS:
        return "There are parentheses right after a number. Is a `*` missing between them?"
    if isinstance(failure.names.get(kind), type):
        return f"A `{kind}` object can't be called. Call one of its methods instead."
    return None


def attribute_called(failure: Failure, function: ast.Attribute) -> str:
    """Explain `x.shape()`, or a method that a value of the same name hides."""
    name = function.attr
    owner = failure.value(function.value)
    if owner is not UNKNOWN and callable(getattr(type(owner), name, None)):
        return f"The method `{name}` is hidden by a value with the same name. Rename the value."
    return f"`.{name}` is a value, not a function. Write it without the parentheses."


def missing_arguments(failure: Failure) -> str:
    """Explain a call that leaves something out, or a method called without an object."""
    call = failure.called()
    if call and isinstance(call.func, ast.Attribute):
        owner = failure.value(call.func.value)
        if isinstance(owner, type) and isinstance(vars(owner).get(call.func.attr), FunctionType):
            name = owner.__name__
            return (
                f"`{name}` is the class itself. Make an object with `{name}()`, and call the "
                "method on that."
            )
    return f"The call leaves out {failure.match['names']}."


def too_many_arguments(failure: Failure) -> str:
    """Explain a call with too many arguments, of which a method's object is one."""
    n, m = failure.match["n"], failure.match["m"]
    told = f"The function takes {n}, but the call gives {m}"
    kind, _, name = (failure.match["function"] or "").rpartition("<locals>.")[2].rpartition(".")
    if not kind:
        return f"{told}."
    code: Any = getattr(getattr(failure.names.get(kind), name, None), "__code__", None)
    if code is not None and code.co_varnames[: code.co_argcount][:1] != ("self",):
        return f"{told}. The object before the dot comes first, so the method needs a `self`."
    return f"{told}. The object before the dot counts, too, as `self`."


def unknown_argument(failure: Failure) -> str | None:
    """Name the argument, unless Python itself has a suggestion."""
    if "Did you mean" in str(failure.error):
        return None
    return f"The function has no parameter called `{failure.match['name']}`."


def no_integer(failure: Failure) -> str | None:
    """Explain what was given where only a whole number will do."""
    kind, call = failure.match["kind"], failure.called()
    text = ast.unparse(call.func) if call else ""
    if kind == "float":
        return "This has to be a whole number. Divide with `//`, or use `int(...)`."
    if kind == "str":
        return "This has to be a whole number, but it's text. `int(...)` turns it into a number."
    if kind == "NoneType":
        return NONE
    if text == "range":
        return (
            "`range` takes a number. `range(len(x))` counts positions, and `for a in x` goes "
            "through the elements."
        )
    if kind == "tuple" and text.endswith(("random.rand", "random.randn")):
        return f"The sizes are separate arguments here: `{text}(2, 3)`."
    return None


ROWS: list[Row] = [
    (TypeError, r"'(?P<kind>[\w.]+)' object is not callable", not_callable),
    (
        TypeError,
        r"missing \d+ required (?:positional|keyword-only) arguments?: (?P<names>.+)",
        missing_arguments,
    ),
    (
        TypeError,
        r"(?:(?P<function>[\w.<>]+)\(\) )?takes (?P<n>.+?) positional arguments? but (?P<m>\d+)",
        too_many_arguments,
    ),
    (TypeError, r"unexpected keyword argument '(?P<name>\w+)'", unknown_argument),
    (
        TypeError,
        r"'(?P<kind>[\w.]+)' object cannot be interpreted as an integer",
        no_integer,
    ),
]
