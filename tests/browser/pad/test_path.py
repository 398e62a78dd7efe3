"""The pen's path counts on the pad, but not for other networks, nor while a step is off; mouse and
finger are decided alike, with it and without.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.pads import Answer, draw_all, draw_by_mouse, open_pad, pad_box, read
from tests.browser.strokefont import CANVAS, Drawing, digit

pytestmark = pytest.mark.python("off")  # nothing here asks Python

DIGITS = (1, 4, 5, 7, 9)
TWICE = """async (drawing) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Recogniser } = await import(folder + 'pad/recogniser.js');
  const { createInk } = await import(folder + 'pad/strokes.js');
  globalThis.tested ??= new Recogniser();
  await globalThis.tested.load();
  const strokes = drawing.map((stroke) => stroke.map(([x, y]) => ({ x, y })));
  const inkOf = createInk();
  const ink = inkOf(strokes);
  const seen = [
    await globalThis.tested.recognise(ink, {}, strokes),
    await globalThis.tested.recognise(ink),
  ];
  const rough = await globalThis.tested.recognise(inkOf(strokes, false));
  const other = [];
  for (const one of seen) {
    const logits = Float32Array.of(2, 1, 0, 0, 1, 2, 3, 2, 1, 0);
    other.push((await globalThis.tested.readOut(logits, one)).probabilities);
  }
  return {
    seen: seen.map((one) => one.probabilities),
    decided: seen.map(({ state, digit }) => [state, digit]),
    rough: rough.probabilities,
    other,
  };
}"""


def far(one: list[float], other: list[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_the_path_counts_on_the_pad_and_nowhere_else(page: Page, site: str) -> None:
    drawings: list[Drawing] = [digit(label, random.Random(label)) for label in DIGITS]
    open_pad(page, f"{site}project/")
    found: list[dict[str, Any]] = [page.evaluate(TWICE, drawing) for drawing in drawings]
    for answer, wanted in zip(draw_all(page, drawings), found, strict=True):
        assert answer.probabilities == pytest.approx(wanted["seen"][0], abs=1e-3)
        assert wanted["other"][0] == wanted["other"][1]
    assert max(far(*wanted["seen"]) for wanted in found) > 1e-3
    revision = read(page).revision
    page.locator("[data-step=smooth]").uncheck()
    page.wait_for_selector(f"[data-prediction]:not([data-revision='{revision}'])")
    for answer, wanted in zip(draw_all(page, drawings), found, strict=True):
        assert answer.probabilities == pytest.approx(wanted["rough"], abs=1e-3)


def draw_by_finger(page: Page, drawing: Drawing) -> Answer:
    """Draw with touches of the browser's own making, on an empty pad."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    box = pad_box(page)
    scale = box["width"] / CANVAS

    def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": box["x"] + x * scale, "y": box["y"] + y * scale} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    for stroke in drawing:
        touch("touchStart", stroke[0])
        for point in (*stroke[2::3], stroke[-1]):
            touch("touchMove", point)
        touch("touchEnd")
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    page.wait_for_selector(f"[data-prediction][data-strokes='{len(drawing)}']")
    return read(page)


def test_mouse_and_finger_are_decided_alike(page: Page, site: str) -> None:
    """With the path and by the picture alone, whatever points the two report on the way."""
    open_pad(page, f"{site}project/")
    for label in DIGITS[::2]:
        drawing = digit(label, random.Random(label))
        decided = page.evaluate(TWICE, drawing)["decided"]
        for draw in (draw_by_mouse, draw_by_finger):
            answer = draw(page, drawing)
            decided.append([answer.state, answer.digit])
            page.locator("[data-pad]").get_by_role("button", name="Clear").click()
            page.wait_for_selector("[data-prediction][data-strokes='0']")
        assert decided == [["digit", label]] * 4
