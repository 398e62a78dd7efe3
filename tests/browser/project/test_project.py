"""The project page: MNIST loaded on demand, a network trained in slices, and what is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from course import lessons
from tests.browser.coding import editor
from tests.browser.own import STORED as NETWORK
from tests.support import PATIENCE, NewPage, Problems, open_isolated

SMALL = {"examples": "1000", "epochs": "2", "hidden": "16"}
OWN = "passed:backprop/backward"


STORED = """async (name) => {
  const parts = (await caches.keys()).find((key) => key.endsWith(':parts'));
  return (await (await caches.open(parts)).keys()).some(({ url }) => url.includes(name));
}"""


def solution() -> str:
    folder = lessons.part(lessons.lessons_folder(), "backprop", "exercises", "backward")
    return (folder / "solution.py").read_text()


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    warm_page.goto(site + "project/")
    return warm_page


@pytest.fixture
def data(page: Page) -> Locator:
    return page.locator("[data-project=data]")


@pytest.fixture
def train(page: Page) -> Locator:
    return page.locator("[data-project=train]")


def choose(train: Locator, **settings: str) -> None:
    for name, value in {**SMALL, **settings}.items():
        field = train.locator(f"[name={name}]").first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def begin(train: Locator, **settings: str) -> None:
    choose(train, **settings)
    train.get_by_role("button", name="Train").click()


def finish(train: Locator) -> None:
    expect(train).to_have_attribute("data-state", "done", timeout=PATIENCE)


def tasks(part: Locator) -> dict[str, bool]:
    entries = part.locator("[data-task]").all()
    return {
        (entry.get_attribute("data-task") or "").split("/")[1]: entry.get_attribute("data-done")
        is not None
        for entry in entries
    }


# ---- The data


def test_images_are_loaded_when_asked_for_and_shown(page: Page, data: Locator) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(data.locator("[data-views]")).to_be_hidden()
    load = data.get_by_role("button", name=re.compile(r"Load them \(1\.\d MB\)"))
    assert not [url for url in asked if "mnist" in url]
    load.click()
    said = data.locator("[data-said]")
    expect(said).to_contain_text("1 to 40 of 10,000", timeout=PATIENCE)
    captions = data.locator("[data-images] li")
    expect(captions).to_have_count(40)
    assert captions.all_inner_texts()[:10] == list("5041921314"), "each under its own image"
    inked = data.locator("[data-images] canvas").evaluate_all(
        "all => all.map(c => c.getContext('2d').getImageData(0, 0, 28, 28).data.some(v => v))"
    )
    assert inked == [True] * 40
    data.locator("[data-digit]").select_option("7")
    expect(captions).to_have_text(["7"] * 40)
    data.get_by_role("button", name="Next").click()
    expect(said).to_contain_text("41 to 80")
    data.locator("[data-digit]").select_option("")
    for view, text, caption, count in (
        ("means", "average image", r"0: [\d,]+", 10),
        ("hardest", "1 to 40", r"\d(→\d)?", 40),
        ("disputed", "1 to 2 of 2", r"\d(→\d)?", 2),
    ):
        data.locator("[data-view]").select_option(view)
        expect(said).to_contain_text(text)
        expect(captions).to_have_count(count)
        expect(captions).to_have_text(
            [re.compile(f"^{caption}$")] + [re.compile(".")] * (count - 1)
        )
    expect(captions.filter(has_text="→")).to_have_count(1)
    assert [name for name, done in tasks(data).items() if not done] == ["disputed"]
    buttons = captions.get_by_role("button")
    for button, count in ((buttons.nth(1), 1), (buttons.nth(0), 2), (buttons.nth(1), 1)):
        button.click()
        expect(said).to_have_text(f"You’d dispute {count} of 2 labels.")
    expect(buttons.nth(0)).to_have_attribute("aria-pressed", "true")
    assert all(tasks(data).values())
    data.locator("[data-chunk]").select_option("mnist-test")
    expect(data.locator("[data-views]")).to_be_hidden()


def test_a_lost_network_is_told_and_can_be_tried_again(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("mnist|Failed to load")
    page = new_page()
    page.goto(site + "project/")
    data = page.locator("[data-project=data]")
    expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=PATIENCE)
    page.context.route(re.compile("mnist-train-0"), lambda route: route.abort())
    load = data.get_by_role("button", name="Load them")
    load.click()
    expect(data.locator("[data-note]")).to_contain_text("couldn’t be loaded", timeout=PATIENCE)
    page.context.unroute(re.compile("mnist-train-0"))
    load.click()
    expect(data.locator("[data-said]")).to_contain_text("above its label", timeout=PATIENCE)


def test_a_damaged_chunk_is_refused(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.goto(site + "project/")
    data = page.locator("[data-project=data]")
    expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=PATIENCE)

    def cut(route: Route) -> None:
        route.fulfill(body=b"\x1f\x8b\x08\x00" + bytes(100))

    page.context.route(re.compile("mnist-train-0"), cut)
    data.get_by_role("button", name="Load them").click()
    expect(data.locator("[data-note]")).to_contain_text("couldn’t be loaded", timeout=PATIENCE)


@pytest.mark.service_worker
def test_what_was_loaded_once_is_there_offline(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    open_isolated(page, site + "project/")
    data = page.locator("[data-project=data]")
    data.get_by_role("button", name="Load them").click()
    expect(data.locator("[data-said]")).to_contain_text("above its label", timeout=PATIENCE)
    # What was asked for is put into the cache behind the answer.
    for _ in range(100):
        if page.evaluate(STORED, "mnist-train-0"):
            break
        page.wait_for_timeout(100)
    context.set_offline(True)
    page.reload()
    data.get_by_role("button", name="Load them").click()
    expect(data.locator("[data-said]")).to_contain_text("above its label", timeout=PATIENCE)


# ---- Training


def test_a_run_by_keyboard_pauses_goes_on_and_is_kept(page: Page, train: Locator) -> None:
    choose(train, examples="5000", epochs="12")
    train.get_by_label("Your guess").fill("88,5")
    train.get_by_role("button", name="Train").focus()
    page.keyboard.press("Enter")
    expect(train).to_have_attribute("data-state", "running", timeout=PATIENCE)
    train.get_by_role("button", name="Pause").focus()
    page.keyboard.press("Enter")
    expect(train).to_have_attribute("data-state", "paused")
    note = train.locator("[data-note]")
    before = int(re.findall(r"\d+", note.inner_text())[0])
    step = train.get_by_role("button", name="One batch")
    step.focus()
    page.keyboard.press("Enter")
    expect(note).to_contain_text(f"Paused after {before + 1} of")
    train.get_by_role("button", name="Continue").focus()
    page.keyboard.press("Enter")
    finish(train)
    expect(note).to_contain_text("60,000 images")
    row = train.locator("[data-runs-body] tr")
    expect(row).to_have_count(1)
    for text in ("784-16-10, ReLU", "5,000 images", "12,730", "88.5%"):
        expect(row).to_contain_text(text)
    expect(train.locator("[data-curves] polyline")).to_have_count(4)
    expect(train.locator("[data-weights-figure]")).to_be_visible()
    assert tasks(train)["run"]


def test_a_stopped_run_leaves_its_network(page: Page, train: Locator) -> None:
    begin(train, examples="10000", epochs="200")
    expect(train).to_have_attribute("data-state", "running", timeout=PATIENCE)
    expect(train.locator("[data-now]")).to_contain_text("Training: loss", timeout=PATIENCE)
    train.get_by_role("button", name="Stop").click()
    finish(train)
    expect(train.locator("[data-note]")).to_contain_text("Stopped after")
    assert kept(page)["activation"] == "relu"
    assert not any(tasks(train).values()), "nothing was done to the end"


def kept(page: Page) -> Any:
    """What IndexedDB holds as the learner's network."""
    return page.evaluate(NETWORK)


