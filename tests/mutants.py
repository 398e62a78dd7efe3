"""Programs with one small change each, for checks that must refuse them."""

import ast

OPERATORS = [ast.Add, ast.Sub, ast.Mult, ast.Div]


COMPARISONS = [ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq]


def replacements(node, names):
    """Yield (attribute, new value) for each single change to one node."""
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield from (("op", new()) for new in OPERATORS if not isinstance(node.op, new))
    elif isinstance(node, ast.Compare):
        yield from (("ops", [new()]) for new in COMPARISONS if not isinstance(node.ops[0], new))
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield from (("value", new) for new in (node.value + 1, node.value - 1, node.value * 2 + 3))
    elif isinstance(node, ast.Return):
        yield "value", ast.Constant(None)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        yield from (("id", new) for new in names if new != node.id)


def mutants(source):
    """Yield the program with one change each."""
    tree = ast.parse(source)
    names = sorted({node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)})
    for node in list(ast.walk(tree)):
        for attribute, value in replacements(node, names):
            right = getattr(node, attribute)
            setattr(node, attribute, value)
            yield ast.unparse(tree)
            setattr(node, attribute, right)
