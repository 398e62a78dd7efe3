"""What a cell prints, as a terminal or a notebook shows it, with its end whatever its length."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.coding import editor, output, run


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("for i in range(4): print(f'step {i}', end='\\r')", "step 3"),
        (
            "for i in range(4): print(f'\\rstep {i}', end='')\nprint()\nprint('done')",
            "step 3\ndone",
        ),
        ("print('100 %', end='\\r')\nprint('5', end='\\r')", "500 %"),
        ("print('before')\nprint('long line\\rshort', 1, sep='\\n')", "before\nshortline\n1"),
        ("print('ab\\bc')", "ac"),
        ("print('old text\\r\\x1b[Knew')", "new"),
        ("print('old text\\x1b[2K\\rnew')", "new"),
        ("print('one\\r\\ntwo')", "one\ntwo"),
        ("import sys\nsys.stdout.write('\\x1b')\nsys.stdout.flush()\nprint('[31mred')", "red"),
        ("print('a\\tb')", "a\tb"),
    ],
)
def test_control_characters_do_what_they_do_in_a_notebook(
    cell: Locator, code: str, shown: str
) -> None:
    assert run(cell, code) == "done"
    assert output(cell).rstrip() == shown


def test_a_progress_line_is_seen_while_it_runs(cell: Locator) -> None:
    code = (
        "import time\nfor i in range(30):\n    print(f'step {i}', end='\\r')\n    time.sleep(0.1)"
    )
    runs = int(cell.get_attribute("data-runs") or 0)
    editor(cell).fill(code)
    cell.get_by_role("button", name="Run").click()
    expect(cell.locator("[data-output]")).to_contain_text(re.compile(r"^step \d(?!\d)"))
    assert cell.get_attribute("data-status") == "running"
    expect(cell).to_have_attribute("data-runs", str(runs + 1))
    assert output(cell).strip() == "step 29"


@pytest.mark.parametrize(
    ("text", "colored"),
    [
        (r"\x1b[31mred\x1b[0m plain", {"ansi-red": "red"}),
        (r"\x1b[1;32mok\x1b[0m", {"ansi-bold.ansi-green": "ok"}),
        (r"\x1b[94mblue\x1b[39m \x1b[35mpink\x1b[m", {"ansi-blue": "blue", "ansi-magenta": "pink"}),
        (r"\x1b[38;5;196mcolor\x1b[0m\x1b[33mwarn", {"ansi-yellow": "warn"}),
        (r"\x1b[38;2;1;2;3;1mbold\x1b[0m", {"ansi-bold": "bold"}),
    ],
)
def test_colors_are_colors(cell: Locator, text: str, colored: dict[str, str]) -> None:
    assert run(cell, f"print('{text}')") == "done"
    assert "\x1b" not in output(cell)
    assert not re.search(r"\[\d", output(cell))
    for classes, part in colored.items():
        expect(cell.locator(f".{classes}")).to_have_text(part)


FLOODS = {
    "lines": "for i in range({n}): print('line', i)\nprint('final loss 0.125')",
    "one line": "print('x' * (10 * {n}))\nprint('final loss 0.125')",
    "no line ends": "for i in range({n}): print(i, end=' ')\nprint('final loss 0.125')",
}


@pytest.mark.parametrize("n", [3_000, 300_000])
@pytest.mark.parametrize("kind", FLOODS)
def test_the_end_of_a_flood_is_seen(cell: Locator, kind: str, n: int) -> None:
    assert run(cell, FLOODS[kind].format(n=n)) == "done"
    shown = output(cell)
    assert shown.rstrip().endswith("final loss 0.125")
    assert len(shown) < 15_000
    more = cell.get_by_role("button", name=re.compile("Show more"))
    while more.is_visible():
        more.click()
    whole = output(cell)
    assert whole.rstrip().endswith("final loss 0.125")
    assert len(whole) > len(shown)
    if n == 3_000 and kind == "lines":
        assert [line for line in whole.split("\n") if line.startswith("line")] == [
            f"line {i}" for i in range(n)
        ]


def test_the_end_is_seen_after_an_error_too(cell: Locator) -> None:
    assert run(cell, "for i in range(50_000): print('epoch', i)\n1 / 0") == "error"
    assert "epoch 49999" in output(cell)
    assert "ZeroDivisionError" in output(cell)


def test_text_pictures_and_values_stand_in_their_order(cell: Locator) -> None:
    code = (
        "import matplotlib.pyplot as plt\nprint('one')\nplt.plot([1])\nplt.show()\n"
        "print('two')\nplt.plot([2])\nplt.show()\nprint('three')\n4"
    )
    assert run(cell, code) == "done"
    kinds = cell.locator("[data-output] > :not([hidden])").evaluate_all(
        "all => all.map(it => it.localName == 'img' ? 'img' : it.textContent.trim())"
    )
    assert kinds == ["one", "img", "two", "img", "three", "4"]
