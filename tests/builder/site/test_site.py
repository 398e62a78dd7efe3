"""The whole of dist/: modules, links, equal builds, sizes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.base import esbuild, tree
from builder.base.errors import BuildError
from builder.site import links, scripts
from builder.site.assemble import assemble, environment
from builder.site.assets import strings

CELL = {"[data-cell]": "cells/cell.js"}


@pytest.fixture(scope="module")
def loads() -> scripts.Scripts:
    return scripts.Scripts({**CELL, "[data-quiz]": "quiz/quiz.js"}, "static/v")


def test_a_page_loads_the_modules_of_what_comes_alive_on_it(loads: scripts.Scripts) -> None:
    bare, cells = (set(loads.of_page("frame/main.js", live)) for live in ({}, CELL))
    assert {"static/v/frame/main.js", "static/v/frame/navigate.js"} <= bare
    assert "static/v/kit/generated/parts.js" in bare
    assert {"static/v/cells/cell.js", "static/v/cells/code-box.js"} <= cells - bare
    assert "static/v/quiz/quiz.js" not in cells


def test_the_page_of_a_program_loads_its_own(loads: scripts.Scripts) -> None:
    app = loads.of_page("frame/app.js", CELL)
    assert "static/v/home/program-box.js" in app
    assert "static/v/cells/cell.js" not in app


def test_everything_that_can_come_alive_is_told_beside_its_markup() -> None:
    live = scripts.table(environment(strings(), []))
    assert live["[data-cell]"] == "cells/cell.js"
    assert live["[data-blank]"] == "reading/blank.js"
    line = '  ["[data-cell]", () => import("../../cells/cell.js"), false],'
    assert line in scripts.module(CELL).decode().splitlines()


def test_a_module_that_is_not_there_is_refused() -> None:
    with pytest.raises(BuildError, match=r"site/cells/gone\.js, which is not there"):
        scripts.Scripts({"[data-cell]": "cells/gone.js"}, "static/v")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("const a = ;", r"broken\.js:2: Unexpected"),
        ('import { a } from "./gone.js";', r"broken\.js:2: Could not resolve"),
    ],
)
def test_a_broken_module_is_named_with_its_line(tmp_path: Path, source: str, told: str) -> None:
    (tmp_path / "broken.js").write_text(f"\n{source}\n")
    with pytest.raises(BuildError, match=told):
        esbuild.metafile([tmp_path / "broken.js"])


@pytest.mark.parametrize(
    ("name", "source", "told"),
    [
        ("cells/worker/a.js", b"\nconst a = ;\n", r"^site/cells/worker/a\.js:2: Unexpected"),
        ("a.css", b"a {\n  top: 0;\n}\n", None),
    ],
)
def test_what_a_browser_gets_is_small(name: str, source: bytes, told: str | None) -> None:
    files: tree.Tree = {"b/c.js": b"// why\nexport const  a  = 1;\n", name: source}
    if told:
        with pytest.raises(BuildError, match=told):
            esbuild.minified(files)
    else:
        small = {"b/c.js": "const o=1;export{o as a};\n", name: "a{top:0}\n"}
        assert esbuild.minified(files) == small


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
