"""What an answer is worth and how it's shown; lines put in order; a cell for calculating."""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.coding import output, run
from tests.browser.quiz.test_quiz import choose, one_item, open_quiz, versions
from tests.support import SOURCE, NewPage, at_rest

pytestmark = pytest.mark.python("off")

__all__ = ["versions"]


def judged(page: Page, site: str, pairs: list[tuple[dict[str, Any], Any]]) -> Any:
    page.goto(f"{site}glossary/")
    return page.evaluate(
        """async ([path, pairs]) => {
          const { answers, judge } = await import(path);
          return pairs.map(([item, given]) => (answers(item, given) ? judge(item, given) : null));
        }""",
        [f"{site}{SOURCE}quiz/judge.js", pairs],
    )


NUMBERS = {
    "1560": [
        "1560",
        "1,560",
        "1 560",
        "1\u00a0560",
        "1\u202f560",
        "1'560",
        "1.560",
        "+1560",
        "1560.0",
    ],
    "0.5": ["0.5", "0,5", ".5", ",5", "1/2", "50%", "50 %", " 0.50 "],
    "-0.75": ["-0.75", "−0.75", "–0,75", "-3/4", "−.75"],
    "12345.5": ["12,345.5", "12.345,5", "12 345,5", "12345.5"],
    "1.560": ["1.56", "1,56", "1,560", "1.560"],
}
NOT = {
    "1560": ["156", "15,60", "1,56", "-1560", "1560.4"],
    "0.5": ["5", "-0.5", "0.05", "0,6"],
    "-0.75": ["0.75", "−75"],
}


def test_a_number_counts_in_every_usual_way_of_writing(page: Page, site: str) -> None:
    def item(shown: str) -> dict[str, Any]:
        return {"ask": "number", "answer": float(shown), "shown": shown, "reason": "", "slips": []}

    for right, written in ((True, NUMBERS), (False, NOT)):
        pairs = [(item(shown), text) for shown, texts in written.items() for text in texts]
        found = judged(page, site, pairs)
        wrong = [
            (one["shown"], text)
            for (one, text), verdict in zip(pairs, found, strict=True)
            if verdict is None or verdict["right"] != right
        ]
        assert not wrong
    for text in ("1,56,0", "1 2 3 x", "one", "1..5", "1,5.6,7"):
        assert judged(page, site, [(item("1560"), text)]) == [None], text


def test_the_fewest_lines_are_misplaced(page: Page, site: str) -> None:
    """Of every order of four lines, with one and with two correct orders."""
    for correct in ([[0, 1, 2, 3]], [[0, 1, 2, 3], [1, 0, 2, 3]]):
        orders = [list(order) for order in itertools.permutations(range(4))]
        item = {"ask": "order", "lines": ["a", "b", "c", "d"], "orders": correct, "reason": ""}
        for given, verdict in zip(
            orders, judged(page, site, [(item, order) for order in orders]), strict=True
        ):
            moves = verdict["moves"]
            assert verdict["right"] == (given in correct) == all(to is None for to in moves)
            kept = [line for line, to in zip(given, moves, strict=True) if to is None]
            fewest = max(common(order, given) for order in correct)
            assert len(kept) == fewest, given
            assert any(
                [line for line in order if line in kept] == kept
                and all(
                    to is None or order[to] == line for line, to in zip(given, moves, strict=True)
                )
                for order in correct
            )


def common(one: list[int], other: list[int]) -> int:
    """How many lines the longest part has that stands in both orders alike."""
    return max(
        size
        for size in range(1, 5)
        for part in itertools.combinations(one, size)
        if [line for line in other if line in part] == list(part)
    )


@pytest.mark.parametrize(
    "given, marks",
    [([0, 2], "right missed wrong"), ([0, 1], "right right"), ([3], "missed missed wrong")],
)
def test_missed_is_not_correct(
    page: Page, site: str, versions: list[dict[str, Any]], given: list[int], marks: str
) -> None:
    quiz = open_quiz(page, site)
    item = one_item(page, versions, "several")
    rights = [at for at, option in enumerate(item["options"]) if option["right"]][:2]
    wrongs = [at for at, option in enumerate(item["options"]) if not option["right"]][:2]
    for at in given:
        quiz.locator(f"[name=quiz-option][value='{[*rights, *wrongs][at]}']").check()
    quiz.get_by_role("radio", name="Certain").check()
    quiz.get_by_role("button", name="Answer", exact=True).click()
    expect(quiz).to_have_attribute("data-state", "explained")
    shown = [one.get_attribute("data-mark") for one in quiz.locator("label[data-mark]").all()]
    more = sum(option["right"] for option in item["options"]) - 2
    chosen = [*marks.split(), *["missed"] * more]
    assert sorted(map(str, shown)) == sorted(chosen)
    said = {"right": "✓ correct", "missed": "○ missed", "wrong": "✕ incorrect"}
    for mark, text in said.items():
        for label in quiz.locator(f"label[data-mark={mark}] .quiz-mark").all():
            expect(label).to_have_text(text)
    assert quiz.locator("label[data-mark] + .quiz-reason").count() == len(shown)


# ---- Putting lines in order


def ordering(page: Page, site: str, versions: list[dict[str, Any]]) -> tuple[Locator, Locator]:
    quiz = open_quiz(page, site)
    one_item(page, versions, "order")
    return quiz, quiz.locator(".quiz-line")


