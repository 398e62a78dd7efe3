"""What a program's code shows by itself, where no mistake and no change explains its results."""

import ast

LOOPS = (ast.For, ast.While)


def clue(code: str, solution: str, name: str) -> str:
    """Return what a function does that no right one would, with a step to try; "" if nothing.

    code: a program that can be parsed; solution: a right one; name: the function's.
    """
    mine, right = function(code, name), function(solution, name)
    if mine is None or right is None:
        return ""
    line = returning_at_once(mine)
    if line and not returning_at_once(right):
        said = f"Line {line} returns in the loop's first round, so no other round runs."
        return f"{said} Move that `return` below the loop."
    known = {argument.arg for argument in right.args.args} & used(right)
    for argument in mine.args.args:
        if argument.arg in known - used(mine):
            said = f"Your function never uses `{argument.arg}`."
            return f"{said} Look for the step in which it belongs."
    return ""


def function(code: str, name: str) -> ast.FunctionDef | None:
    """Return the last definition of a function at the top of a program."""
    body = reversed(ast.parse(code).body)
    return next(
        (one for one in body if isinstance(one, ast.FunctionDef) and one.name == name), None
    )


def returning_at_once(top: ast.FunctionDef) -> int:
    """Return the line of a `return` that ends a loop in its first round, or 0."""
    loops = (loop for loop in ast.walk(top) if isinstance(loop, LOOPS) and not goes_on(loop))
    lines = (one.lineno for loop in loops for one in loop.body if isinstance(one, ast.Return))
    return next(lines, 0)


def goes_on(loop: ast.For | ast.While) -> bool:
    """Return whether a loop has a `continue`, which may leave out what comes after it."""
    return any(isinstance(node, ast.Continue) for node in ast.walk(loop))


def used(top: ast.FunctionDef) -> set[str]:
    """Return the names that a function reads."""
    names = (node for node in ast.walk(top) if isinstance(node, ast.Name))
    return {node.id for node in names if isinstance(node.ctx, ast.Load)}
