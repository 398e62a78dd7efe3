"""The whole of dist/: modules, links, equal builds, sizes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from builder.base import tree
from builder.base.errors import BuildError
from builder.site import links, scripts
from builder.site.assemble import assemble, build

MODULES: tree.Tree = {
    "static/v/frame/main.js": b"""
import { help } from "../kit/help.js";
/** @type {import("./frame/services.js").Types} */
const IN_PAGE = [
  ["[data-cell]", () => import("../cells/cell.js")],
  ["[data-project=train]", () => import("../project/train.js")],
];
""",
    "static/v/kit/help.js": b'import { more } from "./more.js";\n',
    "static/v/kit/more.js": b"",
    "static/v/cells/cell.js": b'import { more } from "../kit/more.js";\n',
    "static/v/project/train.js": b"",
}


@pytest.mark.parametrize(
    ("html", "loaded"),
    [
        ("<p>data-cell</p>", []),
        ('<div data-project="data">', []),
        ("<div data-cell>", ["cells/cell.js"]),
        (
            '<div data-cell="one"><div data-project="train">',
            ["cells/cell.js", "project/train.js"],
        ),
    ],
)
def test_a_page_loads_the_modules_of_what_stands_on_it(html: str, loaded: list[str]) -> None:
    names = scripts.Scripts(MODULES, "static/v").of_page("frame/main.js", html)
    always = ["frame/main.js", "kit/help.js", "kit/more.js"]
    assert sorted(names) == sorted(f"static/v/{name}" for name in [*always, *loaded])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import { gone } from "../kit/gone.js";', r"main\.js: imports \.\./kit/gone\.js"),
        ('const later = import("../kit/more.js");', "cannot read for what"),
    ],
)
def test_a_module_that_the_build_cannot_follow_isrefused(line: str, told: str) -> None:
    main = tree.read(MODULES["static/v/frame/main.js"]) + line.encode() + b"\n"
    found = scripts.Scripts(MODULES | {"static/v/frame/main.js": main}, "static/v")
    with pytest.raises(BuildError, match=told):
        found.of_page("frame/main.js", "")


@pytest.mark.parametrize(
    ("link", "alive"),
    [
        ("other/", True),
        ("other/#here", True),
        ("#own", True),
        ("./", True),
        ("https://example.org/", True),
        ("other/#gone", False),
        ("missing/", False),
        ("/other/", False),
        ("//example.org/", False),
        ("http://example.org/", False),
    ],
)
def test_dead_links_are_found(link: str, alive: bool) -> None:
    pages: tree.Tree = {
        "index.html": f'<p id=own>\n<a href="{link}">x</a>'.encode(),
        "other/index.html": b"<p id=here>",
    }
    if alive:
        links.refuse_dead(pages)
    else:
        with pytest.raises(BuildError, match=r"index\.html:2: dead link"):
            links.refuse_dead(pages)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    tree.write({"a.txt": b"one", "b/c.txt": b"two"}, tmp_path)
    before = (tmp_path / "a.txt").stat().st_mtime_ns
    tree.write({"a.txt": b"one", "d.txt": b"new"}, tmp_path)
    assert (tmp_path / "a.txt").stat().st_mtime_ns == before
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.txt", "d.txt"]


def test_a_warm_rebuild_takes_less_than_three_seconds(dist: Path) -> None:
    started = time.perf_counter()
    build(dist)
    assert time.perf_counter() - started < 3


def test_two_builds_are_equal() -> None:
    first, second = assemble().tree, assemble().tree
    assert {n: tree.sha256(c) for n, c in first.items()} == {
        n: tree.sha256(c) for n, c in second.items()
    }


def test_nothing_in_dist_is_foreign_or_absolute(dist: Path) -> None:
    for path in dist.rglob("*.html"):
        if path.name != "404.html":
            assert 'src="http' not in path.read_text()
            assert 'src="/' not in path.read_text()
