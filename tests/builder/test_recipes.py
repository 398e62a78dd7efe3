"""CONTRIBUTING's recipes are true: followed to the letter in a copy, they leave it green."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.bootstrap import ROOT
from builder.base.fetch import cache_dir
from tests.builder.pages.conftest import lead_to

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEP = re.compile(  # a heading, or an example: its path, and its file in a fence
    r"^## (?P<title>[^\n]+)|`(?P<name>\S+/\S+)`[^`]*:\n\n(`{3,})\w+\n(?P<text>.*?\n)\3\n",
    re.MULTILINE | re.DOTALL,
)
TESTS = [  # of what is found by a glob: pages, exercises, figures, questions, styles, rooms
    "tests/builder/pages/test_pages.py",
    "tests/builder/pages/test_quote.py",
    "tests/builder/site/test_assets.py",
    "tests/builder/parts/test_recogniser.py",
    "tests/builder/tools/test_prose.py",
    "tests/content/test_quiz_items.py",
    "tests/course/exercises/test_exercises.py",
    "tests/course/figures",
    "tests/course/quiz",
    "tests/test_rooms.py",
    "tests/browser/frame/test_site.py",
]
CHOICE = "weight or opens or not (test_quiz_items or test_exercises or test_site)"


class Copy:
    """A copy of the tree in which commands run, with this tree's packages."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "MODULE3"))},
            "PYTHONPATH": os.pathsep.join([str(folder / "py"), str(folder)]),
            "MODULE3_CACHE": str(cache),
            "PIP_NO_INDEX": "1",
        }
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        for name in subprocess.check_output(listed, cwd=ROOT, text=True).split("\0"):
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, folder / name)
        as_someone = ("-c", "user.name=x", "-c", "user.email=x", "-c", "gc.auto=0")
        for arguments in (
            ("init", "-q"),
            ("add", "-A"),
            (*as_someone, "commit", "-qm", "The copy"),
        ):
            subprocess.run(["git", *arguments], cwd=folder, check=True)
        for name in (".venv", "node_modules"):
            (folder / name).symlink_to(ROOT / name)
        if (ROOT / ".mypy_cache").exists():
            shutil.copytree(ROOT / ".mypy_cache", folder / ".mypy_cache")

    def run(self, *arguments: str, ok: bool = True) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert (done.returncode == 0) == ok, done.stdout[-6000:]
        return done.stdout

    def write(self, name: str, text: str) -> None:
        """Write an example's file, or what comes at the end of one."""
        path = self.folder / self.numbered(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        gap = "\n\n" if path.suffix == ".py" else "\n"
        before = path.read_text() + gap if path.exists() else ""
        path.write_text(before + text)

    def numbered(self, name: str) -> str:
        """A path with the number after the last lesson's."""
        others = [path for path in self.folder.glob("site/lessons/*") if "weight" not in path.name]
        return name.replace("NN-", f"{len(others) + 1:02d}-")

    def insert(self, name: str, line: str, text: str) -> None:
        """Insert text below a line."""
        path = self.folder / name
        before, found, after = path.read_text().partition(f"{line}\n")
        assert found, f"{name} has no line {line}"
        path.write_text(f"{before}{found}{text}\n{after}")


def own_network(copy: Copy) -> None:
    """Another file than ours that fits: ours, with a note in it."""
    import onnx

    model = onnx.load(copy.folder / "models" / "digits.onnx")
    model.doc_string = "somebody's own"
    onnx.save(model, copy.folder / "models" / "digits.onnx")


def run_pairs(copy: Copy) -> None:
    copy.run("-m", "training.pairs")


def package(copy: Copy) -> None:
    """A wheel goes onto the shelf; the build says which line it lacks."""
    info = {"METADATA": "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n", "RECORD": ""}
    info["LICENSE"] = "Do with it what you like.\n"
    info["WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(copy.folder.parent / "greeting-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("greeting.py", "def greet():\n    return 'Hello'\n")
        for name, text in info.items():
            wheel.writestr(f"greeting-1.0.dist-info/{name}", text)
    copy.environment["PIP_FIND_LINKS"] = str(copy.folder.parent)
    copy.insert("pyproject.toml", "shelf = [", '    "greeting==1.0",')
    told = copy.run("build.py", "build", ok=False)
    (line,) = re.findall(r'^"greeting==1\.0" = .*$', told, re.MULTILINE)
    copy.insert("py/builder/parts/parts.toml", "[shelf]", line)


def exercise_that_trains(copy: Copy) -> None:
    """Backpropagation's, with its paragraphs in this lesson."""
    (original,) = copy.folder.glob("site/lessons/*-backprop/exercises/train")
    folder = copy.folder / copy.numbered("site/lessons/NN-weight/exercises/train")
    shutil.copytree(original, folder)
    lead_to("it-multiplies", folder)
    task = ":::{exercise} train The loop\nWrite `train`.\n:::\n"
    copy.write("site/lessons/NN-weight/lesson.md", task)


# What a recipe asks for beside its examples, before them or after.
BEFORE: dict[str, Callable[[Copy], None]] = {
    "A network of your own": own_network,
    "A package for learners": package,
    "A network that learns from an exercise": exercise_that_trains,
}
AFTER = {"Data of a lesson": run_pairs}


def recipes() -> dict[str, list[tuple[str, str]]]:
    """Each recipe's examples: where, and what."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in STEP.finditer(GUIDE):
        if one["title"]:
            found[one["title"]] = examples = []
        else:
            examples.append((one["name"], one["text"]))
    return found


def test_every_recipe_is_among_those_that_are_followed() -> None:
    prose = re.sub(r"^(`{3,}).*?^\1\n", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    _, *parts = re.split(r"^## (.+)\n", prose, flags=re.MULTILINE)
    steps = {title for title, body in zip(parts[::2], parts[1::2], strict=True) if "\n1. " in body}
    followed = {title for title, examples in recipes().items() if examples} | BEFORE.keys()
    assert steps - followed == {"A package for the build or the tests"}  # it asks registries


@pytest.fixture
def own_cache(tmp_path: Path) -> Path:
    """The downloads and what has been made of them, by links: nothing is written to the user's."""
    folder = tmp_path / "cache"
    shutil.copytree(
        cache_dir(), folder, copy_function=os.symlink, ignore=shutil.ignore_patterns("lock", "npm")
    )
    return folder


@pytest.mark.timeout(600)
@pytest.mark.slow
def test_all_recipes_can_be_followed_at_once(tmp_path: Path, own_cache: Path) -> None:
    copy = Copy(tmp_path / "copy", own_cache)
    for title, examples in recipes().items():
        BEFORE.get(title, lambda copy: None)(copy)
        for name, text in examples:
            copy.write(name, text)
        AFTER.get(title, lambda copy: None)(copy)
    told = copy.run("build.py", "check")
    assert "FAILED" not in told
    assert "the card's figures are another network's" in told
    copy.run("build.py", "build")
    copy.environment["MODULE3_BUILT"] = "1"
    copy.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", CHOICE, *TESTS)
