"""Hands on a screen: a palm that rests, a touch that the system takes, a second finger."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.python("off")  # nothing here asks Python

# Sends pointer events, each [type, pointerId, pointerType, isPrimary, x, y], to a canvas.
SEND = """(canvas, events) => {
  const box = canvas.getBoundingClientRect();
  for (const [type, pointerId, pointerType, isPrimary, x, y] of events) {
    canvas.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, pointerId, pointerType, isPrimary,
      buttons: type === 'pointerup' ? 0 : 1, clientX: box.left + x, clientY: box.top + y,
    }));
  }
}"""
PALM, PEN, FINGER, SECOND = (
    (3, "touch", True),
    (7, "pen", True),
    (4, "touch", True),
    (5, "touch", False),
)


def stroke(who: tuple[int, str, bool], end: str = "pointerup") -> list[list[Any]]:
    """A line from top to bottom."""
    move = [["pointermove", *who, 60, y] for y in range(40, 120, 20)]
    return [["pointerdown", *who, 60, 30], *move, [end, *who, 60, 120]]


def down(who: tuple[int, str, bool]) -> list[list[Any]]:
    return [["pointerdown", *who, 90, 90], ["pointermove", *who, 92, 91]]


@pytest.fixture(params=["", "project/"])
def pad(request: pytest.FixtureRequest, page: Page, site: str) -> Page:
    page.goto(site + request.param)
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    return page


@pytest.mark.parametrize(
    ("events", "strokes"),
    [
        (down(PALM) + stroke(PEN), 1),  # the palm's touch goes, the pen draws
        (stroke(PEN)[:3] + down(PALM) + stroke(PEN)[3:], 1),
        (stroke(FINGER, "pointercancel"), 0),  # the system took it, to scroll or for a gesture
        (stroke(FINGER, "pointercancel") + stroke(FINGER), 1),
        (stroke(FINGER)[:3] + down(SECOND) + stroke(FINGER)[3:], 0),  # two fingers: a zoom
        (stroke(FINGER)[:3] + down(SECOND) + stroke(FINGER)[3:] + stroke(FINGER), 1),
        (stroke(FINGER) + stroke(PEN), 2),
    ],
)
def test_only_what_was_meant_is_ink(pad: Page, events: list[Any], strokes: int) -> None:
    canvas = pad.locator("canvas[data-draw-pad]")
    canvas.evaluate(SEND, events)
    expect(pad.locator("[data-prediction]")).to_have_attribute("data-strokes", str(strokes))
    expect(pad.locator("[data-pad] [data-undo]")).to_be_enabled(enabled=strokes > 0)


def test_two_fingers_zoom_and_one_does_not_scroll(pad: Page) -> None:
    canvas = pad.locator("canvas[data-draw-pad]")
    assert canvas.evaluate("c => getComputedStyle(c).touchAction") == "pinch-zoom"


@pytest.mark.parametrize("ratio", [1.1, 1.5, 2, 3])
def test_ink_is_as_sharp_as_the_screen_after_a_zoom(pad: Page, ratio: float) -> None:
    session = pad.context.new_cdp_session(pad)
    size = {"width": round(1280 / ratio), "height": round(720 / ratio)}  # as zooming has it
    metrics = {**size, "deviceScaleFactor": ratio, "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride", metrics)
    sharp = "c => Math.abs(c.width - c.getBoundingClientRect().width * devicePixelRatio) < 2"
    canvas = pad.locator("canvas[data-draw-pad]").element_handle()
    assert canvas
    pad.wait_for_function(sharp, arg=canvas)
