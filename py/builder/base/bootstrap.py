"""Before there is a virtual environment: arguments, .venv, and re-entry into it.

Standard library only, since nothing else is installed when this runs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tomllib
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from builder.base.alone import alone
from builder.base.errors import BuildError, disk_errors, disk_full

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
STAMP = VENV / "module3.json"
LOCK = ROOT / ".venv.lock"
LITTLE = 100 * 10**6  # bytes
# PyTorch's own index holds CPU builds a tenth the size of the default ones.
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"

EXTRAS = {
    "serve": ("build",),
    "build": ("build",),
    "quiz-sheet": ("build",),
    "train": ("build", "train"),
    "evaluate": ("build", "train"),
    "test": ("build", "train", "test"),
    "check": ("build", "train", "test"),
    "bench": ("build", "train", "test"),
}


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; what follows the options of test, train, ... is passed on."""
    parser = argparse.ArgumentParser(
        prog="build.py", description="Build, serve, and test Module 3."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="build the site, serve it, and rebuild on changes")
    serve.add_argument("--port", type=port, default=8000, help="first port to try (8000)")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    serve.add_argument("--prefix", default="/", help="serve under this path, e.g. /repo/")
    serve.add_argument("--no-watch", action="store_true", help="don't rebuild on changes")
    build = commands.add_parser("build", help="make dist/, the static site")
    build.add_argument("--sizes", action="store_true", help="print the size table even if warm")
    build.add_argument("--readme", action="store_true", help="update the README's figures")
    sheet = commands.add_parser("quiz-sheet", help="write the quiz as a printable sheet with a key")
    sheet.add_argument("--seed", type=seed, required=True, help="the same seed, the same sheet")
    sheet.add_argument("--count", type=int, default=12, help="how many questions (12)")
    sheet.add_argument("--out", type=Path, help="the file to write (quiz-sheet-SEED.html)")
    check = commands.add_parser("check", help="lint, types, prose, links, duplicated code")
    check.add_argument(
        "--whole", action="store_true", help="read all prose, not just changed files"
    )
    for name, text in {
        "test": "run all tests (arguments go to pytest)",
        "train": "train and export the recognizer (arguments go to training.train)",
        "evaluate": "measure the recognizer (arguments go to training.evaluate)",
        "bench": "measure speed in the browser (arguments go to pytest)",
    }.items():
        commands.add_parser(name, help=text, add_help=False)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command in ("serve", "build", "check", "quiz-sheet"):
        parser.error(f"unknown argument: {rest[0]}")
    options.rest = rest
    return options


def port(text: str) -> int:
    """Read a port's number."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text}")
    return int(text)


def seed(text: str) -> int:
    """Read a seed: a whole number that is not negative."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a seed is a whole number such as 0 or 1, not {text}")
    return int(text)


def inside_venv() -> bool:
    """Say whether this interpreter is the project's own."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def venv_python() -> Path:
    """Return the interpreter inside .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter_venv(command: str, arguments: list[str]) -> int:
    """Make or complete .venv for `command`, then run build.py again inside it."""
    with alone(LOCK):
        ensure_venv(EXTRAS[command])
    again = [str(venv_python()), str(ROOT / "build.py"), *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(again[0], again)
    return subprocess.call(again)


def ensure_venv(extras: tuple[str, ...]) -> None:
    """Create .venv where it is missing and install the pins that it lacks.

    A second call with the same pins does nothing and makes no request.
    """
    wanted = pins(extras)
    installed = read_stamp()
    if installed.get("python") != sys.version.split()[0] or not venv_python().exists():
        create_venv()
        installed = {"python": sys.version.split()[0], "pins": []}
    if installed.get("root") != str(ROOT):  # new, or the clone has been moved
        add_paths()
        installed["root"] = str(ROOT)
        write_stamp(installed)
    missing = [pin for pin in wanted if pin not in installed["pins"]]
    if not missing:
        return
    install(missing)
    kept = [pin for pin in installed["pins"] if name_of(pin) not in map(name_of, missing)]
    installed["pins"] = sorted(kept + missing)
    write_stamp(installed)


def pins(extras: tuple[str, ...]) -> list[str]:
    """List the requirements of these extras of pyproject.toml, each once."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        optional = tomllib.load(file)["project"]["optional-dependencies"]
    return list(dict.fromkeys(pin for extra in extras for pin in optional[extra]))


def name_of(pin: str) -> str:
    """Return the package's name in a requirement like `numpy==2.4.3`."""
    return pin.split("==")[0]


def read_stamp() -> dict[str, Any]:
    """Return what .venv was made from; empty where there is none or it is damaged."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def write_stamp(installed: dict[str, Any]) -> None:
    """Note what .venv was made from."""
    with disk_errors("making .venv"):
        STAMP.write_text(json.dumps(installed, indent=1))


def create_venv() -> None:
    """Make an empty .venv."""
    if not (find_spec("venv") and find_spec("ensurepip")):
        raise BuildError(
            "this Python can't make a virtual environment (venv or ensurepip is missing); "
            "on Debian and Ubuntu: apt install python3-venv"
        )
    print("Making .venv ...", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        if is_full(VENV):
            raise disk_full("making .venv")
        said = (made.stderr.strip() or made.stdout.strip()).splitlines()
        reason = said[-1] if said else f"exit status {made.returncode}"
        raise BuildError(f"{VENV} couldn't be made: {reason}")


def is_full(folder: Path) -> bool:
    """Say whether a disk has hardly any room: pip and venv seldom tell that they failed for it."""
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free < LITTLE


def add_paths() -> None:
    """Let .venv find the packages under py/, and training."""
    site_packages = subprocess.check_output(
        [str(venv_python()), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        text=True,
    ).strip()
    with disk_errors("making .venv"):
        Path(site_packages, "module3.pth").write_text(f"{ROOT / 'py'}\n{ROOT}\n")


def install(requirements: list[str]) -> None:
    """Install exact pins into .venv by pip, PyTorch's CPU build first where it is offered."""
    print(f"Installing {', '.join(requirements)} ...", flush=True)
    command = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "-q"]
    if sys.stderr.isatty():
        command.remove("-q")
    if any(name_of(pin) == "torch" for pin in requirements) and reachable(TORCH_CPU_INDEX):
        command += ["--extra-index-url", TORCH_CPU_INDEX]
    if subprocess.call([*command, *requirements]):
        if is_full(VENV):
            raise disk_full("installing into .venv")
        raise BuildError(
            f"pip couldn't install {', '.join(requirements)}; its reason is above. "
            "If you're offline, run this once while you're online: .venv is complete after that."
        )


def reachable(address: str) -> bool:
    """Say whether a web address answers within a few seconds."""
    try:
        with urllib.request.urlopen(address + "/", timeout=4):
            return True
    except OSError:
        return False
