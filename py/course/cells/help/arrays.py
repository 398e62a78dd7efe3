"""Help with arrays: their shapes, their indices, and one answer or number where they give many."""

import ast
import math
from typing import Any

import numpy as np

from course.cells.help.spot import UNKNOWN, Failure, Row

ONE = "needs a single answer, but an array gives one for each element"
ANY = "`.any()` or `.all()` turns them into one."
PAIRS: dict[Any, str] = {max: "np.maximum", min: "np.minimum"}
WHOLE: dict[Any, str] = {any: "np.any", all: "np.all", max: "np.max", min: "np.min"}
COMPARE = ("sorted", "sort", "index", "remove", "count")
Shape = tuple[int, ...]


def truth(failure: Failure) -> str | None:
    """Explain an array where True or False is wanted, by what wanted it."""
    node, parent = failure.spot
    if isinstance(node, ast.Call):
        return truth_in_call(failure, node)
    for one in (node, parent):
        if isinstance(one, ast.BoolOp):
            word, sign = ("and", "&") if isinstance(one.op, ast.And) else ("or", "|")
            return f"`{word}` {ONE}. For each element, use `{sign}`: `(a) {sign} (b)`."
        if isinstance(one, ast.UnaryOp) and isinstance(one.op, ast.Not):
            return f"`not` {ONE}. `~` reverses each of them, and {ANY}"
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        return f"`in` has to compare whole arrays, but `==` gives an answer per element. {EQUAL}"
    if isinstance(node, ast.Compare) and len(node.ops) > 1:
        return f"A chain such as `a < x < b` {ONE}. Join two parts by `&`: `(a < x) & (x < b)`."
    if isinstance(parent, ast.IfExp):
        return f"`if` {ONE}. {WHERE}"
    if isinstance(parent, ast.If):
        return f"`if` {ONE}. {WHERE} To ask about all of them at once, {ANY}"
    test = TESTS.get(type(parent))
    return test and f"`{test}` {ONE}: {ANY}"


TESTS: dict[type, str] = {
    ast.While: "while",
    ast.Assert: "assert",
    ast.comprehension: "if",
}
WHERE = "`np.where(condition, a, b)` chooses for each element."
EQUAL = "`np.array_equal(a, b)` compares two arrays as a whole."


def truth_in_call(failure: Failure, call: ast.Call) -> str | None:
    """Explain a function that compares arrays, or asks whether they are true."""
    function: Any = failure.value(call.func)
    name = getattr(function, "__name__", getattr(call.func, "attr", ""))
    if function is bool:
        return f"`bool` {ONE}: {ANY}"
    pairs, what = (WHOLE, "looks at all elements")
    if len(call.args) > 1:
        pairs, what = (PAIRS, "works element by element")
    for own, theirs in pairs.items():
        if function is own:
            return f"Python's `{name}` can't do this with arrays, but `{theirs}` {what}."
    if name not in COMPARE:
        return None
    return f"This has to compare arrays, but a comparison gives an answer per element. {EQUAL}"


def one_number(failure: Failure) -> str:
    """Explain an array given to what takes one number."""
    call = failure.called()
    function = failure.value(call.func) if call else UNKNOWN
    name = getattr(function, "__name__", "")
    if getattr(math, name, None) is function and hasattr(np, name):
        return f"`math.{name}` takes one number. For every element of an array, use `np.{name}`."
    return "This takes one number, but the array has several. Take one element, such as `x[0]`."


def formatted(failure: Failure) -> str | None:
    """Explain a format such as :.2f of something that is not a number."""
    kind = failure.match["kind"]
    if kind == "numpy.ndarray":
        return "A format is for one number. Format `x[0]`, or round them all: `np.round(x, 2)`."
    if kind in ("list", "tuple", "dict", "NoneType"):
        return f"A format is for one number or text, but this is {A[kind]}."
    return None


A = {"list": "a list", "tuple": "a tuple", "dict": "a dictionary", "NoneType": "None"}


def shape_in_pieces(failure: Failure) -> str | None:
    """Explain np.zeros(2, 3)."""
    call = failure.called()
    text = ast.unparse(call.func) if call else ""
    if call is None or text.rpartition(".")[2] not in ("zeros", "ones", "empty"):
        return None
    sizes = ", ".join(ast.unparse(size) for size in call.args)
    return f"The shape is a single argument, in its own parentheses: `{text}(({sizes}))`."


def matmul_shapes(failure: Failure) -> str:
    """Explain a failed matrix product with both shapes, which NumPy's message does not have."""
    sides = operands(failure)
    if sides is None:
        return (
            "In a matrix product, the last size of the first array must equal the first size of "
            "the second."
        )
    (left, a), (right, b) = sides
    told = f"`{left}` has shape {a} and `{right}` has shape {b}, but "
    return told + product(left, a, right, b)


