"""The program of /project/app/ built in four steps: what each says, keeps, and stops."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from builder.base.bootstrap import ROOT
from builder.pages import app_steps
from tests.browser.own import UNTIL_STORED, give_network
from tests.browser.pads import draw_all, draw_by_mouse, pad_box, read
from tests.browser.strokefont import digit
from tests.support import Problems

FOLDER = ROOT / "site" / "lessons" / "08-project" / "app"
STEPS = app_steps.load(FOLDER, (FOLDER / "main.py").read_text())
RUNNING = "[data-app][data-state=started]"
PANEL = "[data-app-step]:not([hidden])"
INKED = """() => {
  const canvas = document.querySelector('canvas[data-draw-pad]');
  return canvas.getContext('2d').getImageData(0, 0, 280, 280).data.filter((_, i) => i % 4 === 3)
    .reduce((sum, one) => sum + one / 255, 0);
}"""

# What a learner may write in a step's gaps, and a piece of what they're told.
WRONG = [
    (1, {"+= [position(move) for move in moves]": ".extend(map(position, moves))"}, None),
    (1, {"[position(move) for move in moves]": "[(0, 0) for move in moves]"}, "(100, 75)"),
    (1, {"[position(move) for move in moves]": "[]"}, "only 1 of them"),
    (1, {"        draw_line(stroke)": "        pass"}, "no ink on the canvas"),
    (1, {"draw_line(stroke)": "draw_line(stroke[:1])"}, "isn’t where the pen was"),
    (1, {"    strokes.clear()": "    strokes"}, "`clear` empties it"),
    (2, {"places[-1] + 1": "places[-1]"}, "Return the last index plus 1"),
    (2, {"return places[0], places[-1] + 1": "return places[0]"}, "two numbers"),
    (2, {"max(bottom - top, right - left) / FITTED": "(bottom - top) / FITTED"}, "longer side"),
    (2, {"max(bottom": "min(bottom"}, "longer side"),
    (2, {"(positions * profile).sum() / profile.sum()": "positions.mean()"}, "center of mass"),
    (2, {"(positions * profile).sum() / profile.sum()": "profile.mean()"}, "center of mass"),
    (3, {"return powers / powers.sum()": "return powers"}, "add up to 1"),
    (3, {"return powers / powers.sum()": "return powers / powers.max()"}, "add up to 1"),
    (3, {"np.exp(logits - logits.max())": "np.exp(logits)"}, "overflows"),
    (3, {"np.exp(logits - logits.max())": "logits - logits.min()"}, "e to the power"),
    (3, {"image.reshape(1, 1, IMAGE, IMAGE)": "np.zeros((1, 1, 28, 28))"}, "an empty image"),
    (3, {"image.reshape(1, 1, IMAGE, IMAGE)": "image.T.reshape(1, 1, 28, 28)"}, "as it is"),
    (4, {'f"{probabilities[digit]:.1%}"': 'f"{probabilities[digit]}%"'}, "% wide. Yours is"),
    (4, {'f"{probabilities[digit]:.1%}"': "percent(probabilities[digit])"}, "isn’t a length"),
    (4, {"label.textContent = percent(probabilities[digit])": "pass"}, "the number beside it"),
    (4, {'"likeliest" if state == "digit" and digit == likeliest else ""': '""'}, "no bar has"),
    (4, {'state == "digit" and digit': "digit"}, "no bar should be marked"),
]

MOVES = "[position(move) for move in moves]"
RETURN = "    return places[0], places[-1] + 1"
POWERS = "    return powers / powers.sum()"
BATCH = "batch = image.reshape(1, 1, IMAGE, IMAGE)"
MIDDLE = "(positions * profile).sum() / profile.sum()"

# What a check can't work with, a piece of what they're told, and of the line that it's about.
ODD = [
    (1, {f"+= {MOVES}": ".append(moves)"}, "has a list of", ".append(moves)"),
    (1, {MOVES: "position(event)"}, "has the number", "+= position(event)"),
    (1, {f"{MOVES}": "[str(move) for move in moves]"}, "has the text", "[str(move)"),
    (
        2,
        {"np.flatnonzero(": "np.where("},
        "its first element, np.where(...)[0]",
        "return places[0]",
    ),
    (2, {RETURN: "    return places"}, "an array of the shape (140,)", "return places"),
    (2, {RETURN: ""}, "None, as a function does that has no return", "places = np.flat"),
    (2, {"return max(bottom": "max(bottom"}, "scale should return one number", "max(bottom"),
    (2, {MIDDLE: "positions * profile"}, "an array of the shape (280,)", "positions * profile"),
    (2, {"def scale(": "def scales("}, "no scale any more", None),
    (2, {"def extent(": "extent = 3\n\n\ndef other("}, "can’t work with what extent", "extent = 3"),
    (3, {POWERS: "    powers / powers.sum()"}, "10 numbers", "powers = np.exp"),
    (3, {POWERS: "    return powers[None] / powers.sum()"}, "shape (1, 10)", "powers[None]"),
    (3, {'(state != "blank"), state': '(state != "blank")'}, "two things", "return probabilities"),
]

# What raises an error: what helps, what's marked, and where their part is.
RAISED = [
    (1, {"position(move)": "pen_at(move)"}, "the code that sets it", "pen_at(", "pen_at("),
    (2, {RETURN: "    return places.fist()"}, "no .fist here", "places.fist()", "places.fist()"),
    (
        2,
        {"np.flatnonzero(": "np.where(", RETURN: "    return places.min(), places.max()"},
        "This is a tuple, and its elements have .min",
        "return places.min()",
        "return places.min()",
    ),
    (
        3,
        {BATCH: "batch = image.reshape(1, IMAGE, IMAGE, 1)"},
        "axis 1 has size 28, but the network takes 1",
        "results = await graph.run",
        "batch = image.reshape",
    ),
    (3, {BATCH: "batch = image"}, "has 2 axes", "results = await graph.run", "batch = image"),
    (
        3,
        {POWERS: "    return np.array([powers, [powers.sum()]])"},
        "must all have the same length",
        "np.array([powers",
        "np.array([powers",
    ),
    (4, {"probabilities[digit]:.1%": "probabilities:.1%"}, "one number", ":.1%", ":.1%"),
]


def panel(page: Page) -> Locator:
    return page.locator(PANEL)


def open_step(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}project/app/#{name}")
    page.wait_for_selector(RUNNING)
    panel(page).locator(".cm-content").wait_for()


def wait_for_step(page: Page, step: int | str) -> None:
    """Wait until the program of this step has started: until then, that of the last one runs."""
    page.wait_for_selector(f"{RUNNING}[data-step='{step}']")


def turn_to(page: Page, name: str) -> None:
    page.locator(f"[data-steps] a[href='#{name}']").click()
    wait_for_step(page, name.removeprefix("step-"))
    panel(page).locator(".cm-content").wait_for()


def write(page: Page, text: str) -> None:
    panel(page).locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def run(page: Page, text: str | None = None) -> None:
    if text is not None:
        write(page, text)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("[data-app]")).to_have_attribute("data-state", "started")


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def test_a_beginner_goes_through_all_steps(page: Page, site: str) -> None:
    page.goto(f"{site}project/app/")
    for step in STEPS:
        wait_for_step(page, step.number)
        expect(page.locator("[data-steps] [aria-current=step]")).to_contain_text(step.title)
        expect(panel(page)).to_contain_text(f"Step {step.number} of 4")
        panel(page).locator(".cm-content").wait_for()
        expect(panel(page).locator(".cm-content")).to_contain_text("YOUR TURN")
        expect(panel(page).locator("[data-feedback]")).to_be_hidden()
        panel(page).get_by_role("button", name="Run and check").click()
        expect(panel(page).locator("[data-feedback][data-result=fail]")).to_be_visible()
        panel(page).get_by_role("button", name="Hint").click()
        expect(panel(page).locator("[data-hints] li:visible")).to_have_count(1)
        run(page, step.finished)
        expect(panel(page).locator("[data-feedback][data-result=pass]")).to_contain_text(
            "That’s it"
        )
        assert page.locator("[data-done]:visible").count() == step.number
        panel(page).get_by_role("button", name="Go on").click()
    wait_for_step(page, "whole")
    (found,) = draw_all(page, [digit(3, random.Random(5))])
    assert (found.digit, found.state) == (3, "digit")
    assert page.evaluate("localStorage.getItem('module3:/:done:project/app/build')")
    turn_to(page, "step-2")
    expect(panel(page).locator("[data-edited]")).to_be_visible()
    assert "YOUR TURN" not in panel(page).locator(".cm-content").inner_text()
    page.reload()
    page.wait_for_selector(RUNNING)
    expect(page.locator("[data-steps] [aria-current=step]")).to_contain_text("Image")
    expect(page.locator("[data-done]:visible")).to_have_count(4)


def test_what_is_missing_is_said_in_plain_words(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    at = 1
    for number, changes, told in WRONG:
        if number != at:
            turn_to(page, f"step-{number}")
            at = number
        text = STEPS[number - 1].finished
        for old, new in changes.items():
            text = text.replace(old, new)
        run(page, text)
        feedback = panel(page).locator("[data-feedback]")
        expect(feedback).to_have_attribute("data-result", "fail" if told else "pass")
        if told:
            expect(feedback).to_contain_text(told.replace("`", ""))


def scribble(page: Page) -> None:
    box = pad_box(page)
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 180, box["y"] + 200, steps=8)
    page.mouse.up()


def changed(number: int, changes: dict[str, str]) -> str:
    text = STEPS[number - 1].finished
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


def test_what_a_check_cannot_work_with_is_said_with_the_line(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    for number, changes, told, line in ODD:
        if not page.url.endswith(f"step-{number}"):
            turn_to(page, f"step-{number}")
        text = changed(number, changes)
        write(page, text)
        page.keyboard.press("ControlOrMeta+Enter")
        feedback = panel(page).locator("[data-feedback][data-result=fail]")
        expect(feedback).to_contain_text(told)
        if line is None:
            expect(feedback.locator(".cell-line")).to_have_count(0)
            continue
        at = re.sub(r"\D", "", feedback.locator(".cell-line").inner_text())
        assert line in text.splitlines()[int(at) - 1]
        panel(page).get_by_role("button", name="Your part").click()
        expect(panel(page).locator(".cm-line", has_text=line).first).to_be_in_viewport()


def test_an_error_below_the_learners_code_names_their_line(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    for number, changes, helps, marked, part in RAISED:
        if not page.url.endswith(f"step-{number}"):
            turn_to(page, f"step-{number}")
        write(page, changed(number, changes))
        page.keyboard.press("ControlOrMeta+Enter")
        help_ = panel(page).locator(".cell-error .cell-help").first
        expect(help_).to_contain_text(helps)
        expect(help_).not_to_contain_text("cell")
        expect(panel(page).locator(".cm-line.error-line")).to_contain_text(marked)
        panel(page).get_by_role("button", name="Your part").click()
        expect(panel(page).locator(".cm-line", has_text=part).first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("name", "caret"), [("step-1", "def extend(event):"), ("whole", "PEN = 20")]
)
def test_run_again_keeps_place_caret_and_drawing(
    page: Page, site: str, name: str, caret: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_step(page, site, name)
    if name == "step-1":
        run(page, STEPS[0].finished)
    if name == "whole":
        draw_by_mouse(page, digit(3, random.Random(5)))
    else:
        scribble(page)
    before = page.evaluate(INKED)
    assert before > 500
    line = panel(page).locator(".cm-line", has_text=caret)
    line.scroll_into_view_if_needed()
    line.click()
    page.keyboard.press("End")
    places = (
        "[scrollY, document.querySelector('[data-app-step]:not([hidden]) .cm-scroller').scrollTop]"
    )
    page.wait_for_timeout(200)  # the editor brings its caret into view a frame or two later
    place = page.evaluate(places)
    run(page)
    page.wait_for_function(f"({INKED})() > 500")
    assert page.evaluate(INKED) == pytest.approx(before, rel=0.02)
    assert page.evaluate(places) == place
    page.keyboard.insert_text("  # here")
    expect(panel(page).locator(".cm-content")).to_contain_text(
        re.compile(f"{re.escape(caret)}.*  # here")
    )
    if name == "whole":
        page.wait_for_selector("[data-prediction][data-digit='3']")
        assert read(page).strokes == len(digit(3, random.Random(5)))


@pytest.mark.parametrize(
    ("change", "kind", "help_", "marked"),
    [
        (("strokes.clear()", "stroke.clear()"), "NameError", "strokes", "stroke.clear()"),
        (("def draw():", "def draw()"), "SyntaxError", "opens a block", "def draw()"),
    ],
    ids=["name", "syntax"],
)
def test_an_error_is_in_view_beside_the_editor_with_the_help_of_the_cells(
    page: Page, site: str, change: tuple[str, str], kind: str, help_: str, marked: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_step(page, site, "step-1")
    write(page, STEPS[0].finished.replace(*change))
    page.keyboard.press("ControlOrMeta+Enter")
    error = panel(page).locator(".cell-error")
    expect(error).to_contain_text(kind)
    expect(error.locator(".cell-help")).to_contain_text(help_)
    expect(error.locator(".cell-message")).to_be_in_viewport()
    expect(panel(page).locator(".cm-line.error-line")).to_contain_text(marked)
    expect(panel(page).locator(".cm-line.error-line")).to_be_in_viewport()
    page.keyboard.insert_text(" ")
    expect(error).to_have_count(0)  # it was about other code
    expect(panel(page).locator("[data-note]")).to_contain_text("changed the code")
    expect(panel(page).locator(".cm-line.error-line")).to_have_count(0)


def test_reset_can_be_undone(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    write(page, "while True:\n    pass\n")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(panel(page).locator("[data-output]")).to_contain_text("EndlessLoop")
    panel(page).get_by_role("button", name="Reset").click()
    expect(panel(page).locator(".cm-content")).to_contain_text("YOUR TURN")
    expect(panel(page).locator("[data-output]")).to_be_hidden()
    panel(page).get_by_role("button", name="Undo").click()
    expect(panel(page).locator(".cm-content")).to_contain_text("while True")
    expect(panel(page).get_by_role("button", name="Undo")).to_have_count(0)


def test_what_was_said_and_drawn_comes_back_with_the_code(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    run(page, STEPS[0].finished)
    scribble(page)
    drawn = page.evaluate(INKED)
    assert drawn > 500
    feedback = panel(page).locator("[data-feedback]")
    for took_back in ("Undo", "ControlOrMeta+z"):
        run(page)
        expect(feedback).to_be_visible()
        if took_back == "Undo":
            panel(page).get_by_role("button", name="Reset").click()
        else:
            page.keyboard.insert_text("# ")
        expect(feedback).to_be_hidden()
        if took_back == "Undo":
            panel(page).get_by_role("button", name="Undo").click()
            panel(page).locator(".cm-content").click()
        else:
            page.keyboard.press(took_back)
        expect(feedback).to_be_visible()
        expect(feedback).to_contain_text("That’s it")
        assert page.evaluate(INKED) == pytest.approx(drawn, rel=0.02)
    write(page, changed(1, {"draw_line(stroke)": "draw_lin(stroke)"}))
    page.keyboard.press("ControlOrMeta+Enter")
    error = panel(page).locator(".cell-error")
    expect(error.first).to_contain_text("NameError")
    page.keyboard.insert_text(" ")
    expect(error).to_have_count(0)
    page.keyboard.press("Backspace")
    expect(error.first).to_contain_text("NameError")
    expect(panel(page).locator(".cm-line.error-line")).to_contain_text("draw_lin(")
    run(page, STEPS[0].finished)
    assert page.evaluate(INKED) == pytest.approx(drawn, rel=0.02)


# What a learner may have written instead of ours, in each step.
OWN = [
    {
        f"+= {MOVES}": ".extend(map(position, moves))",
        "def draw():\n": "def each(all):\n    yield from all\n\n\ndef draw():\n",
        "for stroke in strokes:": "for stroke in each(strokes):",
        "        draw_line(stroke)": "        draw_line(stroke)\n    print(len(strokes))",
    },
    {RETURN: "    first, *_, last = places\n    return first, last + 1"},
    {POWERS: "    total = powers.sum()  # mine\n    return powers / total"},
    {'f"{probabilities[digit]:.1%}"': 'f"{100 * probabilities[digit]}%"'},
]


def test_a_step_can_carry_on_with_the_learners_own_text(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    expect(panel(page).locator("[data-carry]")).to_have_count(0)
    for number, own in enumerate(OWN, 1):
        expect(panel(page).locator("[data-carry]:visible")).to_have_count(0)
        run(page, changed(number, own))
        expect(panel(page).locator("[data-result=pass]")).to_be_visible()
        panel(page).get_by_role("button", name="Go on").click()
        wait_for_step(page, number + 1 if number < 4 else "whole")
        panel(page).locator(".cm-content").wait_for()
        panel(page).get_by_role("button", name="Use mine").click()
        expect(panel(page).locator("[data-carry]")).to_be_hidden()
        key = f"project:app/{number + 1}" if number < 4 else "project:app"
        text = page.evaluate(f"localStorage.getItem('module3:/:{key}')")
        for part in own.values():
            assert part.strip() in text
        assert ("YOUR TURN" in text) == (number < 4)
        panel(page).locator("[data-run]").click()
        expect(page.locator("[data-app]")).to_have_attribute("data-state", "started")
        if number < 4:
            expect(panel(page).locator("[data-result=fail]")).to_be_visible()
        expect(panel(page).locator(".cell-error")).to_have_count(0)
    panel(page).get_by_role("button", name="Undo").click()
    expect(panel(page).locator("[data-edited]")).to_be_hidden()


def test_hints_can_be_put_away(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    hint = panel(page).get_by_role("button", name="Hint", exact=True)
    hide = panel(page).get_by_role("button", name="Hide")
    shown = panel(page).locator("[data-hints] > li:visible")
    expect(hide).to_be_hidden()
    for count in (1, 2):
        hint.click()
        expect(shown).to_have_count(count)
    hide.click()
    expect(shown).to_have_count(0)
    expect(hide).to_be_hidden()
    expect(hint).to_be_focused()
    hint.click()
    expect(shown).to_have_count(2)
    hint.click()
    expect(shown).to_have_count(3)


LOOP = (
    "import asyncio\nfrom pyscript import document, when\n"
    "@when('pointermove', document)\ndef told(event):\n    print('old')\n"
    "while True:\n    await asyncio.sleep(0.02)\n    print('round')\n"
)


def test_a_loop_that_waits_is_stopped_and_nothing_of_it_is_left(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    write(page, LOOP)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(panel(page).locator("[data-output]")).to_contain_text("round")
    panel(page).get_by_role("button", name="Stop").click()
    expect(page.locator("[data-app]")).to_have_attribute("data-state", "stopped")
    run(page, STEPS[0].finished)
    expect(panel(page).locator("[data-result=pass]")).to_be_visible()
    page.mouse.move(300, 300)
    page.wait_for_timeout(300)
    assert panel(page).locator("[data-output]").inner_text() == ""


def test_stop_stays_where_it_is_while_a_program_prints(page: Page, site: str) -> None:
    open_step(page, site, "step-1")
    write(page, LOOP)
    page.keyboard.press("ControlOrMeta+Enter")
    output = panel(page).locator("[data-output]")
    expect(output).to_contain_text("round")
    stop = panel(page).get_by_role("button", name="Stop")
    places = stop.evaluate(
        """async (stop) => {
          const places = new Set();
          for (let i = 0; i < 60; i++) {
            await new Promise(requestAnimationFrame);
            places.add(stop.getBoundingClientRect().top);
          }
          return [...places];
        }"""
    )
    expect(output).to_contain_text("round\n" * 20)
    assert len(places) == 1
    stop.click()
    expect(page.locator("[data-app]")).to_have_attribute("data-state", "stopped")


@pytest.fixture
def with_network(visited: tuple[BrowserContext, Problems], page: Page, site: str) -> Iterator[Page]:
    give_network(page, site)
    page.goto(f"{site}project/")
    page.evaluate(UNTIL_STORED)  # as the project keeps networks now
    yield page


def test_the_learners_own_network_reads_and_goes_into_the_folder(
    with_network: Page, site: str, tmp_path: Path
) -> None:
    page = with_network
    open_step(page, site, "whole")
    page.wait_for_selector("[data-prediction]:not([data-revision='0'])")
    (full,) = draw_all(page, [digit(3, random.Random(5))])
    choice = page.locator("[data-network]")
    expect(choice.locator("option").nth(1)).to_have_text("Yours")
    choice.select_option("my_network.onnx")
    page.wait_for_selector(f"[data-prediction]:not([data-revision='{full.revision}'])")
    own = read(page)
    assert own.strokes == full.strokes
    assert own.probabilities != full.probabilities
    panel(page).get_by_role("button", name="Run again").click()
    page.wait_for_selector(RUNNING)
    page.wait_for_selector("[data-prediction][data-digit]")
    assert choice.input_value() == "my_network.onnx"
    assert read(page).probabilities == pytest.approx(own.probabilities, abs=1e-3)
    with page.expect_download() as waiting:
        panel(page).get_by_role("button", name="Download").click()
    waiting.value.save_as(tmp_path / "app.zip")
    with zipfile.ZipFile(tmp_path / "app.zip") as archive:
        assert len(archive.read("digit-app/models/my_network.onnx")) > 100_000
        assert b"my_network.onnx" in archive.read("digit-app/pyscript.json")


def test_without_a_network_there_is_only_the_full_model(page: Page, site: str) -> None:
    open_step(page, site, "step-3")
    option = page.locator("[data-network] option").nth(1)
    expect(option).to_contain_text("train one in the project")
    assert option.get_attribute("disabled") is not None
