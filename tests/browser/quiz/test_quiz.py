"""The quiz: a whole sitting, leaving and coming back, storage, clocks and two tabs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.axe import assert_accessible
from tests.support import SOURCE, NewPage

pytestmark = pytest.mark.python("off")

NOON = "2026-03-28T12:00:00"  # the day before the clocks change in Europe
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
# What scrolls is a stop of the Tab key in Chromium, so it needs a name.
NAMELESS_STOPS = """(quiz) => [...quiz.querySelectorAll("*:not([aria-label])")].filter((one) => {
  const { overflowX, overflowY } = getComputedStyle(one);
  return (overflowX === "auto" && one.scrollWidth > one.clientWidth) ||
    (overflowY === "auto" && one.scrollHeight > one.clientHeight);
}).map((one) => one.outerHTML)"""


@pytest.fixture(scope="module")
def versions(dist: Path) -> list[dict[str, Any]]:
    """All versions of the quiz, each its items by name."""
    folder = next(path.parent for path in dist.glob("parts/*/0.json"))
    files = sorted(folder.glob("*.json"), key=lambda path: int(path.stem))
    return [
        {item["name"]: item for item in json.loads(path.read_text())["items"]} for path in files
    ]


@pytest.fixture
def quiz(page: Page, site: str) -> Locator:
    return open_quiz(page, site)


def open_quiz(page: Page, site: str) -> Locator:
    page.goto(site + "quiz/")
    return page.locator("[data-quiz]")


def begin(quiz: Locator) -> None:
    quiz.get_by_role("button", name="Begin").click()
    expect(quiz).to_have_attribute("data-state", "asking")


def entry(page: Page, key: str) -> Any:
    text = page.evaluate("key => localStorage.getItem('module3:/:quiz:' + key)", key)
    return None if text is None else json.loads(text)


def item_of(page: Page, versions: list[dict[str, Any]]) -> dict[str, Any]:
    """The item that is asked."""
    name = page.evaluate("localStorage.getItem('module3:/:quiz:at')")
    return dict(versions[entry(page, "sitting")["version"]][name])


def choose(quiz: Locator, item: dict[str, Any], right: bool, sure: str = "Certain") -> None:
    """Answer by keys alone."""
    page = quiz.page
    stage = quiz.locator("[data-stage]")
    if item["ask"] == "number":
        stage.get_by_role("textbox").press_sequentially(item["shown"] if right else "98765")
    elif item["ask"] == "order":
        order(stage, item, right)
    else:
        places = [i for i, option in enumerate(item["options"]) if option["right"] == right]
        chosen = places if item["ask"] == "several" and right else places[:1]
        for place in chosen:
            stage.locator(f"[name=quiz-option][value='{place}']").focus()
            page.keyboard.press("Space")
    quiz.get_by_role("radio", name=sure).focus()
    page.keyboard.press("Space")
    quiz.get_by_role("button", name="Answer", exact=True).focus()
    page.keyboard.press("Enter")
    expect(quiz).to_have_attribute("data-state", "explained")


def order(stage: Locator, item: dict[str, Any], right: bool) -> None:
    wanted = item["orders"][0] if right else item["orders"][0][::-1]
    lines = stage.locator(".quiz-line")
    for place, line in enumerate(wanted):
        shown = [int(one.get_attribute("data-place") or 0) for one in lines.all()]
        for _ in range(shown.index(line) - place):
            button = stage.locator(f".quiz-line[data-place='{line}']").get_by_role("button").first
            button.focus()
            stage.page.keyboard.press("Enter")
            expect(button).to_be_focused()


def go_on(quiz: Locator) -> None:
    quiz.locator("[data-next]").focus()
    quiz.page.keyboard.press("Enter")


def sit(quiz: Locator, versions: list[dict[str, Any]], right: Callable[[int], bool]) -> int:
    """Answer all questions of a sitting and return how many there were."""
    expect(quiz).to_have_attribute("data-state", "asking")  # only now it is the stored one
    count = len(entry(quiz.page, "sitting")["items"])
    for number in range(count):
        expect(quiz.locator("[data-title]")).to_contain_text(f"Question {number + 1} of {count}")
        choose(quiz, item_of(quiz.page, versions), right(number))
        go_on(quiz)
    expect(quiz).to_have_attribute("data-state", "finished")
    return count


def markup(element: Locator) -> str:
    return element.inner_html().replace("&nbsp;", "\u00a0")


def clean(page: Page, html: str) -> str:
    """HTML as a browser writes it."""
    written = "html => { const e = document.createElement('div'); e.innerHTML = html; return e; }"
    return str(page.evaluate(f"html => ({written})(html).innerHTML", html)).replace(
        "&nbsp;", "\u00a0"
    )


def one_item(page: Page, versions: list[dict[str, Any]], ask: str) -> dict[str, Any]:
    """Bring the quiz to an item of a kind, as a stored sitting does."""
    item = next(item for item in versions[0].values() if item["ask"] == ask)
    places = list(range(len(item.get("options", item.get("lines", [])))))
    sitting = {"id": "one", "version": 0, "items": [{"name": item["name"], "order": places}]}
    page.evaluate(
        "([sitting, name]) => { localStorage.setItem('module3:/:quiz:sitting', sitting);"
        "localStorage.setItem('module3:/:quiz:at', name); }",
        [json.dumps(sitting), item["name"]],
    )
    page.reload()
    expect(page.locator("[data-quiz]")).to_have_attribute("data-state", "asking")
    return item


# ---- A sitting


def test_a_whole_sitting_by_keyboard(page: Page, site: str, versions: list[dict[str, Any]]) -> None:
    quiz = open_quiz(page, site)
    quiz.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Enter")
    expect(quiz).to_have_attribute("data-state", "asking")
    expect(quiz.locator("[data-title]")).to_be_focused()
    drawn = entry(page, "sitting")["items"]
    lessons = {item["lesson"] for item in versions[0].values()}
    assert len(drawn) == min(12, len(versions[0]))
    assert {versions[0][one["name"]]["lesson"] for one in drawn} == lessons
    step = page.locator("[data-path] [data-progress=quiz]")
    expect(step).not_to_have_attribute("data-done", "")
    count = sit(quiz, versions, lambda number: number > 0)
    expect(step).to_have_attribute("data-done", "")
    expect(quiz.locator("[data-title]")).to_have_text(f"{count - 1} of {count} correct")
    expect(quiz.locator("[data-title]")).to_be_focused()
    assert quiz.locator(".quiz-again a").count() == 1
    expect(quiz.locator(".quiz-back")).to_contain_text("1 question on")
    page.reload()
    expect(quiz).to_have_attribute("data-state", "finished")


def test_the_verdict_gets_the_focus_and_the_reasons_are_shown(
    quiz: Locator, versions: list[dict[str, Any]]
) -> None:
    begin(quiz)
    item = one_item(quiz.page, versions, "one")
    choose(quiz, item, False)
    expect(quiz.locator(".quiz-verdict")).to_be_focused()
    expect(quiz.locator(".quiz-verdict")).to_contain_text("although you were certain")
    assert quiz.locator(".quiz-reason").count() == 2
    below = quiz.locator("label[data-mark] + .quiz-reason")
    assert below.count() == 2, "each reason stands under its option"
    for reason in below.all():
        place = reason.evaluate("e => e.previousElementSibling.querySelector('input').value")
        option = item["options"][int(place)]
        assert markup(reason) == clean(quiz.page, option["reason"])
    expect(quiz.locator(".quiz-links a").first).to_have_attribute("href", item["see"]["href"])
    assert quiz.locator("label[data-mark]").count() == 2


def test_an_answer_needs_a_choice_and_how_sure_it_is(
    quiz: Locator, versions: list[dict[str, Any]]
) -> None:
    begin(quiz)
    one_item(quiz.page, versions, "one")
    button, note = (
        quiz.get_by_role("button", name="Answer", exact=True),
        quiz.locator("[data-note]"),
    )
    button.click()
    expect(note).to_contain_text("Choose an answer")
    quiz.locator("[name=quiz-option]").first.check()
    button.click()
    expect(note).to_contain_text("how sure")
    expect(quiz).to_have_attribute("data-state", "asking")


@pytest.mark.parametrize("text", ["", "abc", "1/0", "--1", "1e999", "<b>1</b>", "0.5.5"])
def test_malformed_numbers_are_refused(
    quiz: Locator, versions: list[dict[str, Any]], text: str
) -> None:
    begin(quiz)
    one_item(quiz.page, versions, "number")
    quiz.get_by_role("textbox").fill(text)
    quiz.get_by_role("radio", name="Certain").check()
    quiz.get_by_role("button", name="Answer", exact=True).click()
    expect(quiz.locator("[data-note]")).to_contain_text("Enter a number")
    expect(quiz).to_have_attribute("data-state", "asking")
    expect(quiz.get_by_role("textbox")).to_have_accessible_description(re.compile("Enter a number"))


@pytest.mark.parametrize("form", ["{}", " {} ", "{}0", "comma", "fraction"])
def test_numbers_are_taken_however_they_are_written(
    quiz: Locator, versions: list[dict[str, Any]], form: str
) -> None:
    begin(quiz)
    item = one_item(quiz.page, versions, "number")
    shown = item["shown"] if "." in item["shown"] else item["shown"] + ".0"
    forms = {"comma": shown.replace(".", ",").replace("-", "−"), "fraction": f"{shown}/1"}
    choose(quiz, {**item, "shown": forms.get(form, form.format(shown))}, True)
    expect(quiz.locator(".quiz-verdict")).to_have_text("Correct.")


def test_a_known_slip_is_told_its_reason(quiz: Locator, versions: list[dict[str, Any]]) -> None:
    begin(quiz)
    item = one_item(quiz.page, versions, "number")
    choose(quiz, {**item, "shown": item["slips"][0]["shown"]}, True)
    expect(quiz.locator(".quiz-verdict")).to_contain_text("Incorrect")
    assert quiz.locator(".quiz-reason").count() == 2


def test_the_result_says_what_does_not_fit_and_adds_up_what_comes_back(
    page: Page, quiz: Locator, versions: list[dict[str, Any]]
) -> None:
    begin(quiz)
    for number, (ask, sure, told) in enumerate(
        [
            ("one", "guessing", "matches what you knew"),
            ("number", "Fairly sure", "Fairly sure: 0 of 1"),
            ("order", "Certain", "Certain"),
        ]
    ):
        choose(quiz, one_item(page, versions, ask), False, sure)
        go_on(quiz)
        expect(quiz.locator(".quiz-results > p").first).to_have_text(re.compile(told))
        expect(quiz.locator(".quiz-back")).to_contain_text(f"{number + 1} question")
        again = quiz.locator(".quiz-again li").filter(has_text="you were certain")
        expect(again).to_have_count(int(sure == "Certain"))


# ---- Leaving and coming back


def test_nothing_is_lost_on_reload(
    page: Page, quiz: Locator, versions: list[dict[str, Any]]
) -> None:
    begin(quiz)
    choose(quiz, item_of(page, versions), True)
    verdict = quiz.locator(".quiz-verdict").inner_text()
    page.reload()
    expect(quiz).to_have_attribute("data-state", "explained")
    expect(quiz.locator(".quiz-verdict")).to_have_text(verdict)
    go_on(quiz)
    quiz.get_by_role("radio", name="Fairly sure").check()
    title = quiz.locator("[data-title]").inner_text()
    page.reload()
    expect(quiz.locator("[data-title]")).to_have_text(title)
    expect(quiz.get_by_role("radio", name="Fairly sure")).to_be_checked()


def test_a_pause_lasts_until_it_is_ended(
    page: Page, quiz: Locator, versions: list[dict[str, Any]]
) -> None:
    begin(quiz)
    choose(quiz, item_of(page, versions), True)
    go_on(quiz)
    quiz.get_by_role("button", name="Pause").click()
    expect(quiz).to_have_attribute("data-state", "start")
    page.reload()
    expect(quiz).to_have_attribute("data-state", "start")
    quiz.get_by_role("button", name="Continue: 1 of").click()
    expect(quiz.locator("[data-title]")).to_contain_text("Question 2 of")


def test_two_tabs_share_a_sitting(
    context: BrowserContext, site: str, versions: list[dict[str, Any]]
) -> None:
    first, second = context.new_page(), context.new_page()
    one = open_quiz(first, site)
    begin(one)
    other = open_quiz(second, site)
    expect(other).to_have_attribute("data-state", "asking")
    choose(one, item_of(first, versions), True)
    expect(other).to_have_attribute("data-state", "explained")
    kept = first.evaluate("({ ...localStorage })")
    go_on(other)
    choose(other, item_of(second, versions), False)
    now = first.evaluate("({ ...localStorage })")
    assert {key: now[key] for key in kept if "given/" in key} == {
        key: value for key, value in kept.items() if "given/" in key
    }
    assert len([key for key in now if "given/" in key]) == 2


@pytest.mark.parametrize("script", [FORBIDDEN, FULL])
def test_a_browser_that_keeps_nothing(page: Page, site: str, script: str) -> None:
    page.add_init_script(script)
    quiz = open_quiz(page, site)
    begin(quiz)
    expect(page.locator("[data-not-kept]")).to_be_visible()
    for _ in range(2):
        if quiz.locator("[name=quiz-option]").count():
            quiz.locator("[name=quiz-option]").first.check()
        elif quiz.get_by_role("textbox").count():
            quiz.get_by_role("textbox").fill("1")
        quiz.get_by_role("radio", name="Certain").check()
        quiz.get_by_role("button", name="Answer", exact=True).click()
        expect(quiz).to_have_attribute("data-state", "explained")
        quiz.locator("[data-next]").click()


@pytest.mark.parametrize(
    "damage",
    [
        "{",
        "null",
        "[]",
        '{"id": "x", "version": -1, "items": []}',
        '{"id": "x", "version": 99, "items": [{"name": "gone", "order": [0]}]}',
    ],
)
def test_damaged_entries_are_put_aside(page: Page, quiz: Locator, damage: str) -> None:
    expect(quiz).to_have_attribute("data-state", "start")
    for key in ("sitting", "draft", "item/x", "given/x/gone"):
        page.evaluate(
            "([key, text]) => localStorage.setItem('module3:/:quiz:' + key, text)", [key, damage]
        )
    page.evaluate("localStorage.setItem('module3:/:quiz:at', 'gone')")
    page.reload()
    expect(quiz).to_have_attribute("data-state", "start")
    begin(quiz)


# ---- Coming back after days


def test_what_was_missed_comes_back_the_next_day(
    page: Page, site: str, versions: list[dict[str, Any]]
) -> None:
    page.clock.set_fixed_time(NOON)
    quiz = open_quiz(page, site)
    begin(quiz)
    sit(quiz, versions, lambda number: number > 0)
    review = page.locator("[data-review]")
    page.goto(site)
    expect(review).to_be_hidden()
    page.clock.set_fixed_time("2026-03-29T00:01:00")
    page.reload()
    expect(review).to_have_text("1 to review")
    review.get_by_role("link").click()
    quiz.get_by_role("button", name="Review the questions that came back (1)").click()
    assert sit(quiz, versions, lambda _: True) == 1
    for date, shown in (("2026-03-31", False), ("2026-04-01", True)):
        page.clock.set_fixed_time(f"{date}T12:00:00")
        page.goto(site)
        expect(review).to_be_visible(visible=shown)


def test_a_clock_that_was_ahead_hides_nothing(
    page: Page, site: str, versions: list[dict[str, Any]]
) -> None:
    page.clock.set_fixed_time("2030-01-01T12:00:00")
    quiz = open_quiz(page, site)
    begin(quiz)
    sit(quiz, versions, lambda number: number > 0)
    page.clock.set_fixed_time(NOON)
    page.goto(site)
    expect(page.locator("[data-review]")).to_have_text("1 to review")


def test_the_schedule(page: Page, site: str) -> None:
    page.goto(site)
    found = page.evaluate(
        """async (path) => {
          const { dateOf, isDue, later, next } = await import(path);
          const steps = [];
          let [plan, today] = [null, "2026-02-26"];
          for (const good of [true, false, true, false, true, true, true]) {
            plan = next(plan, good, today);
            steps.push(plan && [plan.step, plan.due]);
            today = plan?.due ?? today;
          }
          const missed = next(null, false, "2026-03-28");
          return {
            steps,
            early: next(missed, true, "2026-03-28"),
            missed,
            days: ["2026-03-27", "2026-03-28", "2026-03-29", "2020-01-01"].map((day) =>
              isDue(missed, day),
            ),
            year: later("2026-12-31", 1),
            leap: later("2028-02-28", 1),
            local: dateOf(new Date(2026, 0, 5, 23, 59)),
          };
        }""",
        f"{site}{SOURCE}quiz/schedule.js",
    )
    assert found["steps"] == [
        None,
        [0, "2026-02-27"],
        [1, "2026-03-02"],
        [0, "2026-03-03"],
        [1, "2026-03-06"],
        [2, "2026-03-13"],
        None,
    ]
    assert found["early"] == found["missed"]
    assert found["days"] == [False, False, True, True]
    assert (found["year"], found["leap"]) == ("2027-01-01", "2028-02-29")
    assert found["local"] == "2026-01-05"


# ---- How it looks and reads


@pytest.mark.parametrize("ask", ["one", "number", "several", "order"])
def test_axe_finds_nothing_and_a_phone_is_wide_enough(
    new_page: NewPage, site: str, versions: list[dict[str, Any]], ask: str
) -> None:
    if not any(item["ask"] == ask for item in versions[0].values()):
        pytest.skip(f"no item asks for {ask}")
    page = new_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    quiz = open_quiz(page, site)
    begin(quiz)
    item = one_item(page, versions, ask)
    for state in ("asking", "explained", "finished"):
        expect(quiz).to_have_attribute("data-state", state)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        if state == "asking":
            choose(quiz, item, False)
        elif state == "explained":
            go_on(quiz)


@pytest.mark.parametrize("name", ["perceptron-order", "backprop-train-order"])
def test_only_the_correct_order_shows_how_lines_are_indented(
    page: Page, site: str, versions: list[dict[str, Any]], name: str
) -> None:
    quiz = open_quiz(page, site)
    begin(quiz)
    item = one_item(page, [{name: versions[0][name]}], "order")
    assert "\u00a0" in item["lines"][1]
    lines = quiz.locator("[data-stage] .quiz-line .quiz-text")
    asked = [line.replace("\u00a0", "") for line in item["lines"]]
    assert [line.inner_html() for line in lines.all()] == asked
    choose(quiz, item, False)
    correct = [line.inner_html().replace("&nbsp;", "\u00a0") for line in lines.all()][-len(asked) :]
    assert correct == item["lines"]


def test_every_item_fits_a_phone_and_its_place_can_be_pointed_at(
    new_page: NewPage, site: str, versions: list[dict[str, Any]]
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    quiz = open_quiz(page, site)
    expect(quiz).to_have_attribute("data-state", "start")
    for item in versions[0].values():
        places = list(range(len(item.get("options", item.get("lines", [])))))
        sitting = {"id": "one", "version": 0, "items": [{"name": item["name"], "order": places}]}
        page.evaluate(
            "([sitting, name]) => { localStorage.setItem('module3:/:quiz:at', name);"
            "localStorage.setItem('module3:/:quiz:sitting', sitting);"
            "dispatchEvent(new StorageEvent('storage', { key: 'module3:/:quiz:sitting' })); }",
            [json.dumps(sitting), item["name"]],
        )
        expect(quiz.locator(".quiz-stem")).to_have_js_property(
            "innerHTML",
            page.evaluate(
                "text => { const div = document.createElement('div'); div.innerHTML = text;"
                "return div.innerHTML; }",
                item["stem"],
            ),
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, item["name"]
        assert quiz.evaluate(NAMELESS_STOPS) == [], item["name"]
        if "drawing" in item:
            last = item["options"][-1]["place"]
            quiz.locator(f"[data-place='{last}']").first.dispatch_event("click")
            expect(quiz.locator("[name=quiz-option]").last).to_be_checked()
            letters = quiz.locator(".quiz-option .quiz-line-number").all_inner_texts()
            assert letters == sorted(option["place"] for option in item["options"])


@pytest.mark.service_worker
@pytest.mark.python("on")
def test_questions_are_there_without_python_and_offline(
    context: BrowserContext, page: Page, site: str
) -> None:
    page.goto(site + "quiz/")
    page.wait_for_selector("html[data-offline=ready]", timeout=120_000)
    context.set_offline(True)
    page.reload()
    quiz = page.locator("[data-quiz]")
    begin(quiz)
    context.set_offline(False)


def test_it_prints_what_was_asked(page: Page, quiz: Locator) -> None:
    begin(quiz)
    page.emulate_media(media="print")
    expect(quiz.locator(".quiz-stem")).to_be_visible()
    expect(quiz.get_by_role("button", name="Pause")).to_be_hidden()
