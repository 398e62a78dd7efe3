"""Draws on the page's pad by pointer events, and reads what the page says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import FloatRect, Page

from tests.browser.strokefont import CANVAS, Drawing

# Draws on a canvas with events of our own making, one pointer. Points are canvas pixels.
DRAW = """(canvas, strokes, size) => {
  const send = (type, [x, y]) => {
    const box = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, pointerId: 7, pointerType: 'pen', isPrimary: true,
      buttons: type === 'pointerup' ? 0 : 1,
      clientX: box.left + x / size * box.width, clientY: box.top + y / size * box.height,
    }));
  };
  for (const points of strokes) {
    send('pointerdown', points[0]);
    for (const point of points) send('pointermove', point);
    send('pointerup', points.at(-1));
  }
}"""
# Draws each drawing on a cleared pad, and resolves to what [data-prediction] said once it covered
# all strokes.
DRAW_ALL = """async ([drawings, size]) => {
  const pad = document.querySelector('[data-pad]');
  const canvas = pad.querySelector('canvas[data-draw-pad]');
  const target = pad.querySelector('[data-prediction]');
  const clear = [...pad.querySelectorAll('button')].find(one => one.textContent === 'Clear');
  const until = async (strokes) => {
    const before = Number(target.dataset.revision);
    return async () => {
      while (Number(target.dataset.strokes) !== strokes
             || Number(target.dataset.revision) <= before) {
        await new Promise(requestAnimationFrame);
      }
    };
  };
  const answers = [];
  for (const strokes of drawings) {
    const cleared = await until(0);
    clear.click();
    await cleared();
    const drawn = await until(strokes.length);
    (DRAW)(canvas, strokes, size);
    await drawn();
    answers.push({...target.dataset});
  }
  return answers;
}""".replace("DRAW", DRAW)


# What the page's recognizer says of each drawing by its picture alone, without the pen's path.
BY_PICTURE = """async ([drawings, size]) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Recogniser } = await import(folder + 'pad/recogniser.js');
  const { INK_SIZE, createInk } = await import(folder + 'pad/strokes.js');
  const recogniser = new Recogniser();
  await recogniser.load();
  const inkOf = createInk();
  const zoom = INK_SIZE / size;
  const found = [];
  for (const strokes of drawings) {
    const lines = strokes.map((line) => line.map(([x, y]) => ({ x: x * zoom, y: y * zoom })));
    found.push(Array.from((await recogniser.recognise(inkOf(lines))).probabilities));
  }
  return found;
}"""


@dataclass(frozen=True)
class Answer:
    """The attributes of [data-prediction]."""

    revision: int
    strokes: int
    state: str
    digit: int | None
    confidence: float
    probabilities: list[float]


def answer(data: dict[str, str]) -> Answer:
    return Answer(
        int(data["revision"]),
        int(data["strokes"]),
        data["state"],
        int(data["digit"]) if "digit" in data else None,
        float(data["confidence"]),
        json.loads(data["probabilities"]),
    )


def open_pad(page: Page, address: str) -> None:
    """Open a page with a pad and wait until it recognises."""
    page.goto(address)
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    page.wait_for_selector("[data-prediction]:not([data-revision='0'])")


def read(page: Page) -> Answer:
    return answer(page.evaluate("({...document.querySelector('[data-prediction]').dataset})"))


def draw_all(page: Page, drawings: Iterable[Drawing]) -> list[Answer]:
    """Draw one after the other, each on a cleared pad."""
    return [answer(data) for data in page.evaluate(DRAW_ALL, [list(drawings), CANVAS])]


def by_picture(page: Page, drawings: Iterable[Drawing]) -> list[list[float]]:
    """Return the probabilities that the picture alone gives, as the pad's program has it."""
    found: list[list[float]] = page.evaluate(BY_PICTURE, [list(drawings), CANVAS])
    return found


def pad_box(page: Page) -> FloatRect:
    """Bring the pad into view and return where it is."""
    canvas = page.locator("canvas[data-draw-pad]")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    return box


def draw_by_mouse(page: Page, drawing: Drawing) -> Answer:
    """Draw with the browser's own mouse, on what is there."""
    target = page.locator("[data-prediction]")
    strokes = int(target.get_attribute("data-strokes") or 0)
    box = pad_box(page)
    scale = box["width"] / CANVAS
    for stroke in drawing:
        places = [(box["x"] + x * scale, box["y"] + y * scale) for x, y in stroke]
        page.mouse.move(*places[0])
        page.mouse.down()
        for place in places[1::2]:
            page.mouse.move(*place)
        page.mouse.up()
    page.wait_for_selector(f"[data-prediction][data-strokes='{strokes + len(drawing)}']")
    return read(page)
