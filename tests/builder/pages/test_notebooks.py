"""What a lesson's text becomes in its notebook."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from builder.base.errors import ContentError
from builder.pages import notebook
from builder.pages.content import Page
from builder.pages.directives.shared import ONLY_ON_PAGE
from builder.pages.markdown import LessonMarkdown
from builder.pages.names import Names
from builder.pages.notebook_text import Prose
from builder.pages.notebooks import notebooks

NAMES = Names({"np": np, "half": 0.5, "minus": -0.25})


@pytest.fixture
def cells(render_page: Callable[[str], Page]) -> Callable[[str], list[dict[str, Any]]]:
    """A function that returns the cells of a text's notebook, its head left out."""

    def run(text: str) -> list[dict[str, Any]]:
        page = render_page(text)
        parser = LessonMarkdown({}, {}, NAMES).parser
        (written,) = notebooks([page], parser, NAMES, "x.whl").values()
        found: list[dict[str, Any]] = json.loads(written)["cells"]
        assert "x.whl" in found[0]["source"]
        assert found[1]["cell_type"] == "code"
        assert "After this page" in found[2]["source"]
        return found[2:]

    return run


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("It's {value}`half:.2f`.", "It's 0.50."),
        ("It's {value}`minus:.2f`.", "It's −0.25."),
        ("{worked}`half*2:.0f | 2 · {half:.1f}`", "1 (= 2 · 0.5)"),
        ("| {worked}`half*2:.0f \\| 2 · {half:.1f}` |", "| 1 (= 2 · 0.5) |"),
        ("A {term}`neuron: It adds.`", "A **neuron**"),
        ("[there](second#place)", "[there](second.ipynb)"),
        ("[there](other#place) and [here](#place)", "there and here"),
        ("[its program](second/app)", "its program"),
        ("[out](https://a.b/c)", "[out](https://a.b/c)"),
        ("`f[0](x)` and $a[b](c)$", "`f[0](x)` and $a[b](c)$"),
        ("[`a[0]`](second)", "[`a[0]`](second.ipynb)"),
    ],
)
def test_roles_and_links_become_plain(written: str, expected: str) -> None:
    prose = Prose(NAMES, {"second", "other"}, {"second"})
    assert prose.block(written) == expected


def test_blanks_are_numbered_and_their_answers_folded() -> None:
    prose = Prose(NAMES, set(), set())
    text = prose.block("First {blank}`half:.1f | no: half * 4`, then {blank}`minus:.2f`.")
    assert text.startswith("First **(1)** \\_\\_\\_\\_, then **(2)**")
    assert "<summary>Answers</summary>\n\n(1) 0.5, (2) −0.25\n" in text
    assert "<summary>Answer</summary>\n\n(1) 0.5\n" in prose.block("{blank}`half:.1f`")
    assert "(1)" not in prose.block("none")


def test_code_is_run_and_what_is_only_shown_is_text(cells: Callable[[str], Any]) -> None:
    text = "Text.\n\n```{cell} one\nx = 1\n```\n\n```python\ny = {value}`half`\n```\n\n## More\n"
    before, one, shown, more = cells(text)
    assert before["source"].endswith("Text.")
    assert (one["cell_type"], one["source"]) == ("code", "x = 1")
    assert shown["source"] == "```python\ny = {value}`half`\n```"
    assert more["source"] == "## More"


def test_what_is_computed_later_is_known_only_then(cells: Callable[[str], Any]) -> None:
    text = "```{let}\na = 1\n```\n{value}`a`\n\n```{let}\na = 2\n```\n{value}`a`\n"
    (only,) = cells(text)
    assert only["source"].endswith("1\n\n2")


def test_an_aside_is_folded_unless_it_runs(cells: Callable[[str], Any]) -> None:
    (folded,) = cells(":::{aside} Why?\nSo.\n:::\n")
    assert "<details><summary>Why?</summary>\n\nSo.\n\n</details>" in folded["source"]
    before, code = cells(":::{aside} Try\n```{cell} one\nx = 1\n```\n:::\n")
    assert before["source"].endswith("**Try**")
    assert code["source"] == "x = 1"


def test_a_prediction_has_its_answer_folded(cells: Callable[[str], Any]) -> None:
    (asked,) = cells(":::{predict} one\nWhich?\n- A\n- [x] B\n---\nBecause {value}`half`.\n:::\n")
    assert "**Make a prediction.** Which?\n- A\n- B\n" in asked["source"]
    assert "*B*\n\nBecause 0.5.\n\n</details>" in asked["source"]
    (number,) = cells(":::{predict} two number half:.2f\nHow much?\n---\nSo.\n:::\n")
    assert "*0.50*\n\nSo." in number["source"]


def test_a_recap_has_its_answers_folded(cells: Callable[[str], Any]) -> None:
    [text] = cells(":::{recap}\n1. What is $w$?\n2. And $b$?\n---\n1. A weight.\n2. A bias.\n:::\n")
    questions, answers = text["source"].split("<details>")
    assert questions.strip().endswith("\n1. What is $w$?\n2. And $b$?")
    assert "<summary>Model answers</summary>" in answers
    assert "1. A weight.\n2. A bias." in answers


def test_what_only_the_page_can_do_is_told(cells: Callable[[str], Any]) -> None:
    (pad,) = cells("```{pad} compact\n```\n")
    assert "> **Only on the page**" in pad["source"]


PAD = "```{pad} compact\n```\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PAD, 8),
        (f"First.\n\n## Then\n\n{PAD}", 12),
        (f":::{{aside}} Why?\nSo.\n\n{PAD}:::\n", 11),
        (f":::{{predict}} one\nWhich?\n- A\n- [x] B\n---\n{PAD}:::\n", 13),
    ],
    ids=["first", "later", "in an aside", "in an outcome"],
)
def test_a_directive_that_nobody_has_thought_of_is_refused_with_its_line(
    cells: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    monkeypatch.setattr(notebook, "ONLY_ON_PAGE", ONLY_ON_PAGE - {"pad"})
    with pytest.raises(
        ContentError, match=rf"lesson\.md:{line}: a notebook can't show {{pad}}"
    ) as e:
        cells(text)
    assert "\n" not in str(e.value)


def test_what_only_the_notebook_computes_is_refused_with_its_line(
    cells: Callable[[str], Any],
) -> None:
    text = "First.\n\n## Then\n\n```{card} confusion\n{value}`nothing`\n```\n"
    with pytest.raises(ContentError, match=r"lesson\.md:12: in the page's notebook: NameError"):
        cells(text)
