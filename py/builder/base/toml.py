"""Texts in TOML, and where in their files they are."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from builder.base.errors import BuildError


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file, or raise BuildError with its name."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{path}: {error}") from None


def line_of(path: Path, start: str, section: str = "") -> int | None:
    """Return the line of a TOML file that begins so, in a section if one is named."""
    within = not section
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if section and line.startswith("["):
            within = line.strip() == f"[{section}]"
        if within and line.startswith(start):
            return number
    return None
