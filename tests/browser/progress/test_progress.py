"""What the learner has done: noted, shown, taken along as a file, and brought back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.coding import editor
from tests.support import NewPage, bring_progress

pytestmark = pytest.mark.python("off")

FORMAT = {"format": "module3-progress", "version": 1}
CELLS = "[data-progress-page] [data-progress=perceptron] [data-count=cells]"
ENTRIES = {
    "passed:perceptron/predict": "1",
    "filled:perceptron/1a2b3-2": "right",
    "cell:perceptron/traced": "1 + 1",
}


def run_first_cell(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    cell = page.locator("[data-cell]").first
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "done")


def cells(page: Page) -> str:
    return page.locator(CELLS).inner_text()


def bring(page: Page, content: str) -> str:
    files: Any = {"name": "mine.json", "mimeType": "application/json", "buffer": content.encode()}
    bring_progress(page, files)
    note = page.locator("[data-progress-page] [data-note]")
    expect(note).not_to_be_empty()
    return note.inner_text()


def entries(page: Page) -> dict[str, str]:
    stored: dict[str, str] = page.evaluate("({ ...localStorage })")
    browsers = ("module3:/:theme", "module3:/:letters")  # not the learner's
    return {key: value for key, value in stored.items() if key not in browsers}


@pytest.mark.python("on")
def test_a_run_cell_counts_and_survives_export_and_import(
    page: Page, site: str, new_page: NewPage, tmp_path: Path
) -> None:
    run_first_cell(page, site)
    page.goto(f"{site}progress/")
    expect(page.locator("[data-progress-page]")).to_be_visible()
    before = cells(page)
    assert before.startswith("1 / ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    file = json.loads(saved.read_text())
    assert file["format"] == FORMAT["format"]
    assert file["entries"]["ran:perceptron/traced"] == "1"

    other = new_page()
    other.goto(f"{site}progress/")
    expect(other.locator(CELLS)).to_have_text(re.compile("^0 / "))
    assert "from the file" in bring(other, saved.read_text())
    expect(other.locator(CELLS)).to_have_text(before)
    other.get_by_role("button", name="Undo").click()
    expect(other.locator(CELLS)).to_have_text(re.compile("^0 / "))


@pytest.mark.parametrize(
    "content",
    [
        "{ not json",
        "[]",
        "null",
        json.dumps({"format": "something else", "version": 1, "entries": {}}),
        json.dumps({**FORMAT, "version": 99, "entries": ENTRIES}),
        json.dumps({**FORMAT, "version": "1", "entries": ENTRIES}),
        json.dumps({**FORMAT, "entries": [1, 2]}),
        json.dumps({**FORMAT, "entries": {**ENTRIES, "theme": "dark"}}),
        json.dumps({**FORMAT, "entries": {**ENTRIES, "passed:x/y": 1}}),
        json.dumps({**FORMAT, "entries": {**ENTRIES, "passed:<img onerror=x>": "1"}}),
        json.dumps({**FORMAT, "entries": {f"ran:a/{n}": "1" for n in range(30_000)}}),
        json.dumps({**FORMAT, "entries": {"cell:a/b": "x" * 300_000}}),
        json.dumps({**FORMAT, "entries": {f"cell:a/{n}": "x" * 1000 for n in range(6000)}}),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_and_changes_nothing(
    page: Page, site: str, content: str
) -> None:
    page.goto(f"{site}progress/")
    page.evaluate("localStorage.setItem('module3:/:passed:perceptron/predict', '1')")
    before = entries(page)
    assert "nothing has changed" in bring(page, content)
    assert entries(page) == before
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


@pytest.mark.python("on")
def test_what_is_imported_is_shown_and_not_run(page: Page, site: str) -> None:
    page.goto(f"{site}progress/")
    bring(page, json.dumps({**FORMAT, "entries": {"cell:perceptron/traced": "print('evil')"}}))
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("html[data-python=ready]")
    cell = page.locator("[data-cell=traced]")
    expect(cell.locator("pre code")).to_have_text("print('evil')")  # before there is an editor
    expect(editor(cell)).to_have_text("print('evil')")
    expect(cell).to_have_attribute("data-status", "idle")
    expect(cell.locator("[data-output]")).to_be_empty()


def test_forgetting_can_be_undone(page: Page, site: str) -> None:
    page.goto(f"{site}progress/")
    bring(page, json.dumps({**FORMAT, "entries": ENTRIES}))
    before = entries(page)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Keep it").click()
    assert entries(page) == before
    page.get_by_role("button", name="Delete everything").click()
    page.keyboard.press("Escape")
    assert entries(page) == before
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-progress-page] [data-note]")).to_contain_text("deleted")
    assert entries(page) == {}
    page.get_by_role("button", name="Undo").click()
    assert entries(page) == before


def test_forbidden_storage_is_said(page: Page, site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page.goto(f"{site}progress/")
    expect(page.get_by_text("will be gone when you leave")).to_be_visible()


@pytest.mark.python("on")
def test_full_storage_is_said_and_the_page_works(page: Page, site: str) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => {"
        " throw new DOMException('full', 'QuotaExceededError'); }"
    )
    run_first_cell(page, site)
    notice = page.locator("[data-not-kept]")
    expect(notice).to_be_visible()  # where it happens
    notice.get_by_role("link").click()
    expect(page).to_have_url(f"{site}progress/")
    expect(notice).to_be_visible()
    assert cells(page).startswith("1 / ")


def test_a_lesson_with_all_exercises_solved_is_marked_in_the_path(page: Page, site: str) -> None:
    page.goto(f"{site}progress/")
    entry = page.locator("[data-path] [data-progress=perceptron]")
    exercises = (entry.get_attribute("data-exercises") or "").split()
    assert exercises
    for name in exercises:
        expect(entry).not_to_have_attribute("data-done", "")
        bring(page, json.dumps({**FORMAT, "entries": {f"passed:perceptron/{name}": "1"}}))
    expect(entry).to_have_attribute("data-done", "")
    expect(entry.locator("a")).to_have_accessible_name(re.compile("done"))


@pytest.mark.parametrize("slug", ["welcome", "quiz", "project"])
def test_a_page_without_exercises_is_marked_too(page: Page, site: str, slug: str) -> None:
    page.goto(f"{site}progress/")
    entry = page.locator(f"[data-path] [data-progress={slug}]")
    row = page.locator(f"tr[data-progress={slug}]")
    expect(row).to_have_count(1)
    kind, head = ("predictions", "predicted") if slug == "welcome" else ("tasks", "done")
    names = (entry.get_attribute(f"data-{kind}") or "").split()
    assert names
    for name in names:
        expect(entry).not_to_have_attribute("data-done", "")
        bring(page, json.dumps({**FORMAT, "entries": {f"{head}:{slug}/{name}": "1"}}))
    expect(entry).to_have_attribute("data-done", "")
    expect(row.locator(f"[data-count={kind}]")).to_have_text(f"{len(names)} / {len(names)}")


def test_a_keystroke_in_an_editor_counts_nothing_anew(page: Page, site: str) -> None:
    page.goto(f"{site}perceptron/")
    editor(page.locator("[data-cell]").first).click()
    page.evaluate("""() => {
      const { getItem } = Storage.prototype;
      window.asked = [];
      Storage.prototype.getItem = function (key) {
        window.asked.push(key);
        return getItem.call(this, key);
      };
    }""")
    page.keyboard.type("x = 1")
    expect(page.locator("[data-cell] [data-edited]").first).to_be_visible()
    assert not [key for key in page.evaluate("window.asked") if ":passed:" in key]
    event = "new StorageEvent('storage', { key: 'module3:/:passed:perceptron/predict' })"
    page.evaluate(f"void dispatchEvent({event})")  # another tab has solved an exercise
    assert [key for key in page.evaluate("window.asked") if ":passed:" in key]


NAMES = {
    "": "module3-progress.json",
    "  ": "module3-progress.json",
    "Ada Lovelace": "module3-progress-Ada-Lovelace.json",
    "Zoë Müller-Łoś": "module3-progress-Zoë-Müller-Łoś.json",
    "../../etc: <b>|x": "module3-progress-etc-b-x.json",
    "李雷": "module3-progress-李雷.json",
    "=1+1": "module3-progress-1-1.json",
}


def test_a_name_goes_into_the_file_and_its_name(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}progress/")
    for name, file_name in NAMES.items():
        page.get_by_label("Your name").fill(name)
        with page.expect_download() as download:
            page.get_by_role("button", name="Save to a file").click()
        assert download.value.suggested_filename == file_name
        download.value.save_as(tmp_path / "saved.json")
        file = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
        assert file.get("learner", "") == name.strip()
    assert "loaded" in bring(page, (tmp_path / "saved.json").read_text(encoding="utf-8")).lower()


def test_a_question_of_the_quiz_counts_once_it_is_known(page: Page, site: str) -> None:
    page.goto(f"{site}progress/")
    count = page.locator("[data-progress-page] [data-progress=perceptron] [data-count=questions]")
    expect(count).to_have_text(re.compile(r"^0 / \d+$"))
    notes = {  # of a question each: what the quiz has noted, and whether that counts
        "bug": ({"asked": 1, "plan": None}, True),
        "proof": ({"asked": 2, "plan": {"step": 1}}, True),
        "order": ({"asked": 1, "plan": {"step": 0}}, False),
        "scale": ("damaged", False),
        "units": ({"asked": 0, "plan": None}, False),
        "gone": ({"asked": 1, "plan": None}, False),  # no question of this version
    }
    for name, (noted, _) in notes.items():
        key = f"module3:/:quiz:item/perceptron-{name}"
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(noted)])
    page.reload()
    known = sum(counts for _, counts in notes.values())
    expect(count).to_have_text(re.compile(rf"^{known} / \d+$"))
