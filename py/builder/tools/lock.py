"""The lock files: all that pip installs, each package with the hashes of all its wheels."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.pip import LOCKS, TORCH_CPU_INDEX, extras, pins

OPTIONS = ["--universal", "--generate-hashes", "--no-build", "--no-header", "--no-annotate", "-q"]
CUDA = re.compile(r"(?:torch|triton|cuda|nvidia)\b")  # what the CPU build of PyTorch replaces
CPU_WHEEL = r"torch-{}(?:\+|%2B)cpu-cp3\d+-cp3\d+-(?:manylinux\w+|win_amd64)\.whl#sha256=(\w+)"


def write() -> None:
    """Write a file for each extra of pyproject.toml, all from one resolution, and torch-cpu."""
    with tempfile.TemporaryDirectory() as folder:
        everything = Path(folder, "all.txt")
        everything.write_text(compiled("--all-extras"))
        locks = {
            extra: compiled("--extra", extra, "--constraints", str(everything))
            for extra in extras()
        }
    others = [block for block in split(locks["torch"]) if not CUDA.match(block)]
    locks["torch-cpu"] = "".join([cpu_build(pins(["torch"])[0]), *others])
    LOCKS.mkdir(exist_ok=True)
    for name, lock in locks.items():
        (LOCKS / f"{name}.txt").write_text(lock, encoding="utf-8")


def compiled(*options: str) -> str:
    """Return what uv resolves the extras of pyproject.toml to, in the form that pip reads."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *OPTIONS, *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(f"uv could not resolve pyproject.toml:\n{done.stderr.strip()}")
    return done.stdout


def split(lock: str) -> list[str]:
    """Return the blocks of a lock file, one for each package: its pin, and its hashes below."""
    return re.split(r"^(?=\w)", lock, flags=re.MULTILINE)[1:]


def cpu_build(pin: str) -> str:
    """Return the block of PyTorch's CPU build: from its index, or as it has been locked before.

    Raises:
        BuildError: the index cannot be reached, and the lock file is one of another version.

    """
    wanted = f"{pin}+cpu"
    try:
        with urllib.request.urlopen(f"{TORCH_CPU_INDEX}/torch/", timeout=20) as answer:
            page = answer.read().decode()
    except OSError as error:
        for block in split((LOCKS / "torch-cpu.txt").read_text(encoding="utf-8")):
            if block.startswith(f"{wanted} "):
                return block
        raise BuildError(f"{TORCH_CPU_INDEX} has the hashes of {wanted}, but: {error}") from error
    found = re.findall(CPU_WHEEL.format(re.escape(pin.partition("==")[2])), page)
    return " \\\n    ".join([wanted, *(f"--hash=sha256:{one}" for one in sorted(found))]) + "\n"
