"""The whole of dist/: modules, links, equal builds, sizes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base import esbuild, tree
from builder.base.errors import BuildError
from builder.site import links, scripts
from builder.site.assemble import assemble, environment
from builder.site.assets import strings

CELL = {"[data-cell]": "cells/cell.js"}


@pytest.fixture(scope="module")
def written() -> tree.Tree:
    return assemble(readable=True).sources


@pytest.fixture(scope="module", params=[scripts.as_written, scripts.in_few])
def loads(request: pytest.FixtureRequest, written: tree.Tree) -> scripts.Scripts:
    return scripts.Scripts(request.param(written).imports, "static/v")


def test_a_page_loads_the_modules_of_what_comes_alive_on_it(loads: scripts.Scripts) -> None:
    lives: tuple[dict[str, str], ...] = ({}, CELL, {"[data-teach]": "project/hand/teach.js"})
    bare, cells, teach = (set(loads.of_page("frame/main.js", live)) for live in lives)
    assert {"static/v/frame/main.js", "static/v/kit/generated/parts.js"} <= bare
    lesson, workshop = "static/v/frame/generated/lesson.js", "static/v/frame/generated/workshop.js"
    assert lesson in cells - bare
    assert workshop not in cells
    assert workshop in teach - bare


def test_the_page_of_a_program_loads_its_own(loads: scripts.Scripts) -> None:
    app = loads.of_page("frame/app.js", CELL)
    assert {"static/v/frame/app.js", "static/v/home/generated/parts.js"} <= {*app}
    assert "static/v/frame/generated/lesson.js" not in app


def test_whatever_a_page_loads_is_there_and_in_few_files(written: tree.Tree) -> None:
    made = scripts.in_few(written)
    for name, imported in made.imports.items():
        assert {name, *imported} <= made.files.keys()
        paths = re.findall(r'(?:from|import)"([^"]+)"', tree.read(made.files[name]).decode())
        folder = posixpath.dirname(name)
        assert {posixpath.normpath(f"{folder}/{path}") for path in paths} == {*imported}
    loads = scripts.Scripts(made.imports, "static/v")
    assert len(loads.of_page("frame/main.js", CELL)) < 20


def test_everything_that_can_come_alive_is_told_beside_its_markup() -> None:
    live = scripts.table(environment(strings(), []))
    assert live["[data-cell]"] == "cells/cell.js"
    assert live["[data-blank]"] == "reading/blank.js"
    told = tree.read(scripts.modules(CELL)["frame/generated/live.js"]).decode()
    brought = 'async () => (await import("../../frame/generated/lesson.js")).cells_cell'
    assert f'  ["[data-cell]", {brought}, false],' in told.splitlines()


def test_a_module_that_is_not_there_is_refused() -> None:
    with pytest.raises(BuildError, match=r"site/cells/gone\.js, which is not there"):
        scripts.modules({"[data-cell]": "cells/gone.js"})


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("const a = ;", r"^site/cells/a\.js:2: Unexpected"),
        ('import { a } from "./gone.js";', r"^site/cells/a\.js:2: Could not resolve"),
    ],
)
@pytest.mark.parametrize("make", [esbuild.imports, esbuild.bundles])
def test_a_broken_module_is_named_with_its_line(
    make: Callable[[tree.Tree, list[str]], object], source: str, told: str
) -> None:
    with pytest.raises(BuildError, match=told):
        make({"cells/a.js": f"\n{source}\n".encode()}, ["cells/a.js"])


def test_what_a_browser_gets_is_small() -> None:
    files: tree.Tree = {
        "a/a.js": b'import { b } from "../b/b.js";\n'
        b'import { c } from "../b/generated/strings.js";\n'
        b"// why\nexport const  a  = b + c;\n",
        "b/b.js": b"export const b = 1;\n",
        "b/types.js": b"/** @typedef {number} A */\nexport {};\n",
        "b/generated/strings.js": b"export const c = 2;\n",
        "a.css": b"a {\n  top: 0;\n}\n",
    }
    made = esbuild.bundles(files, ["a/a.js"])
    assert made.files == {
        "a/a.js": 'import{c as r}from"../b/generated/strings.js";var c=1+r;export{c as a};\n',
        "b/generated/strings.js": "const c=2;export{c};\n",
        "a.css": "a{top:0}\n",
    }
    assert made.imports == {"a/a.js": ["b/generated/strings.js"]}


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


def test_a_build_is_equal_to_one_that_computes_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    first = assemble().tree
    monkeypatch.setattr("builder.site.assemble.read_by_python", lambda: "")  # nothing is kept
    second = assemble().tree
    assert {n: tree.sha256(c) for n, c in first.items()} == {
        n: tree.sha256(c) for n, c in second.items()
    }


def test_nothing_in_dist_is_foreign_or_absolute(dist: Path) -> None:
    for path in dist.rglob("*.html"):
        if path.name != "404.html":
            text = path.read_text(encoding="utf-8")
            assert not re.findall(r'<[a-z][^<>]*\ssrc="(?:http|/)[^"]*', text)
