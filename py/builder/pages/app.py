"""The page /project/app/: the draw UI as a Python program, and the folder to take it home.

A lesson's folder app/ holds the program (main.py) and the texts of its steps (steps.md), what runs
and checks it on the page (run.py, and check.py with its helpers), the page's text, and what the
folder to take home is made of.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment

from builder.base.errors import ContentError
from builder.base.places import SITE
from builder.base.tree import Content
from builder.pages import app_steps
from builder.pages.app_steps import Step
from builder.pages.content import PAGE_META, Lesson, Page, split_front_matter
from builder.pages.markdown import LessonMarkdown, highlighted
from builder.parts import pinned

PROGRAM = "main.py"
PAGES = ("run.py", "check.py", "lacking.py", "trial.py")  # what the page has beside the program
FILES = {PROGRAM, *PAGES, app_steps.TEXT, "page.md", "pad.html", "index.html", "README.txt"}
STYLES = (
    "frame/tokens.css",
    "frame/base.css",
    "pad/pad.css",
)  # of the site, which the folder takes along
GRAPHS = ("digits.onnx", "readout.onnx", "digits.json")
REFERENCE = "preprocess.onnx"  # what the page compares the learner's image with

TAKEN = ("pyscript", "pyodide", "ort")  # the parts that the folder takes along, beside GRAPHS

Address = Callable[[str, str], str]  # of a file, by its part and its name
Files = dict[str, Content]


@dataclass
class App(Page):
    """The page of a program, below its lesson's."""

    program: str = ""
    steps: list[Step] = field(default_factory=list)
    file_name: ClassVar[str] = "page.md"


def load(lessons: list[Lesson]) -> list[App]:
    """Read the folders app/ of all lessons.

    Raises:
        ContentError: a file is missing or unknown, or the program is no Python.

    """
    folders = [(lesson, lesson.folder / "app") for lesson in lessons]
    return [_load(lesson, folder) for lesson, folder in folders if folder.is_dir()]


def _load(lesson: Lesson, folder: Path) -> App:
    found = {path.name for path in folder.iterdir() if path.name != "__pycache__"}
    for name in sorted(found - FILES):
        raise ContentError(folder / name, None, f"app/ may only contain {', '.join(sorted(FILES))}")
    for name in sorted(FILES - found):
        raise ContentError(folder / name, None, "this file is missing")
    for name in (PROGRAM, *PAGES):
        _check(folder / name)
    meta, text, first_line = split_front_matter(folder / App.file_name, PAGE_META)
    marked = (folder / PROGRAM).read_text(encoding="utf-8")
    steps = app_steps.load(folder, marked)
    address = f"{lesson.slug}/app"
    return App(folder, address, meta, text, first_line, program=steps[-1].finished, steps=steps)


def _check(path: Path) -> None:
    try:
        compile(path.read_bytes(), path.name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        raise ContentError(path, error.lineno, str(error.msg)) from None


def config(address: Address) -> dict[str, Any]:
    """Return PyScript's configuration, for files that lie at these addresses.

    The interpreter is named, since PyScript would fetch its own choice from elsewhere. The graphs
    are copied into Python's own files, so that main.py opens them by the same path everywhere.
    """
    return {
        "interpreter": address("pyodide", "pyodide.js"),
        "packages_cache": "passthrough",
        "js_modules": {"main": {address("ort", "ort.wasm.bundle.min.js"): "onnxruntime"}},
        "files": {address("models", name): f"./models/{name}" for name in GRAPHS},
    }


def page_config(app: App, index: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return the configuration for the page itself, as JSON."""

    def address(part: str, name: str) -> str:
        return str(app.root + index[part][name]["path"])

    more = {address("models", REFERENCE): f"./models/{REFERENCE}"}
    more |= {address("app", name): f"./{name}" for name in PAGES[1:]}
    settings = config(address)
    return json.dumps({**settings, "files": settings["files"] | more})


def shown(app: App, markdown: LessonMarkdown) -> list[dict[str, Any]]:
    """Return what the template shows of each step."""
    return [
        {
            "number": step.number,
            "title": step.title,
            "task": markdown.render(app, step.task),
            "hints": [markdown.inline(app, hint) for hint in step.hints],
            "code": highlighted(step.start, "python"),
            "solution": highlighted("\n".join(step.mine), "python"),
            "added": step.added,
        }
        for step in app.steps
    ]


def part(app: App, templates: Environment, collected: Mapping[str, Iterable[str]]) -> Files:
    """Return what the page loads beside other parts: run.py, and the folder to take home.

    collected: the names of the files of every part.

    In folder.json, `texts` are files as they stand; `parts` says which file of the folder is which
    file of which part; `library` and `wheel` are Python's library and NumPy's wheel, which the page
    makes of its packs.
    """
    wheel = f"wheels/{next(iter(pinned.wheels().values())).name}"
    settings = {**config("./{}/{}".format), "packages": [f"./{wheel}"]}
    styles = {f"css/{Path(name).name}": (SITE / name).read_text("utf-8") for name in STYLES}
    taken = {"models": GRAPHS, **{name: sorted(collected[name]) for name in TAKEN}}
    folder = {
        "texts": {
            "index.html": rendered(app, "index.html", templates, styles=styles),
            "pyscript.json": json.dumps(settings, indent=2) + "\n",
            "README.txt": (app.folder / "README.txt").read_text("utf-8"),
            **styles,
        },
        "parts": {f"{name}/{file}": [name, file] for name in taken for file in taken[name]},
        "library": "pyodide/python_stdlib.zip",
        "wheel": wheel,
    }
    pages: Files = {name: app.folder / name for name in PAGES}
    return {**pages, "folder.json": json.dumps(folder, indent=1).encode()}


def rendered(app: App, name: str, templates: Environment, **values: object) -> str:
    """Return a template of the folder app/ with the texts of the interface filled in."""
    text = (app.folder / name).read_text(encoding="utf-8")
    if name != "pad.html":
        values["pad"] = rendered(app, "pad.html", templates)
    return templates.from_string(text).render(page=app, **values)
