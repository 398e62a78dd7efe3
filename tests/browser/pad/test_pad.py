"""The drawing pad, with the real network, in a real browser."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from playwright.sync_api import Page, Route, expect

from builder.base.bootstrap import ROOT
from tests.browser import strokefont
from tests.browser.pads import Answer, draw_all, draw_by_mouse, open_pad, pad_box, read
from tests.browser.strokefont import Drawing, digit
from tests.support import NewPage, Problems, real_strokes

pytestmark = pytest.mark.python("off")  # nothing here asks Python

EACH = 10  # drawings of every digit
MNIST_IMAGES = 500
STROKES = real_strokes()


def wrong(labels: list[int], answers: list[Answer]) -> list[tuple[int, int | None, str]]:
    """What the pad got wrong: a likeliest digit that is not the one drawn."""
    return [
        (label, found.digit, found.state)
        for label, found in zip(labels, answers, strict=True)
        if found.digit != label
    ]


def is_inked(page: Page) -> bool:
    """Whether the shown canvas, once it has been drawn anew, holds any ink."""
    return bool(page.locator("canvas[data-draw-pad]").evaluate(INKED))


INKED = """async (canvas) => {
  await new Promise(requestAnimationFrame);
  const context = canvas.getContext('2d');
  return context.getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0);
}"""


def test_stroke_font_digits_are_recognised(page: Page, site: str) -> None:
    hand = random.Random(20)
    labels = [label for label in range(10) for _ in range(EACH)]
    open_pad(page, f"{site}project/")
    answers = draw_all(page, [digit(label, hand) for label in labels])
    mistakes = wrong(labels, answers)
    assert len(mistakes) <= 5, mistakes


@pytest.mark.skipif(not STROKES.exists(), reason=f"no real strokes at {STROKES} (STROKES=path)")
def test_digits_that_people_wrote_are_recognised(page: Page, site: str) -> None:
    drawn = strokefont.written(STROKES, EACH, random.Random(21))
    open_pad(page, f"{site}project/")
    answers = draw_all(page, [drawing for _, drawing in drawn])
    mistakes = wrong([label for label, _ in drawn], answers)
    assert len(mistakes) <= 8, mistakes


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_bars_stand_still_while_a_digit_is_drawn(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    open_pad(page, site)
    page.evaluate("""() => {
      const bars = document.querySelector('.pad-bars');
      const top = () => bars.getBoundingClientRect().top + scrollY;
      window.tops = new Set([top()]);
      new MutationObserver(() => tops.add(top())).observe(
        document.querySelector('[data-verdict]'), { childList: true, characterData: true });
    }""")
    for label in (3, 8, 7):
        draw_by_mouse(page, digit(label, random.Random(label)))
    assert len(page.evaluate("[...window.tops]")) == 1


def test_the_mouse_draws_and_the_answer_follows_the_pen(page: Page, site: str) -> None:
    open_pad(page, site)
    before = read(page)
    found = draw_by_mouse(page, digit(3, random.Random(5)))
    assert (found.digit, found.state) == (3, "digit")
    assert found.revision >= before.revision + 3  # it was recognised while the pen moved
    assert found.confidence == max(found.probabilities)
    assert sum(found.probabilities) == pytest.approx(1, abs=1e-4)
    expect(page.locator("[data-verdict]")).to_contain_text("This is a 3")
    expect(page.locator("[data-spoken]")).to_contain_text("This is a 3")
    expect(page.locator("[data-bar]").nth(3)).to_contain_text("%")


@pytest.mark.parametrize("path", ["", "project/"])
def test_all_ten_bars_have_one_scale(new_page: NewPage, site: str, path: str) -> None:
    page = new_page(viewport={"width": 360, "height": 800})
    open_pad(page, site + path)
    draw_by_mouse(page, digit(3, random.Random(5)))
    page.wait_for_selector(".likeliest")
    for part, side in (
        ("[data-pad] [data-bar] .pad-track", "width"),
        ("[data-pad] [data-bar]", "height"),
    ):
        lengths = page.locator(part).evaluate_all(
            "(all, side) => all.map(one => one.getBoundingClientRect()[side])", side
        )
        assert len(lengths) == 10
        assert max(lengths) - min(lengths) < 0.1


def test_forced_colours_leave_the_bars(new_page: NewPage, site: str) -> None:
    page = new_page(forced_colors="active")
    open_pad(page, site)
    draw_by_mouse(page, digit(3, random.Random(5)))
    bar = page.locator("[data-bar]").nth(3)
    full, track = (
        bar.locator(part).evaluate("one => getComputedStyle(one).backgroundColor")
        for part in (".pad-fill", ".pad-track")
    )
    assert full != track
    expect(bar.locator(".pad-track")).to_have_css("border-top-width", "1px")


def test_a_blank_pad_predicts_nothing(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    found = read(page)
    assert (found.state, found.digit, found.strokes) == ("blank", None, 0)
    assert found.probabilities == [0] * 10
    expect(page.locator("[data-verdict]")).to_contain_text("blank")
    draw_by_mouse(page, digit(7, random.Random(1)))
    page.locator("[data-pad]").get_by_role("button", name="Clear").click()
    page.wait_for_selector("[data-prediction][data-state=blank][data-strokes='0']")
    assert read(page).digit is None


def test_what_is_no_digit_is_told_in_what_it_is_none(page: Page, site: str) -> None:
    hand = random.Random(6)
    halves = [
        [(x * 0.45 + shift, y) for x, y in stroke]
        for label, shift in ((3, 0), (7, 145))
        for stroke in digit(label, hand)
    ]
    scribble = [(hand.uniform(40, 240), hand.uniform(40, 240)) for _ in range(25)]
    bar: Drawing = [[(120, 140), (160, 140)]]
    drawings = {"a stray mark": bar, "several things": halves}
    open_pad(page, f"{site}project/")
    for told, drawing in {**drawings, "a scribble": [scribble]}.items():
        (found,) = draw_all(page, [drawing])
        assert found.state == "not-a-digit"
        expect(page.locator("[data-verdict]")).to_contain_text(told)


def test_a_scribble_that_fills_the_pad_is_no_scrap(page: Page, site: str) -> None:
    rows = [(15.0 + 250 * (step % 2), 15 + 250 * step / 39) for step in range(40)]
    open_pad(page, site)
    for scribble in (rows, [(y, x) for x, y in rows]):
        (found,) = draw_all(page, [[scribble]])
        assert found.state == "not-a-digit"
        expect(page.locator("[data-verdict]")).to_contain_text("scribble")


def test_no_bar_says_that_it_is_certain(page: Page, site: str) -> None:
    open_pad(page, site)
    said = page.evaluate(
        """async () => {
          const main = document.querySelector('script[type=module]').src;
          const { percent } = await import(new URL('../../source/kit/text.js', main));
          return [1, 0.996, 0.994, 0].map(percent);
        }"""
    )
    assert said == [">99", ">99", "99", "0"]  # float32 has rounded the 1


def test_a_dot_is_no_answer(page: Page, site: str) -> None:
    open_pad(page, site)
    (found,) = draw_all(page, [[[(140, 140), (141, 141)]]])
    assert found.state in ("unsure", "not-a-digit")
    expect(page.locator("[data-verdict]")).to_contain_text("stray mark")


def test_a_tap_leaves_a_dot_that_can_be_taken_back(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    box = pad_box(page)
    page.mouse.click(box["x"] + 100, box["y"] + 100)
    page.wait_for_selector("[data-prediction][data-strokes='1']")
    assert read(page).state == "not-a-digit"
    assert is_inked(page)
    revision = read(page).revision
    page.locator("[data-step=smooth]").uncheck()  # the other way to draw a line
    page.wait_for_selector(f"[data-prediction]:not([data-revision='{revision}'])")
    assert read(page).state == "not-a-digit"
    page.locator("[data-pad]").get_by_role("button", name="Undo").click()
    page.wait_for_selector("[data-prediction][data-strokes='0'][data-state=blank]")
    assert not is_inked(page)


def test_undo_takes_back_one_stroke(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    four = digit(4, random.Random(2))
    assert len(four) == 2
    alone = draw_by_mouse(page, four[:1])
    draw_by_mouse(page, four[1:])
    page.locator("[data-pad]").get_by_role("button", name="Undo").click()
    page.wait_for_selector("[data-prediction][data-strokes='1']")
    assert read(page).probabilities == pytest.approx(alone.probabilities, abs=1e-3)
    page.locator("canvas[data-draw-pad]").focus()
    page.keyboard.press("Control+z")
    page.wait_for_selector("[data-prediction][data-strokes='0'][data-state=blank]")


def test_undo_brings_back_what_was_cleared(page: Page, site: str) -> None:
    open_pad(page, site)
    undo = page.locator("[data-pad]").get_by_role("button", name="Undo")
    drawn = draw_by_mouse(page, digit(4, random.Random(2)))
    page.locator("[data-pad]").get_by_role("button", name="Clear").click()
    page.wait_for_selector("[data-prediction][data-strokes='0'][data-state=blank]")
    for _ in range(2):  # an example clears the pad too, and the next one clears the first
        page.get_by_role("button", name="Show me one").click()
        expect(page.locator("[data-spoken]")).to_contain_text("by itself")
    undo.click()
    expect(page.locator("[data-spoken]")).not_to_contain_text("by itself")
    for _ in range(read(page).strokes):
        undo.click()
    page.wait_for_selector("[data-prediction][data-strokes='0'][data-state=blank]")
    undo.click()
    page.wait_for_selector(f"[data-prediction][data-strokes='{drawn.strokes}']")
    assert read(page).probabilities == pytest.approx(drawn.probabilities, abs=1e-3)


def test_the_last_stroke_taken_back_by_keyboard_leaves_the_focus(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    for part, undo, canvas in (
        ("[data-pad]", "[data-undo]", "[data-draw-pad]"),
        ("[data-project=hand]", "[data-hand-undo]", "[data-hand-canvas]"),
    ):
        button = page.locator(f"{part} {undo}")
        expect(button).to_be_disabled()
        page.locator(f"{part} {canvas}").click()
        expect(button).to_be_enabled()
        button.press("Enter")
        expect(button).to_be_disabled()
        expect(button).to_be_focused()
        page.keyboard.press("Enter")  # there is nothing to take back, and nothing happens
        expect(button).to_be_focused()


def test_resizing_loses_no_stroke_and_changes_no_answer(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    before = draw_by_mouse(page, digit(2, random.Random(3)))
    page.set_viewport_size({"width": 380, "height": 800})
    page.wait_for_timeout(200)
    assert is_inked(page)
    assert read(page).probabilities == before.probabilities


def test_a_stroke_may_end_outside_the_pad(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    box = pad_box(page)
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] - 40, box["y"] + 90, steps=5)
    page.mouse.up()
    page.wait_for_selector("[data-prediction][data-strokes='1']")


def test_touch_draws(new_page: NewPage, site: str) -> None:
    page = new_page(has_touch=True, viewport={"width": 390, "height": 800})
    open_pad(page, site)
    canvas = page.locator("canvas[data-draw-pad]")
    canvas.scroll_into_view_if_needed()
    canvas.tap()
    page.wait_for_selector("[data-prediction][data-strokes='1']")


def test_browser_and_onnxruntime_decide_alike_on_mnist(
    page: Page, site: str, mnist_dir: Path
) -> None:
    raw = np.fromfile(mnist_dir / "t10k-images-idx3-ubyte", np.uint8, offset=16)
    images = raw[: MNIST_IMAGES * 784].reshape(-1, 1, 28, 28).astype(np.float32) / 255
    values: dict[str, Any] = {
        "image": images,
        "box": np.zeros(4, np.float32),
        "path": np.zeros((len(images), 10), np.float32),
    }
    for name in ("digits", "readout"):
        graph = onnxruntime.InferenceSession(ROOT / "models" / f"{name}.onnx")
        inputs = {given.name: values[given.name] for given in graph.get_inputs()}
        names = [output.name for output in graph.get_outputs()]
        values |= dict(zip(names, graph.run(names, inputs), strict=True))
    open_pad(page, f"{site}project/")
    found = page.evaluate(CLASSIFY, raw[: MNIST_IMAGES * 784].tolist())
    assert found["digits"] == values["probabilities"].argmax(1).tolist()
    assert found["states"] == [STATES[code] for code in values["state"].tolist()]


STATES = ("digit", "unsure", "not-a-digit", "blank")
CLASSIFY = """async (bytes) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Recogniser } = await import(folder + 'pad/recogniser.js');
  const recogniser = new Recogniser();
  await recogniser.load();
  const images = Float32Array.from(bytes, byte => byte / 255);
  const { probabilities, states } = await recogniser.classify(images);
  const digits = states.map((_, i) => {
    const ten = Array.from(probabilities.slice(10 * i, 10 * i + 10));
    return ten.indexOf(Math.max(...ten));
  });
  return { digits, states };
}"""


def test_all_ten_examples_are_recognised_and_told(new_page: NewPage, site: str) -> None:
    page = new_page(reduced_motion="reduce")
    open_pad(page, site)
    told = page.locator("[data-spoken]")
    drawn = set()
    for _ in range(10):
        revision = read(page).revision
        page.get_by_role("button", name="Show me one").press("Enter")
        page.wait_for_selector(f"[data-prediction]:not([data-revision='{revision}'])")
        said = re.fullmatch(
            r"The pad drew an? (\d) by itself\. This is an? (\d) .*", told.text_content() or ""
        )
        assert said is not None
        assert said[1] == said[2]
        found = read(page)
        assert (found.digit, found.state) == (int(said[1]), "digit")
        drawn.add(found.digit)
    assert drawn == set(range(10))


def test_an_example_is_drawn_as_by_a_pen(page: Page, site: str) -> None:
    open_pad(page, site)
    page.evaluate(HEAR)
    show = page.get_by_role("button", name="Show me one")
    strokes = 0
    shown = 0
    while strokes < 2:  # so that there is one to take back
        revision = read(page).revision
        show.click()
        shown += 1
        page.wait_for_function("count => heard.length === count", arg=shown)
        strokes = read(page).strokes
        assert read(page).revision >= revision + 3  # it was recognised while it was drawn
    heard = page.evaluate("heard")
    assert all(one.startswith("The pad drew") for one in heard)  # no half digit was told
    page.locator("[data-pad]").get_by_role("button", name="Undo").click()
    page.wait_for_selector("[data-prediction][data-strokes='1']")
    expect(page.locator("[data-spoken]")).not_to_contain_text("by itself")
    page.locator("[data-pad]").get_by_role("button", name="Clear").click()
    page.wait_for_selector("[data-prediction][data-strokes='0'][data-state=blank]")


HEAR = """() => {
  globalThis.heard = [];
  const told = document.querySelector('[data-spoken]');
  new MutationObserver(() => heard.push(told.textContent)).observe(told, { childList: true });
}"""


def test_a_learner_need_not_wait_for_an_example(page: Page, site: str) -> None:
    open_pad(page, site)
    page.evaluate("""() => {
      for (const name of ['show', 'clear']) document.querySelector(`[data-${name}]`).click();
    }""")
    page.wait_for_timeout(800)  # longer than an example takes
    assert read(page).state == "blank"
    assert not is_inked(page)
    page.get_by_role("button", name="Show me one").click()
    box = pad_box(page)
    page.mouse.click(box["x"] + 20, box["y"] + 20)
    page.wait_for_timeout(800)
    assert read(page).strokes == 2  # what had been drawn until then, and the learner's
    page.get_by_role("button", name="Show me one").click()
    page.wait_for_selector("[data-prediction][data-strokes='1']")  # on a cleared pad


@pytest.mark.parametrize("path", ["", "project/"])
def test_a_pad_that_never_runs_does_not_say_that_it_loads(
    new_page: NewPage, site: str, dist: Path, problems: Problems, path: str
) -> None:
    problems.expect("file://|CORS|origin")  # modules are refused there
    page = new_page(java_script_enabled=False)
    page.goto(site + path)
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_have_text("The recognizer isn’t running.")
    # Playwright's way to switch scripts off shows no noscript.
    assert "needs JavaScript" in page.locator("[data-pad] noscript").inner_html()
    page = new_page()
    page.goto((dist / path / "index.html").as_uri())
    expect(page.locator("[data-file-notice]")).to_be_visible()
    expect(page.locator("[data-verdict]")).to_have_text("The recognizer isn’t running.")


def test_while_it_loads_the_pad_says_so(new_page: NewPage, site: str) -> None:
    page = new_page()
    held: list[Route] = []
    page.route("**/digits.onnx", lambda route: held.append(route))
    page.goto(site)
    expect(page.locator("[data-verdict]")).to_contain_text("Loading the recognizer: ")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    page.wait_for_selector("[data-pad][data-recogniser=ready]")


def test_without_the_runtime_the_page_says_so_and_lives(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|ort-wasm")
    page = new_page()
    page.route("**/ort-wasm-simd-threaded.wasm.zst", lambda route: route.abort())
    page.goto(f"{site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=failed]")
    expect(page.locator("[data-verdict]")).to_contain_text("couldn’t start")
    box = pad_box(page)
    page.mouse.click(box["x"] + 50, box["y"] + 50)
    page.unroute("**/ort-wasm-simd-threaded.wasm.zst")
    page.locator("[data-pad]").get_by_role("button", name="Try again").click()
    page.wait_for_selector("[data-prediction][data-strokes='1']")  # what was drawn meanwhile


def test_a_recogniser_that_crashes_is_told_and_can_be_tried_again(
    new_page: NewPage, site: str
) -> None:
    page = new_page()
    page.add_init_script(
        """const Plain = Worker;
        globalThis.workers = [];
        globalThis.Worker = class extends Plain {
          constructor(...all) { super(...all); workers.push(this); }
        };"""
    )
    open_pad(page, site)
    page.evaluate("workers.at(-1).dispatchEvent(new ErrorEvent('error', {cancelable: true}))")
    box = pad_box(page)
    page.mouse.click(box["x"] + 50, box["y"] + 50)
    page.wait_for_selector("[data-pad][data-recogniser=failed]")
    expect(page.locator("[data-verdict]")).to_contain_text("has stopped")
    page.locator("[data-pad]").get_by_role("button", name="Try again").click()
    page.wait_for_selector("[data-prediction][data-strokes='1']")
