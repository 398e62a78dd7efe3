"""The steps of a program, cut from the finished one: what each has, and what is refused."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from builder.base.bootstrap import ROOT
from builder.base.errors import ContentError
from builder.pages import app_steps
from builder.pages.app_steps import Step

FOLDER = ROOT / "site" / "lessons" / "08-project" / "app"
STEPS = app_steps.load(FOLDER, (FOLDER / "main.py").read_text())
TEXT = "## One\nDo it.\n\n---\n- A hint.\n"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_a_step_has_a_gap_and_marks_of_no_other_kind(step: Step) -> None:
    assert "YOUR TURN" in step.start
    assert "YOUR TURN" not in step.finished
    assert step.mine
    for text in (step.start, step.finished):
        assert not any(mark in text for mark in ("[step", "[gap]", "[start]", "[end]"))
        compile(text, "main.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


@pytest.mark.parametrize(("before", "after"), [*pairwise(STEPS)])
def test_a_step_begins_with_the_finished_one_before(before: Step, after: Step) -> None:
    assert set(before.finished.splitlines()) <= set(after.start.splitlines())


@pytest.mark.parametrize(
    ("program", "text", "told"),
    [
        ("# [step 1]\n# [gap]\n# [gap]\n", TEXT, r"main\.py:3: .*take turns"),
        ("# [step 1]\n# [end]\n", TEXT, r"main\.py:2: .*take turns"),
        ("# [step 2]\nx = 1\n", TEXT, "write 2 steps"),
        (
            "# [step 1]\nx = (\n    1\n# [step 2]\n    + 2\n# [step 1]\n)\n",
            TEXT + TEXT,
            r"main\.py: step 2 may only add lines, but it changes 'x = 1'",
        ),
        ("# [step 1]\nx = 1\n", TEXT.replace("- A hint.\n", ""), "there are no hints"),
        ("# [step 1]\nx = 1\n", TEXT.replace("- A", "A"), r"steps\.md:5: a hint begins"),
    ],
)
def test_what_is_not_understood_is_refused(
    tmp_path: Path, program: str, text: str, told: str
) -> None:
    (tmp_path / "steps.md").write_text(text)
    with pytest.raises(ContentError, match=told):
        app_steps.load(tmp_path, program)
