"""Listings: PyTorch programs of the lessons, which don't run in the page, and what they print.

`build.py listings` runs them and writes what each prints beside it, NAME.json, with the program's
digest. The build only reads that, and refuses it if the program has changed since.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError, ContentError
from builder.base.places import SITE

NUMBER = re.compile(r"(?<![\w.])-?\d+\.\d+")


@dataclass(frozen=True)
class Printed:
    """What a listing has printed, and with which version of PyTorch."""

    torch: str
    output: str


def every() -> list[Path]:
    """Return the files of all listings."""
    return sorted(SITE.glob("*/*/listings/*.py"))


def digest(path: Path) -> str:
    """Return the program's sha256, the same for every kind of line ends."""
    return hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()


def output(path: Path) -> str:
    """Run a listing, and return what it prints. Raises BuildError with its traceback."""
    done = subprocess.run([sys.executable, str(path)], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(f"{path} ended with an error:\n{done.stderr.rstrip()}")
    return done.stdout


def write(path: Path) -> None:
    """Run a listing, and keep what it prints beside it."""
    torch, _, _ = version("torch").partition("+")
    kept = {"sha256": digest(path), "torch": torch, "output": output(path)}
    path.with_suffix(".json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def printed(path: Path) -> Printed:
    """Return what a listing has printed. Raises ContentError unless this very program has run."""
    kept = path.with_suffix(".json")
    run = f"run `python3 build.py listings`, and commit {kept.name} with it"
    if not kept.is_file():
        raise ContentError(path, None, f"it isn't known what this listing prints: {run}")
    read = json.loads(kept.read_text(encoding="utf-8"))
    if read["sha256"] != digest(path):
        raise ContentError(path, None, f"this listing has changed since it ran: {run}")
    return Printed(read["torch"], read["output"])


def numbers(text: str) -> list[float]:
    """Return the decimal numbers that a listing has printed, in their order."""
    return [float(one) for one in NUMBER.findall(text)]
