"""Where NumPy in the browser differs from NumPy elsewhere: large whole numbers, singular matrices.

Whole numbers have 32 bits there unless told otherwise, and no flag of a processor says that a
result was too large, or that a matrix is singular. So sums, products and the arithmetic of a cell's
own lines are computed in decimals too, and a result that is not the same is told.
"""

import ast
import contextlib
import functools
import operator
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy._core import _methods, fromnumeric
from numpy.linalg import LinAlgError, _linalg

CHECKED = "__checked__"  # the name under which a cell finds what computes for it
NOTED = "notes_overflows"
SIZE = 1_000_000  # numbers that are computed twice
OPERATIONS: dict[type, tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Pow: ("**", operator.pow),
    ast.MatMult: ("@", operator.matmul),
}
BY_SIGN = dict(OPERATIONS.values())
NOTE = (
    "Line {line}: a whole number went past {end:,}, the largest that fits into {bits} bits, so "
    "the result is wrong. {why}Use decimals, as in 1.0, or dtype=np.int64.\n"
)
WHY = "In the browser, NumPy's whole numbers have 32 bits unless you ask for more. "


class Watch:
    """What has overflowed since it was last looked at.

    bits: of NumPy's whole numbers by default. everywhere: whether programs that are checked are
    watched in their functions too, which takes time.
    """

    def __init__(self) -> None:
        self.bits = np.dtype(int).itemsize * 8
        self.everywhere = False
        self.note = ""

    @contextlib.contextmanager
    def as_in_the_page(self) -> Iterator[None]:
        """Count as overflow what would be one in the browser."""
        before = self.bits, self.everywhere
        self.bits, self.everywhere = 32, True
        try:
            yield
        finally:
            self.bits, self.everywhere = before

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Note nothing of what runs meanwhile: programs that aren't the learner's."""
        note = self.note
        try:
            yield
        finally:
            self.note = note

    def take(self) -> str:
        """Return the note on what has overflowed, and forget it."""
        note, self.note = self.note, ""
        return note

    def compare(self, result: Any, exact: Callable[[], Any], dtype: Any = None) -> None:
        """Note that a whole result is not what decimals give; dtype: what the program asked for."""
        if self.note or not is_whole(result) or np.size(result) > SIZE:
            return
        line = learners_line()
        if not line:  # ours, which knows what it does
            return
        bits = result.dtype.itemsize * 8
        if result.dtype == int and dtype is None:
            bits = self.bits
        signed = result.dtype.kind == "i"
        end = 2 ** (bits - signed) - 1
        with np.errstate(all="ignore"):
            told = np.asarray(exact(), float)
        if np.any(told > end) or np.any(told < (-end - 1 if signed else 0)):
            why = WHY if result.dtype == int and bits == 32 else ""
            self.note = NOTE.format(line=line, bits=bits, end=end, why=why)


WATCH = Watch()


def is_whole(result: Any) -> bool:
    """Return whether it is NumPy's and made of whole numbers."""
    return isinstance(result, np.ndarray | np.integer) and result.dtype.kind in "iu"


def learners_line() -> int | None:
    """Return the line of the learner's code that computes now, if one does."""
    frame = sys._getframe(1)
    while frame and not frame.f_code.co_filename.startswith("<cell "):
        frame = frame.f_back  # type: ignore[assignment]
    return frame.f_lineno if frame else None


def decimals(value: Any) -> Any:
    """Return the value in decimals, for computing again."""
    return np.asarray(value, float)


def checked(sign: str, left: Any, right: Any) -> Any:
    """Compute `left sign right` as Python does, and note an overflow."""
    compute = BY_SIGN[sign]
    if isinstance(left, np.integer) or isinstance(right, np.integer):
        with np.errstate(over="ignore"):  # what it would say comes below the cell
            result = compute(left, right)
    else:
        result = compute(left, right)
    if is_whole(result):
        WATCH.compare(result, lambda: compute(decimals(left), decimals(right)))
    return result


