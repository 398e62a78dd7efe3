"""Checks learners' programs again, each in a process of its own.

The checker is the page's. The process has a time limit, an empty folder to work in, none of our
environment, and no network where the system can take that away (Linux, by `unshare`). It's not a
sandbox: it can read what its user can read. And a program that sets out to forge its own verdict
may succeed, since it runs in the checker's process.
"""

from __future__ import annotations

import contextlib
import json
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
        program, answer = Path(folder, "program.py"), Path(folder, "answer.txt")
        program.write_text(code, encoding="utf-8", errors="replace")
        command = [sys.executable, "-m", "builder.tools.limited", exercise, program.name]
        with answer.open("wb") as file:  # and not a pipe, which takes whatever is printed
            status = ended([*offline(), *command], folder, file.fileno(), limit)
        last = answer.read_bytes()[-10_000:].decode(errors="replace").strip().rpartition("\n")[2]
    with contextlib.suppress(ValueError, KeyError, TypeError):
        if json.loads(last)["result"] == "pass" and status == 0:
            return "pass"
        return "fail" if status == 1 else "error"
    return "error"


def ended(command: list[str], folder: str, output: int, limit: float) -> int | None:
    """Run a command to its end and return its status; None if it had to be stopped."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment |= {"PYTHONPATH": str(ROOT / "py"), "HOME": folder, "OPENBLAS_NUM_THREADS": "1"}
    running = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return running.wait(limit)
    except subprocess.TimeoutExpired:
        return None
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
