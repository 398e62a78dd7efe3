"""The recogniser's graphs: a network of your own may stand in for ours if it fits the others.

It needs `logits`. `kinds`, by which the readout refuses what is no digit, and inner layers are
used where they are there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from builder.base.errors import BuildError
from builder.base.tree import sha256
from course.home.onnx_reader import TYPES, Contents, Place, read
from course.home.wire import WireError

TYPE_NAMES = {"float32": "float"}  # as the card has them
NETWORK, NEEDED = "digits", "logits"  # the graph that may be another, and what it has to give


def card(folder: Path) -> dict[str, Any]:
    """Return the card, with the outputs that the network in this folder really has."""
    found = _card(folder)
    graph = found["graphs"][NETWORK]
    known = graph.get("outputs", {})
    graph["outputs"] = {
        place.name: {
            "about": known.get(place.name, {}).get("about", ""),
            "type": _kind(place),
            "shape": place.dims or [],
        }
        for place in _read(folder / graph["file"]).outputs
    }
    return found


def refuse_unfit(folder: Path) -> None:
    """Refuse graphs whose inputs or outputs are not those that the page relies on.

    One that fits but is another file than the card's is told: the card's figures are not its own.
    """
    graphs = _card(folder)["graphs"]
    for name, graph in graphs.items():
        path = folder / graph["file"]
        contents = _read(path)
        known = {tensor.name for tensor in contents.initialisers}
        given = [place for place in contents.inputs if place.name not in known]
        _compare(path, "input", given, graph["inputs"])
        there = {NEEDED, *(place.name for place in contents.outputs)}
        used = {key: one for key, one in graphs["readout"]["inputs"].items() if key in there}
        _compare(path, "output", contents.outputs, used if name == NETWORK else graph["outputs"])
        if sha256(path) != graph["sha256"]:
            print(
                f"{path} isn't the file that digits.json describes: the page uses it, but the "
                "card's figures are another network's (python3 build.py evaluate)"
            )


def _card(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "digits.json").read_text(encoding="utf-8"))
    return found


def _read(path: Path) -> Contents:
    """Return what is in a graph's file. Raises BuildError where it is missing or no graph."""
    if not path.exists():
        raise BuildError(f"{path} is missing")
    try:
        return read(path.read_bytes())
    except WireError as error:
        raise BuildError(f"{path}: {error}") from None


def _kind(place: Place) -> str:
    kind = TYPES.get(place.type or 0, "unknown")
    return TYPE_NAMES.get(kind, kind)


def _compare(path: Path, what: str, places: list[Place], wanted: dict[str, Any]) -> None:
    """Raise BuildError unless a graph has these inputs or outputs, by name, type and shape."""
    found = {place.name: place for place in places}
    for name, about in wanted.items():
        expected = " × ".join(map(str, about["shape"])) or "one number"
        if name not in found:
            there = ", ".join(found) or "none"
            raise BuildError(f"{path}: the {what} {name} ({expected}) is missing; there is {there}")
        place = found[name]
        if _kind(place) != about["type"] or not _fits(place, about["shape"]):
            raise BuildError(
                f"{path}: the {what} must be {name}: {about['type']}, {expected}, but it's {place}"
            )
    if what == "input" and len(found) > len(wanted):
        more = ", ".join(found.keys() - wanted.keys())
        raise BuildError(f"{path}: nothing provides the {what} {more}")


def _fits(place: Place, shape: list[int | str]) -> bool:
    """Say whether a shape is the card's: numbers equal, and free where the card's is free."""
    if place.dims is None or len(place.dims) != len(shape):
        return False
    pairs = zip(place.dims, shape, strict=True)
    return all(
        isinstance(one, str) if isinstance(other, str) else one == other for one, other in pairs
    )