class Watched(ast.NodeTransformer):
    """Lets `checked` compute what a program's own lines do, once each.

    What is repeated stays as it is, for speed: loops, and functions unless `everywhere`.
    """

    def __init__(self, everywhere: bool = False) -> None:
        self._everywhere = everywhere

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Put a call of `checked` in place of an operator that can overflow."""
        self.generic_visit(node)
        if type(node.op) not in OPERATIONS:
            return node
        sign = ast.Constant(OPERATIONS[type(node.op)][0])
        call = ast.Call(ast.Name(CHECKED, ast.Load()), [sign, node.left, node.right], [])
        return ast.fix_missing_locations(ast.copy_location(call, node))

    def _repeated(self, node: Any) -> Any:
        return self.generic_visit(node) if self._everywhere else node

    visit_For = visit_While = visit_FunctionDef = visit_AsyncFunctionDef = _repeated  # noqa: N815
    visit_Lambda = visit_ListComp = visit_SetComp = visit_DictComp = _repeated  # noqa: N815
    visit_GeneratorExp = visit_AsyncFor = visit_ClassDef = _repeated  # noqa: N815


def install() -> None:
    """Let NumPy's sums and products note an overflow, and its solvers refuse singular matrices."""
    if hasattr(np.dot, NOTED):
        return
    _methods.umr_sum = noting_axis(_methods.umr_sum)
    _methods.umr_prod = noting_axis(_methods.umr_prod)
    reduction = "_wrapreduction"  # which NumPy's stubs don't know
    setattr(fromnumeric, reduction, noting_reduction(getattr(fromnumeric, reduction)))
    np.cumsum, np.cumprod = noting_axis(np.cumsum), noting_axis(np.cumprod)
    np.dot = noting_dot(np.dot)
    for name in ("inv", "solve", "cholesky"):
        sound = refusing(getattr(np.linalg, name))
        setattr(np.linalg, name, sound)
        setattr(_linalg, name, sound)


def noting_axis(compute: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that works along an axis, such as a sum, and notes an overflow."""

    def noted(
        a: Any, axis: Any = None, dtype: Any = None, out: Any = None, *rest: Any, **more: Any
    ) -> Any:
        result = compute(a, axis, dtype, out, *rest, **more)
        if is_whole(result):

            def again() -> Any:
                return compute(decimals(a), axis, None, None, *rest, **more)

            WATCH.compare(result, again, dtype)
        return result

    return functools.update_wrapper(noted, compute)


def noting_dot(dot: Callable[..., Any]) -> Callable[..., Any]:
    """Return np.dot that notes an overflow."""

    def noted(a: Any, b: Any, out: Any = None) -> Any:
        result = dot(a, b, out)
        if is_whole(result):
            WATCH.compare(result, lambda: dot(decimals(a), decimals(b)))
        return result

    setattr(noted, NOTED, True)
    return functools.update_wrapper(noted, dot)


def noting_reduction(reduce: Callable[..., Any]) -> Callable[..., Any]:
    """Return NumPy's own way to `np.sum` and `np.prod`, noting an overflow."""

    def noted(
        obj: Any, ufunc: Any, method: str, axis: Any, dtype: Any, out: Any, **more: Any
    ) -> Any:
        result = reduce(obj, ufunc, method, axis, dtype, out, **more)
        if method in ("sum", "prod") and is_whole(result):

            def again() -> Any:
                return reduce(decimals(obj), ufunc, method, axis, None, None, **more)

            WATCH.compare(result, again, dtype)
        return result

    return noted


def refusing(solve: Callable[..., Any]) -> Callable[..., Any]:
    """Return a solver that raises LinAlgError where its matrix has no answer, as elsewhere."""

    def sound(a: Any, *more: Any, **options: Any) -> Any:
        result = solve(a, *more, **options)
        if np.isnan(result).any() and all(np.isfinite(np.asarray(b)).all() for b in (a, *more[:1])):
            raise LinAlgError(WRONG.get(solve.__name__, "Singular matrix"))
        return result

    return functools.update_wrapper(sound, solve)


WRONG = {"cholesky": "Matrix is not positive definite"}
