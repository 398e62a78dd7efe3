"""Reads the mistakes.py of an exercise: what goes wrong in its solution, and what to say of it.

The file is plain Python, but it's read and never run. A function below `@mistake(...)` replaces
the solution's function of that name, and the result is a whole program that makes this one
mistake. Functions below `@form(...)` are further forms of the mistake above them: they come after
it in the program, and into its list FORMS. What has no mark (imports, constants, helpers) comes
first in every program. Where an exercise asks for values, a class has them: each of its
assignments replaces the solution's. Where it asks for methods, each method of a class below a mark
replaces the one of that name in the solution's class of the same name.
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

FILE = "mistakes.py"  # of an exercise
MARKS = {"mistake", "form"}
METHOD = 4  # how far a method is indented


@dataclass(frozen=True)
class Mistake:
    """A known mistake: a program that makes it, and what to tell who makes it."""

    slug: str
    code: str
    reason: str
    see: str | None  # the anchor of the paragraph that treats it
    line: int  # of mistakes.py


def read_mistakes(folder: Path) -> list[Mistake]:
    """Return what an exercise's mistakes.py holds, in its order; nothing if there is no such file.

    Raises ValueError, with file and line, for a name that the solution lacks, a mistake without a
    message, two mistakes with one slug, or a mark that doesn't fit what it marks.
    """
    path = folder / FILE
    file, solution = _Program(path), _Program(folder / "solution.py")
    try:
        return list(_mistakes(file, solution))
    except ValueError as error:
        raise ValueError(f"{path}:{error}") from None


class _Program:
    """A file of Python as it's written, statement by statement; one that isn't there is empty."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        self.lines = text.splitlines()
        try:
            self.body = ast.parse(text).body
        except SyntaxError as error:
            raise ValueError(f"{path}:{error.lineno}: {error.msg}") from None
        self.places = {
            name: slice(one.lineno - 1, one.end_lineno)
            for node in self.body
            for name, one in _definitions(node)
        }

    def source(self, node: ast.stmt) -> str:
        """Return a statement as it stands in its file, without decorators."""
        return dedent("\n".join(self.lines[node.lineno - 1 : node.end_lineno]))

    def replaced(self, parts: Mapping[str, str]) -> str:
        """Return the program with these functions and variables, by name, instead of its own."""
        lines = list(self.lines)
        for name in reversed(self.places):
            if name in parts:
                margin = " " * METHOD if "." in name else ""
                lines[self.places[name]] = indent(parts[name], margin).splitlines()
        return "\n".join(lines)

    def require(self, names: Sequence[str], asking: ast.stmt) -> None:
        """Refuse names that the program does not define."""
        for name in names:
            if name not in self.places:
                raise _error(asking, f"the solution has no `{name}`")


def _mistakes(file: _Program, solution: _Program) -> Iterator[Mistake]:
    """Yield every mistake of a file, made a whole program of the solution."""
    shared: list[str] = []
    groups: list[list[_Marked]] = []  # each mistake with its forms
    for node in file.body:
        marked = _marked(node)
        if marked is None:
            shared += [file.source(node)] if _is_shared(node, solution) else []
        elif marked.kind == "mistake":
            groups.append([marked])
        elif groups:
            groups[-1].append(marked)
        else:
            raise _error(node, "a form comes after its mistake")
    seen: dict[str, int] = {}
    for made, *forms in groups:
        node, (slug, see, reason) = made.node, made.told()
        if slug in seen:
            raise _error(node, f"{slug!r} is the mistake of line {seen[slug]} already")
        seen[slug] = node.lineno
        parts = {name: file.source(part) for name, part in made.parts()}
        solution.require(list(parts), node)
        for form in forms:
            if form.node.name in solution.places:
                raise _error(form.node, f"`{form.node.name}` is the solution's: rename this form")
        code = [*shared, solution.replaced(parts), *(file.source(form.node) for form in forms)]
        listed = [*made.values(), *(one for form in forms for one in form.forms())]
        if listed:
            code.append(f"from functools import partial\n\nFORMS = [{', '.join(listed)}]")
        yield Mistake(slug, "\n\n\n".join(code) + "\n", reason, see, node.lineno)


