"""What `build.py check` runs: ruff, mypy, tsc, prose, duplicates. Links are checked by building."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from builder.base import npm
from builder.base.bootstrap import ROOT
from builder.site.assemble import DIST, Site
from builder.site.declarations import typescript

TOOLS = ROOT / "node_modules" / ".bin"
TSC_OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "strict": True,
    "skipLibCheck": True,
    "target": "es2023",
    "module": "esnext",
    "moduleResolution": "bundler",
    "types": [],
}
# Pages and workers know different globals, so each is checked with its own.
PAGE_LIBRARIES = ["es2024", "dom", "dom.iterable", "dom.asynciterable"]
WORKER_LIBRARIES = ["es2024", "webworker"]


def run(site: Site, whole: bool) -> int:
    """Run every check, print what each found, and return 0 only if none found anything.

    whole: read the prose of all files, not only of those that have changed.
    """
    static = site.scripts.static
    scripts = {name for name in site.tree if name.startswith(static) and name.endswith(".js")}
    workers = {name for name in scripts if "/worker/" in name}
    # Beside the modules whose types speak of it, for the time of the check: no page loads it.
    declared = DIST / static / "kit" / "generated" / "operations.d.ts"
    declared.write_text(typescript(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        results = {
            "ruff": call([sys.executable, "-m", "ruff", "check", "."]),
            "format": call([sys.executable, "-m", "ruff", "format", "--check", "."]),
            "mypy": call([sys.executable, "-m", "mypy"]),
            "tsc (pages)": tsc(Path(folder), scripts - workers, PAGE_LIBRARIES),
            "tsc (workers)": tsc(Path(folder), workers | {"sw.js"}, WORKER_LIBRARIES),
            "duplicates": call([str(TOOLS / "jscpd"), "--config", ".jscpd.json", "."]),
            "prose": call([sys.executable, "-m", "builder.tools.prose", *["--whole"] * whole]),
        }
    declared.unlink()
    for name, passed in results.items():
        print(f"{name:14} {'ok' if passed else 'FAILED'}")
    print(f"{'links':14} ok")  # a dead link has ended the build before this line
    return 0 if all(results.values()) else 1


def call(command: list[str]) -> bool:
    """Run a tool, show its output if it found something, and say whether it passed."""
    done = subprocess.run(command, cwd=ROOT, env=npm.environment(), capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def tsc(folder: Path, names: set[str], libraries: list[str]) -> bool:
    """Check the types of JavaScript as built, generated modules included."""
    project = folder / f"{len(names)}.json"
    options = {**TSC_OPTIONS, "lib": libraries}
    files = [str(DIST / name) for name in sorted(names)]
    project.write_text(json.dumps({"compilerOptions": options, "files": files}))
    return call([str(TOOLS / "tsc"), "--project", str(project)])
