"""The draw UI as a Python program: run, edited, broken, stuck, taken home."""

from __future__ import annotations

import random
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import assert_accessible
from tests.browser.pads import Answer, by_picture, draw_all, draw_by_mouse, open_pad, read
from tests.browser.strokefont import digit
from tests.support import PATIENCE, NewPage, Problems, serve

PATH = "project/app/#whole"
RUNNING = "[data-app][data-state=started]"
FIRST = "[data-prediction]:not([data-revision='0'])"


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def open_app(page: Page, address: str) -> None:
    """Open the page and wait until its program recognises."""
    page.goto(address + PATH)
    page.wait_for_selector("html[data-python=ready]")
    page.wait_for_selector(RUNNING)
    page.wait_for_selector(FIRST)


def source(page: Page) -> str:
    return str(page.locator("[data-app-step=whole] [data-code] pre").text_content())


def edit(page: Page, text: str) -> None:
    """Replace the program in the editor."""
    editor = page.locator(".cm-content:visible")
    editor.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)
    expect(page.locator("[data-app-step]:not([hidden]) [data-edited]")).to_be_visible()


def run_again(page: Page) -> None:
    """Run the program anew, on the same page."""
    page.evaluate("window.stays = true")
    page.get_by_role("button", name="Run again").click()
    assert page.evaluate("window.stays")


def same(one: Answer, other: Answer) -> None:
    assert (one.digit, one.state, one.strokes) == (other.digit, other.state, other.strokes)
    assert one.probabilities == pytest.approx(other.probabilities, abs=1e-3)


FORBID = """for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
  const refuse = () => { throw new DOMException('Access is denied.', 'SecurityError'); };
  Object.defineProperty(window, name, { get: refuse });
}"""


