"""The learner's own drawings: saved, corrected, deleted, taken along, and taught to a network."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible_in_both
from tests.browser.own import train
from tests.browser.pads import DRAW
from tests.browser.strokefont import CANVAS, Drawing, digit
from tests.support import PATIENCE, NewPage

HAND = "[data-project=hand]"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('module3:/:project:drawing/'))"


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


@pytest.fixture
def hand(page: Page, site: str) -> Locator:
    page.goto(f"{site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    return page.locator(HAND)


def draw(page: Page, drawing: Drawing) -> None:
    page.locator("canvas[data-hand-canvas]").evaluate(
        f"(canvas, [strokes, size]) => ({DRAW})(canvas, strokes, size)", [drawing, CANVAS]
    )


def save(page: Page, label: int, seed: int = 1) -> None:
    """Draw a digit and save it, by its key."""
    draw(page, digit(label, random.Random(seed)))
    expect(page.locator("[data-hand-said]")).to_contain_text("The full model")
    page.locator("[data-hand-canvas]").press(str(label))


def save_many(page: Page, labels: list[int]) -> None:
    """Draw and save digits without waiting for what the models say."""
    button = "label => document.querySelectorAll('[data-project=hand] [data-label]')[label].click()"
    for seed, label in enumerate(labels):
        draw(page, digit(label, random.Random(seed)))
        page.evaluate(button, label)


def drawings(page: Page) -> list[dict[str, Any]]:
    """What the browser's storage holds."""
    found: list[str] = page.evaluate(f"{KEPT}.sort().map(key => localStorage.getItem(key))")
    return [json.loads(one) for one in found]


def is_done(page: Page, task: str) -> bool:
    return page.locator(f"[data-task='{task}'][data-done]").count() == 1


# ---- Saving


def test_drawings_are_saved_small_and_come_back(page: Page, hand: Locator) -> None:
    draw(page, digit(3, random.Random(2)))
    expect(hand.locator("[data-hand-said]")).to_contain_text("The full model reads a 3")
    expect(hand.locator("[data-hand-said]")).to_contain_text("You don’t have a network yet")
    expect(hand.locator("[data-suggested]")).to_have_text("3")
    hand.get_by_role("button", name="3", exact=True).click()
    expect(hand.locator("[data-hand-note]")).to_have_text("Saved as a 3.")
    expect(page.locator("[data-hand-canvas]")).to_be_focused()
    [kept] = drawings(page)
    assert kept["label"] == 3
    numbers = [number for stroke in kept["strokes"] for number in stroke]
    assert all(isinstance(number, int) for number in numbers)
    assert len(json.dumps(kept)) < 1_000
    assert not is_done(page, "hand/correct")
    page.reload()
    expect(hand.locator("[data-hand-gallery] li")).to_have_count(1)


def test_one_key_corrects_a_wrong_reading(page: Page, hand: Locator) -> None:
    draw(page, digit(3, random.Random(2)))
    expect(hand.locator("[data-hand-said]")).to_contain_text("reads a 3")
    page.locator("[data-hand-canvas]").press("5")
    expect(hand.locator("[data-hand-note]")).to_have_text("Saved as a 5.")
    assert [one["label"] for one in drawings(page)] == [5]
    assert is_done(page, "hand/correct")


def test_nothing_is_saved_from_an_empty_pad(page: Page, hand: Locator) -> None:
    page.locator("[data-hand-canvas]").press("5")
    expect(hand.locator("[data-hand-note]")).to_have_text("Draw a digit first.")
    draw(page, digit(1, random.Random(2)))
    hand.get_by_role("button", name="Undo").click()
    expect(hand.locator("[data-label]").first).to_be_disabled()
    assert drawings(page) == []


def test_a_deleted_drawing_can_come_back(page: Page, hand: Locator) -> None:
    save(page, 4)
    save(page, 7)
    before = drawings(page)
    expect(hand.locator("[data-hand-missing]")).to_contain_text("0, 1, 2, 3, 5, 6, 8, 9")
    hand.get_by_role("button", name="Delete drawing 1, a 4").click()
    expect(hand.locator("[data-hand-gallery] li")).to_have_count(1)
    undo = hand.locator("[data-hand-back]")
    expect(undo).to_be_focused()
    undo.click()
    assert drawings(page) == before
    hand.get_by_role("button", name="Delete all").click()
    assert drawings(page) == []
    hand.locator("[data-hand-back]").click()
    assert drawings(page) == before


