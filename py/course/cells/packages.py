"""What a cell may import beside NumPy: packs of the site, which the page fetches on demand.

The build writes packages.json beside this file: {name: {"version", "imports", "depends",
"shelf"}}. Where it is missing, as in a checkout, there are none.
"""

import ast
import contextlib
import importlib
import json
import os
import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from course.cells import rest

CATALOGUE = Path(__file__).with_name("packages.json")
HOST = "The people who host this site can add one, to `shelf` in pyproject.toml."

Load = Callable[[list[str]], Awaitable[None]]


class Packages:
    """Knows which packs there are and which are here; `load` makes the page bring more.

    late: what of Python itself is still to come.
    """

    def __init__(
        self,
        load: Load | None = None,
        catalogue: Path = CATALOGUE,
        late: rest.Rest | None = None,
    ) -> None:
        here = load is not None and catalogue.exists()
        self._known: dict[str, dict[str, Any]] = json.loads(catalogue.read_text()) if here else {}
        self._owners = {root: name for name in self._known for root in self._known[name]["imports"]}
        self._load = load
        self._late = late
        self._loaded: set[str] = set()

    def wanted(self, code: str) -> list[str]:
        """Return the packs that this code needs and that are not here yet.

        They are those of the packages that it imports, and the rest of Python, which packages
        need, too.
        """
        try:
            tree = ast.parse(code)
        except (SyntaxError, ValueError):
            return []  # running it will tell
        roots = imported(tree)
        missing = self._missing(self._owners[root] for root in roots if root in self._owners)
        late = self._late is not None and self._late.needed(tree, bool(missing))
        return [rest.NAME, *missing] if late else missing

    async def bring(self, names: Iterable[str]) -> None:
        """Load packages and all that they need. Raises ImportError where they cannot be had."""
        names = list(names)
        if rest.NAME in names:
            await self._bring_rest()
        missing = self._missing(names)
        if not missing or self._load is None:
            return
        try:
            await self._load(missing)
        except Exception as error:
            raise ImportError(f"{missing[0]} couldn't be loaded ({error})") from None
        importlib.invalidate_caches()
        self._loaded.update(missing)
        self._settle(missing)

    async def _bring_rest(self) -> None:
        """Bring the rest of Python; if it cannot be had, the import that needs it will tell."""
        if self._load is not None and self._late is not None:
            with contextlib.suppress(Exception):
                await self._load([rest.NAME])
                self._late.arrived()

    async def install(
        self, requirements: str | list[str], keep_going: bool = False, **options: object
    ) -> None:
        """Stand in for micropip.install: take packages from this site alone.

        Raises ValueError for what it does not have, listing what it has. options are those of
        micropip that ask for other sources or versions, which there are none of.
        """
        asked = [requirements] if isinstance(requirements, str) else list(requirements)
        refused = [text for text in asked if not self._has(text)]
        if refused and not keep_going:
            raise ValueError(self._refusal(refused))
        await self.bring(canonical(text) for text in asked if text not in refused)
        if refused:
            raise ValueError(self._refusal(refused))

    def _settle(self, names: list[str]) -> None:
        """Fit packages that have just come into this page."""
        if "matplotlib" in names:
            os.environ["MPLBACKEND"] = "module://course.cells.plots"
            importlib.import_module("course.cells.plots")
        if "micropip" in self._loaded:  # its list() shows what has this mark
            for info in Path(np.__file__).parent.parent.glob("*.dist-info"):
                (info / "PYODIDE_SOURCE").write_text("this site")
        if "micropip" in names:
            module: Any = importlib.import_module("micropip")
            module.install = self.install
        if "tqdm" in names:  # there are no threads for its monitor
            module = importlib.import_module("tqdm")
            module.tqdm.monitor_interval = 0

    def _missing(self, names: Iterable[str]) -> list[str]:
        """Return these and what they need, each once, those that are here left out."""
        found: dict[str, None] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop(0)
            if name in self._known and name not in self._loaded and name not in found:
                found[name] = None
                waiting += self._known[name]["depends"]
        return list(found)

    def _has(self, requirement: str) -> bool:
        name = canonical(requirement)
        if name == "numpy":
            version = np.__version__
        elif name in self._known:
            version = self._known[name]["version"]
        else:
            return False
        module = "micropip._vendored.packaging.src.packaging.requirements"
        specifier = importlib.import_module(module).Requirement(requirement).specifier
        return bool(specifier.contains(version, prereleases=True))

    def _refusal(self, refused: list[str]) -> str:
        entries = self._known.items()
        shelf = ", ".join(f"{name} {entry['version']}" for name, entry in entries if entry["shelf"])
        rest = ", ".join(["numpy", *(name for name, entry in entries if not entry["shelf"])])
        missing = ", ".join(refused)
        return f"This site has no {missing}. On its shelf: {shelf}. Built in: {rest}. {HOST}"


def canonical(requirement: str) -> str:
    """Return the name at the head of a requirement, as indexes compare it (PEP 503)."""
    name = re.match(r"\s*([\w.-]*)", requirement)
    return re.sub(r"[-_.]+", "-", name[1] if name else "").lower()


def imported(tree: ast.AST) -> list[str]:
    """Return the first parts of all names that the code imports, wherever it does."""
    roots: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            roots.update({alias.name.partition(".")[0]: None for alias in node.names})
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots[node.module.partition(".")[0]] = None
    return list(roots)
