"""The site as a whole: every page, at both addresses, watched for anything that goes wrong."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons, load_pages
from tests.browser.axe import assert_accessible
from tests.browser.coding import editor
from tests.support import NewPage, Problems, at_rest

pytestmark = pytest.mark.python("off")

LESSONS = load_lessons(ROOT / "site" / "lessons")
PAGES = load_pages(ROOT / "site" / "pages")
ADDRESSES = [page.address for page in (*LESSONS, *PAGES)]
WIDTHS = (320, 360, 768, 1440)


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("html[data-python=ready]")


def follow(page: Page, site: str, address: str) -> None:
    """Go to a page by its link, if the present page has one."""
    links = page.locator(f"a[href$='{address or './'}']:visible")
    if links.count():
        links.first.click()
    else:
        page.goto(site + address)


@pytest.mark.parametrize("where", ["site", "repo_site"])
def test_every_page_opens_and_links_live(
    where: str, page: Page, request: pytest.FixtureRequest
) -> None:
    base = request.getfixturevalue(where)
    for lesson in LESSONS:
        page.goto(base + lesson.address)
        expect(page.locator("h1")).to_have_text(lesson.meta["title"])
        assert lesson.meta["title"] in page.title()
        expect(page.locator(".path [aria-current=page]")).to_contain_text(lesson.meta["short"])
        page.wait_for_selector("main[data-live]")


@pytest.mark.python("on")
def test_links_swap_the_main_part_and_python_lives_on(page: Page, site: str) -> None:
    open_page(page, site)
    page.evaluate("window.sameDocument = true")
    for lesson in LESSONS[1:]:
        page.locator(".path a").nth(lesson.number - 1).click()
        expect(page.locator("h1")).to_have_text(lesson.meta["title"])
        expect(page.locator(".path [aria-current=page]")).to_contain_text(lesson.meta["short"])
        assert page.url == site + lesson.address
        assert page.evaluate("window.sameDocument") is True
        assert page.locator("html").get_attribute("data-python") == "ready"
        assert page.locator("html").get_attribute("data-lesson") == lesson.slug
    page.go_back()
    expect(page.locator("h1")).to_have_text(LESSONS[-2].meta["title"])
    page.go_forward()
    expect(page.locator("h1")).to_have_text(LESSONS[-1].meta["title"])
    assert page.evaluate("window.sameDocument") is True


@pytest.mark.python("on")
@pytest.mark.parametrize("address", [*ADDRESSES, "project/app/"])
def test_a_page_loads_the_modules_that_its_head_names_and_no_others(
    new_page: NewPage, site: str, address: str
) -> None:
    page = new_page()
    page.goto(site + address)
    page.wait_for_load_state("networkidle")
    named = page.eval_on_selector_all(
        "link[rel=modulepreload]", "links => links.map((link) => link.href)"
    )
    entries = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    asked = {url for url in entries if re.search(r"/static/.*\.js$", url)}
    others = r"/worker/|/(early|notices)\.js$"
    assert {url for url in asked - set(named) if not re.search(others, url)} == set()
    assert set(named) <= asked
    of_project = page.locator("[data-project]:not([data-project=app])").count() > 0
    assert any(url.endswith("/workshop.js") for url in named) == of_project


def test_a_page_whose_part_did_not_arrive_says_so(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|Failed to fetch dynamically imported module")
    page = new_page()
    page.route("**/workshop.js", lambda route: route.abort())
    page.goto(site)
    expect(page.locator("[data-incomplete-notice]")).to_be_hidden()
    page.locator(".path a[href$='project/']").click()
    expect(page.locator("[data-incomplete-notice]")).to_contain_text("Reload the page")
    expect(page.locator("h1")).to_have_text(LESSONS[-1].meta["title"])
    page.unroute("**/workshop.js")
    page.reload()
    page.wait_for_selector("main[data-live]")
    expect(page.locator("[data-incomplete-notice]")).to_be_hidden()


@pytest.mark.python("on")
def test_links_inside_a_swapped_page_still_lead_right(page: Page, repo_site: str) -> None:
    open_page(page, repo_site)
    page.locator("main a", has_text="Start with the perceptron").click()
    expect(page.locator("h1")).to_have_text(LESSONS[1].meta["title"])
    page.locator(".onward .next").click()
    expect(page.locator("h1")).to_have_text(LESSONS[2].meta["title"])
    page.locator(".brand").click()
    expect(page.locator("h1")).to_have_text(LESSONS[0].meta["title"])
    assert page.url == repo_site
    page.locator("main a", has_text="Start with the perceptron").click()
    expect(page.locator("h1")).to_have_text(LESSONS[1].meta["title"])
    styles = page.evaluate("[...document.styleSheets].map(({ href }) => href.split('/').at(-1))")
    assert styles == ["site.css", "perceptron.css", "activations.css"]  # each once


def test_no_page_is_wider_than_its_window(page: Page, site: str) -> None:
    for address in ADDRESSES:
        page.goto(site + address)
        fits(page, address, WIDTHS)


def fits(page: Page, address: str, widths: tuple[int, ...]) -> None:
    """No page is wider than windows of these widths."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        at_rest(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"/{address} is {wide} px wide in a window of {width}"