def test_there_is_room_for_so_many_and_no_more(page: Page, hand: Locator) -> None:
    bring(hand, [{"label": 1, "strokes": [[140, 40, 140, place]]} for place in range(50, 349)])
    expect(hand.locator("[data-hand-count]")).to_have_text("299 of at most 300")
    save(page, 2)
    expect(hand.locator("[data-hand-count]")).to_have_text("300 of at most 300")
    draw(page, digit(5, random.Random(1)))
    expect(hand.locator("[data-label]").first).to_be_disabled()
    page.locator("[data-hand-canvas]").press("5")
    expect(hand.locator("[data-hand-note]")).to_contain_text("no room for more")
    assert len(drawings(page)) == 300


def test_a_drawing_that_is_too_long_is_told(page: Page, hand: Locator) -> None:
    scribble = [[(20.0 + 240 * (step % 2), 20.0 + step / 20) for step in range(4_000)]]
    draw(page, scribble)
    page.locator("[data-hand-canvas]").press("5")
    expect(hand.locator("[data-hand-note]")).to_contain_text("too long to be saved")
    assert drawings(page) == []


# ---- Files


def bring(hand: Locator, drawn: object, **changes: object) -> None:
    """Bring a file of drawings."""
    file = {"format": "module3-drawings", "version": 1, "drawings": drawn, **changes}
    bring_text(hand, json.dumps(file))


def bring_text(hand: Locator, text: str) -> None:
    hand.locator("[data-file]").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_drawings_travel_in_a_file(
    page: Page, hand: Locator, new_page: NewPage, site: str, tmp_path: Path
) -> None:
    save(page, 4)
    save(page, 0)
    with page.expect_download() as download:
        hand.get_by_role("button", name="Save to a file").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    other = new_page()
    other.goto(f"{site}project/")
    there = other.locator(HAND)
    there.locator("[data-file]").set_input_files(path)
    expect(there.locator("[data-hand-note]")).to_have_text("Loaded 2 drawings from the file.")
    assert drawings(other) == drawings(page)
    there.locator("[data-hand-back]").click()
    assert drawings(other) == []


SOUND = {"label": 1, "strokes": [[140, 40, 140, 240]]}
HOSTILE = {
    "script": [SOUND, {"label": "<script>alert(1)</script>", "strokes": [[1, 1]]}],
    "label": [{"label": 10, "strokes": [[1, 1]]}],
    "fraction": [{"label": 1.5, "strokes": [[1, 1]]}],
    "odd": [{"label": 1, "strokes": [[1, 1, 1]]}],
    "far": [{"label": 1, "strokes": [[1, 1e9]]}],
    "null": [None],
    "text": "no list",
    "no strokes": [{"label": 1, "strokes": []}],
    "object": [{"label": 1, "strokes": {"length": 1e9}}],
    "points": [{"label": 1, "strokes": [[1, 2] * 100_000]}],
    "strokes": [{"label": 1, "strokes": [[1, 2]] * 10_000}],
}


@pytest.mark.timeout(300)
def test_a_file_that_is_no_file_of_drawings_changes_nothing(page: Page, hand: Locator) -> None:
    save(page, 4)
    before = drawings(page)
    note = hand.locator("[data-hand-note]")

    def refused(why: str) -> None:
        expect(note).to_contain_text("nothing has changed")
        expect(note).to_contain_text(why)
        assert drawings(page) == before
        page.locator("[data-hand-canvas]").press("1")  # the pad is empty: another text
        expect(note).to_have_text("Draw a digit first.")

    for drawn in HOSTILE.values():
        bring(hand, drawn)
        refused("damaged")
    for text in ("", "no JSON", "[" * 100_000, '{"format": NaN}', "\0"):
        bring_text(hand, text)
        refused("it’s damaged, or it isn’t a file of drawings")
    for text in ("null", "3", "[]", '{"__proto__": {"format": "module3-drawings"}}'):
        bring_text(hand, text)
        refused("it isn’t a file of drawings from")
    nan = '{"format": "module3-drawings", "version": 1, "drawings": [{"label": NaN}]}'
    bring_text(hand, nan)
    refused("it’s damaged, or it isn’t a file of drawings")
    bring(hand, [SOUND], version=2)
    refused("newer version")
    bring(hand, [SOUND] * 301)
    refused("more than 300")
    bring(hand, [SOUND] * 300)
    refused("room for 299")
    bring_text(hand, " " * 5_000_001)
    refused("larger than any file")
    bring(hand, [SOUND])
    expect(note).to_have_text("Loaded 1 drawing from the file.")
    assert len(drawings(page)) == 2


