"""The rest of Python: modules that no first result uses, which come to the page after it.

The build lists them in rest.json beside this file. Where it is missing, as in a checkout, all of
Python is there from the start.
"""

import ast
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

NAME = "rest"  # the pack's, as the page knows it
LISTED = Path(__file__).with_name("rest.json")


class Rest:
    """Knows which modules are still to come, and finds them when an import cannot wait.

    now: brings them before it returns, and raises where it can't.
    """

    def __init__(self, now: Callable[[], None], listed: Path = LISTED) -> None:
        self._now = now
        names = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else []
        self._names: frozenset[str] = frozenset(names)
        self._inner = frozenset(name.split(".")[1] for name in names if name.count(".") == 1)

    def install(self) -> None:
        """From now on, look here for what lies in no folder of `sys.path`."""
        sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, self)

    def needed(self, tree: ast.AST, packages: bool) -> bool:
        """Return whether anything is still to come that code may need.

        packages: it imports some. Else it must name a module, as `np.random` does.
        """
        return bool(self._names) and (packages or any(map(self._names_one, ast.walk(tree))))

    def _names_one(self, node: ast.AST) -> bool:
        match node:
            case ast.Import(names=names):
                return any(alias.name in self._names for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                full = [module, *(f"{module}.{alias.name}" for alias in names)]
                return not self._names.isdisjoint(full)
            case ast.Attribute(attr=attr):
                return attr in self._inner
        return False

    def arrived(self) -> None:
        """All modules lie where Python looks for them: let it look again."""
        self._names = self._inner = frozenset()
        importlib.invalidate_caches()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module that is still to come, by bringing all of them.

        Raises ImportError where they cannot be had.
        """
        if name not in self._names:
            return None
        self.bring(name)
        return PathFinder.find_spec(name, path, target)

    def bring(self, what: str = "A part of this page's Python") -> None:
        """Bring all that is still to come. Raises ImportError, which names `what` was wanted."""
        if not self._names:
            return
        try:
            self._now()
        except Exception as error:
            message = f"{what} hasn't come yet, and fetching it failed ({error}). "
            raise ImportError(message + "Try again when you're online.", name=what) from None
        self.arrived()
