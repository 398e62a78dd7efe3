"""Small changes to a program, one at a time, as a learner who is nearly right would have to make.

Each changes what the program does in one place, and comes with what to tell if it's the right one.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from course.exercises.mending.moves import ONE, moves

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.MatMult)
COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
ALIKE = (
    {"min", "max", "minimum", "maximum", "argmin", "argmax", "sum", "mean"},
    {"any", "all"},
    {"floor", "ceil", "round"},
)
REDUCING = {"sum", "mean", "max", "min", "argmax", "argmin", "any", "all"}
MOST = 600  # changes to one program
Put: TypeAlias = Callable[[Any], None]


@dataclass(frozen=True)
class Change:
    """A changed program; it's put back when the next change comes.

    statement: the one of the top level that is changed; said: what to tell the learner; removes:
    whether the change takes something out.
    """

    tree: ast.Module
    statement: ast.stmt
    said: str
    removes: bool


def changes(code: str, given: str = "") -> Iterator[Change]:
    """Yield the program with one change each, the likelier ones first.

    given: a program whose functions are not to be changed: those that are still as they came.
    """
    tree = ast.parse(code)
    as_given = {ast.dump(node) for node in ast.parse(given).body}
    own = [node for node in tree.body if ast.dump(node) not in as_given]
    ways: list[Any] = [(top, *way) for top in own for way in (*moves(top), *replacements(top))]
    for top, put, new, old, said in ways[:MOST]:
        for part in trees(new):
            ast.fix_missing_locations(part)
        put(new)
        yield Change(tree, top, said, removes=size(new) < size(old))
        put(old)


def trees(part: ast.AST | Sequence[ast.AST]) -> Sequence[ast.AST]:
    """Return one tree or several as a list."""
    return [part] if isinstance(part, ast.AST) else part


def size(part: ast.AST | Sequence[ast.AST]) -> int:
    """Return how many parts a tree has, or several trees."""
    return sum(1 for tree in trees(part) for _ in ast.walk(tree))


def replacements(top: ast.stmt) -> Iterator[tuple[Put, ast.AST, ast.AST, str]]:
    """Yield every other expression for each expression of a statement; names come last."""
    nodes = list(ast.walk(top))
    names = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    names |= {n.arg for n in nodes if isinstance(n, ast.arg)}
    spots = [(parent, node, put) for parent in nodes for node, put in places(parent)]
    for others in (other_expressions, partial(other_names, names=names)):
        for parent, node, put in spots:
            said = f"{ONE} look at `{around(node, parent)}`"
            for new in others(node, parent):
                yield put, new, node, f"{said} in line {node.lineno}."


def places(parent: ast.AST) -> Iterator[tuple[ast.expr, Put]]:
    """Yield each expression right below a node whose value is used, with what replaces it."""
    for name, value in ast.iter_fields(parent):
        if isinstance(value, ast.expr) and not is_target(value):
            yield value, partial(setattr, parent, name)
        elif isinstance(value, list):
            for i, part in enumerate(value):
                if isinstance(part, ast.expr) and not is_target(part):
                    yield part, partial(value.__setitem__, i)


def is_target(node: ast.expr) -> bool:
    """Return whether an expression is assigned to."""
    return not isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


def around(node: ast.expr, parent: ast.AST) -> str:
    """Return what to look at: an expression, or for a single name or number what is around it."""
    small = isinstance(node, ast.Name | ast.Constant) and isinstance(parent, ast.expr)
    return ast.unparse(parent if small else node)


def other_expressions(node: ast.expr, parent: ast.AST) -> Iterator[ast.expr]:
    """Yield what could stand in place of an expression, but for other names."""
    yield from OTHERS.get(type(node), nothing)(node)
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.MatMult):
        yield ast.Attribute(node, "T", ast.Load())
    if isinstance(parent, ast.For | ast.comprehension) and node is parent.iter:
        yield ast.Subscript(node, ast.Slice(None, ast.Constant(-1)), ast.Load())
        yield ast.Subscript(node, ast.Slice(ast.Constant(1)), ast.Load())
    if isinstance(parent, ast.AugAssign):
        yield called("abs", node)


def other_names(node: ast.expr, parent: ast.AST, names: set[str]) -> Iterator[ast.expr]:
    """Yield other variables in place of a variable, or of a 0 or 1.

    A method like `append` never gets its own object: a list that holds itself has no end.
    """
    used = names.difference(n.id for n in ast.walk(parent) if isinstance(n, ast.Name))
    variable = isinstance(node, ast.Name) and node.id in names
    if variable or (isinstance(node, ast.Constant) and str(node.value) in "01"):
        yield from (ast.Name(name, ast.Load()) for name in sorted(used))


def nothing(node: Any) -> Iterator[ast.expr]:
    """Yield nothing."""
    yield from ()


def of_operation(node: ast.BinOp) -> Iterator[ast.expr]:
    """Yield other operators, each operand alone, both exchanged, and other parentheses."""
    left, op, right = node.left, node.op, node.right
    yield from (ast.BinOp(left, new(), right) for new in ARITHMETIC if not isinstance(op, new))
    yield from (left, right, ast.BinOp(right, op, left))
    if isinstance(left, ast.BinOp):
        yield ast.BinOp(left.left, left.op, ast.BinOp(left.right, op, right))


def of_comparison(node: ast.Compare) -> Iterator[ast.expr]:
    """Yield other comparisons."""
    for new in COMPARISONS if len(node.ops) == 1 else ():
        if not isinstance(node.ops[0], new):
            yield ast.Compare(node.left, [new()], node.comparators)


def of_sign(node: ast.UnaryOp) -> Iterator[ast.expr]:
    """Yield what is below a minus or a `not`."""
    yield node.operand


def of_constant(node: ast.Constant) -> Iterator[ast.expr]:
    """Yield a number that is one off, or has the other sign; of 0 infinity; the other bool."""
    if type(node.value) is bool:
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        others = dict.fromkeys((node.value + 1, node.value - 1, -node.value))
        yield from (ast.Constant(other) for other in others if other != node.value)
        yield called("float", ast.Constant("inf"))


def of_attribute(node: ast.Attribute) -> Iterator[ast.expr]:
    """Yield functions of other names, and an array that isn't transposed."""
    others = {name for alike in ALIKE if node.attr in alike for name in alike} - {node.attr}
    yield from (ast.Attribute(node.value, name, ast.Load()) for name in sorted(others))
    if node.attr == "T":
        yield node.value


