"""Files that a run leaves for the next one: there whole, or not used."""

from __future__ import annotations

import sys
from pathlib import Path
from pickle import UnpicklingError
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