def test_damaged_entries_of_the_store_are_left_out(page: Page, hand: Locator) -> None:
    save(page, 4)
    page.evaluate(
        """() => {
          const put = (id, text) => localStorage.setItem(`module3:/:project:drawing/${id}`, text);
          put('1', 'no JSON');
          put('2', '{"label": "<b>", "strokes": [[1, 1]]}');
          put('x', '{"label": 1, "strokes": [[1, 1]]}');
        }"""
    )
    page.reload()
    expect(hand.locator("[data-hand-gallery] li")).to_have_count(1)


# ---- Both models, and teaching


@pytest.mark.timeout(400)
def test_a_network_is_taught_compared_kept_and_taken_back(page: Page, hand: Locator) -> None:
    expect(hand.locator("[data-why]")).to_contain_text("at least 10 drawings: 10 to go")
    save_many(page, [label for label in range(10) for _ in range(2)])
    expect(hand.locator("[data-hand-gallery] li")).to_have_count(20)
    assert is_done(page, "hand/ten")
    expect(hand.locator("[data-why]")).to_contain_text("You don’t have a network yet")
    train(page)
    hand.get_by_role("button", name="Let both read all drawings").click()
    expect(hand.locator("[data-field-said]")).to_have_text("No square is chosen.")
    full, own = hand.locator("[data-confusion]").all()
    for matrix in (full, own):
        counts = [int(text or 0) for text in matrix.locator("button").all_inner_texts()]
        assert sum(counts) == 20
    right = sum(int(text or 0) for text in full.locator("[data-diagonal]").all_inner_texts())
    assert right >= 18
    full.locator("[data-diagonal]").nth(3).click()
    expect(hand.locator("[data-field-said]")).to_contain_text("3 read as 3 by the full model")
    expect(hand.locator("[data-field-drawings] li")).to_have_count(2)

    teach = hand.get_by_role("button", name="Teach it")
    teach.click()
    note = hand.locator("[data-teach-note]")
    expect(note).to_contain_text("Nothing changes until you keep", timeout=PATIENCE)
    expect(hand.locator("[data-lesson=own-after]")).to_contain_text("of 20")
    shares = [
        float(hand.locator(f"[data-lesson=mnist-{when}]").inner_text().removesuffix("%"))
        for when in ("before", "after")
    ]
    assert 70 < shares[0] < 95
    assert shares[1] > shares[0] - 1  # it is a poor network: replay even helps
    assert is_done(page, "hand/teach")
    assert_accessible_in_both(page, HAND)

    keep = hand.get_by_role("button", name="Keep this network")
    keep.click()
    expect(note).to_contain_text("This is your network now")
    expect(keep).to_be_disabled()
    expect(hand.locator("[data-own-note]")).to_contain_text("has learned from 20 of these")
    teach.click()
    expect(note).to_contain_text("none is left to measure with", timeout=PATIENCE)
    hand.get_by_role("button", name="Go back to the previous network").click()
    expect(note).to_contain_text("Your previous network is back")
    expect(keep).to_be_disabled()
    expect(hand.locator("[data-own-note]")).to_have_text("")
    teach.click()
    expect(hand.locator("[data-lesson=own-after]")).to_contain_text("of 20", timeout=PATIENCE)
    # what was kept outlives the visit, with the names of the drawings that taught it
    expect(keep).to_be_enabled()
    keep.click()
    expect(hand.locator("[data-own-note]")).to_contain_text("has learned from 20 of these")
    page.reload()
    hand.get_by_role("button", name="Let both read all drawings").click()
    own_note = hand.locator("[data-own-note]")
    expect(own_note).to_contain_text("has learned from 20 of these", timeout=PATIENCE)


def test_the_part_fits_a_phone(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    save(page, 3)
    page.get_by_role("button", name="Let both read all drawings").click()
    expect(page.locator("[data-field-said]")).to_have_text("No square is chosen.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
