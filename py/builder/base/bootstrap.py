"""Before there is a virtual environment: making .venv, and re-entry into it.

Standard library only, since nothing else is installed when this runs.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from builder.base.errors import BuildError, disk_errors, disk_full
from builder.base.pip import CHOICES, lock_digest, pip

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
STAMP = VENV / "module3.json"
MAKING = ROOT / ".venv.lock"  # held while .venv is made
LITTLE = 100 * 10**6  # bytes

EXTRAS = {
    "serve": ("build",),
    "build": ("build",),
    "pack": ("build",),
    "quiz-sheet": ("build",),
    "collect": ("build",),
    "train": ("build", "train", "torch"),
    "evaluate": ("build", "train", "torch"),
    "listings": ("build", "torch"),
    "test": ("build", "train", "torch", "test"),
    "check": ("build", "train", "torch", "test"),
    "bench": ("build", "train", "torch", "test"),
    "lock": ("build", "lock"),
}


def inside_venv() -> bool:
    """Say whether this interpreter is the project's own."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def venv_python() -> Path:
    """Return the interpreter inside .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter_venv(command: str, arguments: list[str]) -> int:
    """Make or complete .venv for `command`, then run build.py again inside it."""
    with alone():
        ensure_venv(EXTRAS[command], complete=command != "lock")
    again = [str(venv_python()), str(ROOT / "build.py"), *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(again[0], again)
    return subprocess.call(again)


@contextmanager
def alone() -> Iterator[None]:
    """Let no other build.py make .venv meanwhile; wait, and say so, while one does.

    Here is no filelock yet, but SQLite, whose transactions lock a file on every system.
    """
    import sqlite3

    with closing(sqlite3.connect(MAKING, timeout=1, isolation_level=None)) as lock:
        for attempt in count():
            try:
                lock.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise BuildError(f"{MAKING}: {error}") from error
            if attempt == 0:
                print("Waiting for another build.py, which makes .venv ...", flush=True)
        yield


def ensure_venv(extras: tuple[str, ...], *, complete: bool = True) -> None:
    """Create .venv where it is missing and install what it lacks of the lock files.

    complete: they must have all pins of pyproject.toml; not so where they are about to be written.
    A second call with the same lock files does nothing and makes no request.
    """
    installed = {"locks": {}, **read_stamp()}
    if installed.get("python") != sys.version.split()[0] or not venv_python().exists():
        create_venv()
        installed = {"locks": {}, "python": sys.version.split()[0]}
    if installed.get("root") != str(ROOT):  # new, or the clone has been moved
        add_paths()
        installed["root"] = str(ROOT)
        write_stamp(installed)
    for extra in extras:
        digest = lock_digest(extra, complete=complete)
        if installed["locks"].get(extra) != digest:
            install(extra)
            installed["locks"][extra] = digest
            write_stamp(installed)


def read_stamp() -> dict[str, Any]:
    """Return what .venv was made from; empty where there is none or it is damaged."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def write_stamp(installed: dict[str, Any]) -> None:
    """Note what .venv was made from."""
    with disk_errors("making .venv"):
        STAMP.write_text(json.dumps(installed, indent=1))


def create_venv() -> None:
    """Make an empty .venv."""
    if not (find_spec("venv") and find_spec("ensurepip")):
        raise BuildError(
            "this Python can't make a virtual environment (venv or ensurepip is missing); "
            "on Debian and Ubuntu: apt install python3-venv"
        )
    print("Making .venv ...", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        if is_full(VENV):
            raise disk_full("making .venv")
        said = (made.stderr.strip() or made.stdout.strip()).splitlines()
        reason = said[-1] if said else f"exit status {made.returncode}"
        raise BuildError(f"{VENV} couldn't be made: {reason}")


def is_full(folder: Path) -> bool:
    """Say whether a disk has hardly any room: pip and venv seldom tell that they failed for it."""
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free < LITTLE


def add_paths() -> None:
    """Let .venv find the packages under py/, and training."""
    site_packages = subprocess.check_output(
        [str(venv_python()), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        text=True,
    ).strip()
    with disk_errors("making .venv"):
        Path(site_packages, "module3.pth").write_text(f"{ROOT / 'py'}\n{ROOT}\n")


def install(extra: str) -> None:
    """Install the lock file of an extra into .venv."""
    print(f"Installing packages for {extra} ...", flush=True)
    *better, last = CHOICES.get(extra, (extra,))
    python = venv_python()
    if any(pip(python, lock, quiet=True) for lock in better) or pip(python, last):
        return
    if is_full(VENV):
        raise disk_full("installing into .venv")
    raise BuildError(
        f"pip couldn't install the packages for {extra}; its reason is above. "
        "If you're offline, run this once while you're online: .venv is complete after that."
    )
