"""What pip installs: the lock files are whole, in line with the pins, and kept to by pip."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path
from urllib.error import URLError

import pytest

from builder.base import bootstrap, pip
from builder.base.errors import BuildError
from builder.pages import app_steps
from builder.tools import lock

FILES = sorted(path.stem for path in pip.LOCKS.iterdir())


def test_there_is_a_lock_file_for_each_extra() -> None:
    assert {*FILES} == {*pip.extras(), "torch-cpu"}
    assert {extra for extras in bootstrap.EXTRAS.values() for extra in extras} < {*FILES}


@pytest.mark.parametrize("extra", pip.extras())
def test_lock_files_are_in_line_with_pyproject(extra: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", pip.lock_digest(extra))


@pytest.mark.parametrize("name", FILES)
def test_every_package_has_hashes_and_no_address(name: str) -> None:
    text = (pip.LOCKS / f"{name}.txt").read_text()
    assert "://" not in text
    for block in lock.split(text):
        pin, *hashes = block.replace("\\\n", "\n").strip().splitlines()
        assert re.match(r"[a-z0-9-]+==[\w.+]+\s*(;|$)", pin)
        assert hashes
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64} ?", one) for one in hashes)


def test_one_package_has_one_version_on_one_machine() -> None:
    """But for PyTorch, whose builds are a choice."""
    found: dict[str, set[str]] = {}
    for name in FILES:
        for block in lock.split((pip.LOCKS / f"{name}.txt").read_text()):
            package, _, rest = block.partition("==")
            found.setdefault(package, set()).add(rest.partition(" \\")[0])
    several = {package for package, pins in found.items() if len(pins) > 1}
    for package in several - {"torch"}:
        assert all("python_full_version" in pin for pin in found[package]), package


def test_what_is_installed_has_all_that_it_needs() -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_a_pin_that_is_not_locked_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = pip.PINS.read_text().replace('"jinja2==', '"jinja2==9.')
    monkeypatch.setattr(pip, "PINS", tmp_path / "pyproject.toml")
    pip.PINS.write_text(text)
    with pytest.raises(BuildError, match=r"build\.txt lacks jinja2==9\..*build\.py lock"):
        pip.lock_digest("build")


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The hash of a wheel that pip finds without a network."""
    made = io.BytesIO()
    info = {
        "METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1\nRequires-Dist: other\n",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("tiny.py", "")
        for name, text in info.items():
            archive.writestr(f"tiny-1.dist-info/{name}", text)
    (tmp_path / "tiny-1-py3-none-any.whl").write_bytes(made.getvalue())
    for name, value in {"FIND_LINKS": tmp_path, "NO_INDEX": 1, "TARGET": tmp_path / "to"}.items():
        monkeypatch.setenv(f"PIP_{name}", str(value))
    monkeypatch.setattr(pip, "LOCKS", tmp_path)
    return hashlib.sha256(made.getvalue()).hexdigest()


@pytest.mark.parametrize(("hashes", "installed"), [("right", 1), ("wrong", 0), ("none", 0)])
def test_only_what_has_its_hash_is_installed(
    wheel: str, hashes: str, installed: bool, tmp_path: Path
) -> None:
    given = {"right": wheel, "wrong": wheel[::-1], "none": ""}[hashes]
    (tmp_path / "x.txt").write_text("tiny==1" + f" --hash=sha256:{given}" * bool(given))
    assert pip.pip(Path(sys.executable), "x", quiet=True) == installed
    assert (tmp_path / "to" / "tiny.py").exists() == installed


PAGE = "".join(
    f'<a href="torch-{version}%2Bcpu-{tags}.whl#sha256={digit * 64}">x</a>\n'
    for version, tags, digit in [
        ("9.1.0", "cp311-cp311-manylinux_2_28_x86_64", "a"),
        ("9.1.0", "cp313-cp313-manylinux_2_28_aarch64", "c"),
        ("9.1.0", "cp312-cp312-win_amd64", "b"),
        ("9.1.0", "cp313-cp313t-win_amd64", "d"),
        ("9.1.01", "cp311-cp311-win_amd64", "e"),
    ]
)


def test_the_cpu_build_is_locked_from_its_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_a, **_k: io.BytesIO(PAGE.encode()))
    pin, *hashes = lock.cpu_build("torch==9.1.0").replace("\\\n", "").split()
    assert pin == "torch==9.1.0+cpu"
    assert hashes == [f"--hash=sha256:{digit * 64}" for digit in "abc"]


def test_without_its_index_the_cpu_build_stays_as_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_arguments: object, **_named: object) -> None:
        raise URLError("no route")

    monkeypatch.setattr(urllib.request, "urlopen", unreachable)
    (pin,) = pip.pins(["torch"])
    assert (pip.LOCKS / "torch-cpu.txt").read_text().startswith(lock.cpu_build(pin))
    with pytest.raises(BuildError, match=r"hashes of torch==9\.1\.0\+cpu, but: .*no route"):
        lock.cpu_build("torch==9.1.0")


def test_what_the_builder_runs_is_installed_for_it() -> None:
    assert any(pin.startswith(f"{app_steps.RUFF[-1]}==") for pin in pip.pins(("build",)))
