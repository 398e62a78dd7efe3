"""Where in the learner's code an error was raised: the piece of code, and what its names mean.

A sentence of help may say only what is true, so it looks at the code that failed before it speaks.
"""

import ast
import difflib
import linecache
import re
import traceback
import warnings
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any, NamedTuple

UNKNOWN: Any = object()  # the value of what cannot be evaluated twice
CLOSE = 0.8  # of difflib's ratio: one slip in five letters

HOW_NONE = (
    "A function without `return` gives None, and so does a method that changes its object in "
    "place, such as `append` or `sort`."
)
NONE = f"The value is None. {HOW_NONE}"


class Spot(NamedTuple):
    """A node of the learner's syntax tree, and the node that it is a part of."""

    node: ast.AST | None = None
    parent: ast.AST | None = None


class Failure(NamedTuple):
    """What a sentence may look at: the error, the match of its row, and where it happened."""

    error: BaseException
    match: re.Match[str]
    places: list[TracebackType]  # where in the learner's code it passed, the outermost first
    names: Mapping[str, Any]  # the lesson's variables
    spot: Spot

    @property
    def place(self) -> TracebackType | None:
        """The learner's innermost line."""
        return self.places[-1] if self.places else None

    def value(self, node: ast.AST | None) -> Any:
        """Return what a piece of the failed code stands for, or UNKNOWN."""
        if self.place is None or node is None or not is_plain(node):
            return UNKNOWN
        frame = self.place.tb_frame
        try:
            return eval(ast.unparse(node), frame.f_globals, frame.f_locals)
        except Exception:
            return UNKNOWN

    def called(self) -> ast.Call | None:
        """Return the call that failed, if it is one."""
        return self.spot.node if isinstance(self.spot.node, ast.Call) else None


Sentence = str | Callable[[Failure], str | None]
Row = tuple[type[BaseException], str, Sentence]


def spot_of(place: TracebackType | None) -> Spot:
    """Return the innermost node that spans just what was being executed."""
    if place is None:
        return Spot()
    code = place.tb_frame.f_code
    where = list(code.co_positions())[place.tb_lasti // 2]
    found = Spot()
    for parent in ast.walk(tree_of(code.co_filename)):
        for node in ast.iter_child_nodes(parent):
            if span(node) == where:
                found = Spot(node, parent)
    return found


def tree_of(filename: str) -> ast.AST:
    """Return the syntax tree of the code that was run under this name."""
    try:
        with warnings.catch_warnings(action="ignore"):  # running it has warned already
            return ast.parse("".join(linecache.getlines(filename)))
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def span(node: Any) -> tuple[int | None, ...]:
    """Return a node's place as `co_positions` has it."""
    ends = ("lineno", "end_lineno", "col_offset", "end_col_offset")
    return tuple(getattr(node, name, None) for name in ends)


def is_plain(node: ast.AST) -> bool:
    """Return whether evaluating the node again changes nothing: no call, no assignment in it."""
    plain = (ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.Tuple, ast.Constant)
    rest = (ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context)
    return all(isinstance(part, plain + rest) for part in ast.walk(node))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like this one, if one is like it at all."""
    public = [k for k in known if not k.startswith("_")]
    found = difflib.get_close_matches(name, public, n=1, cutoff=CLOSE)
    return found[0] if found else None


def pythons_own(error: BaseException) -> str | None:
    """Return the name that Python itself suggests, as newer versions do below a traceback."""
    told = traceback.TracebackException(
        type(error), error, error.__traceback__, lookup_lines=False, compact=True
    )
    found = re.search(r"Did you mean:? '([^']+)'", list(told.format_exception_only())[-1])
    return found[1] if found else None