def test_no_page_is_wider_than_its_window_in_letters_of_twice_the_size(
    page: Page, site: str
) -> None:
    twice = {"fontSizes": {"standard": 32}}  # what the browser's settings have
    page.context.new_cdp_session(page).send("Page.setFontSizes", twice)
    for address in [*ADDRESSES, "project/app/"]:
        page.goto(site + address)
        fits(page, address, (360, 768))
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
    boxes = page.locator(".brand, .theme, .path .number").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().toJSON())"
    )
    for one, other in combinations(boxes, 2):
        beside = one["right"] <= other["left"] or other["right"] <= one["left"]
        assert beside or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_cannot_be_pressed_yet_can_be_read(new_page: NewPage, site: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme, java_script_enabled=False)
    page.goto(f"{site}perceptron/")
    button = page.get_by_role("button", name="Run").first
    expect(button).to_be_disabled()
    look = button.evaluate("it => Object.assign({}, getComputedStyle(it))")
    colours = luminance(look["color"]), luminance(look["backgroundColor"])
    light, dark = max(colours), min(colours)
    assert (light + 0.05) / (dark + 0.05) > 4.5


def luminance(colour: str) -> float:
    """The relative luminance of a colour "rgb(1, 2, 3)", by WCAG 2.2."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.python("on")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page: NewPage, site: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    open_page(page, site)
    for address in ADDRESSES:
        follow(page, site, address)
        page.wait_for_url(site + address)
        assert_accessible(page)


def test_displayed_formulas_are_whole(page: Page, site: str) -> None:
    """What a box that scrolls sideways holds must not reach out of it above or below."""
    for lesson in LESSONS:
        page.goto(f"{site}{lesson.address}")
        at_rest(page)
        cut = page.evaluate("""() => [...document.querySelectorAll('math[display=block]')].filter(
          (math) => math.scrollHeight > math.clientHeight ||
            [...math.querySelectorAll('*')].some((part) => {
              const [inner, outer] = [part, math].map((one) => one.getBoundingClientRect());
              return inner.top < outer.top - 0.5 || inner.bottom > outer.bottom + 0.5;
            })).map((math) => math.textContent)""")
        assert cut == [], lesson.address


@pytest.mark.parametrize("number", [2, 6])
def test_a_lesson_that_is_done_keeps_its_number(page: Page, site: str, number: int) -> None:
    page.goto(site)
    one = page.locator("[data-progress]").nth(number - 1)
    before = one.locator(".number").bounding_box()
    one.evaluate("(entry) => entry.toggleAttribute('data-done', true)")
    assert one.locator(".number").bounding_box() == before
    colors = one.locator(".number").evaluate(
        "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )
    assert colors[0] != colors[1]


def test_what_can_be_pressed_is_large_enough(page: Page, site: str) -> None:
    page.goto(site)
    for address in ADDRESSES:
        follow(page, site, address)
        page.wait_for_url(site + address)
        page.wait_for_load_state("networkidle")
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            at_rest(page)
            assert page.evaluate(SMALL_TARGETS, SENTENCE) == [], f"/{address} at {width}"


# Those within a sentence are as high as its line. A picture's places are the figures' matter.
SENTENCE = "p, li:not(nav *), td, dd, figcaption, legend, svg"
SMALL_TARGETS = """(sentence) =>
  [...document.querySelectorAll('a[href], button, select, input, summary')]
  .filter(it => it.checkVisibility() && !it.closest(sentence))
  .map(it => [it.outerHTML, it.getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < 24 && width > 1)
  .map(([text, { width, height }]) => `${Math.round(width)} x ${Math.round(height)}: ${text}`)"""


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_code_is_whole(new_page: NewPage, site: str, scripts: bool) -> None:
    page = new_page(viewport={"width": 640, "height": 900}, java_script_enabled=scripts)
    page.goto(f"{site}backprop/")  # 640: what an A4 page leaves between its margins
    if scripts:
        editor(page.locator("[data-cell]").first)  # others haven't come yet
    page.emulate_media(media="print")
    cut = page.locator("pre:visible, .cm-scroller").evaluate_all(
        "all => all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.textContent)"
    )
    assert cut == []


def test_a_page_reads_without_javascript(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    for lesson in LESSONS:
        page.goto(site + lesson.address)
        expect(page.locator("h1")).to_have_text(lesson.meta["title"])
    page.goto(site + "perceptron/")
    expect(page.locator("[data-cell]").first).to_contain_text("import numpy")


def test_the_theme_can_be_chosen_and_is_kept(page: Page, site: str) -> None:
    page.goto(site)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark colors").click()
    chosen = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert chosen != before
    page.reload()
    page.wait_for_selector("html[data-theme]")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == chosen
    page.get_by_role("button", name="Dark colors").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == before
    page.emulate_media(color_scheme="dark")  # nothing is chosen any more: the system is followed
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == chosen


@pytest.mark.parametrize("where", ["site", "repo_site"])
@pytest.mark.parametrize("path", ["nothing", "perceptron/nothing/", "a/b/c/d.html"])
def test_a_missing_page_leads_back(
    page: Page, problems: Problems, request: pytest.FixtureRequest, where: str, path: str
) -> None:
    problems.expect("404")
    base = request.getfixturevalue(where)
    answer = page.goto(base + path)
    assert answer is not None
    assert answer.status == 404
    link = page.get_by_role("link", name=LESSONS[1].meta["title"])
    expect(link).to_have_attribute("href", re.compile(re.escape("/" + ADDRESSES[1]) + "$"))
    page.wait_for_function("base => document.querySelector('a').href === base", arg=base)
    link.click()
    expect(page.locator("h1")).to_have_text(LESSONS[1].meta["title"])


def test_opened_from_disk_every_page_reads_and_says_how_to_serve_it(
    page: Page, problems: Problems, dist: Path
) -> None:
    problems.expect("file://|CORS|origin")  # modules are refused there: that is the point
    for lesson in LESSONS:
        page.goto((dist / lesson.address / "index.html").as_uri())
        expect(page.locator("h1")).to_have_text(lesson.meta["title"])
        told = f"In the folder {dist}/, run “python3 -m http.server”"
        expect(page.locator("[data-file-notice]")).to_contain_text(told)
    page.locator(".path a").nth(1).click()
    expect(page.locator("h1")).to_have_text(LESSONS[1].meta["title"])


@pytest.mark.parametrize("width", [360, 1440])
def test_links_and_cells_are_named_by_number_and_title(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site}perceptron/")
    navigation = page.get_by_role("navigation", name="Lessons")
    for lesson in LESSONS:
        named = f"{lesson.number} {lesson.meta['title']}"
        expect(navigation.get_by_role("link").nth(lesson.number - 1)).to_have_accessible_name(named)
    for number, cell in enumerate(page.locator("[data-cell]").all(), start=1):
        expect(cell).to_have_accessible_name(f"Python cell {number}")


def test_the_skip_link_comes_first_and_works(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_glance_figure_leads_to_every_lesson(page: Page, site: str) -> None:
    page.goto(site)
    nodes = page.locator(".figure-at-a-glance svg a")
    assert nodes.count() == len(LESSONS)
    nodes.nth(3).click()
    expect(page.locator("h1")).to_have_text(LESSONS[3].meta["title"])
