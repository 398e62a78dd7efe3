"""Cell code is `__main__` in the page too, where Python is another version."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.coding import open_cells, output, run

DEFINED = '''from dataclasses import dataclass

@dataclass
class Point:
    """
    >>> Point(2).x
    2
    """
    x: int = 0
'''


def test_what_looks_for_main_finds_the_cells(warm_page: Page, site: str) -> None:
    first = open_cells(warm_page, site)
    second = warm_page.locator("[data-cell]").nth(1)
    assert run(first, DEFINED) == "done"
    for code, shown in [
        ("import pickle\npickle.loads(pickle.dumps(Point(3)))", "Point(x=3)"),
        ("import doctest\ndoctest.testmod()", "TestResults(failed=0, attempted=1)"),
        ("import typing\ntyping.get_type_hints(Point)", "{'x': <class 'int'>}"),
        ("import inspect\nprint(inspect.getsource(Point))", "class Point:"),
        (
            "import unittest\nclass Test(unittest.TestCase):\n"
            "    def test(self): self.assertEqual(Point().x, 0)\n"
            "unittest.main(argv=['x'], exit=False)\nNone",
            "Ran 1 test",
        ),
    ]:
        assert run(second, code) == "done", output(second)
        assert shown in output(second)
