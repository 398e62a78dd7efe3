"""What pip installs into .venv: the lock files, which name every package with its hashes.

Standard library only, as for all that runs before .venv is there.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from builder.base.errors import BuildError

PINS = Path(__file__).resolve().parents[3] / "pyproject.toml"
LOCKS = Path(__file__).with_name("locks")  # one for each extra of pyproject.toml
# PyTorch's own index holds CPU builds a tenth the size of the default ones.
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"

# The lock files that do for an extra, the best first. PyPI's PyTorch for Linux is made for CUDA.
CHOICES = {"torch": ("torch-cpu", "torch")}


def lock_digest(extra: str, *, complete: bool = True) -> str:
    """Return a short name for an extra's lock file that changes when the file does.

    Raises:
        BuildError: the file should be complete, and lacks a pin of pyproject.toml.

    """
    path = LOCKS / f"{extra}.txt"
    lock = path.read_text(encoding="utf-8") if path.exists() else ""
    for pin in pins((extra,)) if complete else ():
        if not re.search(rf"^{re.escape(normal(pin))}\s", lock, re.MULTILINE):
            raise BuildError(f"{path} lacks {pin} of pyproject.toml: run python3 build.py lock")
    return hashlib.sha256(lock.encode()).hexdigest()[:12]


def normal(pin: str) -> str:
    """Return a pin as lock files have it, by packaging.python.org's "Names and normalization"."""
    name, _, version = pin.partition("==")
    return f"{re.sub('[-_.]+', '-', name).lower()}=={version}"


def extras() -> dict[str, list[str]]:
    """Return the extras of pyproject.toml, each with its pins."""
    with PINS.open("rb") as file:
        return dict(tomllib.load(file)["project"]["optional-dependencies"])


def pins(names: Sequence[str]) -> list[str]:
    """List the requirements of these extras of pyproject.toml, each once."""
    optional = extras()
    return list(dict.fromkeys(pin for name in names for pin in optional[name]))


def pip(python: Path, lock: str, *, quiet: bool = False) -> bool:
    """Install a lock file for this Python, and say whether that worked.

    The file names every package, so that none comes without a hash, nor is built from source.
    """
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary=:all:", f"-r{LOCKS / lock}.txt"]
    if not sys.stderr.isatty():
        command.append("-q")
    if lock == "torch-cpu" and reachable(TORCH_CPU_INDEX):
        command += ["--extra-index-url", TORCH_CPU_INDEX]
    return subprocess.run(command, capture_output=quiet).returncode == 0


def reachable(address: str) -> bool:
    """Say whether a web address answers within a few seconds."""
    try:
        with urllib.request.urlopen(address + "/", timeout=4):
            return True
    except OSError:
        return False
