"""Code cells: running, stopping, errors, output, edits; with and without isolation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.coding import editor, open_cells, output, run, watched_page, write
from tests.support import NewPage, Problems, context_of

LOOP = "while True: pass"


@pytest.fixture(scope="module")
def lesson(browser: Browser, site: str) -> Iterator[Page]:
    """The page with cells, opened once for the tests that need nothing special."""
    yield from watched_page(browser, site)


@pytest.fixture
def cell(lesson: Page) -> Locator:
    return lesson.locator("[data-cell]").first


@pytest.fixture(scope="module")
def victim(browser: Browser, site: str) -> Iterator[Locator]:
    """A cell of a page in which Python may die, which its console then tells."""
    with context_of(browser, service_workers="block") as context:
        yield open_cells(context.new_page(), site)


@pytest.fixture(scope="module")
def isolated_cell(shared_warm_page: Page, site: str) -> Locator:
    """A cell of a page that is cross-origin isolated, as every page is from the second on."""
    cell = open_cells(shared_warm_page, site)
    assert shared_warm_page.evaluate("crossOriginIsolated")
    return cell


def test_a_cell_prints_and_shows_its_value_with_shape(cell: Locator) -> None:
    assert run(cell, "import numpy as np\nprint('hello', 6 * 7)\nnp.ones((2, 3))") == "done"
    assert "hello 42" in output(cell)
    assert "(2, 3)" in output(cell)


def test_an_editor_whose_file_is_lost_on_the_way_asks_again(
    page: Page, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED")
    page.route("**/codemirror.js", lambda route: route.abort(), times=1)
    cell = open_cells(page, site)
    expect(cell.locator(".cm-content")).to_be_visible()


def test_an_editor_comes_when_its_code_is_near(page: Page, site: str) -> None:
    first = open_cells(page, site)
    page.wait_for_selector("html[data-python=ready]")
    expect(editor(first)).to_be_visible()
    far = page.locator("[data-cell] [data-code]:visible").last
    page.wait_for_timeout(1500)  # an editor needs less
    expect(far.locator(".cm-content")).to_have_count(0)
    far.scroll_into_view_if_needed()
    expect(far.locator(".cm-content")).to_be_visible()


def test_the_text_goes_in_as_it_is(cell: Locator) -> None:
    code = "for i in range(2):\n    if i:\n        print('(odd)')\n    else:\n        print([i])"
    assert run(cell, code) == "done"
    assert output(cell).split() == ["[0]", "(odd)"]


def test_the_first_run_waits_for_python_and_the_status_changes_at_once(
    page: Page, site: str
) -> None:
    cell = open_cells(page, site)
    seen = cell.evaluate("it => { it.querySelector('button').click(); return it.dataset.status }")
    assert seen == "queued"
    expect(cell).to_have_attribute("data-runs", "1", timeout=60_000)
    expect(cell).to_have_attribute("data-status", "done")


def test_cells_share_names_and_running_one_runs_those_above(page: Page, site: str) -> None:
    open_cells(page, site)
    cells = page.locator("[data-cell]")
    last = cells.nth(2)
    assert run(last) == "done"
    assert [cells.nth(i).get_attribute("data-runs") for i in range(3)] == ["1", "1", "1"]
    assert run(last) == "done"
    assert [cells.nth(i).get_attribute("data-runs") for i in range(3)] == ["1", "1", "2"]


def test_an_error_names_the_line_and_the_next_cell_runs(cell: Locator) -> None:
    assert run(cell, "x = 1\ny = x + unknown_name\n") == "error"
    assert "NameError" in output(cell)
    expect(cell.locator(".error-line")).to_have_text("y = x + unknown_name")
    assert run(cell, "def broken(:\n    pass") == "error"
    assert "SyntaxError" in output(cell)
    expect(cell.locator(".error-line")).to_have_text("def broken(:")
    assert run(cell, "1 + 1") == "done"
    expect(cell.locator(".error-line")).to_have_count(0)


def test_an_event_loop_of_ones_own_runs_or_is_told_what_to_write_instead(
    cell: Locator, isolated_cell: Locator
) -> None:
    code = "import asyncio\nasync def main():\n    await asyncio.sleep(0)\n    return 7\n"
    assert run(cell, f"{code}asyncio.run(main())") == "done"  # by being suspended
    assert output(cell) == "7"
    assert run(isolated_cell, f"{code}asyncio.run(main())") == "error"
    assert "await main()" in isolated_cell.locator(".cell-help").inner_text()
    for each in (cell, isolated_cell):
        assert run(each, f"{code}await main()") == "done"
        assert output(each) == "7"


def test_a_program_may_fill_the_editor(page: Page, site: str) -> None:
    """Select all and insert, without any pause between the two."""
    cell = open_cells(page, site)
    editor = cell.locator(".cm-content")
    for code in ("a = 1\nb = 2\na + b", "7", "for n in range(2):\n    print(n)\n"):
        editor.fill(code)
        assert editor.inner_text().rstrip() == code.rstrip()
    assert run(cell) == "done"
    assert output(cell).split() == ["0", "1"]


def test_what_learners_print_is_never_markup(cell: Locator) -> None:
    assert run(cell, "print('<img src=x onerror=alert(1)>')\n'<b>bold</b>'") == "done"
    assert "<img src=x" in output(cell)
    assert cell.locator("[data-output] img, [data-output] b").count() == 0


def test_a_flood_of_output_leaves_the_page_alive(cell: Locator) -> None:
    assert run(cell, "for i in range(1_000_000): print('line', i)") == "done"
    shown = len(output(cell))
    assert shown < 20_000
    cell.get_by_role("button", name=re.compile("Show more")).click()
    assert len(output(cell)) > shown
    assert run(cell, "'alive'") == "done"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import numpy as np\nx = np.ones((10**5, 10**5))", "too big"),
        ("import numpy as np\nx = np.ones(4 * 10**9, np.uint8)", "they multiply"),
        ("x = []\nwhile True: x.append(np.ones(10**6))", "MemoryError"),
        ("del x\ndef f(n):\n    return f(n + 1)\nf(0)", "RecursionError"),
        ("x = []\nfor i in range(200_000): x = [x]\nrepr(x)", "RecursionError"),
        ("import sys\nsys.exit(3)", "only ends the run"),
        ("import os\nos._exit(1)", "only ends the run"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "Python crashed"),
        ("import builtins\ndel builtins.print\nprint(1)", "NameError"),
        ("import builtins\nbuiltins.__dict__.clear()\nlen([])", "NameError"),
        ("import asyncio, os\nawait asyncio.sleep(0.1)\nos.kill(os.getpid(), 9)", "Python crashed"),
        ("import sys\nsys.stdout.close()", "can't be closed"),
        ("import ctypes\nctypes.memset(0, 255, 10**7)", "Python crashed"),
        ("import faulthandler\nfaulthandler._sigsegv()", "Python crashed"),
        ("import js\njs.self.close()", "AttributeError: close"),
        ("import js\njs.postMessage('not JSON')", "AttributeError: postMessage"),
    ],
)
def test_harm_ends_in_a_message_and_the_next_cell_works(
    victim: Locator, code: str, told: str
) -> None:
    assert run(victim, code) == "error"
    assert told in output(victim)
    assert run(victim, "import numpy as np\nprint(len(np.ones(3)))\nabs(-4)") == "done"
    assert output(victim).split() == ["3", "4"]


@pytest.mark.parametrize(
    "code",
    [
        "import sys\nsys.modules.clear()",
        "import os\nfor fd in range(10):\n    try: os.close(fd)\n    except OSError: pass",
        "for i in range(1000): print('x' * 10**6)",
        "from course.cells import runner\nrunner.Runner.run = None",
    ],
)
def test_silent_harm_spares_the_next_cell(victim: Locator, code: str) -> None:
    assert run(victim, code) == "done"
    assert run(victim, "import numpy as np\nprint(len(np.ones(3)))\nabs(-4)") == "done"
    assert output(victim).split() == ["3", "4"]


@pytest.mark.parametrize("isolated", [False, True], ids=["plain", "isolated"])
def test_stop_ends_a_runaway_loop(new_page: NewPage, site: str, isolated: bool) -> None:
    page = new_page(service_workers="allow" if isolated else "block")
    cell = open_cells(page, site)
    if isolated:
        page.wait_for_selector("html[data-offline=ready]")
        cell = open_cells(page, site)
    assert page.evaluate("crossOriginIsolated") is isolated
    assert run(cell, "kept = 5") == "done"
    write(cell, LOOP)
    cell.get_by_role("button", name="Run").click()
    expect(cell).to_have_attribute("data-status", "running")
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_have_attribute("data-runs", "2", timeout=5_000)
    assert cell.get_attribute("data-status") == "stopped"
    kept = run(cell, "kept")
    assert kept == ("done" if isolated else "error")
    assert run(cell, "import numpy as np\nnp.arange(5).sum()") == "done"
    assert "10" in output(cell)


def test_python_that_cannot_be_loaded_says_what_to_do(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|pyodide")
    page = new_page()
    page.route("**/pyodide.asm.wasm.zst", lambda route: route.abort())
    cell = open_cells(page, site)
    assert run(cell) == "error"
    assert "Try again" in output(cell)
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    page.unroute("**/pyodide.asm.wasm.zst")
    page.locator("[data-python-status] button").click()
    page.wait_for_selector("html[data-python=ready]")
    assert run(cell) == "done"


def test_without_the_editor_a_text_field_serves(
    new_page: NewPage, site: str, problems: Problems
) -> None:
    problems.expect("ERR_FAILED|codemirror")
    page = new_page()
    page.route("**/codemirror.js", lambda route: route.abort())
    cell = open_cells(page, site)
    expect(cell.locator("textarea")).to_have_count(1)
    assert run(cell, "print('plain')") == "done"
    assert "plain" in output(cell)


def test_edits_are_remembered_and_reset_brings_the_original_back(page: Page, site: str) -> None:
    cell = open_cells(page, site)
    original = cell.locator(".cm-content").inner_text()
    write(cell, "remembered = 1")
    expect(cell.locator("[data-edited]")).to_be_visible()
    cell = open_cells(page, site)
    expect(cell.locator(".cm-content")).to_have_text("remembered = 1")
    cell.get_by_role("button", name="Reset").click()
    assert cell.locator(".cm-content").inner_text() == original
    expect(cell.locator("[data-edited]")).to_be_hidden()


def test_a_browser_that_forbids_storage_still_runs_cells(page: Page, site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError') } })"
    )
    cell = open_cells(page, site)
    assert run(cell, "2 ** 5") == "done"
    assert "32" in output(cell)


def test_the_keyboard_runs_a_cell_and_gets_out_of_it(cell: Locator) -> None:
    page = cell.page
    write(cell, "3 * 3")
    page.keyboard.press("Shift+Enter")
    expect(cell).to_have_attribute("data-status", "done", timeout=60_000)
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert cell.locator(".cm-content").inner_text().startswith("3 * 3    ")
    page.keyboard.press("Escape")
    expect(cell.locator("[data-note]")).to_contain_text("Tab")
    page.keyboard.press("End")  # another key: Tab stays a key of the editor
    expect(cell.locator("[data-note]")).to_be_empty()
    page.keyboard.press("Tab")
    assert cell.locator(".cm-content").inner_text().startswith("3 * 3        ")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2500)  # however long it takes
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.cm-editor')") is None
    expect(cell.locator("[data-note]")).to_be_empty()


def test_what_a_cell_has_printed_is_read_out_in_short(cell: Locator) -> None:
    for code, said in (
        ("1 + 1", r"Done in .*\. 2$"),
        ("print('a')\nprint('b')", r"Done in .*\. a\s+b$"),
        ("y0", r"Ended with an error\. NameError: .*y0"),
        ("for n in range(200): print(n)", r"\. 200 lines of output\. F6 goes there\.$"),
        ("x = 1", r"^$"),
    ):
        run(cell, code)
        expect(cell.locator("[data-note] + [aria-live]")).to_have_text(re.compile(said, re.DOTALL))


def test_an_editor_has_a_name_shows_the_focus_and_says_its_keys(cell: Locator) -> None:
    editor = cell.locator(".cm-content")
    expect(editor).to_have_accessible_name("Code of cell 1")
    expect(editor).to_have_accessible_description(re.compile("Esc, then Tab"))
    keys = cell.locator(".cell-keys")
    expect(keys).to_be_hidden()
    edge = "(code) => getComputedStyle(code, '::after').borderTopWidth"
    editor.focus()
    expect(keys).to_be_visible()
    assert cell.locator("[data-code]").evaluate(edge) == "3px"
    cell.locator("[data-run]").focus()
    expect(keys).to_be_hidden()


def test_a_long_output_scrolls_and_is_reached_by_the_tab_key(cell: Locator) -> None:
    printed = cell.locator(".cell-printed").first
    run(cell, "for n in range(200): print(n)")
    expect(printed).to_have_attribute("tabindex", "0")
    editor(cell).focus()
    for key, place in (("F6", "[data-output]"), ("F6", ".cm-content"), ("F6", "[data-output]")):
        cell.page.keyboard.press(key)
        expect(cell.locator(place)).to_be_focused()
    cell.page.keyboard.press("Tab")
    expect(printed).to_be_focused()
    cell.page.keyboard.press("Escape")
    expect(cell.locator(".cm-content")).to_be_focused()
    run(cell, "print(1)")
    expect(printed).not_to_have_attribute("tabindex", "0")


def test_names_of_the_lesson_are_offered_while_typing(cell: Locator) -> None:
    page = cell.page
    assert run(cell, "import numpy as np\nlearning_rate = 0.1") == "done"
    write(cell, "step = ")
    page.keyboard.type("lear", delay=30)
    offered = cell.locator(".cm-tooltip-autocomplete li")
    expect(offered.first).to_have_text("learning_rate")
    page.wait_for_timeout(100)  # CodeMirror takes no key just after the list came
    page.keyboard.press("Tab")
    expect(cell.locator(".cm-content")).to_have_text("step = learning_rate")
    write(cell, "np.linalg")
    page.keyboard.type(".nor", delay=30)
    expect(offered.first).to_have_text("norm")
    page.keyboard.press("Escape")
    expect(offered).to_have_count(0)
    write(cell, "'lear")
    page.keyboard.type("n", delay=30)
    page.wait_for_timeout(300)
    expect(offered).to_have_count(0)


def ask(cell: Locator, code: str) -> Locator:
    """Run code that calls input(); returns the field that asks."""
    write(cell, code)
    cell.get_by_role("button", name="Run").click()
    field = cell.locator(".cell-ask input")
    expect(field).to_be_focused()
    return field


def test_input_is_answered_in_the_page(isolated_cell: Locator) -> None:
    field = ask(isolated_cell, "name = input('Your name? ')\nprint('Hello,', name)")
    assert field.get_attribute("aria-label") == "Your name?"
    field.fill("Åsa 🌻")
    field.press("Enter")
    expect(isolated_cell).to_have_attribute("data-status", "done")
    assert output(isolated_cell).strip().split("\n") == ["Your name? Åsa 🌻", "Hello, Åsa 🌻"]
    expect(isolated_cell.locator(".cell-ask")).to_have_count(0)
    expect(isolated_cell.get_by_role("button", name="Run")).to_be_focused()


def test_after_an_answer_the_focus_stays_where_the_learner_has_put_it(
    isolated_cell: Locator,
) -> None:
    field = ask(isolated_cell, "import time\ninput()\ntime.sleep(1)")
    field.press("Enter")
    isolated_cell.get_by_role("button", name="Copy").focus()
    expect(isolated_cell).to_have_attribute("data-status", "done")
    expect(isolated_cell.get_by_role("button", name="Copy")).to_be_focused()


def test_input_twice_in_a_loop_and_an_empty_answer(isolated_cell: Locator) -> None:
    field = ask(isolated_cell, "[input(f'{n}? ') for n in range(2)]")
    field.press("Enter")
    expect(field).to_have_attribute("aria-label", "1?")
    field.fill("b")
    isolated_cell.get_by_role("button", name="Answer").click()
    expect(isolated_cell).to_have_attribute("data-status", "done")
    assert "['', 'b']" in output(isolated_cell)


def test_code_that_waits_for_input_can_be_stopped(isolated_cell: Locator) -> None:
    assert run(isolated_cell, "kept = 5") == "done"
    runs = int(isolated_cell.get_attribute("data-runs") or 0)
    ask(isolated_cell, "input()")
    isolated_cell.get_by_role("button", name="Stop").click()
    expect(isolated_cell).to_have_attribute("data-runs", str(runs + 1))
    expect(isolated_cell.locator(".cell-ask")).to_have_count(0)
    assert run(isolated_cell, "kept") == "done"
