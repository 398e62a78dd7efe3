"""The command line of build.py. Standard library only, as for all that runs before .venv is."""

from __future__ import annotations

import argparse
from pathlib import Path

PACK_KINDS = ("zip", "scorm", "zim")
COLLECT = """Make one line per progress file, as a CSV file and as a page to print.

Every program that a file says passed its exercise is checked again, by the very code that the
page uses. This runs code that learners wrote, on your computer: each program in a process of its
own, with limits of time and memory, and on Linux without network. That isn't a sandbox. The
code can read the files that you can read, so collect files only from people you know, or run
this on a computer, or as a user, with nothing on it that matters. A learner who sets out to
cheat can make a program that forges its verdict."""


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
    build.add_argument("--sizes", action="store_true", help="print what each page loads")
    build.add_argument("--readable", action="store_true", help="leave JavaScript as it is written")
    build.add_argument("--readme", action="store_true", help="update the README's figures")
    sheet = commands.add_parser("quiz-sheet", help="write the quiz as a printable sheet with a key")
    sheet.add_argument("--seed", type=seed, required=True, help="the same seed, the same sheet")
    sheet.add_argument("--count", type=int, default=12, help="how many questions (12)")
    sheet.add_argument("--out", type=Path, help="the file to write (quiz-sheet-SEED.html)")
    pack = commands.add_parser("pack", help="write the site as a zip, a SCORM package, for Kiwix")
    pack.add_argument("kinds", nargs="*", type=pack_kind, help="zip, scorm, zim (all)")
    pack.add_argument("--out", type=Path, default=Path("packs"), help="the folder (packs)")
    collect = commands.add_parser(
        "collect",
        help="make one table of a class's progress files",
        description=COLLECT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    collect.add_argument("folder", type=Path, help="the files, or folders with them")
    collect.add_argument("--out", type=Path, default=Path("class.csv"), help="(class.csv)")
    check = commands.add_parser("check", help="lint, types, prose, links, duplicated code")
    check.add_argument(
        "--whole", action="store_true", help="read all prose, not just changed files"
    )
    commands.add_parser("listings", help="run the lessons' PyTorch programs; keep what they print")
    commands.add_parser("lock", help="write the hashes of all that pyproject.toml pins")
    passing_on = {
        "test": "run all tests (arguments go to pytest)",
        "train": "train and export the recognizer (arguments go to training.train)",
        "evaluate": "measure the recognizer (arguments go to training.evaluate)",
        "bench": "measure speed in the browser (arguments go to pytest)",
    }
    for name, text in passing_on.items():
        commands.add_parser(name, help=text, add_help=False)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in passing_on:
        parser.error(f"unknown argument: {rest[0]}")
    options.rest = rest
    return options


def port(text: str) -> int:
    """Read a port's number."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text}")
    return int(text)


def pack_kind(text: str) -> str:
    """Read a kind of package; `choices` doesn't go with an empty list."""
    if text not in PACK_KINDS:
        raise argparse.ArgumentTypeError(f"a package is {', '.join(PACK_KINDS)}, not {text}")
    return text


def seed(text: str) -> int:
    """Read a seed: a whole number that is not negative."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a seed is a whole number such as 0 or 1, not {text}")
    return int(text)
