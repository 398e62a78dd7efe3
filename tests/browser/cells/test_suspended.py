"""Waiting on a first visit and in a frame, where nothing is shared with the page's own thread."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.coding import editor, open_cells, output, run, write
from tests.support import NewPage


def start(cell: Locator, code: str) -> None:
    write(cell, code)
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "running")


def answer(cell: Locator, *lines: str) -> None:
    for line in lines:
        field = cell.locator(".cell-ask input")
        field.fill(line)
        field.press("Enter")


def test_input_is_answered(cell: Locator) -> None:
    start(cell, "names = [input(f'{n}? ') for n in range(3)]\nprint('Hello,', names)")
    answer(cell, "Åsa 🌻", "", "c")
    expect(cell).to_have_attribute("data-status", "done")
    assert output(cell).split("\n")[:4] == [
        "0? Åsa 🌻",
        "1? ",
        "2? c",
        "Hello, ['Åsa 🌻', '', 'c']",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "def ask(): return int(input('n? '))\nprint(ask() + ask())",
        "import sys\nprint(int(sys.stdin.readline()) + int(sys.stdin.readline()))",
        "import asyncio\nasync def ask(): return int(input())\nprint(await ask() + await ask())",
        "print(sum(map(int, [input(), input()])))",
    ],
)
def test_input_is_answered_wherever_the_code_asks(cell: Locator, code: str) -> None:
    start(cell, code)
    answer(cell, "20", "22")
    expect(cell).to_have_attribute("data-status", "done")
    assert "42" in output(cell)


WAITS = [
    "input()",
    "import time\ntime.sleep(100)",
    "import asyncio\nawait asyncio.sleep(100)",
    "import time, asyncio\nasync def f(): time.sleep(100)\nawait f()",
    "import asyncio\nasyncio.run(asyncio.sleep(100))",
]


def test_a_function_of_an_earlier_cell_may_ask(cell: Locator) -> None:
    assert run(cell, "def ask(): return input('n? ')") == "done"
    start(cell, "print('Hello,', ask())")
    answer(cell, "Ada")
    expect(cell).to_have_attribute("data-status", "done")
    assert "Hello, Ada" in output(cell)


@pytest.mark.parametrize("code", WAITS[:4])
def test_what_waits_is_stopped_at_once_and_keeps_the_variables(cell: Locator, code: str) -> None:
    assert run(cell, "kept = 5") == "done"
    runs = int(cell.get_attribute("data-runs") or 0)
    start(cell, code)
    cell.page.wait_for_timeout(200)
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_have_attribute("data-runs", str(runs + 1), timeout=5_000)
    assert cell.get_attribute("data-status") == "stopped"
    assert run(cell, "kept") == "done"
    assert output(cell) == "5"


@pytest.mark.parametrize(
    "pause",
    ["time.sleep(0.6)", "asyncio.run(asyncio.sleep(0.6))", "await asyncio.sleep(0.6)"],
)
def test_other_tasks_go_on_while_the_code_waits(cell: Locator, pause: str) -> None:
    code = (
        "import asyncio, time\nasync def tick():\n    for i in range(3):\n"
        "        print('tick', i)\n        await asyncio.sleep(0.1)\n"
        "task = asyncio.create_task(tick())\n"
        f"started = time.monotonic()\n{pause}\nprint('waited', time.monotonic() - started > 0.5)"
    )
    assert run(cell, code) == "done", output(cell)
    assert output(cell).split("\n")[:4] == ["tick 0", "tick 1", "tick 2", "waited True"]


def test_what_is_printed_is_seen_while_the_code_sleeps(cell: Locator) -> None:
    start(cell, "import time\nfor i in range(3):\n    print('part', i)\n    time.sleep(0.5)")
    expect(cell.locator("[data-output]")).to_contain_text("part 0")
    assert "part 2" not in output(cell)
    expect(cell).to_have_attribute("data-status", "done")


def test_short_sleeps_are_short(cell: Locator) -> None:
    code = "import time\nt = time.monotonic()\nfor i in range(100): time.sleep(0.001)\n"
    assert run(cell, f"{code}time.monotonic() - t < 2") == "done"
    assert output(cell) == "True"


def test_in_a_frame_of_another_page_it_works_too(new_page: NewPage, site: str) -> None:
    page = new_page()
    frame = "<title>A course</title><iframe src='perceptron/' width='900' height='900'></iframe>"
    page.route(f"{site}host", lambda route: route.fulfill(body=frame, content_type="text/html"))
    page.goto(f"{site}host")
    cell = page.frame_locator("iframe").locator("[data-cell]").first
    editor(cell).fill("import time\ntime.sleep(0.1)\nprint('Hello,', input('name?'))")
    cell.get_by_role("button", name="Run").click()
    answer(cell, "Ada")
    expect(cell).to_have_attribute("data-status", "done")
    assert "Hello, Ada" in output(cell)


@pytest.fixture
def plain_cell(page: Page, site: str) -> Locator:
    """A cell on a first visit, in a browser that cannot suspend WebAssembly."""

    def without(route: Route) -> None:
        served = route.fetch()
        route.fulfill(response=served, body=f"delete WebAssembly.Suspending;\n{served.text()}")

    page.route(re.compile(r"/worker[^/]*\.js"), without)
    return open_cells(page, site)


def test_without_suspending_input_says_that_a_reload_is_all_it_takes(plain_cell: Locator) -> None:
    assert run(plain_cell, "name = input('Your name? ')") == "error"
    assert "Reload the page" in plain_cell.locator(".cell-help").inner_text()
    assert run(plain_cell, "import time\ntime.sleep(0.1)\n5") == "done"
    code = "import asyncio\nasyncio.run(asyncio.sleep(0))"
    assert run(plain_cell, code) == "error"
    assert "await main()" in output(plain_cell)


def test_without_suspending_what_awaits_is_stopped_and_keeps_the_variables(
    plain_cell: Locator,
) -> None:
    assert run(plain_cell, "kept = 5") == "done"
    start(plain_cell, "import asyncio\nawait asyncio.sleep(100)")
    started = time.perf_counter()
    plain_cell.get_by_role("button", name="Stop").click()
    expect(plain_cell).to_have_attribute("data-runs", "2", timeout=5_000)
    assert time.perf_counter() - started < 5
    assert run(plain_cell, "kept") == "done"
