"""One grid: edges that meet, figures that fit the window, letters that come without a jolt."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons, load_pages
from tests.browser.axe import assert_accessible
from tests.support import NewPage, at_rest

pytestmark = pytest.mark.python("off")  # nothing here asks Python

LESSONS = load_lessons(ROOT / "site" / "lessons")
ADDRESSES = [page.address for page in (*LESSONS, *load_pages(ROOT / "site" / "pages"))]
SHIFTS = """window.shifted = []; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted.push([one.value,
    ...one.sources.map(({ node, previousRect, currentRect }) => [node?.className || node?.nodeName,
    previousRect.y, currentRect.y])]); }).observe({type: "layout-shift", buffered: true});
  localStorage.setItem("module3:/:seen:arrays", "1");"""
FACE = """(family) => { const probe = document.createElement("span");
  probe.textContent = "mmmiii"; document.body.append(probe);
  probe.style.cssText = `position: absolute; font: 40px ${family}`;
  const { width } = probe.getBoundingClientRect(); probe.remove(); return width }"""
# What is lower than its box, or begins left of it.
CUT = """() => [...document.querySelectorAll(".math.block")].filter((box) => {
  const outer = box.getBoundingClientRect();
  return box.scrollHeight > box.clientHeight || [...box.querySelectorAll("*")].some((part) => {
    const inner = part.getBoundingClientRect();
    return inner.top < outer.top - 0.5 || inner.bottom > outer.bottom + 0.5
      || inner.left < outer.left - 0.5;
  }) }).map((box) => box.textContent)"""


def test_text_code_tables_and_figures_begin_at_one_edge(page: Page, site: str) -> None:
    for address in ADDRESSES:
        page.goto(site + address)
        for width in (360, 768, 1280, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            at_rest(page)
            lefts = page.locator("main > :not(.contents, ul, ol, .visually-hidden)").evaluate_all(
                "all => all.filter((one) => one.checkVisibility())"
                ".map((one) => Math.round(one.getBoundingClientRect().left))"
            )
            assert len(set(lefts)) == 1, f"/{address} at {width}: {sorted(set(lefts))}"


# Left, right, and top of what is read.
BOXES = """(all) => all.map((one) => {
  const range = new Range();
  range.selectNodeContents(one);
  const { left, right, top } = range.getBoundingClientRect();
  return [left, right, top];
})"""


def test_the_lessons_names_keep_apart(page: Page, site: str) -> None:
    for width in (320, 640, 800, 1000, 1100, 1200, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for address in ("perceptron/", "activations/"):  # long names, bold where they are current
            page.goto(site + address)
            names = page.locator(".path a > :not(.number, .visually-hidden)")
            boxes = names.evaluate_all(BOXES)
            assert len(boxes) == len(LESSONS)
            for (_, right, top), (left, _, below) in pairwise(boxes):
                assert left >= right or below > top + 20, f"/{address} at {width} px"


# Figures that are higher, with their controls and a line of their caption, than the window.
TALL = """(all) => all.map((figure) => {
  const caption = figure.querySelector("figcaption");
  const line = parseFloat(getComputedStyle(caption).lineHeight);
  const { top } = figure.getBoundingClientRect();
  return [figure.id, caption.getBoundingClientRect().top + line - top];
}).filter(([, height]) => height > innerHeight)"""


def test_a_figure_its_controls_and_a_line_of_its_caption_fit_the_window(
    page: Page, site: str
) -> None:
    for address in ADDRESSES:
        page.goto(site + address)
        for width, height in ((1280, 720), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            at_rest(page)
            tall = page.locator("[data-figure], [data-learning]").evaluate_all(TALL)
            assert tall == [], f"/{address} at {width}"


# Formulas and numbers that unfold whose punctuation is on the next line.
PARTED = """() => [...document.querySelectorAll(".math.inline, .worked")].filter((box) => {
  const next = box.nextSibling;
  if (!box.checkVisibility() || !/^[,.;:!?)]/.test(next?.data ?? "")) return false;
  const range = document.createRange(); range.setStart(next, 0); range.setEnd(next, 1);
  return range.getBoundingClientRect().top > [...box.getClientRects()].at(-1).bottom - 2;
}).map((box) => box.parentNode.textContent)"""


# Controls whose middle belongs to something else.
COVERED = """(all) => all.filter((one) => {
  if (!one.checkVisibility() || one.closest(".visually-hidden")) return false;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = one.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return !one.closest("form").contains(found);
}).map((one) => `${one.closest("figure").id} ${one.name}`)"""


@pytest.mark.parametrize("width", [390, 1100, 1440])
def test_nothing_lies_over_a_figures_controls(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for lesson in LESSONS:
        page.goto(site + lesson.address)
        at_rest(page)
        controls = page.locator("figure form :is(input, button, select)")
        covered = controls.evaluate_all(COVERED)
        assert not covered, f"/{lesson.address}: {covered}"


def test_no_line_begins_with_the_comma_after_a_formula(page: Page, site: str) -> None:
    for address in ("perceptron/", "activations/"):
        page.goto(site + address)
        for width in (360, 768, 1000):
            page.set_viewport_size({"width": width, "height": 900})
            at_rest(page)
            assert not page.evaluate(PARTED), f"/{address} at {width}"


@pytest.mark.parametrize("width", [320, 1280])
def test_displayed_formulas_are_whole_in_their_boxes(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(site)
    page.wait_for_function("() => localStorage.getItem('module3:/:letters')")
    for lesson in LESSONS:
        page.goto(site + lesson.address)
        page.evaluate("document.fonts.ready.then(() => {})")
        at_rest(page)
        assert page.evaluate(CUT) == [], lesson.address


def test_what_scrolls_is_reached_by_the_tab_key_and_nothing_else(
    new_page: NewPage, site: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    scrolling = 0
    for address in ADDRESSES:
        page.goto(site + address)
        at_rest(page)
        boxes = page.locator("main > :is(.table, .math.block)").evaluate_all(
            "all => all.map((one) => [one.scrollWidth > one.clientWidth, one.tabIndex])"
        )
        scrolling += sum(wide for wide, _ in boxes)
        assert [index for _, index in boxes] == [0 if wide else -1 for wide, _ in boxes], address
    assert scrolling


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(new_page: NewPage, site: str, scheme: str) -> None:
    page = new_page(
        color_scheme=scheme, reduced_motion="reduce", viewport={"width": 390, "height": 844}
    )
    for address in ADDRESSES:
        page.goto(site + address)
        assert_accessible(page)


@pytest.mark.slow
@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_letters_come_after_the_first_paint_and_shift_nothing(
    new_page: NewPage, site: str, width: int, late: bool
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.add_init_script(SHIFTS)

    def slow(route: Route) -> None:
        page.wait_for_timeout(1500)
        route.continue_()

    if late:
        page.route("**/*.woff2", slow)
    for place, address in enumerate(["", *ADDRESSES]):
        page.goto(site + address)
        at_rest(page)
        if not place:
            first = page.evaluate(FACE, "'Module Text', monospace")
            page.wait_for_function("() => localStorage.getItem('module3:/:letters')")
            asked, painted = page.evaluate(
                """[performance.getEntriesByType("resource")
                  .filter(({ name }) => name.endsWith(".woff2")).map((one) => one.startTime),
                  performance.getEntriesByName("first-contentful-paint")[0].startTime]"""
            )
            assert first > 0
            assert len(asked) == 3
            assert min(asked) > painted
            page.unroute("**/*.woff2")
        page.wait_for_timeout(200)
        shifts = page.evaluate("window.shifted")
        assert sum(value for value, *_ in shifts) < 0.02, f"/{address}: {shifts}"


@pytest.mark.python("on")
def test_later_pages_have_the_letters(page: Page, site: str) -> None:
    shown = "() => getComputedStyle(document.querySelector('main > p:not([class])')).fontFamily"
    page.goto(f"{site}loss/")
    without = page.evaluate(shown)
    page.wait_for_function("() => localStorage.getItem('module3:/:letters')")
    page.locator(".path a").nth(1).click()
    expect(page.locator("h1")).to_have_text(LESSONS[1].meta["title"])
    swapped_in = page.evaluate(shown)
    assert swapped_in.startswith('"Module Text"')
    page.wait_for_function(
        f"() => ({FACE})(\"'Module Text', monospace\") !== ({FACE})('monospace')"
    )
    loaded_anew = set()
    for _visit in range(5):  # a page that is painted before they are there goes without
        page.reload()
        loaded_anew.add(page.evaluate(shown))
        if swapped_in in loaded_anew:
            break
    assert swapped_in in loaded_anew
    assert "Module" not in without


@pytest.mark.parametrize(
    ("around", "large"),
    [
        ("<mo>(</mo>{}<mo>)</mo>", "mo"),
        ("<mo>|</mo>{}<mo>|</mo>", "mo"),
        ("<msqrt>{}</msqrt>", "msqrt"),
    ],
)
def test_brackets_and_roots_grow(page: Page, site: str, around: str, large: str) -> None:
    page.goto(f"{site}glossary/")
    page.wait_for_function("() => localStorage.getItem('module3:/:letters')")
    page.goto(f"{site}loss/")
    tall = "<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mfrac><mi>c</mi><mi>d</mi></mfrac></mfrac>"
    heights = []
    for inside in ("<mi>a</mi>", tall):
        formula = f"<math display='block'><mrow>{around.format(inside)}</mrow></math>"
        page.evaluate("html => { document.querySelector('.math.block').innerHTML = html }", formula)
        at_rest(page)
        box = page.locator(f".math.block {large}").first.bounding_box()
        assert box
        heights.append(box["height"])
    assert heights[1] > 2 * heights[0]


@pytest.mark.python("on")
@pytest.mark.parametrize("address", ["perceptron/", "loss/", "quiz/"])
def test_a_page_never_stands_there_without_its_style(
    new_page: NewPage, site: str, address: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 800})
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if one.url.endswith(".css") else None)
    page.add_init_script("""new MutationObserver((all) => { for (const one of all)
      if (one.target.rel === "stylesheet") window.again = true; }).observe(document,
      { subtree: true, attributes: true, attributeFilter: ["href"] })""")
    page.goto(site + address)
    page.wait_for_function("() => localStorage.getItem('module3:/:letters')")
    at_rest(page)
    assert page.evaluate("window.again") is None
    assert len(asked) == len(set(asked))
