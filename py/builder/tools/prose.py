"""The prose check: proselint with rules of our own, over everything that a person reads.

python -m builder.tools.prose [--whole]
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from proselint import checks as proselints
from proselint.config import DEFAULT, Config
from proselint.registry import CheckRegistry
from proselint.registry.checks import Check, CheckFlags
from proselint.registry.checks.engine import Fancy
from proselint.registry.checks.types import ExistenceSimple
from proselint.tools import LintFile

from builder.base.bootstrap import ROOT
from builder.tools.project import files
from builder.tools.readable import readable

OURS = "ours"
# What proselint would find, but flags good English or code.
DROPPED = (
    "archaism",  # for every
    "dates_times.am_pm",  # 1 among
    "redundancy.misc.after_the_deadline",  # compete with each other
    "spelling.consistency",  # analyze and analyses
    "typography",  # quotation marks, ellipses, and x between numbers
    "weasel_words.very",
)


@cache
def rules() -> dict[str, dict[str, str]]:
    """Return our rules by name, each with its pattern, what to say instead, bad and good."""
    return tomllib.loads(Path(__file__).with_name("prose.toml").read_text(encoding="utf-8"))


@cache
def config() -> Config:
    """Register proselint's checks and ours, and return which of them are on."""
    ours = [
        Check(
            check_type=ExistenceSimple(rule["pattern"]),
            engine=Fancy(),
            path=f"{OURS}.{name}",
            message=f"“{{}}”: {rule['say']}",
            flags=CheckFlags(allow_quotes=True),
        )
        for name, rule in rules().items()
    ]
    CheckRegistry().register_many((*proselints.__register__, *ours))
    checks = dict.fromkeys(DROPPED, False) | {OURS: True}  # the first name that fits decides
    return Config(max_errors=sys.maxsize, checks={**checks, **DEFAULT["checks"], **checks})


def findings(prose: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the message of everything that is wrong with a text."""
    lines = "\n".join(line.strip() or "¤" for line in prose.split("\n"))  # apart from each other
    for found in LintFile("prose", lines).lint(config()):
        start = found.check_result.span[0]
        path, message = found.check_result.check_path, found.check_result.message
        yield lines.count("\n", 0, max(0, start - 1)) + 1, f"{message} [{path}]"


def check(paths: Iterable[str]) -> bool:
    """Print what is found in these files, and return whether that is nothing."""
    passed = True
    for path in paths:
        file = ROOT / path
        if not file.is_file():
            continue
        try:
            prose = readable(path, file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
        for line, message in sorted(findings(prose or "")):
            print(f"{path}:{line}: {message}")
            passed = False
    return passed


if __name__ == "__main__":
    sys.exit(0 if check(files(whole="--whole" in sys.argv)) else 1)
