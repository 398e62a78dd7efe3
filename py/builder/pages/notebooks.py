"""Pages as Jupyter notebooks: the same text, cells, and exercises, for a computer with Python.

What only the page can do is told in words. `course.notebook` checks the exercises.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt

from builder.base.errors import authored
from builder.pages.content import Lesson, Page, addresses
from builder.pages.names import Names
from builder.pages.notebook import Notebook
from builder.pages.notebook_text import Prose

FOLDER = "notebooks"  # of the site
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
HEAD = """This notebook is a page of *Neural networks basics*, to work with in Jupyter, Colab, or \
VS Code. Figures you can drag, the quiz, and the drawing pad are only on the site.

It needs the file `{wheel}`, which is linked beside this notebook on the page you got it from. Put \
it in the same folder (in Colab, upload it), or write its full address instead of its name. The \
next cell installs it and takes care of the exercises."""
INSTALL = """try:
    from course import notebook
except ModuleNotFoundError:
    %pip install --quiet {wheel}
    from course import notebook

check = notebook.opened("{slug}")"""


def has_notebook(page: Page) -> bool:
    """Whether a page becomes a notebook: every lesson does, and others that have cells."""
    return isinstance(page, Lesson) or bool(page.cells)


def name_of(page: Page) -> str:
    """Return the file name of a page's notebook."""
    return f"{page.slug}.ipynb"


def notebooks(
    pages: Sequence[Page], parser: MarkdownIt, names: Names, wheel: str
) -> dict[str, bytes]:
    """Return the notebooks of rendered pages, {file name: content}.

    wheel: the file name of what they all need. Raises ContentError for a directive that has no
    form in a notebook.
    """
    slugs = addresses(pages)
    with_notebook = [page for page in pages if has_notebook(page)]
    beside = [page.slug for page in with_notebook]
    return {
        name_of(page): written(Notebook(page, parser, Prose(names, slugs, beside)), wheel)
        for page in with_notebook
    }


def written(notebook: Notebook, wheel: str) -> bytes:
    """Return a notebook's file: its head, then its page's text."""
    page = notebook.page
    notebook.refuse_unknown()
    notebook.text(f"# {page.meta['title']}\n\n*{page.meta['question']}*")
    notebook.text(HEAD.format(wheel=wheel))
    notebook.code(INSTALL.format(wheel=wheel, slug=page.slug))
    if "goals" in page.meta and not getattr(page, "places_goals", False):
        notebook.goals("", "")
    with authored(
        page.folder.parents[1],
        lambda said: page.error(notebook.line, f"in the page's notebook: {said}"),
    ):
        notebook.add_text(page.text)
    cells: list[dict[str, Any]] = [
        {"id": f"{page.slug}-{place}", **cell} for place, cell in enumerate(notebook.cells)
    ]
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    file = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode()
