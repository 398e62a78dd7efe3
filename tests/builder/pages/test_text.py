"""From Markdown to a page: roles, directives, exercises; what is not understood is refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from builder.base import bootstrap
from builder.base.errors import BuildError, ContentError
from builder.pages import content, roles
from builder.site import links
from builder.site.assemble import broken_template
from builder.site.assets import strings
from course.exercises.mistakes import read_mistakes
from tests.builder.pages.conftest import FRONT, lead_to


def test_markdown_mathematics_and_values(render: Callable[[str], str]) -> None:
    html = render("Half is {value}`half:.2f`, and $z = w x$.\n\n```python\nx = 1\n```\n")
    assert ">0.50</span>" in html
    assert "<math" in html
    assert 'class="mi"' in html  # the number in the code, highlighted


def test_a_slip_may_lie_three_units_from_the_answer(render: Callable[[str], str]) -> None:
    assert "0.503" in render("{blank}`half:.3f | close: half + 0.003`")


@pytest.mark.parametrize(
    ("answer", "within"),
    [("1", 0), ("0", 0), ("-3", 0), ("298", 0), ("0.5", 0.05), ("1.25", 0.005), ("0.643", 0.002)],
)
def test_only_a_number_with_decimals_may_be_rounded(answer: str, within: float) -> None:
    assert roles.allowed(answer) == pytest.approx(within, abs=2e-9)


def test_a_prediction_marks_the_right_answer_and_computes_a_number(
    render: Callable[[str], str],
) -> None:
    html = render(":::{predict} a\nSo?\n- no\n- [x] yes, *really*\n---\nYes.\n:::\n")
    assert html.count("data-right") == 1
    assert "[x]" not in html
    assert re.search(r"data-right>.*?<span data-text>yes, <em>really</em></span>", html)
    html = render(":::{predict} a number 2 * half * 12345:,.1f\nSo?\n---\nYes.\n:::\n")
    assert 'data-answer="12,345.0"' in html


def test_a_blank_keeps_its_name_when_the_text_around_it_changes(
    render_page: Callable[[str], content.Page],
) -> None:
    before = render_page("## One\n\n{blank}`half:.2f` and {blank}`half:.2f`\n")
    after = render_page("New: {blank}`3 * half:.1f`\n\n## Two\n\n{blank}`half:.2f | twice: 1`\n")
    first, second = before.blanks
    assert second == f"{first}-2"
    assert (after.blanks[1], after.sections[0].blanks) == (first, [first])
    assert f'data-name="first/{first}"' in after.html


@pytest.mark.parametrize(
    "text",
    [
        "```{card} nondigits\n```\n",
        "```{card} confusion\ncaption\n```\n",
        ':::{measured} strokes\n{value}`card["strokes"]`\n:::\n',
    ],
)
def test_what_a_card_has_not_measured_is_said(render: Callable[[str], str], text: str) -> None:
    assert render(text).strip() == f"<p>{strings()['pad']['unmeasured']}</p>"


def test_a_page_says_what_it_needs_first() -> None:
    page = content.Page(Path(), "x", {}, "", 0, needs={"python", "recogniser"})
    assert page.first == "recogniser python"
    assert content.Page(Path(), "x", {}, "", 0).first == ""


def test_a_page_learns_what_comes_alive_on_it(render_page: Callable[[str], content.Page]) -> None:
    page = render_page("```{cell} one\n1\n```\n\n{blank}`half:.2f`\n")
    assert page.live == {"[data-cell]": "cells/cell.js", "[data-blank]": "reading/blank.js"}
    assert page.needs == {"python"}
    page = render_page("```{pad} full\n```\n")
    assert (page.live, page.first) == ({"[data-pad]": "pad/pad.js"}, "recogniser")
    assert render_page("Text alone.").live == {}


def test_links_lead_to_lessons(render: Callable[[str], str]) -> None:
    assert 'href="./second/#why"' in render("[next](second#why)")


def test_a_link_to_a_program_is_a_full_load(render: Callable[[str], str]) -> None:
    assert 'href="./second/app/" data-full-load' in render("[the program](second/app)")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n\n```{cel} x\n1\n```\n", 10, "unknown directive 'cel'"),
        ("a\n\n:::{asid} x\nb\n:::\n", 10, "unknown directive 'asid'"),
        ("a\n\n$$\n\\frac{a&b}{c}\n$$\n", 10, "this formula can't be read"),
        ("a\n\nb\nand $w_1 _1$\n", 11, "this formula can't be read"),
        (":::{aside} a\nb\n\n:::{aside} c\nd\n:::\n", 8, "another directive begins before :::"),
        ("a\n\n```{cell} one\n1\n\n```{cell} two\n2\n```\n", 10, "another directive begins"),
        ("```{figure} none\ncaption\n```\n", 8, "no figures/none.py"),
        ("```{card} luck\n```\n", 8, "the card has no 'luck'"),
        (":::{measured} luck\ntext\n:::\n", 8, "no card has a part 'luck'"),
        (":::{exercise} none Title\nx\n:::\n", 8, "a folder exercises/none"),
        ("```{pad} huge\n```\n", 8, "{pad} compact"),
        ("```{cell} one\nx = 1\ny = = 2\n```\n", 10, "in cell one"),
        ("```{cell} A b\n1\n```\n", 8, "small letters"),
        ("```{learning} a\n```\n", 8, "comes after an exercise a"),
        ("```{progress} a\n```\n", 8, "takes nothing after its name"),
        ("```{glossary}\na\n```\n", 8, "has no body"),
        ("```{cell} a\n1\n```\n\n```{cell} a\n1\n```\n", 12, "two cells called a"),
        ("```klingon\nx\n```\n", 8, "no language"),
        ("a\n\n:::{aside}\nb\n:::\n", 10, "has a title"),
        (":::{predict} a number\nHow many?\n---\nOne.\n:::\n", 8, "the number has its answer"),
        (":::{predict} a number 'no'\nHow many?\n---\nOne.\n:::\n", 8, "is a number, not 'no'"),
        (":::{predict} a number nobody\nHow many?\n---\nOne.\n:::\n", 8, "nobody"),
        (":::{predict} a number half\nSo?\n- [x] b\n- c\n---\nb.\n:::\n", 8, "or a number"),
        (":::{predict} a\nSo?\n- b\n- c\n---\nb.\n:::\n", 8, "`- [x] answer`"),
        (":::{predict} a\nSo?\n- [x] b\n- [x] c\n---\nb.\n:::\n", 8, "`- [x] answer`"),
        (":::{predict} a\nSo?\n- [x] b\n---\nb.\n:::\n", 8, "two or more answers"),
        ("{valeu}`half`", None, "unknown role"),
        ("{value}`quarter`", None, "quarter"),
        ("{blank}`half:.3f | close: half + 0.002`", None, "like the answer or another slip"),
        ("[x](none#there)", None, "no page has this slug"),
        ("[x](/absolute)", None, "https://"),
    ],
)
def test_what_is_not_understood_is_refused(
    render: Callable[[str], str], text: str, line: int | None, message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        render(text)
    assert message in str(caught.value)
    assert "lesson.md" in str(caught.value)
    if line is not None:
        assert f"lesson.md:{line}:" in str(caught.value)


def test_an_unused_figure_is_refused(render: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "01-first" / "figures").mkdir(parents=True)
    (tmp_path / "01-first" / "figures" / "lost.py").write_text("")
    with pytest.raises(ContentError, match=r"figures/lost\.py is not used"):
        render("text")


@pytest.fixture
def exercise(tmp_path: Path, cache: Path) -> Path:
    """A copy of a real exercise, in the first lesson of a module of two."""
    original = bootstrap.ROOT / "site" / "lessons" / "02-perceptron" / "exercises" / "predict"
    return Path(shutil.copytree(original, tmp_path / "01-first" / "exercises" / "predict"))


EXERCISE = ":::{exercise} predict Decide\nWrite `predict`.\n:::\n"


def test_an_exercise_holds_task_start_hints_and_solution(
    render: Callable[[str], str], exercise: Path
) -> None:
    html = render(EXERCISE)
    assert 'data-exercise="first/predict"' in html
    count = len((exercise / "hints.md").read_text().splitlines())
    assert html.count("<li hidden") == count
    assert all(f"Hint {number} of {count}" in html for number in range(1, count + 1))
    assert html.count("data-solution hidden") == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("solution.py", "start.py", "the solution doesn't pass"),
        ("start.py", "solution.py", "the start passes"),
    ],
)
def test_an_exercise_that_does_not_hold_its_promise_is_refused(
    render: Callable[[str], str], exercise: Path, name: str, content: str, message: str
) -> None:
    (exercise / name).write_text((exercise / content).read_text())
    with pytest.raises(ContentError, match=message):
        render(EXERCISE)


SIGMOID = "1 / (1 + np.exp(-(x @ w + b)))"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SIGMOID, "np.where(x @ w + b >= 0, 1, 0)", "sigmoid passes"),
        (SIGMOID, "np.where(x @ w >= 0, 1, 0)", "sigmoid is diagnosed as bias-forgotten"),
        ("def predict(", "def predikt(", "the solution has no `predikt`"),
    ],
)
def test_a_known_mistake_that_is_none_is_refused(
    render: Callable[[str], str], exercise: Path, old: str, new: str, message: str
) -> None:
    path = exercise / "mistakes.py"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(BuildError, match=rf"^\S+mistakes\.py:\d+: {message}"):
        render(EXERCISE)


def test_a_known_mistake_that_leads_nowhere_is_refused(
    render_page: Callable[[str], content.Page], exercise: Path
) -> None:
    lead_to("one-neuron", exercise)
    more = [(where, to.removeprefix("first/")) for where, to in render_page(EXERCISE).sees]
    assert len(more) == len(read_mistakes(exercise))
    page = "".join(f'<p id="{mistake.see[1:]}">' for mistake in read_mistakes(exercise))
    links.refuse_dead({"index.html": page.encode()}, more)
    with pytest.raises(BuildError, match=r"mistakes\.py:\d+: dead link #one-neuron"):
        links.refuse_dead({"index.html": page.replace("one-neuron", "two").encode()}, more)


def test_an_unused_exercise_is_refused(render: Callable[[str], str], exercise: Path) -> None:
    with pytest.raises(ContentError, match="exercises/predict is not used"):
        render("text")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("1-first", FRONT, "NN-slug"),
        ("02-second", FRONT, "this is lesson 2, but 1 comes next"),
        ("01-first/more", FRONT, "is missing"),
        ("01-first", "text", r"begins with \+\+\+"),
        ("01-first", "+++\ntitle = 'x'\n", "no closing"),
        ("01-first", "+++\ntitle = \n+++\n", "front matter"),
        ("01-first", FRONT.replace("tag", "tug"), "unknown front matter: tug"),
        ("01-first", FRONT.replace('["one"]', '"one"'), "goals is not a list"),
        ("01-first", FRONT.replace('short = "S"\n', ""), "the front matter has no short"),
    ],
)
def test_a_wrong_lesson_folder_is_refused(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).mkdir(parents=True)
    (tmp_path / name / "lesson.md").write_text(text)
    with pytest.raises(ContentError, match=message):
        content.load_lessons(tmp_path)


def test_a_lesson_that_is_not_utf8_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "01-one"
    folder.mkdir()
    (folder / "lesson.md").write_bytes(b"+++\ntitle = 'Caf\xe9'\n")
    with pytest.raises(ContentError, match=r"01-one.lesson\.md:2: the file is not UTF-8"):
        content.load_lesson(folder)


@pytest.mark.parametrize("text", ["{% if %}", "{{ nothing.at.all }}"])
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.html").write_text(f"<p>\n{text}\n</p>")
    templates = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined)
    with pytest.raises(TemplateError) as caught:
        templates.get_template("page.html").render()
    assert str(broken_template(caught.value)).startswith(f"{tmp_path / 'page.html'}:2: ")
