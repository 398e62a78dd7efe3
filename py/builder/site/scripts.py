"""Which of our JavaScript modules a page loads, so that its head can name them all at once.

Otherwise the browser would discover them one import after the other, with a round trip for each.
"""

from __future__ import annotations

import posixpath
import re

from builder.base.errors import BuildError
from builder.base.tree import Tree, read
from builder.pages.content import stands

IMPORT = re.compile(r'^(?:import|export) .*?"(\.[^"]+)";$', re.MULTILINE)
ON_DEMAND = re.compile(r"\bimport\(")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # of types, which import too
# In main.js's table: what a page holds, and the module that is loaded if it does.
STANDING = re.compile(r'\["\[([a-z-]+)(?:=([a-z-]+))?\]", \(\) => import\("(\.[^"]+)"\)\]')


class Scripts:
    """The modules of the site, by their paths."""

    def __init__(self, files: Tree, static: str) -> None:
        self.folder = static
        self.sources = {
            name: read(files[name]).decode()
            for name in files
            if name.startswith(f"{self.folder}/") and name.endswith(".js")
        }

    def of_page(self, entry: str, html: str) -> list[str]:
        """Return the paths of all modules that `entry`, as "frame/main.js", loads on a page.

        `html` is the page's main part. Raises BuildError for an import that leads nowhere, and
        for one on demand that does not say in the table's way where it is needed.
        """
        start = f"{self.folder}/{entry}"
        source = COMMENT.sub("", self.sources[start])
        table = STANDING.findall(source)
        if len(table) != len(ON_DEMAND.findall(source)):
            raise BuildError(
                f"{entry}: a module is imported on demand, and the build cannot read for what; "
                'the table has it as ["[data-place]", () => import("./place.js")]'
            )
        wanted = [self._path(start, module) for *place, module in table if stands(html, *place)]
        return self._with_imports([start, *wanted])

    def _with_imports(self, wanted: list[str]) -> list[str]:
        """Return the modules and all that they import, each once."""
        found: dict[str, None] = {}
        while wanted:
            path = wanted.pop(0)
            if path in found:
                continue
            found[path] = None
            wanted += [self._path(path, name) for name in IMPORT.findall(self.sources[path])]
        return list(found)

    def _path(self, importer: str, name: str) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(importer), name))
        if path not in self.sources:
            raise BuildError(f"{importer}: imports {name}, which is not there")
        return path
