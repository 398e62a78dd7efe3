"""A site whose recognizer gives logits and nothing else reads digits; what needs more is absent."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator

import onnx
import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.places import MODELS
from builder.site import assets
from builder.site.assemble import build
from tests.browser.own import give_network
from tests.browser.pads import draw_all, draw_by_mouse, open_pad
from tests.browser.strokefont import Drawing, digit
from tests.support import serve

pytestmark = pytest.mark.slow  # a site of its own is built

SPOT: Drawing = [[(140, 140), (142, 140)]]
UNSURE: list[Drawing] = [
    [[(60, 60), (220, 220)], [(220, 60), (60, 220)]],
    [[(60, 60), (220, 60), (220, 220), (60, 220), (60, 60)]],
    [[(140, 30), (30, 240), (250, 240), (140, 30)]],
    [[(20 + 24 * step, 60 + 160 * (step % 2)) for step in range(10)]],
    [[(60, 60), (140, 220), (220, 60)]],
]


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with our network cut down to its logits, and a card of what it must tell."""
    folder = tmp_path_factory.mktemp("plain")
    shutil.copytree(MODELS, folder / "models")
    path = folder / "models" / "digits.onnx"
    model = onnx.load(path)
    del model.graph.output[1:]
    path.write_bytes(model.SerializeToString())
    card = json.loads((folder / "models" / "digits.json").read_text(encoding="utf-8"))
    for name in ("nondigits", "rejection", "corruptions", "strokes", "unseen", "constancy"):
        del card[name]
    del card["graphs"]["digits"]["outputs"]
    (folder / "models" / "digits.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(assets, "MODELS", folder / "models")
        build(folder / "dist")
    yield from serve(folder / "dist", 8300)


def test_it_reads_digits_with_confidence(page: Page, plain_site: str, site: str) -> None:
    drawings = [digit(label, random.Random(label)) for label in range(10)]
    open_pad(page, f"{plain_site}project/")
    plain = draw_all(page, drawings)
    open_pad(page, f"{site}project/")
    ours = draw_all(page, drawings)
    for one, other in zip(plain, ours, strict=True):
        assert one.digit == other.digit
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-5)
        assert one.state in ("digit", "unsure")
    assert [one.digit for one in plain].count(None) == 0
    assert sum(one.state == "digit" for one in plain) >= 9


def verdict(page: Page) -> Locator:
    return page.locator("[data-verdict]")


def test_it_gives_no_reasons_but_those_that_it_has(page: Page, plain_site: str) -> None:
    open_pad(page, plain_site)
    expect(page.locator("[data-prediction]")).to_have_attribute("data-state", "blank")
    seen = {answer.state for answer in draw_all(page, [*UNSURE, *UNSURE[::-1]])}
    assert seen <= {"digit", "unsure"}
    assert "unsure" in seen
    why = [text for name, text in assets.strings()["pad"].items() if name.startswith("why_")]
    for drawing in UNSURE:
        draw_all(page, [drawing])
        assert not [text for text in why if text in verdict(page).inner_text()]
    draw_all(page, [SPOT])
    expect(page.locator("[data-prediction]")).to_have_attribute("data-state", "not-a-digit")
    assert verdict(page).inner_text() == assets.strings()["pad"]["not_scrap"]


def test_the_project_shows_what_is_there_and_no_layers(page: Page, plain_site: str) -> None:
    give_network(page, plain_site)
    open_pad(page, f"{plain_site}project/")
    page.wait_for_selector("[data-project=draw][data-own=ready]")
    full = draw_by_mouse(page, digit(3, random.Random(5)))
    assert (full.digit, full.state) == (3, "digit")
    page.wait_for_selector("[data-prediction-own][data-digit='3']")
    page.wait_for_selector("[data-draw-maps][data-occluded='3']")
    page.wait_for_selector("[data-draw-inside][data-digits^='3']")
    expect(page.locator("[data-told=input]")).not_to_be_empty()
    expect(page.locator("[data-rate=digit]")).to_be_visible()
    assert page.locator("[data-layer], [data-rate=not-a-digit]").count() == 0


def test_the_other_pages_know_it_too(page: Page, plain_site: str) -> None:
    page.goto(f"{plain_site}model-card/")
    expect(page.get_by_text(assets.strings()["pad"]["unmeasured"])).to_have_count(5)
    expect(page.get_by_text("digits.onnx")).to_be_visible()
    page.goto(f"{plain_site}project/app/#whole")
    page.wait_for_selector("[data-app][data-state=started]")
    page.wait_for_selector("[data-prediction]:not([data-revision='0'])")
    answer = draw_by_mouse(page, digit(3, random.Random(5)))
    assert (answer.digit, answer.state) == (3, "digit")
