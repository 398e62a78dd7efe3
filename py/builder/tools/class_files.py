"""The progress files of a class, as the page saves them; each may come from anyone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.pages.content import Page

VERSION = 1  # of the files, as site/progress/tally.js has it
LARGEST = 20_000_000  # bytes
CONTROLS = re.compile(r"[\s\x00-\x1f\x7f]+")
NAMED = 60  # characters of a name, as the page takes
# What is noted where, beside the exercises, which are checked again.
NOTED = {"predictions": "predicted:", "blanks": "filled:", "cells": "ran:", "tasks": "done:"}


class RefusedError(Exception):
    """A file isn't what the page saves; the message says why."""


@dataclass(frozen=True)
class Learner:
    """One file: whose it is, when it was saved, and all that was kept."""

    file: str
    name: str
    saved: str
    entries: dict[str, str]

    def passed(self) -> Iterator[tuple[str, str]]:
        """Yield each exercise that the file says was passed, and the program that passed."""
        for key, code in self.entries.items():
            if key.startswith("passed:"):
                yield key.removeprefix("passed:"), code

    def counted(self, pages: Sequence[Page]) -> dict[str, int]:
        """Return how many predictions, blanks, cells, tasks, and questions are done."""
        counts = {
            kind: sum(
                f"{prefix}{page.slug}/{name}" in self.entries
                for page in pages
                for name in getattr(page, kind)
            )
            for kind, prefix in NOTED.items()
        }
        asked = (f"quiz:item/{page.slug}-{name}" for page in pages for name in page.questions)
        return {**counts, "questions": sum(is_known(self.entries.get(key, "")) for key in asked)}


def is_known(text: str) -> bool:
    """Tell whether a question was answered right last time, and not by a guess."""
    try:
        noted = json.loads(text)
        plan = noted["plan"]
        return bool(noted["asked"] > 0 and (plan is None or plan["step"] > 0))
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def read(path: Path, place: str, format_: str) -> Learner:
    """Read the file that lies at a place of the folder.

    Raises RefusedError, with the reason, unless the page can have saved it.
    """
    content = opened(path)
    if not isinstance(content, dict) or content.get("format") != format_:
        raise RefusedError("it isn't a progress file of this module")
    version = content.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise RefusedError("it was saved by a newer version of this module than the one here")
    entries = content.get("entries")
    if not isinstance(entries, dict) or not all(isinstance(one, str) for one in entries.values()):
        raise RefusedError("its entries are damaged")
    name = shown(content.get("learner")) or path.stem
    return Learner(place, name, shown(content.get("saved"))[:10], entries)


def opened(path: Path) -> Any:
    """Return the JSON in a file."""
    try:
        if path.stat().st_size > LARGEST:
            raise RefusedError("it's larger than any progress file")
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RefusedError(f"it can't be read ({error.strerror})") from None
    except (ValueError, RecursionError):
        raise RefusedError("it's damaged, or it isn't a progress file") from None


def shown(text: object) -> str:
    """Return a text of a file as one short line; "" for what isn't one."""
    return CONTROLS.sub(" ", text).strip()[:NAMED] if isinstance(text, str) else ""
