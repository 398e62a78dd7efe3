"""Small changes to the statements of a program: moved, left out, or adding up what they replace."""

import ast
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias

Block: TypeAlias = list[ast.stmt]
Moved: TypeAlias = tuple[Block, str]  # the new block, and what to tell
ONE = "One change makes your code right on every input we tried:"
LOOPS = ast.For | ast.While


def moves(top: ast.stmt) -> Iterator[tuple[Callable[[Any], None], Block, Block, str]]:
    """Yield what replaces a block below a statement, the new block and the old one."""
    for node in ast.walk(top):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                for new, said in moved(block):
                    yield partial(setattr, node, name), new, block, said


def moved(block: Block) -> Iterator[Moved]:
    """Yield a block with one change each."""
    for i, one in enumerate(block):
        before, after = block[:i], block[i + 1 :]
        if isinstance(one, LOOPS):
            yield from around_loop(before, one, after)
        elif isinstance(one, ast.If):
            yield from around_if(before, one, after)
        else:
            yield from without(before, one, after)
        if isinstance(one, ast.Assign | ast.AugAssign):
            yield from (([*before, new, *after], said) for new, said in adding(one))
        if after and not any(hasattr(part, "body") for part in (one, after[0])):
            lines = f"{line_of(one)} and {line_of(after[0])}"
            said = f"Lines {lines} are in the wrong order. Swap them."
            yield [*before, after[0], one, *after[1:]], said


def around_loop(before: Block, loop: ast.For | ast.While, after: Block) -> Iterator[Moved]:
    """Yield blocks with a statement moved into the loop or out of it."""
    for k in range(1, len(loop.body)):
        last, line = loop.body[k:], line_of(loop.body[k])
        said = (
            f"The `return` in line {line} is inside the loop, so the loop ends in its first round. "
            if isinstance(last[0], ast.Return)
            else f"Line {line} is inside the loop, so it runs in every round. "
        )
        new = [*before, with_body(loop, loop.body[:k]), *last, *after]
        yield new, f"{said}Move it after the loop."
        first, line = loop.body[:k], line_of(loop.body[0])
        new = [*before, *first, with_body(loop, loop.body[k:]), *after]
        yield new, f"Line {line} starts afresh in every round. Move it before the loop."
    for k in range(len(before)):
        line = line_of(before[k])
        rest = [*before[:k], *before[k + 1 :]]
        new = [*rest, with_body(loop, [before[k], *loop.body]), *after]
        said = f"Line {line} comes before the loop, so it runs only once. "
        yield new, f"{said}Move it into the loop, to the start of each round."
    if after:
        line = line_of(after[0])
        new = [*before, with_body(loop, [*loop.body, after[0]]), *after[1:]]
        said = f"Line {line} comes after the loop, so it runs only once. "
        yield new, f"{said}Move it into the loop."


def around_if(before: Block, condition: ast.If, after: Block) -> Iterator[Moved]:
    """Yield blocks with a statement moved into an `if` or out of it."""
    body = condition.body
    if after:
        line = line_of(after[0])
        new = [*before, with_body(condition, [*body, after[0]]), *after[1:]]
        said = f"Line {line} runs whether the condition in line {line_of(condition)} is true or not"
        yield new, f"{said}. Move it into the `if`."
    if len(body) > 1:
        line = line_of(body[-1])
        new = [*before, with_body(condition, body[:-1]), body[-1], *after]
        said = f"Line {line} runs only where the condition in line {line_of(condition)} is true"
        yield new, f"{said}. Move it out of the `if`."


def without(before: Block, one: ast.stmt, after: Block) -> Iterator[Moved]:
    """Yield a block without a statement."""
    said = f"Line {line_of(one)} is one too many. Take it out."
    yield [*before, *after] or [ast.Pass()], said


def adding(one: ast.Assign | ast.AugAssign) -> Iterator[tuple[ast.stmt, str]]:
    """Yield an assignment that adds up instead of replacing, or the other way round."""
    line = line_of(one)
    if isinstance(one, ast.Assign):
        said = f"Line {line} replaces what was there before. Use `+=` instead of `=` to add to it."
        target, *others = one.targets
        if not others and isinstance(target, ast.Name | ast.Attribute | ast.Subscript):  # no tuple
            yield ast.AugAssign(target, ast.Add(), one.value), said
        return
    said = f"{ONE} look at the operator in line {line}, `{ast.unparse(one)}`."
    for op in (ast.Add, ast.Sub, ast.Mult):
        if not isinstance(one.op, op):
            yield ast.AugAssign(one.target, op(), one.value), said
    yield ast.Assign([one.target], one.value), said


def with_body(node: Any, body: Sequence[ast.stmt]) -> Any:
    """Return a loop or an `if` with other statements inside."""
    return type(node)(**{**dict(ast.iter_fields(node)), "body": list(body)})


def line_of(node: ast.stmt) -> int:
    """Return the line at which a statement starts."""
    return node.lineno
