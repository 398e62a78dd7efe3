"""Who may import whom, held by reading every file of py/."""

import ast
import sys
from pathlib import Path

import pytest

PY = Path(__file__).parent.parent / "py"
BROWSER = {"js", "pyodide", "pyodide_js", "pyscript"}
ALLOWED = {"nn": {"numpy", "nn"}, "course": {"numpy", "nn", "course"}}
MEETS_THE_WORKER = Path("course/worker.py")
DRAWS_FOR_MATPLOTLIB = Path("course/plots.py")  # loaded by Matplotlib alone


def imported(source: str) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            names.add((node.module or "").partition(".")[0])
    return names


def breaches(path: Path, source: str) -> set[str]:
    names = imported(source) - sys.stdlib_module_names
    forbidden = names & {"torch", "training"}
    if path != MEETS_THE_WORKER:
        forbidden |= names & BROWSER
    allowed = ALLOWED.get(path.parts[0])
    if path == DRAWS_FOR_MATPLOTLIB:
        names -= {"matplotlib"}
    return forbidden | (names - allowed - BROWSER if allowed else set())


FILES = [path.relative_to(PY) for path in sorted(PY.rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_are_allowed(path):
    assert not breaches(path, (PY / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("nn/x.py", "import course"),
        ("nn/x.py", "from torch import nn"),
        ("nn/x.py", "def f():\n    import scipy.special"),
        ("course/x.py", "import jinja2"),
        ("course/x.py", "from js import document"),
        ("builder/x.py", "import pyodide.ffi"),
        ("builder/x.py", "from training import model"),
    ],
)
def test_a_breach_is_found(path, source):
    assert breaches(Path(path), source)


def test_both_packages_are_looked_at():
    assert {"nn", "course"} <= {path.parts[0] for path in FILES}
