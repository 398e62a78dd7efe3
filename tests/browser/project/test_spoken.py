"""A training run as it's heard, and where the focus is after what takes its button away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.project.test_project import choose, finish
from tests.browser.spoken import listen, spoken
from tests.support import PATIENCE

MOST = 14  # announcements of a run; there were 235


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    warm_page.goto(f"{site}project/")
    return warm_page


def press(button: Locator) -> None:
    """By keyboard."""
    button.focus()
    button.page.keyboard.press("Enter")


def test_a_run_is_heard_in_short_and_the_focus_is_never_lost(page: Page) -> None:
    data, train = (page.locator(f"[data-project={part}]") for part in ("data", "train"))
    listen(page)
    press(data.get_by_role("button", name="Load them"))
    expect(data.locator("[data-view]")).to_be_focused(timeout=PATIENCE)
    expect(data.locator("[data-said]")).to_contain_text("above its label")
    assert [one for one in spoken(page) if "MB" in one] == [], "progress isn't read out"
    choose(train, examples="5000", epochs="3")
    begin = train.locator("[data-begin]")
    press(begin)
    finish(train)
    expect(begin).to_be_focused()
    said = spoken(page)
    print(len(said), *said, sep="\n")
    assert len(said) <= MOST
    assert "Training has begun." in said
    ended = re.compile(r"Epoch \d of 3 is done\. Last measured accuracy: \d")
    assert [one for one in said if ended.match(one)]
    assert len([one for one in said if one.startswith("Done: ")]) == 1
    assert_focus_after_runs(page, train)


def assert_focus_after_runs(page: Page, train: Locator) -> None:
    """Compare, delete, undo, and use: each takes away what had the focus, or builds it anew."""
    choose(train, examples="1000", epochs="1")
    press(train.locator("[data-begin]"))
    expect(train.locator("[data-runs-body] tr")).to_have_count(2, timeout=PATIENCE)
    finish(train)
    for box in train.locator("[data-runs-body] [type=checkbox]").all():
        box.focus()
        page.keyboard.press("Space")
        expect(box).to_be_focused()
    press(train.get_by_role("button", name=re.compile("^Use: ")).first)
    expect(train.locator("[data-runs-body] tr").first.get_by_role("checkbox")).to_be_focused()
    press(train.get_by_role("button", name="Delete: Run 1"))
    expect(train.locator("[data-undo]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(train.locator("[data-runs-note]")).to_have_text("Undone.")
    expect(train.locator("[data-begin]")).to_be_focused()


@pytest.mark.slow
def test_the_run_that_the_form_offers_is_heard_in_short(page: Page) -> None:
    train = page.locator("[data-project=train]")
    expect(page.locator("html")).to_have_attribute("data-python", "ready")
    listen(page)
    press(train.locator("[data-begin]"))
    expect(train).to_have_attribute("data-state", "done", timeout=10 * PATIENCE)
    said = spoken(page)
    print(len(said), *said, sep="\n")
    assert len(said) <= MOST
    expect(train.locator("[data-begin]")).to_be_focused()


def test_a_wrong_setting_is_told_at_its_field(page: Page) -> None:
    train = page.locator("[data-project=train]")
    for name, wrong in (("learning_rate", "x"), ("epochs", "0"), ("guess", "101")):
        field = train.locator(f"[name={name}]")
        right = field.input_value()
        field.fill(wrong)
        press(train.locator("[data-begin]"))
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile("must be"))
        field.fill(right)
        expect(field).not_to_have_attribute("aria-invalid", "true")
