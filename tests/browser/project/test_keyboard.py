"""Every task of the project, done by keyboard alone, and without drawing by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.base.bootstrap import ROOT
from builder.pages import app_steps
from tests.support import PATIENCE

FOLDER = ROOT / "site" / "lessons" / "08-project" / "app"
TRIES = 60  # of a wobbling digit
LONG = 4 * PATIENCE  # ms that a run of the training may take


@pytest.fixture
def page(warm_page: Page) -> Page:
    """A page on which a pointer does nothing."""
    warm_page.emulate_media(reduced_motion="reduce")
    warm_page.add_init_script("""for (const name of ["pointerdown", "mousedown", "touchstart"])
      addEventListener(name, (event) => event.isTrusted && event.stopImmediatePropagation(), true);
    """)
    return warm_page


def press(target: Locator, *keys: str) -> None:
    """Press keys where Tab leads to."""
    expect(target).to_be_enabled(timeout=LONG)
    assert target.evaluate("one => one.tabIndex") == 0
    for key in keys or ("Enter",):
        target.press(key)


def choose(field: Locator, value: str) -> None:
    """Choose in a list, by its arrow keys."""
    press(field, "Home")
    for _ in range(20):
        if field.input_value() == value:
            return
        press(field, "ArrowDown")
    raise AssertionError(f"no {value}")


def is_done(page: Page, *tasks: str) -> bool:
    return all(page.locator(f"[data-task='{task}'][data-done]").count() for task in tasks)


def until(page: Page, task: str, act: Locator) -> None:
    """Have digits drawn until a task is done."""
    for _ in range(TRIES):
        if is_done(page, task):
            return
        press(act)
        page.wait_for_timeout(150)
    pytest.fail(f"{task} isn’t done after {TRIES} digits")


def look_at_the_data(page: Page) -> None:
    part = page.locator("[data-project=data]")
    press(part.locator("[data-load]"))
    expect(part.locator("[data-views]")).to_be_visible(timeout=LONG)
    choose(part.locator("[data-digit]"), "3")
    for view in ("means", "hardest"):
        choose(part.locator("[data-view]"), view)
        expect(page.locator(f"[data-task='data/{view}'][data-done]")).to_be_attached()
    choose(part.locator("[data-view]"), "disputed")
    press(part.locator("[data-images] button").first, "Space")


def train(page: Page, **settings: str) -> None:
    part = page.locator("[data-project=train]")
    for name, value in settings.items():
        field = part.locator(f"[name={name}]").first
        if field.evaluate("field => field.tagName") == "SELECT":
            choose(field, value)
        else:
            field.fill(value)
    press(part.locator("[data-begin]"))
    expect(part).to_have_attribute("data-state", "running")
    expect(part).to_have_attribute("data-state", "done", timeout=LONG)


def train_networks(page: Page) -> None:
    train(page, filters="8", examples="1000", epochs="1")
    train(page, filters="0", hidden="", examples="1000", epochs="2")
    train(page, hidden="32", epochs="25")
    train(page, hidden="128", examples="20000", epochs="4")
    for box in page.locator("[data-runs-table] [type=checkbox]").all()[:2]:
        if not box.is_checked():
            press(box, "Space")


def evaluate(page: Page) -> None:
    part = page.locator("[data-project=evaluate]")
    press(part.locator("[data-test]"))
    field = part.locator("[data-confusion] button")
    expect(part.locator("[data-report]")).to_be_visible(timeout=LONG)
    press(field.first, "ArrowDown")
    for key in ("ArrowRight", "Enter"):
        page.keyboard.press(key)
    press(part.locator("[data-show-mistakes]"))


def break_it(page: Page) -> None:
    question = page.locator("[data-predict='project/break']")
    press(question.locator("[type=radio]").first, "Space")
    press(question.locator("[type=submit]"))
    part = page.locator("[data-project=break]")
    for kind in ("biases", "noise", "neurons", "first"):
        choose(part.locator("[data-kind]"), kind)
        press(part.locator("[data-break]"))
        expect(page.locator(f"[data-task='break/{kind}'][data-done]")).to_be_attached(timeout=LONG)


def draw(page: Page) -> None:
    part = page.locator("[data-project=draw]")
    own, show = part.locator("[data-own-digit]"), part.locator("[data-show]")
    press(own.locator("summary"))
    until(page, "draw/both", show)
    wobble, size = own.locator("[name=wobble]"), own.locator("[name=size]")
    press(wobble, "End")
    until(page, "draw/disagree", show)
    until(page, "draw/refuse", show)
    press(wobble, "Home")
    press(size, "Home")
    for name in ("across", "down"):
        press(own.locator(f"[name={name}]"), "End")
    for step in ("fit", "centre"):
        press(part.locator(f"[data-step={step}]"), "Space")
    until(page, "draw/switch", show)


def draw_by_hand(page: Page) -> None:
    part = page.locator("[data-project=hand]")
    own, show = part.locator("[data-own-digit]"), part.locator("[data-show]")
    said, canvas = part.locator("[data-hand-said]"), part.locator("[data-hand-canvas]")
    press(own.locator("summary"))
    for label in range(10):
        choose(own.locator("[name=digit]"), str(label))
        expect(said).to_contain_text("The full model")
        press(canvas, str(label))
    press(own.locator("[name=wobble]"), "End")
    for _ in range(TRIES):
        press(show)
        expect(said).to_contain_text("Your network reads")
        press(canvas, "9")
        if is_done(page, "hand/correct"):
            break
    press(part.locator("[data-begin]"))


def take_home(page: Page, folder: Path) -> None:
    part = page.locator("[data-project=home]")
    with page.expect_download() as saving:
        press(part.locator("[data-take=onnx]"))
    model = folder / saving.value.suggested_filename
    saving.value.save_as(model)
    with page.expect_file_chooser() as choosing:
        press(part.locator("[data-dropped] button:visible").first)
    choosing.value.set_files(model)


def build_the_app(page: Page) -> None:
    panel = page.locator("[data-app-step]:not([hidden])")
    steps = app_steps.load(FOLDER, (FOLDER / "main.py").read_text())
    for number, step in enumerate(steps, 1):  # until its program has started, the last one's runs
        page.wait_for_selector(f"[data-app][data-state=started][data-step='{number}']")
        write(panel, step.finished)
        page.keyboard.press("ControlOrMeta+Enter")
        expect(panel.locator("[data-feedback][data-result=pass]")).to_be_visible()
        press(panel.get_by_role("button", name="Go on"))
    own = page.locator("[data-own-digit]")
    page.wait_for_selector("[data-app][data-state=started][data-step=whole]")
    press(own.locator("summary"))
    choose(own.locator("[name=digit]"), "8")
    expect(page.locator("[data-verdict]")).to_contain_text("8")
    press(page.locator("[data-clear]"))
    canvas = page.locator("[data-draw-pad]")
    press(canvas, *["Shift+ArrowUp"] * 2, "Space", *["Shift+ArrowDown"] * 4, "Space")
    expect(page.locator("[data-verdict]")).to_contain_text("1")
    panel.locator(".cm-content").focus()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.insert_text("\n# mine\n")
    page.keyboard.press("ControlOrMeta+Enter")
    with page.expect_download():
        press(page.locator("[data-download]:visible"))


def write(panel: Locator, text: str) -> None:
    panel.locator(".cm-content").focus()
    panel.page.keyboard.press("ControlOrMeta+a")
    panel.page.keyboard.insert_text(text)


@pytest.mark.slow
def test_every_task_is_done_without_a_pointer(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}project/")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    for act in (look_at_the_data, train_networks, evaluate, break_it, draw, draw_by_hand):
        act(page)
    take_home(page, tmp_path)
    expect(page.locator("[data-task='hand/teach'][data-done]")).to_be_attached(timeout=LONG)
    expect(page.locator("[data-task='home/bring'][data-done]")).to_be_attached(timeout=LONG)
    missing = page.locator("[data-task]:not([data-done])").evaluate_all(
        "all => all.map(({ dataset }) => dataset.task)"
    )
    assert [task for task in missing if not task.startswith("app/")] == []
    page.goto(f"{site}project/app/")
    build_the_app(page)
    expect(page.locator("[data-task]:not([data-done])")).to_have_count(0)
