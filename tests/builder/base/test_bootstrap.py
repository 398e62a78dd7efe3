"""Starting on a fresh machine: Python, .venv, npm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from builder.base import bootstrap, command_line, npm, pip
from builder.base.errors import BuildError
from builder.commands import cache_alone


def test_an_old_python_gets_one_line() -> None:
    program = (
        "import sys, runpy; sys.version_info = (3, 8, 0); sys.argv = ['build.py', 'build'];"
        f"runpy.run_path({str(bootstrap.ROOT / 'build.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip() == "Module 3 needs Python 3.11 or newer; this is Python 3.8."


def test_pins_are_exact_and_agree() -> None:
    everything = pip.pins([*pip.extras()])
    assert all("==" in pin for pin in everything)
    names = [pin.partition("==")[0] for pin in everything]
    assert len(names) == len(set(names)), "one package, two versions"


def test_a_complete_venv_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_extra: str) -> None:
        raise AssertionError("pip was called")

    monkeypatch.setattr(bootstrap, "install", never)
    bootstrap.ensure_venv(("build",))


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A .venv of our own that is not there yet."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(bootstrap, "VENV", folder)
    monkeypatch.setattr(bootstrap, "STAMP", folder / "module3.json")
    return folder


def test_a_moved_clone_finds_its_packages(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "install", lambda _extra: None)
    bootstrap.ensure_venv(("build",))
    (paths,) = venv.rglob("module3.pth")
    assert str(bootstrap.ROOT / "py") in paths.read_text().splitlines()
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path / "moved")
    bootstrap.ensure_venv(("build",))
    assert paths.read_text().splitlines() == [f"{tmp_path}/moved/py", f"{tmp_path}/moved"]


def test_a_venv_that_cannot_be_made_tells_why(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv.write_bytes(b"a file is in the way")
    with pytest.raises(BuildError, match=r"\.venv couldn't be made.*"):
        bootstrap.create_venv()
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None if name == "ensurepip" else True)
    with pytest.raises(BuildError, match="apt install python3-venv"):
        bootstrap.create_venv()


MAKES = """from builder.base import bootstrap
bootstrap.MAKING = bootstrap.Path({lock!r})
with bootstrap.alone(): print("mine")"""
BUILDS = """from builder.commands import cache_alone
with cache_alone(): print("mine")"""


@pytest.mark.parametrize("program", [MAKES, BUILDS])
def test_a_second_build_waits_for_the_first(
    program: str, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir()
    monkeypatch.setattr(bootstrap, "MAKING", cache / "making")
    command = [sys.executable, "-c", program.format(lock=str(bootstrap.MAKING))]
    with bootstrap.alone(), cache_alone():
        second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert second.stdout.readline().startswith("Waiting for another build.py")
        assert second.poll() is None
    assert second.communicate(timeout=60)[0].endswith("mine\n")


def test_npms_reason_is_one_line() -> None:
    stderr = "npm warn x\nnpm error code ENOTFOUND\nnpm error\nnpm error network down\n"
    assert npm._reason(stderr) == "code ENOTFOUND network down"


def test_the_npm_lock_names_no_registry() -> None:
    assert '"resolved"' not in (bootstrap.ROOT / "package-lock.json").read_text()


@pytest.mark.parametrize("line", ["serve --port 65536", "serve --port -5", "check --frob"])
def test_arguments_that_mean_nothing_are_refused(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        command_line.parse(line.split())
    assert "error: " in capsys.readouterr().err
