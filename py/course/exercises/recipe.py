"""Makes programs with two known mistakes at once."""

import ast
import copy
import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Edit:
    """Statements start .. end of a function's body are replaced by others."""

    start: int
    end: int
    statements: Sequence[ast.stmt]


class Recipe:
    """The right function, statement by statement, and what known mistakes make of it.

    solution: a whole program of ours; name: its function. Each wrong program is the solution with
    some statements of that function changed.
    """

    def __init__(self, solution: str, name: str) -> None:
        self.name = name
        self.names: dict[str, Any] = {}
        exec(compile(solution, "<solution>", "exec"), self.names)
        self.function = self._function(solution)
        self.body = self._body(self.function)
        self.texts = [ast.unparse(statement) for statement in self.body]

    def _function(self, code: str) -> ast.FunctionDef:
        tree = ast.parse(code)
        return next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == self.name)

    @staticmethod
    def _body(function: ast.FunctionDef) -> list[ast.stmt]:
        return function.body[ast.get_docstring(function) is not None :]

    def edits(self, mistaken: str) -> list[Edit]:
        """Return how a mistaken program's function differs from the right one."""
        wrong = self._body(self._function(mistaken))
        texts = [ast.unparse(statement) for statement in wrong]
        matcher = difflib.SequenceMatcher(None, self.texts, texts, autojunk=False)
        return [
            Edit(i, j, wrong[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"
        ]

    def place(self, edits: Sequence[Edit]) -> int:
        """Return how far from the output a mistake is; what is returned comes before all else."""
        return -1 if edits[-1].end == len(self.body) else edits[0].start

    def merged(self, edits: Sequence[Edit]) -> Callable[..., Any] | None:
        """Return the function with all the edits, or None where two change the same statement."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        for one, other in pairwise(ordered):
            if other.start < one.end or other.start == one.start == one.end == other.end:
                return None
        statements = list(self.body)
        for edit in reversed(ordered):
            statements[edit.start : edit.end] = edit.statements
        merged = copy.copy(self.function)
        merged.body = statements
        names = dict(self.names)
        exec(compile(ast.Module([merged], []), "<mistakes>", "exec"), names)
        made: Callable[..., Any] = names[self.name]
        return made
