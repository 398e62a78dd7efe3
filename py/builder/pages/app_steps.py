"""The steps in which a learner builds the program of app/, all cut from the finished main.py.

In main.py, comments of their own lines say what belongs to which step:

    # [step 2]          what follows is there from step 2 on
    # [gap]             what follows is for the learner to write in this step
    # [start] return 0  the learner's program has this line instead
    # [end]             the gap ends
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.errors import ContentError
from builder.base.kept import kept
from builder.base.pip import LOCKS
from builder.base.tree import Content, digest
from builder.pages.exercises import hint_list

STEP = re.compile(r" *# \[step (\d)\]")
START = re.compile(r"( *)# \[start\] (.+)")
GAP, END = re.compile(r" *# \[gap\]"), re.compile(r" *# \[end\]")
TEXT = "steps.md"
PROJECT = ROOT / "pyproject.toml"  # where ruff's options are
RUFF = [sys.executable, "-m", "ruff"]
TIDY = ([*RUFF, "check", "--select=I001", "--fix", "--quiet", "-"], [*RUFF, "format", "-"])


@dataclass(frozen=True)
class Step:
    """A step: its text from steps.md as Markdown, and the program without and with what it adds."""

    number: int
    title: str
    task: str
    hints: list[str]
    line: int  # of steps.md, where it begins, from 0
    start: str
    finished: str
    added: list[int]  # lines of start, from 1, that the finished program of the step before lacks

    @property
    def mine(self) -> list[str]:
        """The lines that the finished program has in place of the gaps."""
        there = set(self.start.splitlines())
        return [line for line in self.finished.splitlines() if line not in there]


def load(folder: Path, program: str) -> list[Step]:
    """Read the steps of a folder app/.

    Raises:
        ContentError: a mark is not understood, or the text has another number of steps.

    """
    path = folder / TEXT
    source = path.read_text(encoding="utf-8")
    parts = list(re.finditer(r"^## (.+)\n(?s:(.*?))^---\n(?s:(.*?))(?=^## |\Z)", source, re.M))
    last = max((int(found[1]) for found in STEP.finditer(program)), default=0)
    if len(parts) != last:
        raise ContentError(path, None, f"write {last} steps: ## title, task, ---, a list of hints")
    steps: list[Step] = []
    for part in parts:
        steps.append(_step(path, source, part, program, steps[-1] if steps else None))
    return steps


def _step(path: Path, source: str, part: re.Match[str], program: str, before: Step | None) -> Step:
    number = before.number + 1 if before else 1
    line = source.count("\n", 0, part.start())
    hints = hint_list(path, part[3], source.count("\n", 0, part.start(3)) + 1)
    start, finished = (cut(path.parent, program, number, gaps) for gaps in (True, False))
    added = _added(path.parent, number, before.finished, start) if before else []
    return Step(number, part[1], part[2].strip(), hints, line, start, finished, added)


def _added(folder: Path, number: int, before: str, start: str) -> list[int]:
    old, new = before.splitlines(), start.splitlines()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    added: list[int] = []
    for tag, begin, end, first, last in matcher.get_opcodes():
        if begin < end and tag != "equal":
            told = f"step {number} may only add lines, but it changes {old[begin].strip()!r}"
            raise ContentError(folder / "main.py", None, told)
        added += range(first + 1, last + 1) if tag == "insert" else []
    return added


def cut(folder: Path, program: str, step: int, gaps: bool) -> str:
    """Return the program as it is in a step, with the gaps of this step open or filled."""
    text = "\n".join(_lines(folder, program, step, gaps)) + "\n"

    def tidied() -> bytes:
        tidy = text.encode()
        for tool in TIDY:
            tidy = subprocess.run(tool, input=tidy, capture_output=True, check=True).stdout
        return tidy

    asked: dict[str, Content] = {"text": text.encode(), "tools": f"{TIDY}".encode()}
    versions: dict[str, Content] = {path.name: path for path in (PROJECT, LOCKS / "build.txt")}
    return kept(f"tidy/{digest({**asked, **versions})}.py", tidied).decode()


def _lines(folder: Path, program: str, step: int, gaps: bool) -> Iterator[str]:
    at, inside = 1, False
    for number, line in enumerate(program.splitlines(), 1):
        if found := STEP.fullmatch(line):
            at = int(found[1])
        elif GAP.fullmatch(line) or END.fullmatch(line):
            if inside == bool(GAP.fullmatch(line)):
                raise ContentError(folder / "main.py", number, "a [gap] and its [end] take turns")
            inside = not inside
        elif found := START.fullmatch(line):
            if gaps and at == step:
                yield found[1] + found[2]
        elif at <= step and not (inside and gaps and at == step):
            yield line
