"""The pen's path counts on the pad, but not for other networks, nor while a step is off."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.pads import draw_all, open_pad, read
from tests.browser.strokefont import Drawing, digit

pytestmark = pytest.mark.python("off")  # nothing here asks Python

DIGITS = (1, 4, 5, 7, 9)
TWICE = """async (drawing) => {
  const folder = new URL('..', document.querySelector('script[type=module]').src);
  const { Recogniser } = await import(folder + 'pad/recogniser.js');
  const { createInk } = await import(folder + 'pad/strokes.js');
  const { parts, root } = await import(folder + 'kit/generated/parts.js');
  globalThis.tested ??= new Recogniser(root, parts);
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
  return { seen: seen.map((one) => one.probabilities), rough: rough.probabilities, other };
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
