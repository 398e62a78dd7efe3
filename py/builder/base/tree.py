"""The files of dist/ as a mapping, and writing them so that only what changed is touched."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from builder.base.errors import disk_errors

Content = bytes | Path
Tree = dict[str, Content]  # path below dist/, with slashes -> what it holds


def read(content: Content) -> bytes:
    """Return the bytes of a file of the tree."""
    return content.read_bytes() if isinstance(content, Path) else content


def sha256(content: Content) -> str:
    """Return the sha256 of a file of the tree as hexadecimal digits."""
    return hashlib.sha256(read(content)).hexdigest()


def digest(files: Mapping[str, Content]) -> str:
    """Return a short name for a set of files that changes when any name or byte does."""
    return digest_of({name: sha256(content) for name, content in files.items()})


def digest_of(hashes: Mapping[str, str]) -> str:
    """Return the same for files whose sha256 are known."""
    listing = "".join(f"{name} {hashes[name]}\n" for name in sorted(hashes))
    return hashlib.sha256(listing.encode()).hexdigest()[:12]


def write(tree: Mapping[str, Content], folder: Path) -> None:
    """Make `folder` hold exactly the tree's files; unchanged ones are left as they are.

    Pages are written last, so that no page ever names a file that is not there yet.
    """
    with disk_errors(f"writing {folder}"):
        for name in sorted(tree, key=lambda name: (name.endswith((".html", "sw.js")), name)):
            _write_file(tree[name], folder / name)
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(folder).as_posix() not in tree:
                path.unlink()


def _write_file(content: Content, target: Path) -> None:
    if target.exists() and _same(content, target):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".new")
    if isinstance(content, Path):
        shutil.copyfile(content, partial)
    else:
        partial.write_bytes(content)
    partial.replace(target)


def _same(content: Content, target: Path) -> bool:
    size = content.stat().st_size if isinstance(content, Path) else len(content)
    return target.stat().st_size == size and read(content) == target.read_bytes()
