"""What `build.py pack` writes: complete, the same each time, and refused in one clear line."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from builder.base.command_line import PACK_KINDS, parse
from builder.base.errors import BuildError
from builder.base.tree import Tree, read
from builder.pages.content import Lesson
from builder.site.assemble import Site
from builder.site.scripts import Scripts
from builder.tools import pack

MANIFEST = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    files: Tree = {name: name.encode() for name in ("index.html", "a&b/index.html", "x/y.js")}
    lesson = Lesson(tmp_path, "sums", {"title": "Sums", "question": "How?"}, "", 1, number=1)
    lesson.exercises = ["one", "two"]
    return Site(files, [lesson], {}, {}, Scripts({}, ""), [])


def test_the_zip_is_one_folder_and_the_same_each_time(site: Site, tmp_path: Path) -> None:
    told = [pack.write("zip", site, tmp_path / name) for name in "ab"]
    first, second = (tmp_path / name / "module3.zip" for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    assert str(first) in told[0]
    with ZipFile(first) as archive:
        assert {name.removeprefix("module3/") for name in archive.namelist()} == {*site.tree}
        archive.extractall(tmp_path)
    assert os.access(tmp_path / "module3" / "x" / "y.js", os.R_OK)


def test_the_manifest_of_scorm_names_every_file_and_what_starts(site: Site, tmp_path: Path) -> None:
    pack.write("scorm", site, tmp_path)
    with ZipFile(tmp_path / "module3-scorm2004.zip") as archive:
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        names = {*archive.namelist()} - {"imsmanifest.xml"}
    (start,) = manifest.iter(f"{MANIFEST}resource")
    assert start.attrib["href"] in names
    assert {file.attrib["href"] for file in start} == names > {*site.tree}
    text = read(pack.scorm(site)["scorm.html"]).decode()
    assert 'data-exercises="sums/one sums/two"' in text


def test_without_zimwriterfs_it_says_what_to_install(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BuildError, match=r"apt install zim-tools\)$"):
        pack.write("zim", site, tmp_path)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("ends", "told"), [("exit 0", ""), ("echo no room >&2; exit 1", "no room"), ("exit 3", "3")]
)
def test_zimwriterfs_gets_the_site_and_its_failure_is_told(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, told: str
) -> None:
    tool = tmp_path / "zimwriterfs"
    body = 'for last; do :; done\necho "$@" > "$last"\n[ "$(ls "${@: -2:1}" | wc -l)" = 4 ]'
    tool.write_text(f"#!/usr/bin/env bash\n{body}\n{ends}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    if not told:
        pack.write("zim", site, tmp_path)
        said = (tmp_path / "module3.zim").read_text()
        assert "--welcome=index.html" in said
        assert "--language=eng" in said
        return
    with pytest.raises(BuildError, match=f"zimwriterfs failed: {told}"):
        pack.write("zim", site, tmp_path)
    assert not (tmp_path / "module3.zim").exists()


@pytest.mark.parametrize(("given", "kinds"), [([], []), (["zim", "zip"], ["zim", "zip"])])
def test_the_command_takes_kinds(given: list[str], kinds: list[str]) -> None:
    assert parse(["pack", *given]).kinds == kinds
    assert set(PACK_KINDS) == pack.KINDS.keys()


def test_the_command_refuses_another_kind(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["pack", "pdf"])
    assert "a package is zip, scorm, zim, not pdf" in capsys.readouterr().err