def of_call(node: ast.Call) -> Iterator[ast.expr]:
    """Yield what is called on alone, and the call with other arguments by name."""
    func, words = node.func, node.keywords
    if len(node.args) == 1 and not words:
        yield node.args[0]
    for i in range(len(words)):
        yield ast.Call(func, node.args, [*words[:i], *words[i + 1 :]])
    if isinstance(func, ast.Attribute):
        yield func.value
        for axis in range(2) if func.attr in REDUCING else ():
            word = ast.keyword("axis", ast.Constant(axis))
            yield ast.Call(func, node.args, [word])
            yield ast.Call(func, node.args, [word, ast.keyword("keepdims", ast.Constant(True))])
    elif isinstance(func, ast.Name) and func.id == "range":
        yield ast.Call(func, [ast.Constant(1), *node.args], [])


def called(name: str, argument: ast.expr) -> ast.Call:
    """Return a call of a builtin."""
    return ast.Call(ast.Name(name, ast.Load()), [argument], [])


OTHERS: dict[type[ast.expr], Callable[[Any], Iterator[ast.expr]]] = {
    ast.BinOp: of_operation,
    ast.Compare: of_comparison,
    ast.UnaryOp: of_sign,
    ast.Constant: of_constant,
    ast.Attribute: of_attribute,
    ast.Call: of_call,
}
