"""Damaged progress files: each is taken over or refused, and no page breaks by what it left.

`python3 build.py test tests/browser/progress/test_fuzz.py --inputs 10000` tries so many files.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from builder.tools.class_files import RefusedError, read
from tests.browser.progress.test_progress import FORMAT
from tests.browser.project.test_state import FIRST, SECOND
from tests.damage import cut, damaged
from tests.support import SOURCE, bring_progress

pytestmark = pytest.mark.python("off")

PLAN = {"due": "2026-11-01", "last": "2026-10-31", "step": 1}
SITTING = {
    "id": "a",
    "version": 3,
    "items": [{"name": "perceptron-bug", "order": [1, 0]}, {"name": "loss-x", "order": []}],
}
JSONS: dict[str, Any] = {
    "quiz:sitting": SITTING,
    "quiz:given/a/perceptron-bug": {"given": [1], "sure": 2, "right": False},
    "quiz:item/perceptron-bug": {"asked": 1, "plan": PLAN},
    "quiz:item/loss-x": {"asked": 3, "plan": None},
    "quiz:draft": {"id": "a", "name": "perceptron-bug", "given": "0.5", "sure": None},
    "project:run/1700000000001": FIRST,
    "project:run/1700000000002": SECOND,
    "project:drawing/1700000000003": {"label": 3, "strokes": [[10, 10, 200, 200]]},
    "place:perceptron": {"anchor": "x", "section": "Y", "when": 1},
}
TEXTS = {
    "ran:perceptron/traced": "1",
    "passed:perceptron/predict": "def predict(x, w, b):\n    return 1",
    "exercise:perceptron/predict": "def predict(x, w, b):\n    return 1",
    "cell:perceptron/traced": "print(1)",
    "predicted:perceptron/sign": "0",
    "filled:perceptron/1a2b3-2": "right",
    "done:project/train/run": "1",
    "own:perceptron/1a2b": "in my words",
    "seen:arrays": "1",
    "quiz:at": "perceptron-bug",
    "project:chosen": "1700000000001",
    "project:looks": "2",
    "project:predicted": "4",
}
PAGES = ("project/", "quiz/", "progress/", "perceptron/", "")


def entries(chance: random.Random) -> dict[str, str]:
    """Entries that a file may have, some of them damaged inside."""
    texts = {
        key: json.dumps(chance.choice((value, damaged(value, chance))))
        for key, value in JSONS.items()
    }
    for key, text in (TEXTS | texts).items():
        if chance.random() < 0.15:
            texts[key] = cut(text, chance)
    return TEXTS | texts


def file(seed: int) -> str:
    chance = random.Random(seed)
    whole = {**FORMAT, "entries": entries(chance)}
    how = chance.random()
    if how < 0.4:
        return json.dumps(whole)
    if how < 0.8:
        return json.dumps(damaged(whole, chance))
    return cut(json.dumps(whole), chance)


TAKE_OVER = """async ([files, folder]) => {
  const module = await import(`${folder}progress/tally.js`);
  const { parsed, takeOver, forgetAll, tally, exported } = module;
  const { createStore } = await import(`${folder}kit/store.js`);
  const store = createStore();
  const all = () => JSON.stringify(Object.entries({ ...localStorage }).sort());
  const answers = {};
  const wrong = [];
  for (const [place, text] of files.entries()) {
    try {
      const read = parsed(text);
      const answer = read.refused ?? "taken";
      answers[answer] = (answers[answer] ?? 0) + 1;
      if (read.refused) continue;
      const before = all();
      const undo = takeOver(store, read.entries);
      for (const row of document.querySelectorAll("[data-progress]")) tally(store, row);
      const again = parsed(exported(store, ""));
      if (again.refused) wrong.push(`${place}: its export is refused: ${again.refused}`);
      undo();
      if (all() !== before) wrong.push(`${place}: not undone`);
      forgetAll(store);
    } catch (error) {
      wrong.push(`${place}: ${error.stack}`);
    }
  }
  return [answers, wrong];
}"""


def test_damaged_files_are_taken_over_or_refused(
    page: Page, site: str, request: pytest.FixtureRequest
) -> None:
    page.goto(f"{site}progress/")
    expect(page.locator("main[data-live]")).to_be_visible()
    count = request.config.getoption("--inputs")
    for begin in range(0, count, 500):
        files = [file(seed) for seed in range(begin, min(begin + 500, count))]
        answers, wrong = page.evaluate(TAKE_OVER, [files, site + SOURCE])
        print(begin, answers)
        assert not wrong, "\n".join(wrong)
        assert answers["taken"]


def test_damaged_files_are_read_or_refused_when_they_are_collected(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path, refused = tmp_path / "one.json", 0
    count = request.config.getoption("--inputs")
    for seed in range(count):
        path.write_text(file(seed), encoding="utf-8")
        try:
            learner = read(path, "one.json", str(FORMAT["format"]))
            list(learner.passed())
            learner.counted([])
        except RefusedError as error:
            refused += 1
            assert "\n" not in str(error)
    assert 0 < refused < count


@pytest.mark.parametrize("seed", range(3))
def test_no_page_breaks_by_what_a_file_left(page: Page, site: str, seed: int) -> None:
    page.goto(f"{site}progress/")
    text = json.dumps({**FORMAT, "entries": entries(random.Random(seed))})
    bring_progress(
        page, {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(page.locator("[data-progress-page] [data-note]")).to_contain_text("entries")
    for address in PAGES:
        page.goto(site + address)
        page.wait_for_selector("main[data-live]", state="attached")
