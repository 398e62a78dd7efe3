"""The matrix product in the page's WebAssembly, against NumPy's own in the same Python."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.python.test_python import SCENARIO

AGREE = """
import nn, numpy as np
from nn.arrays import PRODUCTS

rng = np.random.default_rng(0)
worst = 0.0
ways = [np.ascontiguousarray, np.asfortranarray, lambda a: np.repeat(a, 2, axis=1)[:, ::2]]
for n, k, m in [(1, 1, 1), (3, 5, 7), (64, 784, 128), (128, 64, 784), (64, 128, 10), (8, 9, 676)]:
    a, b = (rng.normal(size=s).astype(np.float32) for s in ((n, k), (k, m)))
    true = np.einsum("nk,km->nm", a.astype(float), b.astype(float))
    scale = np.abs(a).astype(float) @ np.abs(b).astype(float)
    for lay_a in ways:
        for lay_b in ways:
            worst = max(worst, (np.abs(nn.matmul(lay_a(a), lay_b(b)) - true) / scale).max())
float(worst) if list(PRODUCTS) == ["<f4"] else "einsum"
"""


def test_it_is_numpys_within_float32(page: Page, site: str) -> None:
    page.goto(f"{site}quiz/")
    answer = page.evaluate(SCENARIO % f"return await run({AGREE!r});")
    assert float(answer["value"]) < 1e-6, answer


def test_memory_may_grow(page: Page, site: str) -> None:
    page.goto(f"{site}quiz/")
    code = "import numpy as np\nbig = np.ones((8_000_000,))\n"
    code += "a = np.ones((3, 4), np.float32)\nimport nn\nfloat(nn.matmul(a, a.T).sum())"
    for _ in range(2):
        assert float(page.evaluate(SCENARIO % f"return await run({code!r});")["value"]) == 36


def test_without_simd_the_rest_works(page: Page, site: str) -> None:
    """A worker whose browser refuses the module: nn goes on with einsum."""
    page.route(
        "**/python/worker/product.js",
        lambda route: route.fulfill(
            body="WebAssembly.validate = () => false;\n" + route.fetch().text(),
            content_type="text/javascript",
        ),
    )
    page.goto(f"{site}quiz/")
    code = "import nn, numpy as np\nfrom nn.arrays import PRODUCTS\n"
    code += "a = np.ones((3, 4), np.float32)\nfloat(nn.matmul(a, a.T).sum()) + len(PRODUCTS)"
    assert float(page.evaluate(SCENARIO % f"return await run({code!r});")["value"]) == 36
