"""The module `exercises`: what a cell imports of what its reader has written on the same page."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from course.cells.source import remember_source
from course.lessons import lessons_folder, part

NAME = "exercises"
OURS = "solution.py"


class Mine(ModuleType):
    """A page's exercises. Each attribute is the function that the exercise of that name asks for.

    passed: by exercise, the reader's own programs that have passed. The function is theirs, and its
    `__module__` is "yours"; until there is one, it's the solution's, from "ours".
    """

    def __init__(self, page: str, passed: Mapping[str, str]) -> None:
        super().__init__(NAME)
        self._page, self._passed = page, dict(passed)

    def __getattr__(self, name: str) -> Any:
        """Run the program when its function is first asked for. Raises AttributeError."""
        if name.startswith("_"):
            raise AttributeError(name)
        theirs = self._passed.pop(name, None)  # a program that imports itself gets ours
        found = None if theirs is None else made("yours", name, theirs)
        if found is None:
            found = made("ours", name, self._solution(name))
        if found is None:
            raise AttributeError(f"the exercise {name!r} has no function of that name")
        setattr(self, name, found)
        return found

    def _solution(self, name: str) -> str:
        try:
            folder = part(lessons_folder(), self._page, "exercises", name)
        except ValueError as error:
            raise AttributeError(str(error)) from None
        return (folder / OURS).read_text(encoding="utf-8")


def made(whose: str, name: str, code: str) -> Any:
    """Run a program in a namespace of its own; return what it has under the name, or None."""
    filename = f"<cell exercise {name}>"
    remember_source(filename, code)
    namespace: dict[str, Any] = {"__name__": whose}
    exec(compile(code, filename, "exec", dont_inherit=True), namespace)
    return namespace.get(name)
