"""The prose check: what it reads in a file, and our rules, each on a bad and a good sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.tools import prose
from builder.tools.project import files
from builder.tools.readable import readable

RULES = prose.rules()
NAMED = re.compile(r"\[(?:ours\.)?([\w.-]+)\]$")


def flagged(text: str) -> set[str]:
    """The names of the rules that flag a text."""
    found = [NAMED.search(message) for _, message in prose.findings(text)]
    return {name[1] for name in found if name}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_flags_its_bad_sentence_and_none_flags_the_good_one(name: str) -> None:
    assert name in flagged(RULES[name]["bad"])
    assert flagged(RULES[name]["good"]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The image stands in the way.\nIt stands above the line.",
        "Nothing.\n\n\nThe optimiser is slow.",
        "The learner said “the optimiser is slow”.",  # also in quotation marks
        "It isn't a a problem.",  # proselint's own
    ],
)
def test_a_finding_is_on_its_line(text: str) -> None:
    lines = [line for line, _ in prose.findings(text)]
    assert lines[-1] == text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "For every digit, this is much the same.",
        "The very negative ones “don't” matter ... at 28 x 28.",
        "To resume, there is a total of 1 among the ten.",
    ],
)
def test_what_proselint_flags_wrongly_is_off(text: str) -> None:
    assert flagged(text) == set()


MARKDOWN = """\
+++
title = "A colour"
+++
With `colour`, $colour$, {value}`colour`, [a link](colour#colour), <colour>, and **bold colour**.
{term}`weights = weight: what the colour means`

```python
colour
```

```{figure} colour
A caption's colour
```

:::{exercise} colour The colour
The task's colour
:::
"""
PYTHON = '''\
"""The docstring's colour."""

COLOUR = "colour"  # the comment's colour


def colour(name):
    """Return the colour in words."""
    return f"The {name} of the colour is " "colour, {name} of it" + r"a colour, too"
'''
TOML = '# a colour\n[colour]\ncolour = "The {colour} has a colour"\n'
HELD = [  # a file, its text, and the lines of the colours that a person reads
    ("site/lessons/02-perceptron/lesson.md", MARKDOWN, [2, 4, 5, 12, 16]),
    ("site/strings.toml", TOML, [3]),
    ("py/course/cells/errors.py", PYTHON, [8, 8, 8]),
    ("py/nn/layers.py", PYTHON, [1, 7, 8, 8, 8]),
    ("README.md", "A colour\n", [1]),
    ("site/lessons/08-project/app/README.txt", "A colour\n", [1]),
    ("site/pad/pad.js", '"The colour of it"', []),
    ("tests/builder/test_fair.py", PYTHON, []),
]


@pytest.mark.parametrize(("path", "text", "lines"), HELD, ids=[path for path, *_ in HELD])
def test_what_a_person_reads_is_read_and_nothing_else(
    path: str, text: str, lines: list[int]
) -> None:
    found = readable(path, text) or ""
    assert found.count("\n") <= text.count("\n") + 1
    assert [line for line, told in prose.findings(found) if "ours.our" in told] == lines


def test_every_kind_of_text_is_read() -> None:
    whole = files(whole=True)
    told = {path for path in whole if readable(path, "") is not None}
    for path in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "site/strings.toml", "build.py"):
        assert path in told
    for name in ("lesson.md", "page.md", "hints.md", "mistakes.py", "README.txt"):
        assert {path for path in whole if Path(path).name == name} <= told
    assert {path for path in whole if "/questions/" in path} <= told


def test_a_finding_fails_the_check_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prose, "ROOT", tmp_path)
    (tmp_path / "README.md").write_text("Good.\n\nThe colour is bad.\n", encoding="utf-8")
    assert prose.check(["gone.md"])
    assert not prose.check(["README.md"])
    assert capsys.readouterr().out.startswith("README.md:3: “colour”: color")