def test_runs_are_compared_forgotten_and_brought_back(page: Page, train: Locator) -> None:
    begin(train)
    finish(train)
    rows = train.locator("[data-runs-body] tr")
    expect(rows).to_have_count(1)
    begin(train, seed="7")
    finish(train)
    expect(rows).to_have_count(2)
    for box in train.get_by_role("checkbox", name=re.compile("Compare")).all():
        assert not tasks(train)["compare"], "one run alone is no comparison"
        box.check()
    expect(train.locator("[data-curves] polyline")).to_have_count(8)
    assert tasks(train)["compare"]
    rows.first.get_by_role("button", name=re.compile("Delete")).click()
    expect(rows).to_have_count(1)
    train.get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(2)
    page.reload()
    expect(rows).to_have_count(2)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"learning_rate": "much"}, "learning rate must be a number"),
        ({"learning_rate": "0"}, "learning rate must be a number"),
        ({"epochs": "0"}, "Epochs must be a whole number from 1 to 200"),
        ({"epochs": ""}, "Epochs must be a whole number"),
        ({"seed": "-1"}, "Seed must be a whole number"),
        ({"guess": "many"}, "guess must be a number"),
    ],
)
def test_settings_that_are_none_are_told(
    train: Locator, settings: dict[str, str], message: str
) -> None:
    begin(train, **settings)
    expect(train.locator("[data-note]")).to_contain_text(message)
    expect(train).to_have_attribute("data-state", "idle")


