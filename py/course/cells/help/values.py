"""Help with operators, text, lists and dictionaries, and with what is left."""

import ast
from collections.abc import Iterable
from typing import Any

from course.cells.help.spot import HOW_NONE, NONE, UNKNOWN, Failure, Row, nearest

FUNCTIONS = ("function", "method", "builtin_function_or_method")
NUMBERS = ("int", "float", "complex", "bool", "float64", "int64", "numpy.float64", "numpy.int64")
WORDS = {str: "text", int: "a number", float: "a number"}
ARRAY = "turn lists into arrays with `np.array(...)`."


def wrong_operands(failure: Failure) -> str | None:
    """Explain an operator between two types that don't go together."""
    kinds = {failure.match["left"], failure.match["right"]}
    operator = failure.match["operator"]
    if "NoneType" in kinds:
        return f"One side is None. {HOW_NONE}"
    if kinds & set(FUNCTIONS):
        return uncalled(failure)
    if "list" in kinds:
        return f"Lists can't do arithmetic: {ARRAY}"
    if kinds == {"str"}:
        return f"`{operator}` doesn't work on text. `float(...)` turns text into a number."
    if "str" in kinds and kinds & set(NUMBERS):
        return f"Text and numbers don't mix with `{operator}`. Use `float(...)` or `str(...)`."
    return f"`{operator}` doesn't know what to do with these two types."


def uncalled(failure: Failure) -> str:
    """Explain a function where its result was meant."""
    node = failure.spot.node
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else []
    for side in sides:
        if type(failure.value(side)).__name__ in FUNCTIONS:
            text = ast.unparse(side)
            return f"`{text}` is the function itself. Call it: `{text}(...)`."
    return "One side is a function itself, not what it returns. Call it with parentheses."


def no_order(failure: Failure) -> str | None:
    """Explain a comparison between two types that have no order."""
    kinds = {failure.match["left"], failure.match["right"]}
    if "NoneType" in kinds:
        return f"One side is None. {HOW_NONE}"
    if "str" in kinds and kinds & set(NUMBERS):
        return "Text and numbers have no order. `float(...)` turns text into a number."
    if "list" in kinds and kinds & set(NUMBERS):
        return f"Only arrays are compared element by element: {ARRAY}"
    return None


def no_key(failure: Failure) -> str | None:
    """Explain a KeyError by what was asked, and of what."""
    node = failure.spot.node
    key: Any = failure.error.args[0] if failure.error.args else None
    if isinstance(node, ast.Subscript):
        return key_of(failure.value(node.value), key)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    owner, method = failure.value(node.func.value), node.func.attr
    if isinstance(owner, set) and method == "remove":
        return "The set has no such element. `discard` removes one only if it's there."
    if isinstance(owner, str) and method == "format":
        return f"The text has `{{{key}}}`, but `format(...)` gives no value for it."
    return key_of(owner, key) if isinstance(owner, dict) and node.args else None


def key_of(container: Any, key: Any) -> str | None:
    """Say which key a dictionary has instead, if one is close."""
    if container is UNKNOWN or not isinstance(container, dict):
        return NO_KEY if container is UNKNOWN else None
    for other in container:
        if str(other) == str(key) and {type(other), type(key)} <= WORDS.keys():
            words = WORDS[type(other)], WORDS[type(key)]
            return f"The key is `{other!r}`, {words[0]}, but `{key!r}` is {words[1]}."
    close = isinstance(key, str) and nearest(key, texts(container))
    return f"There's no key `{key!r}`. Did you mean `{close!r}`?" if close else NO_KEY


def texts(things: Iterable[Any]) -> list[str]:
    """Return those that are text."""
    return [thing for thing in things if isinstance(thing, str)]


NAMED = 30  # characters of an expression that a sentence can still name
NO_KEY = "The dictionary has no such key. Print its `.keys()`."


def out_of_range(failure: Failure) -> str:
    """Explain a position beyond the end, by how many elements there are."""
    node = failure.spot.node
    if failure.match["assigned"]:
        return "A list doesn't grow with `x[i] = ...`. `x.append(...)` adds an element."
    container = failure.value(node.value) if isinstance(node, ast.Subscript) else UNKNOWN
    if not isinstance(node, ast.Subscript) or not hasattr(container, "__len__"):
        return "Counting starts at 0, so the last element of `x` is `x[len(x) - 1]`, or `x[-1]`."
    count = len(container)
    if count == 0:
        return "It's empty here, so there's no element to take."
    elements = f"{count} element{'s' * (count > 1)}"
    name = ast.unparse(node.value)
    told = f"`{name}`" if len(name) < NAMED else "It"
    return f"{told} has {elements}, counted from 0, so the last one is at `[{count - 1}]`."