def product(left: str, a: Shape, right: str, b: Shape) -> str:
    """Say which sizes would have to be equal, and what each transposing that helps would give."""
    last, first = a[-1], b[-2:][0]
    where = "first" if len(b) <= 2 else "second to last"
    told = f"the last size of the first, {last}, must equal the {where} of the second, {first}."
    ways = []
    if len(b) == 2 and b[1] == last:
        ways.append((f"`{left} @ {transposed(right)}`", (*a[:-1], b[0])))
    if len(a) == 2 and a[0] == first:
        ways.append((f"`{transposed(left)} @ {right}`", (*b[:-2], a[1], *b[-2:][1:])))
    fits = [f"{way} fits and has shape {shape}" for way, shape in ways]
    which = " Which shape do you need?" if len(ways) > 1 else ""
    return f"{told} {', '.join(fits)}.{which}" if ways else told


def transposed(text: str) -> str:
    """Return the code of a matrix's transpose."""
    if text.endswith(".T"):
        return text.removesuffix(".T")
    return f"{text}.T" if text.replace(".", "").isidentifier() else f"({text}).T"


def dot_shapes(failure: Failure) -> str:
    """Explain a failed dot product, whose message has the shapes."""
    a, b = (tuple(map(int, failure.match[n].strip("(),").split(","))) for n in ("a", "b"))
    told = product("first", a, "second", b)
    return f"One has shape {failure.match['a']}, the other {failure.match['b']}, but {told}"


def operands(failure: Failure) -> list[tuple[str, Any]] | None:
    """Return both sides of a product as (text, shape), if they can be evaluated again."""
    node = failure.spot.node
    if isinstance(node, ast.BinOp):
        sides = [node.left, node.right]
    elif isinstance(node, ast.Call) and len(node.args) == 2:
        sides = node.args
    else:
        return None
    shapes = [getattr(failure.value(side), "shape", None) for side in sides]
    if not all(shapes):
        return None
    return [(ast.unparse(side), shape) for side, shape in zip(sides, shapes, strict=True)]


def array_index(failure: Failure) -> str:
    """Explain an index that isn't a position in an array."""
    node = failure.spot.node
    index = failure.value(node.slice) if isinstance(node, ast.Subscript) else UNKNOWN
    if isinstance(index, str):
        return "The elements of an array have positions, not names."
    if isinstance(index, float):
        return "Positions are whole numbers: use `//` or `int(...)` to get one."
    return "Positions are whole numbers."


ROWS: list[Row] = [
    (
        ValueError,
        "matmul: .* does not have enough dimensions",
        "`@` multiplies matrices and vectors, but one side is a single number. Use `*`.",
    ),
    (ValueError, r"matmul: Input operand|mismatch in its core dimension", matmul_shapes),
    (ValueError, r"shapes (?P<a>\(.+?\)) and (?P<b>\(.+?\)) not aligned", dot_shapes),
    (
        ValueError,
        r"broadcast together with shapes (?P<a>\(.*?\)) (?P<b>\(.*?\))",
        "The shapes {a} and {b} don't fit element by element: read from the right, their sizes "
        "must be equal or 1.",
    ),
    (
        ValueError,
        r"non-broadcastable output operand with shape (?P<a>\(.*?\))",
        "`+=` keeps the shape {a}, but the result has a different one. Write `x = x + y`.",
    ),
    (
        ValueError,
        r"could not broadcast input array from shape (?P<a>\(.*?\)) into shape (?P<b>\(.*?\))",
        "The part you assign to has shape {b}, but the value has shape {a}.",
    ),
    (
        ValueError,
        r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
        "The sizes in {shape} must multiply to {size}, the count of numbers in the array. One of "
        "them may be -1.",
    ),
    (
        ValueError,
        "inhomogeneous shape",
        "The rows of an array must all have the same length.",
    ),
    (
        ValueError,
        "setting an array element with a sequence",
        "Each element of an array is one number, but here one would get several.",
    ),
    (
        ValueError,  # NumPy's AxisError is a ValueError and an IndexError
        r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<n>\d+)",
        "Axes are counted from 0, and this array's number of axes is {n}, so there's no axis "
        "{axis}.",
    ),
    (
        IndexError,
        r"index (?P<i>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
        "Axis {axis} has size {size} and counting starts at 0, so {i} is out of range.",
    ),
    (
        IndexError,
        r"array is (?P<n>\d+)-dimensional, but (?P<m>\d+) were indexed",
        "The brackets have {m} indices, but the array's number of axes is {n}. Look at its "
        "`.shape`.",
    ),
    (IndexError, "only integers", array_index),
    (
        IndexError,
        "arrays used as indices must be of integer",
        "Positions are whole numbers. `.astype(int)` converts them.",
    ),
    (ValueError, "truth value of an array", truth),
    (TypeError, "can be converted to Python scalars|to a scalar index", one_number),
    (
        TypeError,
        r"unsupported format string passed to (?P<kind>[\w.]+)\.__format__",
        formatted,
    ),
    (
        TypeError,
        r"Cannot interpret '(?P<size>\d+)' as a data type",
        shape_in_pieces,
    ),
    (
        ValueError,
        "array is too big|Maximum allowed dimension",
        "The array would be too large. Look at the sizes in its shape: they multiply.",
    ),
    (ValueError, "read-only", "This array can't be changed. Work on a copy, `x.copy()`."),
    (
        TypeError,
        "Cannot cast ufunc",
        "The array takes whole numbers only. Make it with decimals: `np.array([1.0, 2.0])`.",
    ),
]
