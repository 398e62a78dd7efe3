"""The sentence under an error, with the Python of the page: its messages are its version's."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.browser.coding import open_cells, output, run
from tests.wrong_programs import WRONG

# Every program in a lesson of its own, through the entry that the page uses.
TABLE = """
import json
from course.bridge import Bridge
told = []
for lesson, code in enumerate(json.loads({codes!r})):
    args = {{"cell": "a", "code": code, "lesson": str(lesson)}}
    request = json.dumps({{"id": 1, "op": "cells.run", "args": args}})
    answer = Bridge(lambda text: None).dispatch(request)
    error = json.loads(answer).get("error", {{"help": "no error"}})
    told.append(error.get("help"))
print(json.dumps(told))
"""


def test_help_is_true_of_this_error_or_absent(warm_page: Page, site: str) -> None:
    cell = open_cells(warm_page, site)
    codes = json.dumps([wrong.code for wrong in WRONG])
    assert run(cell, TABLE.format(codes=codes)) == "done", output(cell)
    while cell.get_by_role("button", name="Show more").is_visible():
        cell.get_by_role("button", name="Show more").click()
    # A second line says that a Bridge of one's own has changed what this page's has set.
    told = json.loads(cell.locator(".cell-printed").first.inner_text().splitlines()[0])
    wrongly = [
        (wrong.code, said)
        for wrong, said in zip(WRONG, told, strict=True)
        if not fits(wrong.says, wrong.never, said or "")
    ]
    assert wrongly == []


def fits(says: tuple[str, ...], never: tuple[str, ...], said: str) -> bool:
    needed = all(any(one in said for one in part.split("|")) for part in says)
    return needed and bool(says or not said) and not any(part in said for part in never)


def test_help_stands_below_the_message_with_its_code_set_as_code(
    warm_page: Page, site: str
) -> None:
    cell = open_cells(warm_page, site)
    assert run(cell, "import numpy as np\nmax(0, np.ones(3))") == "error"
    expect(cell.locator(".cell-help code")).to_have_text(["max", "np.maximum"])
    assert run(cell, "raise KeyError('Oslo')") == "error"
    expect(cell.locator(".cell-help")).to_have_count(0)
