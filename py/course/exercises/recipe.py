"""Makes programs with two known mistakes at once, by merging what each changes in the solution."""

import ast
import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

SIMPLE = ast.Assign | ast.AugAssign | ast.Return
TOKEN = re.compile(r"^ +|\.{3}|'[^']*'|\d[\w.]*(?:(?<=e)-\d+)?|\w+|[-+*/@<>=!]+|\S")


@dataclass(frozen=True)
class Edit:
    """Tokens start .. end of the solution are replaced by others."""

    start: int
    end: int
    tokens: tuple[str, ...]


class Recipe:
    """The right program, token by token, and what known mistakes make of it."""

    def __init__(self, solution: str) -> None:
        self.names = {name_of(node) for node in ast.parse(solution).body} - {None}
        self.lines = self._lines(solution)
        self.tokens = tokens_of(self.lines)
        lengths = [len(tokens_of([line])) for line in self.lines]
        self.starts = list(accumulate(lengths, initial=0))  # of each line, its first token

    def _lines(self, code: str) -> list[str]:
        """Return a program's lines, all written alike, without docstrings and further forms."""
        body = ast.parse(code).body
        last = max(i for i, node in enumerate(body) if name_of(node) in self.names)
        module = ast.Module(body[: last + 1], [])
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
                node.body = node.body[1:] or [ast.Pass()]
            if isinstance(node, ast.FunctionDef):
                inline(node)
        return ast.unparse(module).splitlines()

    def edits(self, mistaken: str) -> list[Edit]:
        """Return how a mistaken program differs from the right one."""
        wrong = self._lines(mistaken)
        edits: list[Edit] = []
        for i, j, k, m in changes(self.lines, wrong):
            start, end = self.starts[i], self.starts[j]
            theirs = tokens_of(wrong[k:m])
            for a, b, c, d in changes(self.tokens[start:end], theirs):
                edits.append(Edit(start + a, start + b, tuple(theirs[c:d])))
        return edits

    def values(self, mistaken: str) -> str:
        """Return the end of a mistaken program that lists its forms by values of a parameter."""
        end = ast.parse(mistaken).body[-1]
        if name_of(end) != "FORMS":
            return ""
        listed = [one for one in ast.walk(end) if isinstance(one, ast.Starred)]
        own = [one for one in listed if self.names & names_in(one)]
        return f"from functools import partial\nFORMS = [{', '.join(map(ast.unparse, own))}]"

    def place(self, edits: Collection[Edit]) -> int:
        """Return where a mistake ends: what a call is given comes before the call."""
        return max((edit.end for edit in edits), default=0)

    def merged(self, edits: Sequence[Edit]) -> str | None:
        """Return the program with all the edits, or None where two change the same token."""
        ordered = sorted(set(edits), key=lambda edit: (edit.start, edit.end))
        for one, other in pairwise(ordered):
            if other.start < one.end or other.start == one.start:
                return None
        tokens = list(self.tokens)
        for edit in reversed(ordered):
            tokens[edit.start : edit.end] = edit.tokens
        return " ".join(tokens).replace("\n ", "\n")


def inline(function: ast.FunctionDef) -> None:
    """Put each value that only the statement after it uses, once, into that statement.

    So a mistake differs from the solution in what it does, not in which values have a name.
    """
    uses = Counter(node.id for node in ast.walk(function) if isinstance(node, ast.Name))
    for node in ast.walk(function):
        block = getattr(node, "body", [])
        for one in list(block) if isinstance(block, list) else []:
            name, after = name_of(one), block[block.index(one) + 1 :][:1]
            if name and uses[name] == 2 and after and isinstance(after[0], SIMPLE):
                inlining = Inlining(name, one.value)
                inlining.visit(after[0])
                if inlining.done:
                    block.remove(one)


class Inlining(ast.NodeTransformer):
    """Replaces a name by the value that it has."""

    def __init__(self, name: str, value: ast.expr) -> None:
        self.name, self.value = name, value
        self.done = False

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Return the value instead of its name."""
        if node.id != self.name:
            return node
        self.done = True
        return self.value


def names_in(node: ast.AST) -> set[str]:
    """Return the names that are used below a node."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def tokens_of(lines: Sequence[str]) -> list[str]:
    """Return the tokens of some lines; each line's indent and end are tokens, but no spaces."""
    return [token for line in lines for token in [*TOKEN.findall(line), "\n"]]


def changes(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what to replace in one, start .. end, by what in the other, start .. end."""
    for tag, *places in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            i, j, k, m = places
            yield i, j, k, m


def name_of(node: ast.stmt) -> str | None:
    """Return the name that a statement defines, if it does."""
    if isinstance(node, ast.FunctionDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else None
