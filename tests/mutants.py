"""Programs with one small change each, for checks that must refuse them."""

import ast
from collections.abc import Iterator
from typing import Any

OPERATORS: list[type[ast.operator]] = [ast.Add, ast.Sub, ast.Mult, ast.Div]
COMPARISONS: list[type[ast.cmpop]] = [ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq]
SWAPS = [("min", "max"), ("sum", "mean"), ("argmin", "argmax"), ("minimum", "maximum")]
SWAPS += [("zeros", "ones"), ("zeros_like", "ones_like"), ("exp", "log")]
OTHER = {a: b for pair in SWAPS for a, b in (pair, pair[::-1])}


def replacements(node: ast.AST, names: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield (attribute, new value) for each single change to one node."""
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield from (("op", new()) for new in OPERATORS if not isinstance(node.op, new))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield "op", ast.Mult()
    elif isinstance(node, ast.AugAssign) and type(node.op) in OPERATORS:
        yield from (("op", new()) for new in OPERATORS if not isinstance(node.op, new))
    elif isinstance(node, ast.Compare):
        yield from (("ops", [new()]) for new in COMPARISONS if not isinstance(node.ops[0], new))
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield "value", not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield from (("value", new) for new in (node.value + 1, node.value - 1, node.value * 2 + 3))
    elif isinstance(node, ast.Return):
        yield "value", ast.Constant(None)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        yield from (("id", new) for new in names if new != node.id)
    elif isinstance(node, ast.Attribute) and node.attr in OTHER:
        yield "attr", OTHER[node.attr]
    yield from without(node)


def without(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Yield changes that leave something out: a statement, a transpose, a minus, an argument."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.Attribute) and value.attr == "T":
            yield name, value.value
        elif isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
            yield name, value.operand
    body = getattr(node, "body", None)
    if isinstance(body, list) and not isinstance(node, ast.Module):
        for i, statement in enumerate(body):
            if not isinstance(statement, ast.Return) and not is_text(statement):
                yield "body", [*body[:i], ast.Pass(), *body[i + 1 :]]
    if isinstance(node, ast.Call) and node.keywords:
        for i in range(len(node.keywords)):
            yield "keywords", node.keywords[:i] + node.keywords[i + 1 :]


def is_text(statement: ast.stmt) -> bool:
    """Return whether a statement is a docstring."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def mutants(source: str) -> Iterator[str]:
    """Yield the program with one change each."""
    tree = ast.parse(source)
    names = sorted({node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)})
    for node in list(ast.walk(tree)):
        for attribute, value in list(replacements(node, names)):
            right = getattr(node, attribute)
            setattr(node, attribute, value)
            yield ast.unparse(ast.fix_missing_locations(tree))
            setattr(node, attribute, right)
