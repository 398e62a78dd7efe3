"""The matrix product in WebAssembly, `py/nn/product.wat`, compiled by wabt, which npm installs."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from builder.base import npm
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.kept import kept
from builder.base.tree import digest

SOURCE = ROOT / "py" / "nn" / "product.wat"


def compiled(source: Path = SOURCE) -> bytes:
    """Return the module, anew only when it or npm's lock changed. Raises BuildError."""
    lock = ROOT / "package-lock.json"
    return kept(f"product/{digest({'source': source, 'lock': lock})}.wasm", lambda: _wasm(source))


def _wasm(source: Path) -> bytes:
    tool = npm.install(dev=False) / "wabt" / "bin" / "wat2wasm"
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "product.wasm")
        command = [str(npm.node()), str(tool), str(source), "-o", str(made)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise BuildError(done.stderr.strip().splitlines()[0])
        return made.read_bytes()
