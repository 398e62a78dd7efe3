"""What a lesson's cells are for the rest of Python: one module, `__main__`, with its source."""

import ast
import inspect
import linecache
from collections.abc import Callable
from types import ModuleType
from typing import Any

MAIN = "__main__"


def remember_source(filename: str, code: str) -> None:
    """Let tracebacks, warnings and `inspect` show the lines of code that is in no file."""
    linecache.cache.pop(filename, None)  # the newest comes last
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)


def new_main() -> ModuleType:
    """Return a module for code that runs as the main program; its variables are the namespace."""
    return ModuleType(MAIN)


def finding_cells(getfile: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return `inspect.getfile` that knows in which cell a class was defined.

    Python has one file for a module, and this one has many cells.
    """

    def of_cells(thing: Any) -> str:
        if inspect.isclass(thing) and thing.__module__ == MAIN:
            for filename in reversed(linecache.cache):
                if filename.startswith("<cell ") and defines(filename, thing.__qualname__):
                    return filename
        return getfile(thing)

    return of_cells


def defines(filename: str, qualname: str) -> bool:
    """Return whether this code has the statement of a class of this name."""
    try:
        scopes: list[Any] = [ast.parse("".join(linecache.getlines(filename)))]
    except (SyntaxError, ValueError):
        return False
    for name in qualname.replace("<locals>.", "").split("."):
        inner = (node for scope in scopes for node in ast.walk(scope) if node is not scope)
        scopes = [node for node in inner if getattr(node, "name", None) == name]
    return any(isinstance(scope, ast.ClassDef) for scope in scopes)
