"""Names that fit what the learner types, found without running any code of theirs."""

import inspect
import re
from collections.abc import Mapping
from types import GetSetDescriptorType, MemberDescriptorType, ModuleType
from typing import Any, TypedDict

CHAIN = re.compile(r"(?<![\w.)\]}'\"])(?:[^\W\d]\w*\.)*(?:[^\W\d]\w*)?\Z")
FIELDS = (GetSetDescriptorType, MemberDescriptorType)  # of C types: reading one runs nothing


class Name(TypedDict):
    """A name to offer. Kinds are CodeMirror's: class, function, namespace, variable."""

    label: str
    kind: str


class Completion(TypedDict):
    """Names that fit; `typed` is the part of a name that the labels go on from."""

    typed: str
    names: list[Name]


def complete(before: str, names: Mapping[str, Any]) -> Completion:
    """Return what fits a line's text before the cursor. names: the lesson's variables."""
    found = CHAIN.search(before)
    if not found:  # a number, or an attribute of something that only running could tell
        return {"typed": "", "names": []}
    *chain, typed = found[0].split(".")
    if not chain:
        return {"typed": typed, "names": fitting(names, typed)}
    try:
        thing = follow(chain, names)
    except (KeyError, AttributeError):
        return {"typed": typed, "names": []}
    return {"typed": typed, "names": fitting(members(thing), typed)}


def follow(chain: list[str], names: Mapping[str, Any]) -> Any:
    """Return what a chain of names stands for; raises KeyError where only running could tell."""
    thing = names[chain[0]]
    for name in chain[1:]:
        value = inspect.getattr_static(thing, name)
        if isinstance(value, FIELDS):
            value = getattr(thing, name)
        elif hasattr(type(value), "__get__") and not isinstance(value, type):
            raise KeyError(name)  # a property or a method
        thing = value
    return thing


def members(thing: object) -> dict[str, Any]:
    """Return a thing's attributes as they are stored, none of them computed."""
    if isinstance(thing, ModuleType):
        return vars(thing)
    found: dict[str, Any] = {}
    for kind in reversed(type(thing).__mro__):
        found.update(vars(kind))
    if isinstance(thing, type):
        for kind in reversed(thing.__mro__):
            found.update(vars(kind))
    own = inspect.getattr_static(thing, "__dict__", None)
    if isinstance(own, GetSetDescriptorType | dict) and not isinstance(thing, type):
        found.update(own if isinstance(own, dict) else object.__getattribute__(thing, "__dict__"))
    return found


def fitting(known: Mapping[str, Any], typed: str) -> list[Name]:
    """Return the names that begin as typed, private ones only when asked for."""
    fit = [n for n in known if n.startswith(typed) and (typed or not n.startswith("_"))]
    shown = [n for n in sorted(fit) if typed.startswith("_") or not n.startswith("_")]
    return [{"label": name, "kind": kind_of(known[name])} for name in shown]


def kind_of(value: object) -> str:
    """Return which of CodeMirror's kinds of name stands for the value."""
    if isinstance(value, ModuleType):
        return "namespace"
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) else "variable"
