"""Cells at build time: every cell of a page runs, in the page's order."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Coroutine

from builder.base.kept import kept
from builder.base.tree import digest
from builder.pages.content import Page
from builder.pages.exercises import with_our_python
from course.cells.guard import Guard
from course.cells.operations import Cells, LearnerError


def run_all(page: Page) -> None:
    """Run a page's cells as a learner would who runs them one after the other.

    What has run is remembered until a cell, the page's files, or our Python changes. Raises
    ContentError, with the line of the text, for a cell that raises.
    """
    paths = [path for path in page.folder.rglob("*") if path.suffix in (".py", ".npz")]
    files = with_our_python(paths)
    for name, cell in page.cells.items():
        files[f"cell {name}"] = cell.code.encode()

    def run() -> bytes:
        with warnings.catch_warnings():  # the browser's NumPy raises none
            warnings.simplefilter("ignore")
            run_one_by_one()
        return b"ran"

    def run_one_by_one() -> None:
        cells = Cells(Guard(), lambda: _nowhere, None, None)
        for name, cell in page.cells.items():
            try:
                done = cells.run(name, cell.code, page.slug)
                if isinstance(done, Coroutine):
                    asyncio.run(done)
            except LearnerError as error:
                said = error.described
                message = f"in cell {name}: {said['type']}: {said['message']}"
                raise page.error(cell.line + said.get("line", 0), message) from None

    kept(f"cells/{digest(files)}", run)


def _nowhere(**_event: object) -> None:
    """Take what a cell prints."""
