"""Break it: a curve of accuracy against damage, on the learner's own network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible_in_both
from tests.browser.own import give_network, kept


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


@pytest.fixture
def part(page: Page, site: str) -> Locator:
    give_network(page, site)
    page.goto(f"{site}project/")
    return page.locator("[data-project=break]")


def predict(page: Page) -> None:
    question = page.locator("[data-predict='project/break']")
    question.get_by_label("half of its hidden neurons").check()
    question.locator("[type=submit]").click()
    expect(question.locator("[data-outcome]")).to_be_visible()


def accuracies(part: Locator) -> list[float]:
    return [float(text[:-1]) for text in part.locator("[data-points] td").all_inner_texts()]


def test_it_leaves_the_test_images_alone(page: Page, part: Locator) -> None:
    """Else the part after "look once, at the end" would look at them six times."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    predict(page)
    part.locator("[data-break]").click()
    expect(part).to_have_attribute("data-state", "ready")
    assert any("mnist-train-5" in url for url in asked)
    assert not any("mnist-test" in url for url in asked)
    expect(part.locator("[data-result] caption")).to_contain_text("validation images")
    expect(page.locator("[data-project=evaluate] [data-looks]")).to_contain_text("haven’t looked")


def test_a_prediction_comes_first_then_the_curve(page: Page, part: Locator) -> None:
    start = part.locator("[data-break]")
    expect(part.locator("[data-note]")).to_contain_text("prediction")
    expect(start).to_be_disabled()
    predict(page)
    expect(start).to_be_enabled()
    part.get_by_label("How to break it").select_option("first")
    start.focus()
    page.keyboard.press("Enter")
    expect(part).to_have_attribute("data-state", "ready")
    found = accuracies(part)
    assert found[0] > 60
    assert found[-1] < 15
    assert part.locator("[data-curve] circle").count() == len(found)
    expect(part.locator("[data-note]")).to_contain_text(f"{found[0]:.2f}% before")
    expect(page.locator("[data-task='break/first']")).to_have_attribute("data-done", "")
    assert_accessible_in_both(page, "[data-project=break]")


# In the page: all points may be there before a test's click arrives.
STOP_AT_FIRST_POINT = """part => {
  const watch = new MutationObserver(() => {
    watch.disconnect();
    part.querySelector("[data-stop]").click();
  });
  watch.observe(part.querySelector("[data-points]"), { childList: true });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_stopped_and_fits_a_phone(page: Page, part: Locator, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 390, "height": 800})
    predict(page)
    part.get_by_label("How to break it").select_option("neurons")
    part.evaluate(STOP_AT_FIRST_POINT)
    part.locator("[data-break]").click()
    expect(part).to_have_attribute("data-state", "off")
    expect(part.locator("[data-note]")).to_contain_text("Stopped")
    assert 0 < len(accuracies(part)) < 8
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    box = part.locator("[data-curve] svg").bounding_box()
    assert box is not None
    assert box["width"] > 250


def test_a_network_without_a_hidden_layer_has_no_neurons_to_lose(page: Page, site: str) -> None:
    give_network(page, site, kept(()))
    page.goto(f"{site}project/")
    predict(page)
    part = page.locator("[data-project=break]")
    part.get_by_label("How to break it").select_option("neurons")
    part.locator("[data-break]").click()
    expect(part.locator("[data-note]")).to_contain_text("no hidden layer")
