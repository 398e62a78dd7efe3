"""Checks learners' programs again, each in a process of its own.

The checker is the page's. The process has a time limit, an empty folder to work in, none of our
environment, and no network where the system can take that away (Linux, by `unshare`). It's not a
sandbox: it can read what its user can read. `course.check` says what forgeries don't help.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path

from tqdm import tqdm

from builder.base.bootstrap import ROOT

LIMIT = 30.0  # seconds for a program, with the start of Python
OFFLINE = ("unshare", "--user", "--map-current-user", "--net")
KEPT = ("PATH", "SYSTEMROOT", "LANG")  # of our environment

Program = tuple[str, str]  # LESSON/NAME of an exercise, and the code


def verdicts(programs: Collection[Program], limit: float = LIMIT) -> dict[Program, str]:
    """Return the result of each program: "pass", "fail" or "error"; equal ones run once."""
    different = sorted(set(programs))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        found = threads.map(partial(verdict, limit=limit), different)
        bar = tqdm(found, "Checking programs", len(different), disable=None)
        return dict(zip(different, bar, strict=True))


def verdict(of: Program, limit: float = LIMIT) -> str:
    """Check one program in a process of its own."""
    exercise, code = of
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        program = Path(folder, "program.py")
        program.write_text(code, encoding="utf-8", errors="replace")
        command = [sys.executable, "-m", "builder.tools.limited", exercise, program.name]
        status = ended([*offline(), *command], folder, limit)
    return {0: "pass", 1: "fail"}.get(status, "error")


def ended(command: list[str], folder: str, limit: float) -> int:
    """Run a command to its end and return its status; it's negative if it had to be stopped."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment |= {"PYTHONPATH": str(ROOT / "py"), "HOME": folder, "OPENBLAS_NUM_THREADS": "1"}
    running = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return running.wait(limit)
    except subprocess.TimeoutExpired:
        return -1
    finally:
        stop(running)


def stop(running: subprocess.Popen[bytes]) -> None:
    """End a process, and what it has started and left behind."""
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    running.kill()
    running.wait()


@cache
def offline() -> tuple[str, ...]:
    """Return what goes before a command to take its network away; nothing where that fails."""
    try:
        works = subprocess.run([*OFFLINE, "true"], capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return OFFLINE if works else ()
