#!/usr/bin/env python3
"""The one command: python3 build.py serve | build | test | check | ..., see --help.

It needs Python 3.11 or newer and nothing else: it makes .venv by the lock
files of pyproject.toml's pins, runs itself again inside it, and fetches the rest.
"""

import sys

MINIMUM = (3, 11)

if sys.version_info < MINIMUM:
    sys.exit(
        "Module 3 needs Python {}.{} or newer; this is Python {}.{}.".format(
            *MINIMUM, *sys.version_info[:2]
        )
    )

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "py"))

from builder.base import bootstrap, command_line
from builder.base.errors import BuildError


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    options = command_line.parse(arguments)
    if "MODULE3_CACHE" in os.environ:  # before anything runs in another folder
        os.environ["MODULE3_CACHE"] = str(Path(os.environ["MODULE3_CACHE"]).absolute())
    try:
        if not bootstrap.inside_venv():
            return bootstrap.enter_venv(options.command, arguments)
        from builder import commands

        return commands.run(options)
    except BuildError as error:
        print(f"\nerror: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
