"""Runs keep their names, colors and networks; the learner chooses which network is theirs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible_in_both
from tests.browser.own import OUTCOMES
from tests.support import PATIENCE

TRAIN = "[data-project=train]"
PARTS = 6  # that use the learner's network: train, evaluate, draw, hand, break, home


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    warm_page.goto(f"{site}project/")
    return warm_page


def set_up(page: Page, hidden: str, **settings: str) -> Locator:
    part = page.locator(TRAIN)
    part.locator("[name=examples]").select_option("1000")
    part.locator("[name=hidden]").first.select_option(hidden)
    for name, value in settings.items():
        part.locator(f"[name={name}]").fill(value)
    part.get_by_role("button", name="Train", exact=True).click()
    return part


def train(page: Page, hidden: str, **settings: str) -> None:
    set_up(page, hidden, **settings)
    page.wait_for_selector(OUTCOMES)


def says(page: Page, name: str) -> None:
    """Every part names the network that it uses."""
    expect(page.locator("[data-your-network]")).to_have_text([re.compile(name)] * PARTS)


def test_a_network_is_named_restored_and_never_replaced_unasked(page: Page) -> None:
    says(page, "none yet")
    train(page, "")
    says(page, r"Run 1 \(784-10\)")
    train(page, "32", learning_rate="10")
    says(page, "Run 1")
    part = page.locator(TRAIN)
    expect(part.locator("[data-note]")).to_contain_text("still Run 1, until you choose another")
    expect(page.locator("[data-task='train/baseline']")).to_have_attribute("data-done", "")
    # both are compared, by the legend, by keys and by the pointer
    part.get_by_role("checkbox", name="Compare: Run 1").check()
    expect(part.locator("[data-legend] th")).to_have_text([" Run 1", " Run 2"])
    expect(part.locator("[data-curves] polyline.run-color-0")).to_have_count(4)
    expect(part.locator("[data-curves] .run-color-1")).not_to_have_count(0)
    expect(part.locator("[data-weights] canvas")).to_have_count(2)
    sizes = part.locator("[data-weights] canvas").evaluate_all("all => all.map(c => c.width / 30)")
    assert sizes == [5, 8]  # ten digits in two rows, 32 neurons in four
    slider = part.locator("[data-read]")
    slider.focus()
    page.keyboard.press("Home")
    expect(part.locator("[data-read-at]")).to_have_text("After 0 images")
    page.keyboard.press("End")
    expect(slider).to_have_attribute(
        "aria-valuetext", re.compile("3,000 images Run 1: valid.*Run 2")
    )
    box = part.locator("[data-curves] svg .plane").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + 50)
    expect(part.locator("[data-read-at]")).to_have_text("After 0 images")
    # a name, another network, and the one before
    name = part.get_by_label("Name: Run 2")
    name.fill("Too fast")
    name.press("Enter")
    use = part.get_by_role("button", name="Use: Too fast")
    use.focus()
    page.keyboard.press("Enter")
    says(page, "Too fast")
    delete = part.get_by_role("button", name="Delete: Too fast")
    expect(delete).to_be_disabled()  # it is theirs
    part.get_by_role("button", name="Undo").click()
    says(page, "Run 1")
    delete.click()
    expect(part.locator("[data-runs-body] tr")).to_have_count(1)
    part.get_by_role("button", name="Undo").click()
    use.click()
    says(page, "Too fast")
    assert_accessible_in_both(page, TRAIN)
    page.reload()
    says(page, "Too fast")
    expect(part.locator("[data-legend] th").first).to_have_text(" Run 1", timeout=PATIENCE)


def test_runs_that_are_compared_differ_in_color(page: Page) -> None:
    """There are more runs than colors."""
    train(page, "", epochs="1")
    train(page, "", epochs="2")
    page.evaluate(
        """() => Object.keys(localStorage).filter((key) => key.includes(":run/")).forEach((key) => {
          localStorage[key] = localStorage[key].replace(/"color":\\d/, '"color":3');
        })"""
    )
    page.reload()
    part = page.locator(TRAIN)
    expect(part.locator("[data-runs-body] .run-color-3")).to_have_count(2)
    expect(part.locator("[data-legend] th")).to_have_text([" Run 2"], timeout=PATIENCE)
    part.get_by_role("checkbox", name="Compare: Run 1").check()
    expect(part.locator("[data-legend] .swatch")).to_have_count(2)
    expect(part.locator("[data-legend] .run-color-3")).to_have_count(1)
    expect(part.locator("[data-runs-body] .run-color-3")).to_have_count(1)


def test_a_paused_run_and_all_settings_outlive_the_page(page: Page, site: str) -> None:
    train(page, "16", epochs="1")
    part = set_up(page, "64", epochs="200", learning_rate="0.02", seed="5", guess="91")
    note = part.locator("[data-note]")
    expect(note).to_contain_text("Epoch")
    part.get_by_role("button", name="Pause").click()
    expect(note).to_contain_text("Paused after")
    paused = note.inner_text()
    page.wait_for_function(
        """async () => (await indexedDB.databases()) && Object.keys(localStorage)
        .some((key) => key.includes(':run/') && localStorage[key].includes('"paused":true'))"""
    )
    other = page.context.new_page()  # another tab leaves that run alone, and shows it
    other.goto(f"{site}project/")
    expect(other.locator("[data-runs-body] tr")).to_have_count(2)
    expect(other.locator(TRAIN)).to_have_attribute("data-state", "idle")
    # what is chosen in one tab is so in the other
    other.get_by_role("button", name="Use: Run 2").click()
    says(page, "Run 2")
    other.close()
    page.reload()
    expect(note).to_have_text(paused, timeout=PATIENCE)
    for name, value in {"epochs": "200", "learning_rate": "0.02", "seed": "5"}.items():
        expect(part.locator(f"[name={name}]")).to_have_value(value)
    expect(part.locator("[name=hidden]").first).to_have_value("64")
    says(page, "Run 2")
    part.get_by_role("button", name="One batch").click()
    before, of = map(int, re.findall(r"\d+", paused))
    expect(note).to_contain_text(f"after {before + 1} of {of}", timeout=PATIENCE)
    part.get_by_role("button", name="Stop").click()
    expect(note).to_contain_text("Stopped after")
    expect(part.locator("[data-runs-body] tr").first).to_contain_text("stopped early")
    page.reload()
    expect(part.locator("[data-runs-body] tr")).to_have_count(2)
    expect(part).to_have_attribute("data-state", "idle")


def test_a_network_that_does_not_fit_into_storage_is_said_to_be_lost(page: Page, site: str) -> None:
    """The request succeeds, and the transaction fails."""
    session = page.context.new_cdp_session(page)
    origin = {"origin": site.rstrip("/")}
    session.send("Storage.overrideQuotaForOrigin", {**origin, "quotaSize": 1})
    try:
        train(page, "32")
        note = page.locator(f"{TRAIN} [data-note]")
        expect(note).to_contain_text("will be gone when you leave")
        says(page, "Run 1")  # until then it is there
    finally:
        session.send("Storage.overrideQuotaForOrigin", origin)
