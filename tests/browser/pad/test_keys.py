"""Digits without a pointer: drawn by keys, and drawn by the pad, then changed by sliders."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible_in_both
from tests.browser.pads import open_pad, read

DRAW, HAND = "[data-project=draw] [data-pad]", "[data-project=hand]"
PADS = {  # the canvas, what the full model says, its button for a new start
    "draw": (DRAW, "[data-draw-pad]", "[data-verdict]", "[data-clear]"),
    "hand": (HAND, "[data-hand-canvas]", "[data-hand-said]", "[data-hand-wipe]"),
}


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    warm_page.emulate_media(reduced_motion="reduce")
    open_pad(warm_page, f"{site}project/")
    return warm_page


def press(target: Locator, *keys: str) -> None:
    for key in keys:
        target.press(key)


@pytest.mark.parametrize("pad", PADS)
def test_arrow_keys_move_a_pen_that_space_sets_down(page: Page, pad: str) -> None:
    part, on, verdict, start = PADS[pad]
    canvas, said = page.locator(f"{part} {on}"), page.locator(f"{part} {verdict}")
    told, ring = canvas.locator("~ [aria-live]"), canvas.locator("~ .pen-place")
    expect(canvas).to_have_role("application")
    expect(canvas).to_have_accessible_description(re.compile("arrow keys"))
    expect(ring).to_be_hidden()
    press(canvas, "Shift+ArrowUp", "Shift+ArrowUp", "ArrowUp")
    expect(told).to_have_text("Row 3, column 14.")
    expect(ring).to_be_visible()
    expect(said).to_contain_text("Draw a digit")  # nothing is drawn with the pen up
    press(canvas, "Space")
    expect(told).to_have_text("Pen down. Row 3, column 14.")
    press(canvas, *["Shift+ArrowDown"] * 4, "Space")
    expect(told).to_have_text("Pen up. Row 23, column 14.")
    expect(said).to_contain_text("a 1")
    press(canvas, "Space", "ArrowRight", "Control+z" if pad == "draw" else "Backspace")
    expect(said).to_contain_text("a 1")  # without the stroke that was under way
    press(page.locator(f"{part} {start}"), "Enter")
    expect(said).to_contain_text("Draw a digit")
    press(canvas, *["Shift+ArrowUp"] * 9, "Space")  # not beyond the edge
    expect(told).to_have_text("Pen down. Row 1, column 15.")
    page.keyboard.press("Tab")  # which lifts it
    expect(ring).to_be_hidden()


@pytest.mark.parametrize("pad", PADS)
def test_a_chosen_digit_is_drawn_and_changed_by_sliders(page: Page, pad: str) -> None:
    part, _, verdict, _ = PADS[pad]
    own, said = page.locator(f"{part} [data-own-digit]"), page.locator(f"{part} {verdict}")
    press(own.locator("summary"), "Enter")
    own.get_by_label("Digit").select_option("8")
    expect(said).to_contain_text("an 8")
    for name, key in (("Pen width", "End"), ("Left or right", "Home"), ("Up or down", "End")):
        press(own.get_by_label(name), key)
        expect(said).to_contain_text("8" if name == "Pen width" else "")
    own.get_by_label("Pen width").fill("100")
    own.get_by_label("Size").fill("40")
    expect(said).to_contain_text("an 8")  # wherever it is, however small
    left, right = ink(page, part)
    assert left < 20 and right < 120
    own.get_by_label("Left or right").fill("0")
    left, right = ink(page, part)
    assert left > 80 and right < 200
    press(page.locator(f"{part} [data-show]"), "Enter")  # the chosen one again
    expect(said).to_contain_text("an 8")
    own.get_by_label("Digit").select_option("-1")
    expect(said).not_to_contain_text("an 8")


def test_wobble_makes_what_the_full_model_refuses(page: Page) -> None:
    own = page.locator(f"{DRAW} [data-own-digit]")
    press(own.locator("summary"), "Enter")
    assert_accessible_in_both(page, f"{DRAW} [data-own-digit]")
    own.get_by_label("Wobble").fill("10")
    show = page.locator(f"{DRAW} [data-show]")
    for _ in range(30):
        revision = read(page).revision
        press(show, "Enter")
        page.wait_for_selector(f"[data-prediction]:not([data-revision='{revision}'])")
        if read(page).state != "digit":
            return
    pytest.fail("30 wobbling digits were all read")


def ink(page: Page, part: str) -> list[float]:
    """Where the ink begins and ends, from the left, in pixels of the canvas's own 280."""
    found: list[float] = page.locator(f"{part} canvas").first.evaluate("""async canvas => {
      for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame); // it's drawn then
      const { width, height } = canvas;
      const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      const columns = [];
      for (let i = 0; i < width * height; i += 1)
        if (data[4 * i + 3]) columns.push((i % width) * 280 / width);
      return [Math.min(...columns), Math.max(...columns)];
    }""")
    return found
