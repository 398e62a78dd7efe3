"""In your own words: what's written is kept, and meets a model answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support import NewPage, at_rest, bring_progress

pytestmark = pytest.mark.python("off")  # nothing here asks Python

TEXTS = ["A line can't do it.", "zwei\nZeilen, $z$ <b>1</b> 😀", " "]


@pytest.mark.parametrize(
    "slug", ["perceptron", "activations", "forward", "backprop", "loss", "quiz"]
)
def test_each_question_has_a_field_and_a_model_answer(page: Page, site: str, slug: str) -> None:
    page.goto(f"{site}{slug}/")
    at_rest(page)
    questions = page.locator("[data-recap]")
    fields = questions.locator("textarea")
    expect(fields).to_have_count(questions.count())
    assert questions.count() >= 5
    for question in questions.all():
        answer = question.locator("details p")
        expect(answer).to_be_hidden()
        assert len(answer.text_content() or "") > 15
        asked = (question.locator(".recap-question").inner_text()).replace("\n", " ")
        assert question.locator("textarea").get_attribute("aria-labelledby")
        assert asked.strip()
    questions.first.locator("summary").click()
    expect(questions.first.locator("details p")).to_be_visible()


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_is_kept_and_travels(
    page: Page, new_page: NewPage, site: str, text: str, tmp_path: Path
) -> None:
    page.goto(f"{site}loss/")
    field = page.locator("[data-recap] textarea").nth(2)
    field.fill(text)
    page.reload()
    expect(field).to_have_value(text)
    page.goto(f"{site}progress/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").click()
    path = tmp_path / "progress.json"
    download.value.save_as(path)
    assert text in json.loads(path.read_text())["entries"].values()
    other = new_page()
    other.goto(f"{site}progress/")
    bring_progress(other, path)
    expect(other.locator("[data-progress-page] [data-note]")).not_to_be_empty()
    other.goto(f"{site}loss/")
    expect(other.locator("[data-recap] textarea").nth(2)).to_have_value(text)
    field = other.locator("[data-recap] textarea").nth(2)
    field.fill("")
    other.reload()
    expect(field).to_have_value("")
