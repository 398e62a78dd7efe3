"""What each page loads: measured as built, and refused where it is too much to wait for."""

from __future__ import annotations

import random

import pytest

from builder.base import tree
from builder.base.errors import BuildError
from builder.site.assemble import assemble
from builder.tools import sizes

PAGE = """<link rel="stylesheet" href="../static/v/site.css">
<script src="../static/v/early.js"></script>
<link rel="modulepreload" href="../static/v/kit/dom.js">
<script type="module" src="../static/v/main.js"></script><a href="other.js.html">x</a>"""
FILES = ["x/index.html", "static/v/site.css", "static/v/early.js", "static/v/kit/dom.js"]


def site(heavy: str = "", size: int = 0) -> tree.Tree:
    """A page and what it loads; one file is heavy, and so is one that no page needs at once."""
    noise = random.Random(0).randbytes(size).hex().encode()  # gzip halves it
    files = dict.fromkeys([*FILES, "static/v/main.js"], b"")
    files["x/index.html"] = PAGE.encode()
    small = {name: data + noise * (name == heavy) for name, data in files.items()}
    return {**small, "static/v/editor.js": noise}


def test_all_that_a_page_names_is_counted_once() -> None:
    assert sizes.at_once(site(), "x/index.html") == [*FILES, "static/v/main.js"]


@pytest.mark.parametrize("heavy", FILES)
def test_a_page_that_needs_too_much_is_refused(heavy: str) -> None:
    sizes.refuse_large(site(heavy, size=80_000))
    with pytest.raises(BuildError) as caught:
        sizes.refuse_large(site(heavy, size=100_000))
    first, told = str(caught.value).splitlines()
    assert first == "gzipped, a page may need 100.0 kB:"
    assert told.startswith("x/index.html: 11")
    assert f"({heavy} 11" in told


def test_no_page_of_ours_is_too_large_and_all_are_told() -> None:
    made = assemble()
    sizes.refuse_large(made.tree)
    lines = sizes.table(made).splitlines()
    assert len(lines) == 1 + len(made.pages)
    assert lines[1].startswith("/ ")
    assert "MB" in lines[1]
