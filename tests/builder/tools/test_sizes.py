"""What each page loads: measured as built, and refused where it is too much to wait for."""

from __future__ import annotations

import random

import pytest

from builder.base import tree
from builder.base.errors import BuildError
from builder.site import assemble, scripts
from builder.tools import sizes

PAGE = """<link rel="stylesheet" href="../static/v/site.css">
<script src="../static/v/early.js"></script>
<link rel="modulepreload" href="../static/v/cell.js">
<script type="module" src="../static/v/main.js"></script><a href="other.js.html">x</a>"""
NEEDED = ["x/index.html", *(f"static/v/{name}" for name in ("site.css", "early.js", "main.js"))]
NEEDED += ["static/v/kit/dom.js"]  # which main.js imports
LATER = ["static/v/cell.js", "static/v/editor.js"]


def site(heavy: str = "", size: int = 0) -> assemble.Site:
    """A page and what it loads. One file is heavy, and so are those that nobody waits for."""
    noise = random.Random(0).randbytes(size).hex().encode()  # gzip halves it
    files: tree.Tree = {name: noise * (name in [heavy, *LATER]) for name in [*NEEDED, *LATER]}
    files["x/index.html"] = PAGE.encode() + noise * (heavy == "x/index.html")
    loads = scripts.Scripts({}, "static/v")
    loads.imports = {"main.js": ["kit/dom.js"], "cell.js": ["editor.js"]}
    return assemble.Site(files, [], {}, {}, loads, [])


def test_what_a_page_starts_with_is_counted() -> None:
    assert sizes.at_once(site(), "x/index.html") == NEEDED


@pytest.mark.parametrize("heavy", NEEDED)
def test_a_page_that_needs_too_much_is_refused(heavy: str) -> None:
    sizes.refuse_large(site(heavy, size=80_000))
    with pytest.raises(BuildError) as caught:
        sizes.refuse_large(site(heavy, size=100_000))
    first, told = str(caught.value).splitlines()
    assert first == "gzipped, a page may need 100.0 kB:"
    assert told.startswith("x/index.html: 11")
    assert f"({heavy} 11" in told


def test_no_page_of_ours_is_too_large_and_all_are_told() -> None:
    made = assemble.assemble()
    sizes.refuse_large(made)
    lines = sizes.table(made).splitlines()
    assert len(lines) == 1 + len(made.pages)
    assert lines[1].startswith("/ ")
    assert "MB" in lines[1]
