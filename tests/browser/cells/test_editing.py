"""What goes into the editor otherwise than by typing: from another tab, from the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.coding import editor, watched_page, write
from tests.browser.keys import text

pytestmark = pytest.mark.python("off")  # in pages of single tests

PLACES = ["[data-cell]", "[data-exercise]"]


def opened(page: Page, site: str, place: str) -> Locator:
    page.goto(f"{site}perceptron/")
    page.wait_for_selector("main[data-live]")
    box = page.locator(place).first
    box.locator("[data-code] pre").dispatch_event("pointerdown")  # or it would wait for Python
    editor(box)
    return box


def code(box: Locator) -> Locator:
    return box.locator(".cm-content")


# ---- two tabs


@pytest.fixture(params=PLACES)
def two_tabs(context: BrowserContext, site: str, request: pytest.FixtureRequest) -> list[Locator]:
    return [opened(context.new_page(), site, request.param) for _ in range(2)]


def test_the_newest_edit_counts_in_both_tabs(two_tabs: list[Locator]) -> None:
    one, other = two_tabs
    write(one, "a = 1\nb = 2")
    expect(code(other)).to_have_text("a = 1b = 2")
    code(other).click()
    other.page.keyboard.press("Control+End")
    other.page.keyboard.type("0")
    expect(code(one)).to_have_text("a = 1b = 20")
    one.page.reload()
    expect(code(one)).to_have_text("a = 1b = 20")
    other.get_by_role("button", name="Reset").click()
    expect(code(one)).to_have_text(re.compile("import|def"))
    expect(one.locator("[data-edited]")).to_be_hidden()


def test_what_another_tab_has_replaced_can_be_had_back(two_tabs: list[Locator]) -> None:
    one, other = two_tabs
    write(other, "mine = 1")
    expect(code(one)).to_have_text("mine = 1")
    write(one, "new")
    one.page.keyboard.type("er")
    expect(code(other)).to_have_text("newer")
    other.get_by_role("button", name="Bring back").click()
    for tab in two_tabs:
        expect(code(tab)).to_have_text("mine = 1")
    expect(other.locator("[data-remedy]")).to_be_hidden()
    one.get_by_role("button", name="Bring back").click()
    for tab in two_tabs:
        expect(code(tab)).to_have_text("newer")
    code(other).click()
    other.page.keyboard.press("ControlOrMeta+z")
    for tab in two_tabs:
        expect(code(tab)).to_have_text("mine = 1")


def test_the_cursor_stays_where_another_tab_changes_nothing(two_tabs: list[Locator]) -> None:
    one, other = two_tabs
    write(one, "first\nlast")
    expect(code(other)).to_have_text("firstlast")
    code(other).click()
    other.page.keyboard.press("Control+End")
    code(one).click()
    one.page.keyboard.press("Control+Home")
    one.page.keyboard.type("new\n", delay=20)
    expect(code(other)).to_have_text("newfirstlast")
    other.page.keyboard.type("!")
    expect(code(one)).to_have_text("newfirstlast!")


# ---- pasting


@pytest.fixture(scope="module")
def lesson(browser: Browser, site: str) -> Iterator[Page]:
    yield from watched_page(browser, site)


@pytest.fixture(scope="module", params=PLACES)
def box(request: pytest.FixtureRequest, lesson: Page) -> Locator:
    return lesson.locator(request.param).first


def paste(box: Locator, pasted: str) -> None:
    """Paste into an empty editor what comes from elsewhere."""
    write(box, " ")
    box.page.keyboard.press("ControlOrMeta+a")
    code(box).evaluate(
        "(it, text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
        "it.dispatchEvent(new ClipboardEvent('paste',"
        "{ clipboardData: data, bubbles: true, cancelable: true })) }",
        pasted,
    )


@pytest.mark.parametrize(
    ("pasted", "named", "plain"),
    [
        ("x = −1", "minus sign −", "x = -1"),
        ("x = 2 – 1", "dash –", "x = 2 - 1"),
        ("x = 2 · 3", "multiplication dot ·", "x = 2 * 3"),
        ("x = 2 × 3 ÷ 4", "multiplication sign ×, division sign ÷", "x = 2 * 3 / 4"),
        ("x = 2 ≤ 3 ≠ 4", "comparison sign ≤, comparison sign ≠", "x = 2 <= 3 != 4"),
        ("x = “a − b”", "curly quote “, curly quote ”", 'x = "a − b"'),
        ("x = ‘it is’", "curly quote ‘, curly quote ’", "x = 'it is'"),
        ("x\u00a0=\u202f1", "no-break space", "x = 1"),
        ("x\u200b = 1\u2060", "zero-width space", "x = 1"),
        ("\ufeffx = 1", "byte order mark", "x = 1"),
        (
            "\ufeffx = −1\n\u00a0\u00a0\u00a0\u00a0y",
            "byte order mark, minus sign −, no-break space",
            "x = -1\n    y",
        ),
        ("x = −1  # a − b\ny = '−'", "minus sign −", "x = -1  # a − b\ny = '−'"),
    ],
)
def test_what_python_cannot_read_is_named_and_offered_to_be_replaced(
    box: Locator, pasted: str, named: str, plain: str
) -> None:
    paste(box, pasted)
    assert text(box) == pasted
    expect(box.locator("[data-remedy]")).to_contain_text(f"characters: {named}.")
    box.get_by_role("button", name="Replace them").click()
    assert text(box) == plain
    expect(box.locator("[data-note]")).to_contain_text(named)
    expect(box.locator("[data-remedy]")).to_be_hidden()
    box.page.keyboard.press("ControlOrMeta+z")
    assert text(box) == pasted


@pytest.mark.parametrize(
    "pasted",
    ["x = -1", "s = 'w · x − b'", 's = f"“{x}”"', "# don’t", '"""a\u00a0–\u00a0b"""', "η = π"],
)
def test_nothing_is_offered_where_python_reads_it(box: Locator, pasted: str) -> None:
    paste(box, pasted)
    assert text(box) == pasted
    expect(box.locator("[data-remedy]")).to_be_hidden()


def test_an_offer_goes_when_the_learner_has_replaced_the_character(box: Locator) -> None:
    paste(box, "x = 1−")
    expect(box.locator("[data-remedy]")).to_be_visible()
    box.page.keyboard.press("Backspace")
    expect(box.locator("[data-remedy]")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "copied"),
    [
        ("perceptron/", "td:has-text('(−0.3)')"),
        ("perceptron/", ".kicker:has-text('·')"),
        ("loss/", "main p:has-text('−')"),
        ("forward/", "main p:has-text('’')"),
    ],
)
def test_what_comes_from_our_pages_becomes_plain_at_once(
    lesson: Page, path: str, copied: str, site: str
) -> None:
    """Copied in one tab, pasted in another."""
    page = lesson.context.new_page()
    page.goto(site + path)
    page.wait_for_selector("html[data-python]")
    part = page.locator(copied).first
    page.bring_to_front()
    part.evaluate("it => getSelection().selectAllChildren(it)")
    page.keyboard.press("ControlOrMeta+c")
    page.close()
    cell = lesson.locator("[data-cell]").first
    write(cell, " ")
    lesson.keyboard.press("ControlOrMeta+a")
    lesson.keyboard.press("ControlOrMeta+v")
    expect(cell.locator("[data-note]")).to_contain_text("Replaced by plain characters")
    assert text(cell)
    assert not re.search("[−·’]", text(cell))
    expect(cell.locator("[data-remedy]")).to_be_hidden()
