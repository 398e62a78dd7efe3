"""What the checks read, and that a good verdict holds until that changes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builder.tools import project
from builder.tools.checks import Check, passed

LISTS = """import sys
from pathlib import Path

with Path(sys.argv[1]).open("a") as runs:
    runs.write("ran\\n")
sys.exit("bad" in Path(sys.argv[2]).read_text())
"""


def test_without_git_everything_is_read_that_is_not_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))  # no project above it
    (tmp_path / ".gitignore").write_text("/dist/\n", encoding="utf-8")
    for name in ("site/lesson.md", "dist/lesson.html", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert project.files(whole=False) == [".gitignore", "README.md", "site/lesson.md"]
    monkeypatch.setenv("PATH", "")
    assert project.files(whole=True) == [".gitignore", "README.md", "site/lesson.md"]


def test_a_good_verdict_holds_until_what_was_read_changes(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs, read, tool = (tmp_path / name for name in ("runs", "read.js", "tool.py"))
    tool.write_text(LISTS)

    def ran(text: str, *more: str, whole: bool = False) -> tuple[bool, int]:
        """Whether the check passes, and how many times the tool ran for that."""
        read.write_text(text)
        runs.write_text("")
        command = [sys.executable, str(tool), str(runs), str(read), *more]
        good = passed(Check(command, None if whole else {"read.js": read}))
        return good, len(runs.read_text().split())

    assert ran("good") == (True, 1)
    assert ran("good") == (True, 0)
    assert ran("good", "--strict") == (True, 1)
    assert ran("good", whole=True) == ran("good", whole=True) == (True, 1)
    assert ran("bad") == ran("bad") == (False, 1)
    assert ran("good") == (True, 0)
