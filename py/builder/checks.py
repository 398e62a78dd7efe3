"""What `build.py check` runs: ruff, mypy, tsc, duplicated code. Links are checked by building."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from builder import npm
from builder.bootstrap import ROOT

TOOLS = ROOT / "node_modules" / ".bin"
TSC_OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "strict": True,
    "target": "es2023",
    "module": "esnext",
    "moduleResolution": "bundler",
    "lib": ["es2024", "dom", "dom.iterable", "dom.asynciterable", "webworker"],
    "types": [],
}


def run() -> int:
    """Run every check, print what each found, and return 0 only if none found anything."""
    with tempfile.TemporaryDirectory() as folder:
        results = {
            "ruff": call([sys.executable, "-m", "ruff", "check", "."]),
            "format": call([sys.executable, "-m", "ruff", "format", "--check", "."]),
            "mypy": call([sys.executable, "-m", "mypy"]),
            "tsc": call([str(TOOLS / "tsc"), "--project", str(tsc_project(Path(folder)))]),
            "duplicates": call([str(TOOLS / "jscpd"), "--config", ".jscpd.json", "."]),
        }
    for name, passed in results.items():
        print(f"{name:12} {'ok' if passed else 'FAILED'}")
    print(f"{'links':12} ok")  # a dead link has ended the build before this line
    return 0 if all(results.values()) else 1


def call(command: list[str]) -> bool:
    """Run a tool, show its output if it found something, and say whether it passed."""
    done = subprocess.run(command, cwd=ROOT, env=npm.environment(), capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def tsc_project(folder: Path) -> Path:
    """Write a tsconfig for our JavaScript; the generated modules are declared beside it."""
    sources = [str(path) for path in (ROOT / "site").rglob("*.[jt]s") if path.name != "404.js"]
    project = folder / "tsconfig.json"
    project.write_text(json.dumps({"compilerOptions": TSC_OPTIONS, "files": sources}))
    return project
