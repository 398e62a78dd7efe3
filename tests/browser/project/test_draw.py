"""The project's Draw part: two models on one drawing, the strip of steps, what lies inside."""

from __future__ import annotations

import json
import random
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from course.figures.svg import with_article
from course.project.architecture import CLASSES
from course.project.explain import SPEAKERS
from tests.browser.axe import assert_accessible
from tests.browser.own import give_network, kept
from tests.browser.pads import Answer, answer, draw_all, draw_by_mouse, open_pad, read
from tests.browser.strokefont import Drawing, digit
from tests.support import NewPage, Problems

STAGES = ("strokes", "crop", "fit", "centre", "input")
DOT: Drawing = [[(120, 140), (160, 140)]]


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


def small(drawing: Drawing) -> Drawing:
    """The drawing less than half as large, in the lower right corner."""
    return [[(150 + 0.42 * x, 150 + 0.42 * y) for x, y in stroke] for stroke in drawing]


def read_own(page: Page, strokes: int) -> Answer:
    """What the learner's network says once it covers so many strokes."""
    page.wait_for_selector(f"[data-prediction-own][data-strokes='{strokes}']")
    return answer(page.evaluate("({...document.querySelector('[data-prediction-own]').dataset})"))


def part(page: Page) -> Locator:
    return page.locator("[data-project=draw]")


def done(page: Page, task: str) -> Locator:
    return page.locator(f"[data-task='draw/{task}'][data-done]")


@pytest.fixture
def drawn_on(page: Page, site: str) -> Page:
    """The page with a network of the learner's own from an earlier visit."""
    give_network(page, site)
    open_pad(page, f"{site}project/")
    page.wait_for_selector("[data-project=draw][data-own=ready]")
    return page


def picture(page: Page, stage: str) -> str:
    """A stage's picture, to compare."""
    data: str = page.locator(f"[data-stage={stage}]").evaluate("one => one.toDataURL()")
    return data


def settled(page: Page, strokes: int) -> dict[str, str]:
    """The strip's pictures once they show so many strokes."""
    told = page.locator("[data-told=strokes]")
    expect(told).to_contain_text(f"Strokes: {strokes}.")
    page.wait_for_timeout(400)  # the pictures behind the first come one after the other
    return {stage: picture(page, stage) for stage in STAGES}


def test_both_models_answer_with_the_same_attributes(drawn_on: Page) -> None:
    full = draw_by_mouse(drawn_on, digit(3, random.Random(5)))
    own = read_own(drawn_on, full.strokes)
    assert (full.digit, full.state) == (3, "digit")
    assert own.digit == 3
    assert own.revision >= 2
    assert len(own.probabilities) == CLASSES
    assert sum(own.probabilities) == pytest.approx(1, abs=1e-4)
    assert own.confidence == max(own.probabilities)
    assert own.probabilities != full.probabilities
    expect(drawn_on.locator("[data-together-said]")).to_have_text("Both read a 3.")
    expect(drawn_on.locator("[data-spoken-own]")).to_contain_text("This is a 3")
    expect(done(drawn_on, "both")).to_have_count(1)
    expect(drawn_on.locator("[data-rate=digit]")).to_be_visible()
    drawn_on.locator("[data-pad]").get_by_role("button", name="Clear").click()
    drawn_on.wait_for_selector("[data-prediction-own][data-state=blank]:not([data-digit])")