@dataclass(frozen=True)
class _Marked:
    """A function or class below one of MARKS, and the arguments of the mark."""

    kind: str
    node: ast.FunctionDef | ast.ClassDef
    arguments: Sequence[ast.expr]
    words: Mapping[str | None, ast.expr]

    def told(self) -> tuple[str, str | None, str]:
        """Return a mistake's slug, what to see, and what the learner is told."""
        try:
            (slug,) = map(ast.literal_eval, self.arguments)
            see = ast.literal_eval(self.words.get("see", "None"))
        except ValueError:
            marks = '@mistake("slug", see="#anchor")'
            raise _error(self.node, f"a mistake is marked as {marks}") from None
        reason = ast.get_docstring(self.node)
        if not reason:
            raise _error(self.node, f"{slug!r} needs a docstring: the learner is told it")
        return slug, see, plain(" ".join(reason.split()))

    def parts(self) -> Iterator[tuple[str, ast.stmt]]:
        """Yield what takes its place in the solution, by name."""
        if isinstance(self.node, ast.FunctionDef):
            yield self.node.name, self.node
            return
        for statement in self.node.body[1:]:  # after the docstring
            name = _defined(statement)
            if not name:
                raise _error(statement, "a class has nothing but `name = value` and methods")
            is_method = isinstance(statement, ast.FunctionDef)
            yield f"{self.node.name}.{name}" if is_method else name, statement

    def values(self) -> Iterator[str]:
        """Yield a list's part for each parameter whose values the mark lists."""
        known = {one.arg for one in ast.walk(self.node) if isinstance(one, ast.arg)}
        for word, values in self.words.items():
            if word == "see" and self.kind == "mistake":
                continue
            if word not in known:
                raise _error(self.node, f"`{self.node.name}` has no parameter `{word}`")
            yield f"*(partial({self.node.name}, {word}={word}) for {word} in {ast.unparse(values)})"

    def forms(self) -> list[str]:
        """Return a form's part of the list: one function for each value, or itself."""
        return list(self.values()) or [self.node.name]


def plain(text: str) -> str:
    """Return a text without Markdown's stars, which a verdict would show; code keeps its own."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        part if part.startswith("`") else re.sub(r"(\*\*?)(?=\w)([^*]+?)(?<=\w)\1", r"\2", part)
        for part in parts
    )


def _marked(node: ast.stmt) -> _Marked | None:
    """Return a statement with its mark, if it has one."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for mark in node.decorator_list:
            call = mark if isinstance(mark, ast.Call) else ast.Call(mark, [], [])
            kind = ast.unparse(call.func)
            if kind in MARKS:
                words = {word.arg: word.value for word in call.keywords}
                return _Marked(kind, node, call.args, words)
    return None


def _is_shared(node: ast.stmt, solution: _Program) -> bool:
    """Say whether a statement without a mark belongs to every program.

    What imports the marks does not, nor does what imports from the solution, which is there.
    """
    if not isinstance(node, ast.ImportFrom):
        return True
    names = [alias.name for alias in node.names]
    if node.module == "solution":
        solution.require(names, node)
    return node.module != "solution" and MARKS.isdisjoint(names)


def _defined(node: ast.stmt) -> str:
    """Return the name of the function or variable that a statement defines, or nothing."""
    if isinstance(node, ast.FunctionDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else ""


def _definitions(node: ast.stmt) -> Iterator[tuple[str, ast.stmt]]:
    """Yield what a statement defines, by name: a class's methods, as `Class.method`, or itself."""
    if isinstance(node, ast.ClassDef):
        for method in node.body:
            if isinstance(method, ast.FunctionDef):
                yield f"{node.name}.{method.name}", method
    else:
        yield _defined(node), node


def _error(node: ast.stmt, message: str) -> ValueError:
    """Return the error at a line; the file's name comes before it."""
    return ValueError(f"{node.lineno}: {message}")
