"""The project's state has one owner: it's right wherever the learner is, and whatever they do."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from course.project.settings import Settings
from tests.browser.own import STORED, train
from tests.browser.own import kept as trained
from tests.support import PATIENCE

STORE = """([network, runs]) => new Promise((resolve, reject) => {
  for (const run of runs) {
    localStorage.setItem(`module3:/:project:run/${run.id}`, JSON.stringify(run));
  }
  const opening = indexedDB.open('module3:/:', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction('kept', 'readwrite');
    writing.objectStore('kept').put(network, 'network');
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""


@pytest.fixture
def page(warm_page: Page, site: str) -> Page:
    warm_page.goto(f"{site}project/")
    return warm_page


def leave(page: Page) -> None:
    """Go to another page, in the same document."""
    page.locator("header a[href$='loss/']").first.click()
    expect(page.locator("html")).to_have_attribute("data-lesson", "loss")


def come_back(page: Page) -> None:
    page.go_back()
    expect(page.locator("html")).to_have_attribute("data-lesson", "project")


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-project={name}]")


def rows(page: Page) -> Locator:
    return page.locator("[data-runs-body] tr")


def runs(page: Page) -> list[dict[str, Any]]:
    """The runs in the browser's storage, the oldest first."""
    found: list[str] = page.evaluate(
        "Object.keys(localStorage).filter(key => key.includes(':project:run/')).sort()"
        ".map(key => localStorage.getItem(key))"
    )
    return [json.loads(one) for one in found]


def until(page: Page, true: Callable[[], Any]) -> None:
    """Ask from here: the page's CSP lets nothing evaluate text in the page while it waits."""
    end = time.monotonic() + PATIENCE / 1000
    while not true():
        assert time.monotonic() < end
        page.wait_for_timeout(50)


# ---- A run and its network


def test_a_run_that_ends_while_another_page_is_read_is_among_the_runs(page: Page) -> None:
    training = part(page, "train")
    training.locator("[name=examples]").select_option("5000")
    training.locator("[name=hidden]").first.select_option("16")
    training.get_by_label("Your guess").fill("77")
    training.get_by_role("button", name="Train").click()
    expect(training).to_have_attribute("data-state", "running", timeout=PATIENCE)
    leave(page)
    until(page, lambda: runs(page) != [])
    come_back(page)
    expect(training).to_have_attribute("data-state", "done")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(re.compile("77 ?%"))
    expect(page.locator("[data-task='train/run']")).to_have_attribute("data-done", "")
    [run] = runs(page)
    assert page.evaluate(STORED)["run"] == run["id"]


def test_the_network_carries_the_run_that_made_it(page: Page) -> None:
    """Two runs that are alike in all that they measure: the test is noted of the newer alone."""
    train(page)
    train(page)
    older, newer = runs(page)
    assert older["id"] < newer["id"]
    assert page.evaluate(STORED)["run"] == older["id"]  # it's theirs until they choose another
    rows(page).first.get_by_role("button", name="Use").click()
    until(page, lambda: page.evaluate(STORED)["run"] == newer["id"])
    alike = {**newer, "id": older["id"]}
    key = f"module3:/:project:run/{older['id']}"
    page.evaluate("([key, run]) => localStorage.setItem(key, run)", [key, json.dumps(alike)])
    part(page, "evaluate").locator("[data-test]").click()
    expect(part(page, "evaluate")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    assert ["test" in run for run in runs(page)] == [False, True]


def test_a_step_of_a_paused_run_is_kept(page: Page) -> None:
    training = part(page, "train")
    training.locator("[name=examples]").select_option("10000")
    training.locator("[name=epochs]").fill("200")
    training.get_by_role("button", name="Train").click()
    expect(training).to_have_attribute("data-state", "running", timeout=PATIENCE)
    training.get_by_role("button", name="Pause").click()
    expect(training).to_have_attribute("data-state", "paused")
    until(page, lambda: page.evaluate(STORED))
    before = page.evaluate(STORED)
    training.get_by_role("button", name="One batch").click()
    until(page, lambda: page.evaluate(STORED)["npz"] != before["npz"])
    assert page.evaluate(STORED)["run"] == before["run"]


# ---- What was kept before networks carried their run's id

CURVE = {"images": [1_000], "loss": [1.5], "accuracy": [0.5]}
RECORD: dict[str, Any] = {
    "settings": {name: about["default"] for name, about in Settings.offered().items()},
    "parameters": 12_730,
    "train": CURVE,
    "validation": CURVE,
    "images": 2_000,
    "seconds": 1.25,
    "done": True,
}
FIRST = {**RECORD, "id": "1700000000001", "theirs": False, "guess": None}
SECOND = {**FIRST, "id": "1700000000002", "seconds": 2.5}


@pytest.mark.parametrize(
    ("former", "run", "taught"),
    [
        ({"record": RECORD}, "1700000000001", []),
        (
            {"record": {**RECORD, "seconds": 2.5}, "taught": ["17", "18"]},
            "1700000000002",
            ["17", "18"],
        ),
        ({"record": {**RECORD, "seconds": 3}}, None, []),  # its run has been forgotten
        ({"record": None, "taught": []}, None, []),
        ({}, None, []),
    ],
)
def test_a_network_without_an_id_is_taken_over_once(
    page: Page, site: str, former: dict[str, Any], run: str | None, taught: list[str]
) -> None:
    page.goto(f"{site}quiz/")
    network = {key: trained()[key] for key in ("npz", "activation", "code")}
    page.evaluate(STORE, [{**network, **former}, [FIRST, SECOND]])
    for _ in range(2):
        page.goto(f"{site}project/")
        expect(rows(page)).to_have_count(2 + bool(taught))  # what taught it is a run by itself
        expect(page.locator("[data-take]").first).to_be_enabled()
        stored = page.evaluate(STORED)
        assert {**stored, "run": None} == {**network, "run": None, "taught": taught}
        known = [one["id"] for one in runs(page)]
        assert (stored["run"] == run) == (run in known and not taught)
        assert (stored["run"] in known) == (run is not None)
    if taught:
        return
    part(page, "evaluate").locator("[data-test]").click()
    expect(part(page, "evaluate")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    assert [one["id"] for one in runs(page) if "test" in one] == [run] * (run is not None)


def test_runs_without_an_id_have_that_of_their_key(page: Page) -> None:
    page.evaluate(
        "run => localStorage.setItem('module3:/:project:run/1700000000009', run)",
        json.dumps({**RECORD, "settings": {**RECORD["settings"], "hidden": [32]}, "guess": None}),
    )
    page.reload()
    expect(rows(page)).to_have_count(1)
    rows(page).get_by_role("checkbox").check()
    expect(page.locator("[data-curves] svg")).to_have_count(2, timeout=PATIENCE)
    rows(page).get_by_role("checkbox").uncheck()
    expect(page.locator("[data-curves-figure]")).to_be_hidden()  # no run is under way
    expect(part(page, "train").locator("[data-note]")).to_have_text("")
    rows(page).get_by_role("button", name="Delete").click()
    expect(rows(page)).to_have_count(0)


# ---- A test and a lesson


def test_a_test_outlives_its_page(page: Page) -> None:
    train(page)
    evaluate = part(page, "evaluate")
    evaluate.locator("[data-test]").click()
    expect(evaluate).to_have_attribute("data-state", "testing")
    leave(page)
    come_back(page)
    expect(evaluate.locator("[data-looks]")).to_have_text(
        "You’ve looked at them once.", timeout=PATIENCE
    )
    expect(evaluate).to_have_attribute("data-state", "ready")
    right = evaluate.locator("[data-own-right]").inner_text()
    expect(rows(page)).to_contain_text(right)
    leave(page)
    come_back(page)
    expect(evaluate.locator("[data-own-right]")).to_have_text(right)
    expect(evaluate.locator("[data-stale]")).to_be_hidden()
    train(page)
    expect(evaluate.locator("[data-stale]")).to_be_hidden()
    page.get_by_role("button", name="Make Run 2 your network").click()
    expect(evaluate.locator("[data-stale]")).to_be_visible()


DRAWINGS = [
    {"label": label, "strokes": [[60 + 9 * label, 40, 60 + 9 * label, 240 - 9 * label]]}
    for label in range(10)
]


@pytest.mark.timeout(400)
def test_what_was_kept_can_be_taken_back_until_another_network_is_there(page: Page) -> None:
    hand = part(page, "hand")
    page.wait_for_selector("[data-pad][data-recogniser=ready]")
    file = {"format": "module3-drawings", "version": 1, "drawings": DRAWINGS}
    hand.locator("[data-file]").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    train(page)
    back = hand.get_by_role("button", name="Go back to the previous network")
    keep = hand.get_by_role("button", name="Keep this network")
    hand.get_by_role("button", name="Teach it").click()
    expect(keep).to_be_enabled(timeout=PATIENCE)
    leave(page)
    come_back(page)
    expect(keep).to_be_enabled()
    expect(hand.locator("[data-lesson=own-after]")).to_contain_text("of 10")
    before = page.evaluate(STORED)
    keep.click()
    expect(back).to_be_visible()
    after = page.evaluate(STORED)
    assert after["run"] != before["run"]  # the one before is still among the runs
    expect(rows(page)).to_have_count(2)
    expect(rows(page).first).to_contain_text("taught with 10 drawings")
    assert len(after["taught"]) == 10
    leave(page)
    come_back(page)
    expect(keep).to_be_disabled()
    back.click()
    expect(back).to_be_hidden()
    assert page.evaluate(STORED) == before
    hand.get_by_role("button", name="Teach it").click()
    expect(keep).to_be_enabled(timeout=PATIENCE)
    keep.click()
    expect(back).to_be_visible()
    train(page)
    expect(back).to_be_visible()  # the network is still theirs
    page.get_by_role("button", name=re.compile("Make Run . your network")).click()
    expect(back).to_be_hidden()


# ---- Python's network and the page's

ASKED_MEANWHILE = """async ([mine, other]) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Network } = await import(folder + 'project/state/network.js');
  const asked = [];
  const waiting = [];
  const emitter = { on: () => () => {} };
  const call = (op) => new Promise((resolve) => {
    asked.push(op);
    waiting.push(resolve);
  });
  const settle = async () => {
    waiting.shift()({});
    await new Promise((go) => setTimeout(go));
  };
  const all = new Map([['chosen', '7'], ['network/7', mine], ['network/8', other]]);
  const keep = {
    changed: emitter,
    get: async (key) => all.get(key),
    set: async (key, value) => Boolean(all.set(key, value)),
    keys: async () => [...all.keys()],
  };
  const python = { call, lost: emitter, status: { state: 'ready' } };
  const runs = { list: [{ id: '7' }, { id: '8' }] };
  const network = new Network({ python, keep }, runs, () => {});
  await network.recall();
  const first = network.ask('project.predict_own', {});
  await network.choose('8'); // while Python is still being given the one before
  await settle();
  await settle();
  await settle();
  await first;
  network.live = '8';
  await network.store({ ...other, npz: 'newer' });
  const second = network.ask('project.predict_own', {});
  await settle();
  await second;
  return [asked, network.current.run, all.get('chosen')];
}"""


def test_a_network_chosen_while_another_is_asked_is_the_one_that_answers(page: Page) -> None:
    asked, current, chosen = page.evaluate(
        ASKED_MEANWHILE, [{**trained(), "run": "7"}, {**trained(), "run": "8"}]
    )
    restore, predict = "project.restore_network", "project.predict_own"
    assert asked == [restore, restore, predict, predict]  # one that learns is there already
    assert (current, chosen) == ("8", "8")


# ---- Settings


def test_the_form_offers_the_settings_as_python_declares_them(page: Page) -> None:
    form = page.locator("[data-settings]")
    for name, about in Settings.offered().items():
        fields = form.locator(f"[name={name}]")
        values = fields.evaluate_all("all => all.map(one => one.value)")
        offered = fields.first.evaluate("one => [...one.options ?? []].map(({ value }) => value)")
        default = about["default"]
        if "most" in about:
            assert offered == ["", *map(str, about["choices"])]
            assert values == [*map(str, default), *[""] * (about["most"] - len(default))]
        elif isinstance(default, bool):
            assert fields.is_checked() == default
        elif "choices" in about:
            choices = [shortest(one) for one in about["choices"]]
            assert (offered, values) == (choices, [shortest(default)])
        else:
            low, high = fields.evaluate(
                "one => [one.min || one.dataset.low, one.max || one.dataset.high].map(Number)"
            )
            assert ((low, high), values) == (about["limits"], [str(default)])


def shortest(value: object) -> str:
    """Return how a choice stands in the form: 0 and not 0.0."""
    return f"{value:g}" if isinstance(value, float) else str(value)