def test_without_a_network_it_says_how_to_get_one(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    expect(page.locator("[data-verdict-own]")).to_contain_text("Train one above")
    draw_by_mouse(page, digit(3, random.Random(5)))
    page.wait_for_selector("[data-draw-maps][data-occluded='3']")
    expect(page.locator("[data-draw-inside]")).to_contain_text("don’t have a network yet")
    assert page.locator("[data-prediction-own]").get_attribute("data-revision") == "0"


def test_disagreement_is_said_and_shown(drawn_on: Page) -> None:
    hand = random.Random(8)
    for label in [4, 9, 7, 1, 2, 5, 8, 6, 0] * 6:
        wild = [[(x, 40 + 0.5 * y) for x, y in stroke] for stroke in digit(label, hand)]
        (full,) = draw_all(drawn_on, [wild])
        own = read_own(drawn_on, full.strokes)
        if own.digit != full.digit and full.state != "not-a-digit":
            break
    else:
        pytest.fail("the two never disagreed")
    said = (
        f"They disagree: the full model reads {with_article(full.digit)}, "
        f"your network {with_article(own.digit)}."
    )
    expect(drawn_on.locator("[data-together-said]")).to_have_text(said)
    assert part(drawn_on).get_attribute("data-together") == "disagree"
    marked = drawn_on.locator("[data-bar][data-other] .pad-digit")
    expect(marked).to_have_text(str(own.digit))
    expect(drawn_on.locator("[data-bar-own][data-other] .pad-digit")).to_have_text(str(full.digit))
    expect(done(drawn_on, "disagree")).to_have_count(1)
    drawn_on.wait_for_selector(f"[data-draw-inside][data-digits='{own.digit} {full.digit}']")


def test_what_the_full_model_refuses_is_told_with_its_rates(drawn_on: Page) -> None:
    (full,) = draw_all(drawn_on, [DOT])
    own = read_own(drawn_on, 1)
    assert full.state == "not-a-digit"
    assert own.state in ("digit", "unsure"), "a network with ten outputs cannot refuse"
    verdict = drawn_on.locator("[data-verdict-own]")
    expect(verdict).to_have_text(re.compile(f"^(This is|Unsure:|Not sure).* an? {own.digit} "))
    expect(drawn_on.locator("[data-together-said]")).to_contain_text(
        f"reads {with_article(own.digit)}."
    )
    card = json.loads((ROOT / "models" / "digits.json").read_text(encoding="utf-8"))
    rate = round(100 * card["test"]["states"]["not-a-digit"], 2)
    told = drawn_on.locator("[data-rate='not-a-digit']")
    expect(told).to_contain_text(f"wrongly refused {rate:g}%")
    expect(drawn_on.locator("[data-rate=digit]")).to_be_hidden()
    expect(done(drawn_on, "refuse")).to_have_count(1)


def test_a_small_drawing_needs_fit_and_centre(drawn_on: Page) -> None:
    seven = small(digit(7, random.Random(1)))
    (whole,) = draw_all(drawn_on, [seven])
    assert (whole.digit, whole.state) == (7, "digit")
    before = settled(drawn_on, len(seven))
    expect(done(drawn_on, "switch")).to_have_count(0)
    drawn_on.get_by_label("Fit", exact=True).uncheck()
    drawn_on.get_by_label("Center", exact=True).uncheck()
    drawn_on.wait_for_selector("[data-draw-strip][data-broken=true]")
    broken = read(drawn_on)
    assert (broken.state, broken.digit) != ("digit", 7)
    assert broken.revision > whole.revision
    own = read_own(drawn_on, len(seven))
    assert own.probabilities != broken.probabilities
    after = settled(drawn_on, len(seven))
    assert {stage for stage in STAGES if after[stage] != before[stage]} == {
        "fit",
        "centre",
        "input",
    }
    expect(drawn_on.locator("[data-compare]")).to_contain_text("With every step on: This is a 7")
    expect(drawn_on.locator("[data-told=fit]")).to_contain_text("Not fitted")
    expect(done(drawn_on, "switch")).to_have_count(1)
    expect(drawn_on.locator("[data-rate]:visible")).to_have_count(0)  # measured with all steps
    drawn_on.get_by_label("Fit", exact=True).check()
    drawn_on.get_by_label("Center", exact=True).check()
    expect(drawn_on.locator("[data-compare]")).to_have_text("")
    assert read(drawn_on).probabilities == whole.probabilities


def test_without_smoothing_the_ink_has_corners_and_hard_edges(drawn_on: Page) -> None:
    corner: Drawing = [[(60, 60), (200, 60), (120, 230)]]
    draw_all(drawn_on, [corner])
    before = settled(drawn_on, 1)
    drawn_on.locator("[data-step=smooth]").focus()
    drawn_on.keyboard.press("Space")
    expect(drawn_on.locator("[data-told=strokes]")).to_contain_text("straight lines")
    after = settled(drawn_on, 1)
    assert before["strokes"] != after["strokes"]
    soft = drawn_on.locator("[data-stage=strokes]").evaluate(
        "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
        ".some((v, i) => i % 4 === 3 && v > 0 && v < 255)"
    )
    assert not soft


BESIDE = """all => all.map((step) => {
  const [picture, told] = [".strip-picture", ".strip-told"].map((part) =>
    step.querySelector(part).getBoundingClientRect());
  return [told.left - picture.right, told.width / step.getBoundingClientRect().width];
})"""


def test_on_a_phone_a_step_is_told_beside_its_picture(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}project/")
    found = page.locator(".strip-stages > li").evaluate_all(BESIDE)
    assert len(found) == len(STAGES)
    assert all(apart > 0 and share > 0.6 for apart, share in found), found


def test_the_numbers_of_the_strip_are_those_of_the_graph(drawn_on: Page) -> None:
    draw_all(drawn_on, [[[(100, 120), (100, 200)]]])  # a pen 20 wide around it
    settled(drawn_on, 1)
    box = drawn_on.locator("[data-box]")
    sides = [float(box.get_attribute(name) or "nan") for name in ("x", "y", "width", "height")]
    assert sides == pytest.approx([90, 110, 20, 100], abs=2)
    centred = drawn_on.locator("[data-told=centre]").inner_text()
    assert "It moves to row 14.5, column 14.5" in centred
    for stage in STAGES:
        expect(drawn_on.locator(f"[data-stage={stage}]")).to_have_attribute(
            "aria-label", re.compile(r"\w.*\. \w")
        )


def test_a_switch_is_forgotten_when_the_page_is_left(drawn_on: Page, site: str) -> None:
    drawn_on.locator("[data-step=fit]").uncheck()
    drawn_on.locator("[data-path] a").first.click()
    drawn_on.wait_for_selector("[data-pad=compact][data-recogniser=ready]")
    (found,) = draw_all(drawn_on, [small(digit(7, random.Random(1)))])
    assert (found.digit, found.state) == (7, "digit")


def test_the_sums_that_make_a_logit_are_shown(drawn_on: Page) -> None:
    full = draw_by_mouse(drawn_on, digit(3, random.Random(5)))
    own = read_own(drawn_on, full.strokes)
    drawn_on.wait_for_selector(f"[data-draw-inside][data-digits^='{own.digit} ']")
    sums = drawn_on.locator("[data-sum]")
    expect(sums).to_have_count(2)
    for table in sums.all():
        *parts, logit = [
            float(text.replace("−", "-")) for text in table.locator(".sum-value").all_inner_texts()
        ]
        assert sum(parts) == pytest.approx(logit, abs=0.005 * (len(parts) + 1))
        assert 1 <= table.locator("canvas").count() <= SPEAKERS
    expect(drawn_on.locator("[data-slope]")).to_have_attribute("aria-label", re.compile("More ink"))


ADDED_UP = """async (speakers) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { sumTable } = await import(folder + 'project/draw/sum-table.js');
  const { strings } = await import(folder + 'project/generated/strings.js');
  const sum = { digit: 3, logit: 1, bias: 0, speakers, rest: [0, 0], against: [0, 0] };
  return sumTable({ ...sum, picture: null }, strings.draw).textContent;
}"""


def test_neurons_and_filters_are_counted_from_1_as_in_the_lessons(page: Page, site: str) -> None:
    page.goto(f"{site}project/")
    first = {"unit": 0, "a": 1, "weight": 1, "contribution": 1, "picture": None}
    place = [0, 4, 5]
    told = page.evaluate(ADDED_UP, [first | {"place": None}, first | {"place": place}])
    assert "neuron 1: activation" in told
    assert "filter 1 at row 4, column 5" in told


def test_the_full_models_maps_and_what_its_answer_rests_on(drawn_on: Page) -> None:
    draw_by_mouse(drawn_on, digit(3, random.Random(5)))
    drawn_on.wait_for_selector("[data-draw-maps][data-occluded='3']")
    said = drawn_on.locator("[data-occlusion-said]").inner_text()
    before, after = map(int, re.findall(r"(\d+)%", said)[:2])
    assert after < before
    for layer in ("conv1", "conv2"):
        inked = drawn_on.locator(f"[data-layer={layer}]").evaluate(
            "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
            ".filter((v, i) => i % 4 === 3 && v > 0).length"
        )
        assert inked > 500
    drawn_on.locator("[data-pad]").get_by_role("button", name="Clear").click()
    expect(drawn_on.locator("[data-draw-maps] [data-shown]")).to_be_hidden()


@pytest.mark.parametrize("hidden", [(), (16, 16)])
def test_networks_of_any_depth_are_explained(
    page: Page, site: str, hidden: tuple[int, ...]
) -> None:
    give_network(page, site, kept(hidden, "tanh"))
    open_pad(page, f"{site}project/")
    full = draw_by_mouse(page, digit(0, random.Random(5)))
    own = read_own(page, full.strokes)
    page.wait_for_selector(f"[data-draw-inside][data-digits^='{own.digit} ']")
    expected = "more than one hidden layer" if hidden else "no hidden layer"
    expect(page.locator("[data-pictures-said]")).to_contain_text(expected)


def test_while_it_trains_the_network_answers_and_changes(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    full = draw_by_mouse(page, digit(3, random.Random(5)))
    form = page.locator("[data-settings]")
    form.locator("[name=examples]").select_option("1000")
    form.locator("[name=epochs]").fill("20")
    form.locator("[data-begin]").click()
    page.wait_for_selector("[data-project=train][data-state=running]")
    first = read_own(page, full.strokes)
    page.wait_for_function(
        "before => document.querySelector('[data-prediction-own]').dataset.confidence !== before",
        arg=page.locator("[data-prediction-own]").get_attribute("data-confidence"),
    )
    page.wait_for_selector("[data-project=train][data-state=done]")
    page.wait_for_selector("[data-prediction-own][data-digit='3']")
    assert read_own(page, full.strokes).revision > first.revision + 1


def test_python_that_fails_leaves_the_full_model(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|pyodide")
    page = new_page()
    give_network(page, site)
    page.wait_for_selector("html[data-python=ready], html[data-python=off]")
    page.route("**/pyodide*.wasm*", lambda route: route.abort())
    page.goto(f"{site}project/")
    page.wait_for_selector("html[data-python=failed]")
    expect(page.locator("[data-verdict-own]")).to_contain_text("Python couldn’t start")
    full = draw_by_mouse(page, digit(3, random.Random(5)))
    assert full.digit == 3
    assert page.locator("html").get_attribute("data-python") == "failed"  # no pen starts it again
    settled(page, full.strokes)
    page.unroute("**/pyodide*.wasm*")
    page.locator("[data-python-status]").get_by_role("button").click()
    assert read_own(page, full.strokes).digit == 3


def test_without_the_recogniser_nothing_else_breaks(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|ort-wasm")
    page = new_page()
    give_network(page, site)
    page.route("**/ort-wasm-simd-threaded.wasm.zst", lambda route: route.abort())
    page.goto(f"{site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=failed]")
    page.locator("[data-step=fit]").uncheck()
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("[data-verdict]")).to_contain_text("couldn’t start")
    expect(page.locator("[data-prediction-own]")).to_have_attribute("data-revision", "0")
    expect(page.locator("[data-load]")).to_be_enabled()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_what_is_shown_fits_a_phone_and_everyone(
    new_page: NewPage, site: str, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    give_network(page, site)
    open_pad(page, f"{site}project/")
    full, *_ = draw_all(page, [digit(3, random.Random(5))])
    page.wait_for_selector("[data-draw-inside][data-digits]")
    page.wait_for_selector("[data-draw-maps][data-occluded]")
    beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert beyond <= 0
    assert full.digit == 3
    assert_accessible(page, "[data-project=draw]")