def test_training_goes_on_while_another_page_is_read(page: Page, train: Locator) -> None:
    begin(train, examples="10000", epochs="2")
    expect(train).to_have_attribute("data-state", "running", timeout=PATIENCE)
    page.locator("header a[href$='loss/']").first.click()
    expect(page.locator("html")).to_have_attribute("data-lesson", "loss")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("data-lesson", "project")
    finish(train)
    expect(train.locator("[data-note]")).to_contain_text("20,000 images")


def test_a_python_that_is_lost_pauses_the_run_and_says_so(page: Page, train: Locator) -> None:
    begin(train, examples="10000", epochs="200")
    expect(train).to_have_attribute("data-state", "running", timeout=PATIENCE)
    train.get_by_role("button", name="Pause").click()
    expect(train).to_have_attribute("data-state", "paused")
    page.locator("header").get_by_role("link", name="Perceptron").click()
    cell = page.locator("[data-cell]").first
    editor(cell).fill("sum(range(10**15))")
    run = cell.locator("[data-run]")
    run.click()
    expect(cell).to_have_attribute("data-status", "running", timeout=PATIENCE)
    page.evaluate("""() => {
      const { documentElement: root } = document;
      window.states = new Set();
      new MutationObserver(() => states.add(root.dataset.python)).observe(root, {
        attributeFilter: ['data-python'],
      });
    }""")
    run.click()  # no bytecode ends there: the worker is ended, and another begins
    page.wait_for_function("() => states.has('booting')")
    page.locator("header").get_by_role("link", name="Project").click()
    expect(train).to_have_attribute("data-state", "paused", timeout=PATIENCE)
    expect(train.locator("[data-note]")).to_contain_text("Python was restarted")
    train.get_by_role("button", name="Continue").click()
    expect(train.locator("[data-note]")).to_contain_text("Epoch", timeout=PATIENCE)
    train.get_by_role("button", name="Stop").click()
    finish(train)


# ---- The learner's own code


def own(page: Page, code: str) -> None:
    """As the exercise leaves it when it has passed."""
    page.evaluate("([key, code]) => localStorage.setItem('module3:/:' + key, code)", [OWN, code])
    page.reload()


def test_own_code_trains_once_it_has_passed(page: Page, train: Locator) -> None:
    mine = train.get_by_label("your own backward()")
    expect(mine).to_be_disabled()
    own(page, solution())
    expect(mine).to_be_checked()
    train.get_by_text("This is the code that will run").click()
    expect(train.locator("[data-your-code]")).to_contain_text("def backward")
    begin(train)
    finish(train)
    expect(train.locator("[data-runs-body] tr")).to_contain_text("your backward()")
    assert kept(page)["code"] == solution()


def test_own_code_that_does_not_pass_never_trains(page: Page, train: Locator) -> None:
    own(page, solution().replace("p - y", "y - p"))
    begin(train)
    expect(train.locator("[data-note]")).to_contain_text(
        "no longer passes its check", timeout=PATIENCE
    )
    expect(train).to_have_attribute("data-state", "idle")


def test_own_code_knows_one_hidden_layer(page: Page, train: Locator) -> None:
    own(page, solution())
    begin(train, activation="tanh")
    expect(train.locator("[data-note]")).to_contain_text("one hidden layer and ReLU")


def test_own_code_is_text_until_it_runs(page: Page, train: Locator) -> None:
    own(page, "<img src=x onerror=alert(1)>")
    expect(train.locator("[data-your-code]")).to_have_text("<img src=x onerror=alert(1)>")
    assert train.locator("[data-your-code] img").count() == 0


# ---- What is kept


def test_runs_from_anywhere_do_no_harm(page: Page, train: Locator) -> None:
    for place, text in enumerate(
        ("", "null", "{}", '{"train": {}}', json.dumps({"id": "1", "settings": {"hidden": "x"}}))
    ):
        page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)",
            [f"module3:/:project:run/{place}", text],
        )
    page.reload()
    begin(train)
    finish(train)
    expect(train.locator("[data-runs-body] tr")).to_have_count(1)


def test_without_storage_it_trains_and_says_what_will_be_lost(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('no'); } });"
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
    )
    page = context.new_page()
    page.goto(site + "project/")
    train = page.locator("[data-project=train]")
    begin(train)
    finish(train)
    expect(train.locator("[data-note]")).to_contain_text("will be gone when you leave")
    expect(train.locator("[data-runs-body] tr")).to_have_count(1)


def test_progress_counts_the_tasks(page: Page, site: str, train: Locator) -> None:
    begin(train)
    finish(train)
    page.goto(site + "progress/")
    row = page.locator("[data-progress=project] [data-count=tasks]")
    expect(row).to_have_text(re.compile(r"^[12] / \d+$"))
