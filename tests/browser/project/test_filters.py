"""The convolutional network in the project: trained, paused, reloaded, drawn for, taken home."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible_in_both
from tests.browser.own import OUTCOMES
from tests.browser.pads import draw_by_mouse, open_pad
from tests.browser.strokefont import digit
from tests.support import PATIENCE

TRAIN = "[data-project=train]"
NAMED = "784 – 8 filters, 3 × 3, and pooling – 10, ReLU"


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    open_pad(warm_page, f"{site}project/")
    return warm_page


def begin(page: Page, filters: str, epochs: str) -> None:
    part = page.locator(TRAIN)
    part.locator("[name=examples]").select_option("1000")
    part.locator("[name=filters]").select_option(filters)
    part.locator("[name=epochs]").fill(epochs)
    part.locator("[name=learning_rate]").fill("0.05")
    part.get_by_role("button", name="Train", exact=True).click()


def test_filters_train_pause_and_are_there_again(page: Page) -> None:
    part = page.locator(TRAIN)
    part.locator("[name=shifts]").check()
    part.locator("[name=weight_decay]").select_option("0.001")
    begin(page, "8", "40")
    expect(part.locator("[name=hidden]").first).to_be_disabled()
    expect(part.locator("[data-now]")).to_contain_text("Training: loss")
    part.get_by_role("button", name="Pause").click()
    expect(part).to_have_attribute("data-state", "paused")
    row = part.locator("[data-runs-body] tr")
    for text in (NAMED, "13,610", "shifted", "weight decay 0.001", "not finished"):
        expect(row).to_contain_text(text)
    page.reload()
    expect(part).to_have_attribute("data-state", "paused", timeout=PATIENCE)
    for name, value in (("filters", "8"), ("weight_decay", "0.001")):
        expect(part.locator(f"[name={name}]")).to_have_value(value)
    expect(part.locator("[name=shifts]")).to_be_checked()
    expect(part.locator("[name=hidden]").first).to_be_disabled()
    expect(page.locator("[data-your-network]").first).to_contain_text(NAMED)
    part.get_by_role("button", name="Continue").click()
    expect(part).to_have_attribute("data-state", "running", timeout=PATIENCE)
    part.get_by_role("button", name="Stop").click()
    expect(part).to_have_attribute("data-state", "done", timeout=PATIENCE)
    expect(part.locator("[data-weights]")).to_contain_text("the 8 filters")
    part.locator("[name=filters]").select_option("0")
    expect(part.locator("[name=hidden]").first).to_be_enabled()


def test_filters_are_compared_drawn_for_taken_home_and_brought(page: Page, tmp_path: Path) -> None:
    begin(page, "8", "8")
    page.wait_for_selector(OUTCOMES, timeout=PATIENCE)
    part = page.locator(TRAIN)
    expect(page.locator("[data-task='train/baseline']")).not_to_have_attribute("data-done", "")
    # the pad, and what is inside
    page.wait_for_selector("[data-project=draw][data-own=ready]")
    draw_by_mouse(page, digit(3, random.Random(5)))
    own = page.locator("[data-prediction-own]")
    expect(own).to_have_attribute("data-state", re.compile("digit|unsure"), timeout=PATIENCE)
    inside = page.locator("[data-draw-inside]")
    expect(inside.locator("[data-own-maps] canvas")).to_be_visible(timeout=PATIENCE)
    label = inside.locator("[data-own-maps] canvas")
    expect(label).to_have_attribute("aria-label", re.compile("^What the 8 filters found"))
    expect(inside.locator("th").first).to_contain_text(re.compile(r"filter \d at row \d+, column"))
    expect(inside.locator("[data-pictures-said]")).to_contain_text("one filter at one position")
    assert_accessible_in_both(page, "[data-project=draw]")
    page.wait_for_timeout(500)  # a button's color takes a moment to change
    assert_accessible_in_both(page, TRAIN)
    # as a file, and back
    with page.expect_download() as saving:
        page.locator("[data-take=onnx]").click()
    file = tmp_path / "my-network.onnx"
    saving.value.save_as(file)
    page.set_input_files("[data-dropped] [data-file]", file)
    page.wait_for_selector("[data-dropped][data-state=running]", timeout=PATIENCE)
    report = page.locator("[data-model-report]")
    for text in ("1 × Conv", "1 × MaxPool", "1 × Gemm", "13,610"):
        expect(report).to_contain_text(text)
    # beside a hidden layer
    begin(page, "0", "1")
    expect(part.locator("[data-runs-body] tr")).to_have_count(2, timeout=PATIENCE)
    expect(part).to_have_attribute("data-state", "done", timeout=PATIENCE)
    expect(page.locator("[data-task='train/filters']")).to_have_attribute("data-done", "")
