"""Files that a run leaves for the next one: there whole, or not used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pickle import UnpicklingError
from tempfile import TemporaryDirectory
from typing import Any

import torch


def save_whole(content: Any, path: Path) -> None:
    """Save tensors; a run that is killed meanwhile leaves the old file as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".new")
    torch.save(content, partial)
    partial.replace(path)


def load_saved(path: Path) -> Any:
    """Return what was saved; None where nothing was, or, with a word of it, where it is damaged."""
    if not path.exists():
        return None
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, EOFError, UnpicklingError):
        print(f"{path} is damaged, so it isn't used", file=sys.stderr)
        return None


@contextmanager
def renewed(out: Path) -> Iterator[Path]:
    """Give a folder to write files into that belong together: all get into `out`, or none."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out) as made:
        yield Path(made)
        for file in sorted(Path(made).iterdir()):
            file.replace(out / file.name)
