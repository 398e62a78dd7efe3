"""The graphs decide in the browser as they do natively, from ink and strokes to answer."""

from __future__ import annotations

import base64

import pytest
import torch
from playwright.sync_api import Page
from torch import Tensor

from builder.base.bootstrap import ROOT
from tests.browser.pads import open_pad
from tests.support import real_strokes
from training import limits, realpens, strokes, unseen
from training.model import KINDS
from training.readout import STATES
from training.recogniser import Recogniser

pytestmark = pytest.mark.python("off")  # nothing here asks Python

DIGITS, OTHERS, CHUNK = 350, 50, 50  # 50 each of faces, scribbles and things
# Each drawing is read twice: with the pen's path, and by the picture alone.
RECOGNISE = """async (drawn) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Recogniser } = await import(folder + 'pad/recogniser.js');
  globalThis.tested ??= new Recogniser();
  await globalThis.tested.load();
  const found = [];
  for (const [inked, strokes] of drawn) {
    const bytes = Uint8Array.from(atob(inked), (one) => one.charCodeAt(0));
    const ink = Float32Array.from(bytes, (one) => one / 255);
    for (const pen of [strokes.map((line) => line.map(([x, y]) => ({ x, y }))), []]) {
      const said = await globalThis.tested.recognise(ink, {}, pen);
      found.push([said.state, said.digit, said.reason]);
    }
  }
  return found;
}"""


def drawings() -> list[list[strokes.Stroke]]:
    """Digits by people who only choose the model, and what isn't one."""
    _, digits = realpens.split(list(strokes.read_drawings(real_strokes())))
    torch.manual_seed(8)
    others = unseen.faces(OTHERS) + unseen.scribbles(OTHERS) + unseen.things(OTHERS)
    step = len(digits) // DIGITS
    return [one.strokes for one in digits[::step][:DIGITS]] + [limits.points(one) for one in others]


def inked(drawing: list[strokes.Stroke], index: int) -> tuple[Tensor, list[strokes.Stroke]]:
    """Draw at some size and place, in the 256 levels that a canvas has; return the strokes too."""
    span, middle = 80.0 + index * 7 % 120, (120 + index % 40, 125 + index % 30)
    ink = strokes.render(drawing, span=span, middle=middle)
    there = [[(x, y) for x, y in line.tolist()] for line in strokes.placed(drawing, span, middle)]
    return (ink * 255).round().to(torch.uint8), there


@pytest.mark.skipif(not real_strokes().exists(), reason="no real strokes (STROKES=path)")
def test_five_hundred_drawings_are_decided_alike(page: Page, site: str) -> None:
    drawn = [inked(drawing, index) for index, drawing in enumerate(drawings())]
    assert len(drawn) == 500
    native = Recogniser(ROOT / "models")
    wanted = []
    for ink, pen in ((ink, pen) for ink, there in drawn for pen in (there, [])):
        said = native.read(ink.float() / 255, pen)
        state, digit, reason = int(said.state), int(said.digit), int(said.reason)
        wanted.append([STATES[state], digit, KINDS[reason]])
    open_pad(page, f"{site}project/")
    found = []
    for start in range(0, len(drawn), CHUNK):
        sent = [
            (base64.b64encode(ink.numpy().tobytes()).decode(), there)
            for ink, there in drawn[start:][:CHUNK]
        ]
        found += page.evaluate(RECOGNISE, sent)
    assert len(found) == 2 * len(drawn)
    assert [row[:2] for row in found] == [row[:2] for row in wanted]
    pairs = zip(found, wanted, strict=True)
    assert not [pair for pair in pairs if pair[0][0] == "not-a-digit" and pair[0] != pair[1]]
