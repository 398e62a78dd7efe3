"""Recursion that goes through C ends in a RecursionError with its line, and Python lives on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.coding import output, run


def method(name: str, body: str) -> str:
    return f"class A:\n    def {name}(self, other=None):\n        {body}\n"


ENDLESS = {
    "repr": method("__repr__", "return f'A({self!r})'") + "repr(A())",
    "shown": method("__repr__", "return repr(self)") + "A()",
    "print": method("__str__", "return str(self)") + "print(A())",
    "sorted": method("__lt__", "return sorted([self, other])[0] is self") + "sorted([A(), A()])",
    "map": "def f(x):\n    return list(map(f, [x]))\nf(1)",
    "max": "def f(x):\n    return max([x], key=f)\nf(1)",
    "sum": method("__add__", "return sum([self], self)") + "A() + A()",
    "equal": method("__eq__", "return [self] == [other]") + "A() == A()",
    "attribute": method("__getattr__", "return getattr(self, 'x')") + "A().x",
    "call": method("__call__", "return self()") + "A()()",
    "cached": "import functools\n@functools.cache\ndef f(n):\n    return f(n + 1)\nf(0)",
    "sub": "import re\ndef f(m):\n    return re.sub('a', f, 'a')\nf(1)",
    "vectorized": "import numpy as np\ndef f(x):\n    return np.vectorize(f)(x)\nf(np.ones(2))",
    "array": method("__array__", "return np.asarray(self)") + "import numpy as np\nnp.asarray(A())",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_recursion_without_end_is_told_with_its_line(cell: Locator, name: str) -> None:
    assert run(cell, "kept = 5") == "done"
    assert run(cell, ENDLESS[name]) == "error"
    assert "RecursionError" in output(cell)
    assert "calls itself" in cell.locator(".cell-help").inner_text()
    expect(cell.locator(".error-line")).to_have_count(1)
    assert run(cell, "kept") == "done"


@pytest.mark.parametrize(
    ("code", "value"),
    [
        (
            "import functools\n@functools.cache\ndef fib(n):\n"
            "    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(100)",
            "354224848179261915075",
        ),
        ("def f(n):\n    return n and 1 + f(n - 1)\nf(900)", "900"),
        ("x = []\nfor i in range(90):\n    x = [x]\nimport json\nlen(json.dumps(x))", "182"),
        ("def f(n):\n    return n and 1 + max(map(f, [n - 1]))\nf(80)", "80"),
        (
            "class A:\n    def __init__(self, n):\n        self.a = n and A(n - 1)\n"
            "    def __repr__(self):\n        return f'A{self.a!r}'\nlen(repr(A(80)))",
            "82",
        ),
    ],
)
def test_deep_calls_that_end_still_do(cell: Locator, code: str, value: str) -> None:
    assert run(cell, code) == "done", output(cell)
    assert output(cell).strip() == value
