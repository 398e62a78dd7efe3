"""What a lesson's cells have named, as a list to read."""

from __future__ import annotations

from collections.abc import Mapping
from reprlib import Repr
from types import ModuleType
from typing import Any, TypedDict

import numpy as np

MOST = 200  # variables; a list that is longer is read by nobody
SIMPLE = (bool, float, complex, type(None))
PLAIN = (*SIMPLE, int, str, list, tuple, dict, set, frozenset)


class Short(Repr):
    """A value in a few words; what Python itself doesn't bring, by its type or shape alone."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 2
        self.maxstring = 60

    def repr_instance(self, x: object, level: int) -> str:
        """Run no `__repr__` of the learner's."""
        if isinstance(x, np.generic):
            return self.repr1(x.item(), level)
        if type(x) in SIMPLE:
            return repr(x)
        return f"array{x.shape}" if isinstance(x, np.ndarray) else f"<{type(x).__name__}>"


class Variable(TypedDict):
    """A name and what it stands for; shape is an array's, and "" for anything else."""

    name: str
    kind: str
    shape: str
    value: str


def variables(names: Mapping[str, Any]) -> list[Variable]:
    """Return the variables among a lesson's names: no modules, nothing that begins with _.

    No code of the learner's runs for it: only what Python itself brings is shown by its value.
    """
    found = [
        _described(name, thing)
        for name, thing in names.items()
        if not name.startswith("_") and not isinstance(thing, ModuleType) and not _ours(thing)
    ]
    return found[:MOST]


def _ours(thing: object) -> bool:
    """Return whether something came from a module: the imported, and what every cell is given."""
    return callable(thing) and getattr(thing, "__module__", "__main__") != "__main__"


def _described(name: str, thing: object) -> Variable:
    if isinstance(thing, np.ndarray):
        value = repr(thing.item()) if type(thing) is np.ndarray and not thing.ndim else ""
        shape = str(thing.shape)
        return {"name": name, "kind": str(thing.dtype), "shape": shape, "value": value}
    value = Short().repr(thing) if type(thing) in PLAIN or isinstance(thing, np.generic) else ""
    return {"name": name, "kind": type(thing).__name__, "shape": "", "value": value}