def unpacked(failure: Failure) -> str:
    """Explain more names than values, or fewer."""
    if in_a_loop(failure):
        return "Each element of the loop must have exactly as many parts as there are names."
    return "The right side of `=` needs as many values as the left has names. Print it to count."


def single_value(failure: Failure) -> str | None:
    """Explain several names for what cannot be taken apart."""
    kind = failure.match["kind"]
    if kind == "NoneType":
        return NONE
    if in_a_loop(failure):
        return (
            f"There are several names for each element, but an element is a single {kind}. "
            "`enumerate(x)` pairs each element with its position."
        )
    return f"There are several names to the left of `=`, but only one {kind} to the right."


def in_a_loop(failure: Failure) -> bool:
    """Return whether a loop gives its names their values."""
    return isinstance(failure.spot.parent, ast.For | ast.AsyncFor | ast.comprehension)


def list_index(failure: Failure) -> str | None:
    """Explain an index that isn't a position in a list or a tuple."""
    kind, index = failure.match["container"], failure.match["kind"]
    if index == "tuple" and kind == "list":
        return f"A list takes one index. To write `x[0, 1]`, {ARRAY}"
    if index == "float":
        return "A position has to be a whole number. Divide with `//`, or use `int(...)`."
    return f"Each element of a {kind} has a position: 0, 1, 2, and so on. Use that."


def assertion(failure: Failure) -> str | None:
    """Explain an `assert` of the learner's, but not what a library finds wrong."""
    its_own = failure.place is not None and failure.place.tb_next is None
    return "The condition of this `assert` is false." if its_own else None


ROWS: list[Row] = [
    (
        TypeError,
        r"can only concatenate str",
        'Only text can be joined to text. Write `str(x)`, or an f-string: `f"loss {{x}}"`.',
    ),
    (
        TypeError,
        r"can only concatenate list",
        "`+` joins a list to a list. To add to every element, use an array: `np.array(...)`.",
    ),
    (TypeError, r"argument must be str, not", "Only text works here. `str(x)` turns x into text."),
    (
        TypeError,
        r"unsupported operand type\(s\) for (?P<operator>.+?): "
        r"'(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
        wrong_operands,
    ),
    (
        TypeError,
        r"not supported between instances of '(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
        no_order,
    ),
    (
        TypeError,
        "can't multiply sequence by non-int",
        f"A list times a number repeats the list. To multiply the elements, {ARRAY}",
    ),
    (TypeError, r"'NoneType' object is not (?:subscriptable|iterable)", NONE),
    (
        TypeError,
        r"'(?:function|builtin_function_or_method|method)' object is not subscriptable",
        "Call a function with parentheses: `f(x)`, not `f[x]`.",
    ),
    (
        TypeError,
        r"(?P<container>list|tuple) indices must be integers or slices, not (?P<kind>[\w.]+)",
        list_index,
    ),
    (
        TypeError,
        r"string indices must be integers",
        "This is text, not a dictionary. A loop over a dictionary gives just its keys.",
    ),
    (TypeError, r"cannot unpack non-iterable (?P<kind>[\w.]+)", single_value),
    (ValueError, r"(?:too many|not enough) values to unpack", unpacked),
    (
        ValueError,
        "could not convert string to float",
        "Only text that looks like a number, such as '3.5', can become one.",
    ),
    (
        IndexError,
        r"^(?:list|tuple|string|range object) (?P<assigned>assignment )?index out of range",
        out_of_range,
    ),
    (KeyError, "", no_key),
    (
        ZeroDivisionError,
        "division|modulo|divmod|divide",
        "The divisor is 0 here. Print it before this line.",
    ),
    (
        RecursionError,
        "",
        "Calls are nested more deeply than Python allows, as when a function calls itself forever. "
        "Is there a case in which it returns without calling itself?",
    ),
    (
        MemoryError,
        "",
        "That's more than fits into memory. Look at the sizes. `del name` frees a variable.",
    ),
    (
        RuntimeError,
        "was never awaited",
        "Write `await` before the call. Without it, nothing runs.",
    ),
    (AssertionError, "", assertion),
]