def test_it_runs_where_storage_is_forbidden(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.add_init_script(FORBID)
    open_app(page, site)
    draw_by_mouse(page, digit(3, random.Random(3)))
    assert read(page).digit == 3


@pytest.mark.parametrize("place", ["site", "repo_site"])
def test_it_recognises_as_the_welcome_page_does(
    page: Page, place: str, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue(place)
    drawings = [digit(label, random.Random(label)) for label in (3, 4, 8)]
    open_pad(page, address)
    expected = draw_all(page, drawings)
    alone = by_picture(page, drawings)  # the program doesn't read the pen's path
    open_app(page, address)
    blank = read(page)
    assert (blank.state, blank.digit, blank.probabilities) == ("blank", None, [0] * 10)
    found = draw_all(page, drawings)
    for one, other, chances in zip(found, expected, alone, strict=True):
        same(one, replace(other, probabilities=chances))
    assert page.locator("[data-bar]").count() == 10
    expect(page.locator("[data-verdict]")).to_contain_text("This is an 8")


def test_the_mouse_draws_and_clear_clears(page: Page, site: str) -> None:
    open_app(page, site)
    found = draw_by_mouse(page, digit(3, random.Random(5)))
    assert (found.digit, found.state) == (3, "digit")
    page.get_by_role("button", name="Clear").click()
    page.wait_for_selector("[data-prediction][data-state=blank][data-strokes='0']")
    assert read(page).digit is None


def test_an_edit_runs_again_and_reset_brings_the_original_back(page: Page, site: str) -> None:
    open_app(page, site)
    original = source(page)
    edit(page, original.replace("This is", "Surely") + '\nprint("hello", 6 * 7)\n')
    run_again(page)
    page.wait_for_selector(RUNNING)
    draw_by_mouse(page, digit(3, random.Random(5)))
    expect(page.locator("[data-verdict]")).to_contain_text("Surely a 3")
    expect(page.locator("[data-app-step=whole] [data-output]")).to_contain_text("hello 42")
    page.reload()  # it has run here, so it runs by itself
    page.wait_for_selector(RUNNING)
    expect(page.locator(".cm-content:visible")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    assert page.evaluate("localStorage.getItem('module3:/:project:app')") is None
    run_again(page)
    page.wait_for_selector(RUNNING)
    draw_by_mouse(page, digit(3, random.Random(5)))
    expect(page.locator("[data-verdict]")).to_contain_text("This is a 3")


@pytest.mark.parametrize(
    ("change", "shown", "marked"),
    [
        (lambda text: text.replace("def draw():", "def draw(:"), "SyntaxError", "def draw(:"),
        (lambda text: text + "\nbars[10].id\n", "IndexError", "bars[10].id"),
        (
            lambda text: text.replace(
                "        show_image(image)\n", "        show_image(image, 1)\n"
            ),
            "TypeError",
            "show_image(image, 1)",
        ),
        (
            lambda text: text.replace("    strokes.clear()", "    stroke.clear()"),
            "NameError",
            "stroke.clear()",
        ),
    ],
    ids=["syntax", "start", "task", "handler"],
)
def test_a_mistake_is_shown_with_its_line_and_nothing_is_lost(
    page: Page, site: str, change: object, shown: str, marked: str
) -> None:
    open_app(page, site)
    broken = change(source(page))  # type: ignore[operator]
    edit(page, broken)
    run_again(page)
    page.wait_for_selector("html[data-python=ready]")
    if "stroke.clear()" in marked:
        page.wait_for_selector(RUNNING)
        page.get_by_role("button", name="Clear").click()
    output = page.locator("[data-app-step=whole] [data-output]")
    expect(output).to_contain_text(shown, timeout=PATIENCE)
    line = broken.split("\n").index(next(one for one in broken.split("\n") if marked in one)) + 1
    expect(output).to_contain_text(f"line {line}")
    expect(page.locator("[data-app]")).to_have_attribute("data-state", "failed")
    assert (
        page.evaluate("localStorage.getItem('module3:/:project:app')").rstrip() == broken.rstrip()
    )
    expect(page.locator(".cm-line.error-line")).to_contain_text(marked)


def test_an_endless_loop_is_stopped_and_its_line_is_named(page: Page, site: str) -> None:
    open_app(page, site)
    edit(page, source(page) + "\nwhile True:\n    pass\n")
    run_again(page)
    output = page.locator("[data-app-step=whole] [data-output]")
    expect(output).to_contain_text("EndlessLoop", timeout=PATIENCE)
    expect(output).to_contain_text("never ends")
    expect(page.locator(".cm-line.error-line")).to_be_attached()
    assert "while True" in page.evaluate("localStorage.getItem('module3:/:project:app')")


def test_a_program_that_got_stuck_is_not_started_by_itself(
    context: BrowserContext, site: str
) -> None:
    again = context.new_page()
    again.goto(f"{site}glossary/")
    page = context.new_page()
    open_app(page, site)
    edit(page, "from itertools import count\nsum(count())\n")
    run = "document.querySelector('[data-app-step=whole] [data-run]')"
    page.evaluate(f"void setTimeout(() => {run}.click(), 200)")  # who clicks waits for the page
    while not again.evaluate("localStorage.getItem('module3:/:app-starting')"):
        again.wait_for_timeout(200)
    again.wait_for_timeout(4000)  # it is in C by now, where nothing of ours reaches
    page.close()
    again.goto(site + PATH)
    again.wait_for_selector("[data-app][data-state=stopped]")
    expect(again.locator("[data-app-note]")).to_contain_text("didn’t finish starting")
    expect(again.locator(".cm-content:visible")).to_contain_text("sum(count())")


def test_what_has_not_run_here_is_not_started_by_itself(page: Page, site: str) -> None:
    page.goto(f"{site}glossary/")
    page.evaluate("localStorage.setItem('module3:/:project:app', 'print(\"foreign\")')")
    page.goto(site + PATH)
    page.wait_for_selector("[data-app][data-state=stopped]")
    expect(page.locator("[data-app-note]")).to_contain_text("hasn’t run here before")
    expect(page.locator("html")).to_have_attribute("data-python", "off")
    run_again(page)
    expect(page.locator("[data-app-step=whole] [data-output]")).to_contain_text(
        "foreign", timeout=PATIENCE
    )


def test_safe_starts_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}project/app/?safe#whole")
    page.wait_for_selector("[data-app][data-state=stopped]")
    expect(page.locator("html")).to_have_attribute("data-python", "off")
    run_again(page)
    page.wait_for_selector(RUNNING)
    assert "safe" not in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_it_fits_a_narrow_window(
    new_page: NewPage, site: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 320, "height": 700})
    page.goto(f"{site}project/app/?safe#whole")
    page.wait_for_selector(".cm-content:visible")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert_accessible(page)


def test_it_reads_without_javascript(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site + PATH)
    expect(page.locator("[data-code] pre:visible")).to_contain_text("async def predict")


def test_a_failed_boot_says_what_to_do(new_page: NewPage, site: str, problems: Problems) -> None:
    page = new_page()
    problems.expect(".")
    page.route("**/pyodide.js", lambda route: route.abort())
    page.goto(site + PATH)
    page.wait_for_selector("html[data-python=failed]")
    expect(page.locator("[data-app-note]")).to_contain_text("Check your connection")


@pytest.fixture
def taken_home(page: Page, site: str, tmp_path: Path) -> Iterator[str]:
    """The address of the unpacked download, served by a plain server from a folder of its own."""
    open_app(page, site)
    edit(page, source(page).replace("This is", "At home:"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    zipped = tmp_path / "app.zip"
    waiting.value.save_as(zipped)
    with zipfile.ZipFile(zipped) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    shutil.move(tmp_path / "digit-app", tmp_path / "served")
    yield from serve(tmp_path / "served", 8400, "/some/where/")


def test_the_download_runs_on_any_static_host(new_page: NewPage, taken_home: str) -> None:
    page = new_page()
    page.goto(taken_home)
    page.wait_for_selector(FIRST)
    (found,) = draw_all(page, [digit(3, random.Random(5))])
    assert (found.digit, found.state) == (3, "digit")
    expect(page.locator("[data-verdict]")).to_contain_text("At home: a 3")


@pytest.mark.service_worker
def test_it_works_offline_after_one_visit(new_page: NewPage, site: str, problems: Problems) -> None:
    page = new_page()
    problems.expect("ERR_INTERNET_DISCONNECTED.*sw.js")
    page.goto(f"{site}glossary/")
    page.wait_for_selector("html[data-offline=ready]")
    page.context.set_offline(True)
    open_app(page, site)
    assert draw_by_mouse(page, digit(3, random.Random(4))).digit == 3
    page.wait_for_selector("html[data-offline=ready]")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename == "digit-app.zip"


def test_links_to_it_and_from_it_are_full_loads(page: Page, site: str) -> None:
    page.goto(f"{site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    page.evaluate("""() => {
      const link = document.createElement('a');
      link.href = 'app/';
      link.textContent = 'the program';
      document.querySelector('main').append(link);
    }""")
    page.get_by_role("link", name="the program").click()
    page.wait_for_selector(RUNNING)
    page.get_by_role("link", name="Back to the project").click()
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    assert "'unsafe-eval'" not in policy