def places(lines: Locator) -> list[int]:
    return [int(line.get_attribute("data-place") or 0) for line in lines.all()]


def middle(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_lines_are_dragged_with_a_mouse(
    page: Page, site: str, versions: list[dict[str, Any]]
) -> None:
    _, lines = ordering(page, site, versions)
    count = lines.count()
    lines.first.scroll_into_view_if_needed()
    page.mouse.move(*middle(lines.first.locator(".quiz-grip")))
    page.mouse.down()
    page.mouse.move(*middle(lines.last), steps=8)
    page.mouse.up()
    assert places(lines) == [*range(1, count), 0]
    page.mouse.move(*middle(lines.first))
    assert places(lines) == [*range(1, count), 0], "it's let go"
    page.reload()
    expect(lines).to_have_count(count)
    assert places(lines) == [*range(1, count), 0], "it's kept"


def test_lines_are_dragged_with_a_finger(
    new_page: NewPage, site: str, versions: list[dict[str, Any]]
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    _, lines = ordering(page, site, versions)
    count = lines.count()
    lines.nth(1).evaluate("(line) => line.scrollIntoView({ block: 'center' })")
    at_rest(page)
    session = page.context.new_cdp_session(page)
    x, y = middle(lines.nth(2).locator(".quiz-grip"))
    _, end = middle(lines.first)
    top = page.evaluate("scrollY")

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
        )

    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x, y + (end - y) * step / 8))
    touch("touchEnd")
    assert places(lines) == [2, 0, 1, *range(3, count)]
    assert page.evaluate("scrollY") == top, "the page stays"


def test_lines_are_moved_by_keys(page: Page, site: str, versions: list[dict[str, Any]]) -> None:
    _, lines = ordering(page, site, versions)
    count = lines.count()
    up = lines.first.get_by_role("button", name=re.compile("^Up"))
    up.focus()
    told = lines.first.locator(".quiz-text").text_content() or ""
    expect(up).to_have_accessible_name(re.compile("^Up: " + re.escape(" ".join(told.split()[:1]))))
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert places(lines) == [1, 2, 0, *range(3, count)]
    moved = page.locator("[data-place='0'] button").first
    expect(moved).to_be_focused()
    for _ in range(count):
        page.keyboard.press("ArrowDown")
    assert places(lines)[-1] == 0


def test_each_line_says_whether_it_is_in_order(
    page: Page, site: str, versions: list[dict[str, Any]]
) -> None:
    quiz, lines = ordering(page, site, versions)
    count = lines.count()
    lines.first.get_by_role("button", name=re.compile("^Up")).focus()
    for _ in range(count):
        page.keyboard.press("ArrowDown")
    quiz.get_by_role("radio", name="Certain").check()
    quiz.get_by_role("button", name="Answer", exact=True).click()
    marks = quiz.locator(".quiz-order .quiz-mark").all_inner_texts()
    assert marks == ["✓ in order"] * (count - 1) + ["✕ belongs at position 1"]


# ---- Where it stands, and a cell for calculating


@pytest.mark.parametrize("size", [(390, 844), (1280, 720)])
def test_the_question_is_at_the_top(
    new_page: NewPage, site: str, versions: list[dict[str, Any]], size: tuple[int, int]
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    quiz = open_quiz(page, site)
    quiz.get_by_role("button", name="Begin").click()
    for _ in range(3):
        expect(quiz).to_have_attribute("data-state", "asking")
        assert 0 <= middle(quiz.locator("[data-title]"))[1] < 140
        name = page.evaluate("localStorage.getItem('module3:/:quiz:at')")
        sitting = json.loads(page.evaluate("localStorage.getItem('module3:/:quiz:sitting')"))
        choose(quiz, versions[sitting["version"]][name], False)
        assert 60 < middle(quiz.locator(".quiz-verdict"))[1] < size[1]
        quiz.locator("[data-next]").click()


def test_a_question_left_open_is_at_the_top_on_the_next_visit(
    page: Page, site: str, versions: list[dict[str, Any]]
) -> None:
    quiz = open_quiz(page, site)
    one_item(page, versions, "one")
    page.goto(f"{site}glossary/")
    page.goto(f"{site}quiz/")
    expect(quiz).to_have_attribute("data-state", "asking")
    page.wait_for_function("document.querySelector('.quiz').getBoundingClientRect().top < 140")


@pytest.mark.python("on")
def test_python_calculates_beside_the_question(
    page: Page, site: str, versions: list[dict[str, Any]]
) -> None:
    quiz = open_quiz(page, site)
    one_item(page, versions, "number")
    desk = page.locator("[data-desk]")
    expect(desk).to_be_hidden()
    quiz.get_by_role("button", name="Calculate in Python").click()
    expect(desk).to_be_visible()
    cell = desk.locator("[data-cell]")
    assert run(cell, "import numpy as np\nx = np.exp([0.0, 1.0])\nx.sum().round(3)") == "done"
    assert "3.718" in output(cell)
    expect(desk.locator("tbody tr")).to_have_count(1)
    expect(desk.locator("tbody tr")).to_contain_text("float64, shape (2,)")
    expect(quiz).to_have_attribute("data-state", "asking")
    desk.get_by_role("button", name="Close").click()
    expect(desk).to_be_hidden()
