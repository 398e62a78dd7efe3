"""Predictions, blanks, numbers that unfold, and live figures, on the lessons that have them."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons, load_pages
from tests.support import NewPage

LESSON = "perceptron/"
LINE = 25.6  # px, a line of text on a phone
PAGES = (*load_lessons(ROOT / "site" / "lessons"), *load_pages(ROOT / "site" / "pages"))
WITH_FIGURES = [
    lesson.slug
    for lesson in PAGES
    if any("CONTROLS = [" in path.read_text() for path in lesson.folder.glob("figures/*.py"))
]


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


@pytest.fixture
def lesson(page: Page, site: str) -> Page:
    page.goto(site + LESSON)
    return page


@pytest.fixture
def live(lesson: Page) -> Page:
    lesson.wait_for_selector("html[data-python=ready]", timeout=60_000)
    return lesson


# ---- Predictions


def predict(asked: Locator, answer: int | str) -> str:
    """Commit to the answer at a place, or to a number, and return the verdict."""
    if isinstance(answer, int):
        asked.get_by_role("radio").nth(answer).check()
    else:
        asked.get_by_role("textbox").fill(answer)
    asked.locator("[type=submit]").click()
    expect(asked.locator("[data-outcome]")).to_be_visible()
    return asked.locator("[data-judged]").inner_text()


def stored(page: Page, key: str) -> str | None:
    value: str | None = page.evaluate("key => localStorage.getItem(`module3:/:${key}`)", key)
    return value


def test_a_prediction_gets_a_verdict_and_is_kept(lesson: Page) -> None:
    asked = lesson.locator("[data-predict='perceptron/bias-moves']")
    outcome, again = asked.locator("[data-outcome]"), asked.locator("[data-again]")
    texts = asked.locator("[data-text]").all_inner_texts()
    expect(outcome).to_be_hidden()
    asked.get_by_role("button").click()
    expect(asked.locator("[data-note]")).not_to_be_empty()
    expect(outcome).to_be_hidden()
    wrong = f"You predicted {texts[1]}. The answer is {texts[2]}."
    assert predict(asked, 1) == wrong
    expect(outcome).to_be_focused()
    marks = asked.locator("[data-mark]")
    expect(marks).to_have_text(["", "your prediction", "right answer", ""])
    lesson.reload()
    expect(asked.locator("[data-judged]")).to_have_text(wrong)
    expect(marks).to_have_text(["", "your prediction", "right answer", ""])
    expect(asked.get_by_role("radio").first).to_be_disabled()
    again.click()
    expect(outcome).to_be_hidden()
    expect(marks).to_have_text([""] * 4)
    expect(asked.get_by_role("radio").first).to_be_focused()
    second = f"You first predicted {texts[1]}, and now {texts[2]}. That’s right."
    assert predict(asked, 2) == second
    expect(marks).to_have_text(["", "", "right answer, your prediction", ""])
    expect(again).to_be_hidden()
    assert stored(lesson, "predicted:perceptron/bias-moves") == texts[1]
    other = lesson.locator("[data-predict='perceptron/doubled']")
    assert predict(other, 2).endswith("That’s right.")
    expect(other.locator("[data-again]")).to_be_hidden()


def test_who_says_that_they_do_not_know_is_told_the_answer_and_nothing_is_wrong(
    page: Page, site: str
) -> None:
    page.goto(site)
    asked = page.locator("[data-predict='welcome/skip-neuron']")
    right = asked.locator("[data-right] [data-text]").inner_text()
    assert predict(asked, 3) == f"The answer is {right}."
    expect(asked.locator("[data-mark]")).to_have_text(["", "right answer", "", ""])
    expect(asked.locator("[data-result=wrong]")).to_have_count(0)
    asked.locator("[data-again]").click()
    assert predict(asked, 1) == f"You predicted {right}. That’s right."


def test_a_predicted_number_counts_however_it_is_written(page: Page, site: str) -> None:
    page.goto(f"{site}forward/")
    asked = page.locator("[data-predict='forward/parameters']")
    key = "predicted:forward/parameters"
    for text, right in {
        "12,730": True,
        "12 730": True,
        "12730": True,
        "12.730": True,
        "12.73": False,
        "12729.6": False,
    }.items():
        verdict = predict(asked, text)
        assert verdict.startswith(f"You predicted {text}.")
        assert verdict.endswith("right." if right else "The answer is 12,730.")
        expect(asked.locator("[data-again]")).to_be_visible(visible=not right)
        assert stored(page, key) == text
        page.evaluate("key => localStorage.removeItem(`module3:/:${key}`)", key)
        page.reload()


@pytest.mark.parametrize("kept", ["An answer that has been reworded", "<b>1</b>"])
def test_an_earlier_answer_that_is_no_longer_offered_is_still_shown(
    lesson: Page, kept: str
) -> None:
    key = "module3:/:predicted:perceptron/doubled"
    lesson.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    lesson.reload()
    verdict = lesson.locator("[data-predict='perceptron/doubled'] [data-judged]")
    expect(verdict).to_have_text(f"You predicted {kept}. The answer is It stays where it is.")


def test_an_outcome_shows_its_buttons(lesson: Page) -> None:
    asked = lesson.locator("[data-predict]:has([type=radio])").first
    asked.locator("[data-outcome]").evaluate(
        "(outcome) => outcome.append(Object.assign(document.createElement('button'), "
        "{ className: 'worked-value', textContent: '0.5' }))"
    )
    asked.get_by_role("radio").first.check()
    asked.locator("[type=submit]").click()
    expect(asked.locator("[data-outcome] .worked-value")).to_be_visible()
    expect(asked.locator("[type=submit]")).to_be_hidden()


def test_answers_that_wrap_stay_apart_and_keep_their_buttons(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page.goto(site + "loss/")
    answers = page.locator("[data-predict]").last.locator(".predict-answer")
    texts = [text.bounding_box() for text in answers.locator("> span").all()]
    buttons = [button.bounding_box() for button in answers.locator("input").all()]
    assert max(text["height"] for text in texts if text) > 1.5 * LINE
    for text, button in zip(texts, buttons, strict=True):
        assert text
        assert button
        assert abs(button["y"] + button["height"] / 2 - (text["y"] + LINE / 2)) < 4
    for above, below in pairwise(texts):
        assert above
        assert below
        assert below["y"] - (above["y"] + above["height"]) > LINE / 2


def test_without_scripts_every_outcome_can_be_read(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site + LESSON)
    for outcome in page.locator("[data-outcome]").all():
        expect(outcome).to_be_visible()
    for how in page.locator(".worked-how:not(details *)").all():
        expect(how).to_be_visible()


# ---- Blanks and numbers that unfold


def blank_with_slip(page: Page) -> tuple[Locator, str, dict[str, str]]:
    blank = page.locator("[data-blank]:not([data-slips='{}'])").first
    slips: dict[str, str] = json.loads(blank.get_attribute("data-slips") or "{}")
    return blank, blank.get_attribute("data-blank") or "", slips


def fill(blank: Locator, text: str) -> str:
    field = blank.get_by_role("textbox")
    field.fill(text)
    field.press("Enter")
    return blank.locator("[aria-live]").inner_text()


def test_a_wrong_number_names_its_slip_and_can_then_be_shown(lesson: Page) -> None:
    blank, answer, slips = blank_with_slip(lesson)
    number, reason = next(iter(slips.items()))
    assert reason in fill(blank, number)
    show = blank.get_by_role("button")
    expect(show).to_be_hidden()
    assert "not 987" in fill(blank, "987")
    show.click()
    expect(blank.get_by_role("textbox")).to_have_value(answer)
    expect(blank).to_have_attribute("data-result", "shown")


def test_a_blank_is_named_and_its_error_is_told_at_it(lesson: Page) -> None:
    blanks = lesson.locator("[data-blank] input")
    blanks.first.wait_for()
    fields = blanks.all()
    names = [field.get_attribute("aria-label") or "" for field in fields]
    assert len(set(names)) == len(names) > 5
    assert [name for name in names if not re.fullmatch(r"Blank \d+: .+", name)] == []
    blank, _, _ = blank_with_slip(lesson)
    fill(blank, "987")
    field = blank.get_by_role("textbox")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("not 987")
    field.press("9")
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("form", ["{:.2f}", "{:.4f}", "+{:.3f}", " {:.2f} "])
def test_the_right_number_is_taken_however_it_is_written(lesson: Page, form: str) -> None:
    blank, answer, _ = blank_with_slip(lesson)
    written = form.format(abs(float(answer)))
    if float(answer) < 0:
        written = "−" + written.strip().removeprefix("+")
    fill(blank, written.replace(".", ","))
    expect(blank).to_have_attribute("data-result", "right")


@pytest.mark.parametrize(("off", "result"), [(-2, "right"), (2, "right"), (3, "wrong")])
def test_three_places_may_come_from_rounded_numbers(
    page: Page, site: str, off: int, result: str
) -> None:
    page.goto(site + "backprop/")
    blank = page.locator("[data-blank$='.643']").first
    fill(blank, f"{float(blank.get_attribute('data-blank') or 0) + off / 1000:.3f}")
    expect(blank).to_have_attribute("data-result", result)


@pytest.mark.parametrize("text", ["abc", "1/0", "--1", "1e999", "<b>1</b>", "0.5.5"])
def test_what_is_no_number_is_said_to_be_none(lesson: Page, text: str) -> None:
    blank, _, _ = blank_with_slip(lesson)
    assert "a number, such as" in fill(blank, text)


def test_a_whole_number_takes_no_other_and_stays_filled_in(lesson: Page, site: str) -> None:
    whole = lesson.locator("[data-blank='1'], [data-blank='0']").first
    answer = whole.get_attribute("data-blank") or ""
    for off in (0.5, -0.5, 0.49, 0.001):
        fill(whole, str(float(answer) + off))
        expect(whole).to_have_attribute("data-result", "wrong")
    fill(whole, f"{answer}.0")
    expect(whole).to_have_attribute("data-result", "right")
    shown, number, _ = blank_with_slip(lesson)
    fill(shown, "987")
    fill(shown, "988")
    shown.get_by_role("button").click()
    lesson.reload()
    for blank, result, value in ((whole, "right", answer), (shown, "shown", number)):
        expect(blank).to_have_attribute("data-result", result)
        expect(blank.get_by_role("textbox")).to_have_value(value)
    assert stored(lesson, f"filled:{whole.get_attribute('data-name')}") == "right"
    lesson.goto(f"{site}progress/")
    row = lesson.locator("[data-progress-page] [data-progress=perceptron]")
    expect(row.locator("[data-count=blanks]")).to_have_text(re.compile("^2 / "))


def test_a_worked_number_unfolds_and_folds(lesson: Page) -> None:
    worked = lesson.locator("[data-worked]").first
    button, how = worked.get_by_role("button"), worked.locator(".worked-how")
    expect(how).to_be_hidden()
    button.click()
    expect(how).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.press("Enter")
    expect(how).to_be_hidden()


# ---- Figures


def figures(page: Page) -> list[Locator]:
    return page.locator("[data-figure]").all()


def drawing(figure: Locator) -> str:
    return figure.locator("[data-drawing]").inner_html()


@pytest.mark.parametrize("lesson", WITH_FIGURES)
def test_every_figure_comes_to_life_and_every_control_changes_it(
    page: Page, site: str, lesson: str
) -> None:
    page.goto(f"{site}{lesson}/")
    page.wait_for_selector("html[data-python=ready]", timeout=60_000)
    for figure in figures(page):
        expect(figure).to_have_attribute("data-live", "true")
        for control in figure.locator("input[type=range], select, input[type=checkbox]").all():
            before = drawing(figure)
            control.focus()
            if control.evaluate("field => field.type") == "checkbox":
                control.press("Space")
            else:
                control.press(next_key(control))
            expect(figure.locator("[data-drawing]")).not_to_have_js_property("innerHTML", before)
        expect(figure.locator("[data-note]")).to_be_empty()


def next_key(control: Locator) -> str:
    """Return the arrow key that changes a control: back from its end, else on."""
    at_end: bool = control.evaluate(
        "({ localName, selectedIndex, length, value, max }) => localName === 'select'"
        " ? selectedIndex === length - 1 : Number(value) === Number(max)"
    )
    is_list = control.evaluate("field => field.localName === 'select'")
    back, on = ("ArrowUp", "ArrowDown") if is_list else ("ArrowDown", "ArrowRight")
    return back if at_end else on


def grip_of(page: Page) -> tuple[Locator, Locator]:
    figure = page.locator("[data-figure]:has([data-point])").first
    expect(figure).to_have_attribute("data-live", "true")
    return figure, figure.locator("[data-point]").first


def test_a_point_moves_by_arrow_keys(live: Page) -> None:
    figure, grip = grip_of(live)
    said = grip.get_attribute("aria-valuetext")
    before = drawing(figure)
    grip.focus()
    grip.press("ArrowLeft")
    grip.press("Shift+ArrowUp")
    expect(grip).not_to_have_attribute("aria-valuetext", said or "")
    expect(figure.locator("[data-drawing]")).not_to_have_js_property("innerHTML", before)
    expect(grip).to_be_focused()


@pytest.mark.parametrize("lesson", ["perceptron", "forward"])  # y grows upwards, downwards
def test_the_up_arrow_moves_a_point_up(page: Page, site: str, lesson: str) -> None:
    page.goto(f"{site}{lesson}/")
    page.wait_for_selector("html[data-python=ready]", timeout=60_000)
    _, grip = grip_of(page)

    tops = []
    for key in ("ArrowUp", "ArrowDown", "ArrowDown"):
        before = grip.get_attribute("style") or ""
        tops.append(grip.evaluate("grip => parseFloat(grip.style.top)"))
        grip.press(key)
        expect(grip).not_to_have_attribute("style", before)
    first, up, back = tops
    assert up < first
    assert back == pytest.approx(first, abs=0.1)


def test_a_point_follows_the_pointer_and_stays_inside(live: Page) -> None:
    figure, grip = grip_of(live)
    figure.scroll_into_view_if_needed()
    box = grip.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    live.mouse.move(x, y)
    live.mouse.down()
    live.mouse.move(x + 30, y - 20, steps=5)
    live.mouse.up()
    live.wait_for_timeout(300)
    moved = grip.bounding_box()
    assert moved
    slack = 8  # it moves in steps
    assert abs(moved["x"] - box["x"] - 30) < slack
    assert abs(moved["y"] - box["y"] + 20) < slack
    live.mouse.move(x + 30, y - 20)
    live.mouse.down()
    live.mouse.move(5000, 5000, steps=3)
    live.mouse.up()
    low, high = map(float, (grip.get_attribute("data-x-range") or "").split())
    value = float((grip.get_attribute("aria-valuetext") or "").split(",")[0])
    assert low <= value <= high


def test_a_grip_is_there_only_where_the_drawing_has_its_handle(page: Page, site: str) -> None:
    page.goto(f"{site}activations/")
    page.wait_for_selector("html[data-python=ready]", timeout=60_000)
    figure = page.locator("#figure-fit")
    grips = figure.locator("[data-point]:visible")
    expect(figure).to_have_attribute("data-live", "true")
    for curve, count in (("wave", 0), ("own", 7), ("jump", 0), ("own", 7)):
        figure.locator("select").select_option(curve)
        expect(grips).to_have_count(count)
    page.set_viewport_size({"width": 500, "height": 700})
    expect(grips).to_have_count(7)
    figure.locator("[data-restore]").click()
    expect(grips).to_have_count(0)


def test_steps_play_pause_and_restore(live: Page) -> None:
    figure = live.locator("[data-figure]:has([data-steps])").first
    expect(figure).to_have_attribute("data-live", "true")
    count = figure.locator("[data-steps] output")
    first = int(count.inner_text())
    figure.get_by_role("button", name="One step forward").click()
    expect(count).to_have_text(str(first + 1))
    figure.get_by_role("button", name="One step back").click()
    expect(count).to_have_text(str(first))
    figure.get_by_role("button", name="Play").click()
    expect(count).to_have_text(str(first + 2), timeout=10_000)
    figure.get_by_role("button", name="Pause").click()
    figure.get_by_role("button", name="Reset").click()
    expect(count).to_have_text(str(first))


@pytest.mark.parametrize(
    ("address", "figure", "name", "place"),
    [
        ("loss/", "curves", "epoch", "0 / 60"),  # before the first epoch
        ("backprop/", "learning", "step", "0 / 30"),
        ("perceptron/", "learning", "step", "1 / "),
    ],
)
def test_steps_are_counted_as_the_figure_counts(
    page: Page, site: str, address: str, figure: str, name: str, place: str
) -> None:
    page.goto(f"{site}{address}#figure-{figure}?{name}=0")
    expect(page.locator(f"#figure-{figure} .figure-place")).to_contain_text(place)


def test_the_summary_follows_the_state(live: Page) -> None:
    figure = live.locator("[data-figure]:has([data-steps])").first
    expect(figure).to_have_attribute("data-live", "true")
    summary = figure.locator("[data-summary]")
    first = summary.text_content() or ""
    assert first == figure.locator("desc").text_content()
    figure.get_by_role("button", name="One step forward").click()
    expect(summary).not_to_have_text(first)
    assert summary.text_content() == figure.locator("desc").text_content()


def test_an_address_opens_a_figure_in_a_state(page: Page, site: str) -> None:
    page.goto(site + LESSON)
    figure = page.locator("[data-figure]:has([data-steps])").first
    name = figure.locator("[data-steps] input").get_attribute("name")
    identity = figure.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{site}{LESSON}#{identity}?{name}=3")
    expect(figure.locator("[data-steps] output")).to_have_text("4")
    expect(figure).to_have_attribute("data-live", "true", timeout=60_000)
    expect(figure).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{site}{LESSON}#{identity}?{name}=<b>&nonsense=1")  # loses nothing
    expect(figure).to_have_attribute("data-live", "true", timeout=60_000)
    expect(figure.locator("[data-note]")).to_be_empty()


@pytest.mark.parametrize("lesson", WITH_FIGURES)
def test_figures_fit_a_small_phone(new_page: NewPage, site: str, lesson: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{site}{lesson}/")
    for figure in figures(page):
        box = figure.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# ---- Key terms


def test_the_glossary_leads_to_every_term_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}glossary/")
    terms = page.locator("dl.glossary dt")
    assert terms.count() > 5
    names = terms.all_inner_texts()
    assert names == sorted(names, key=str.lower)
    link = page.locator("dl.glossary dd a").first
    anchor = re.sub(".*#", "", link.get_attribute("href") or "")
    link.click()
    expect(page.locator(f"dfn#{anchor}")).to_be_in_viewport()
