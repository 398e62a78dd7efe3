"""What the page may ask of Python, as TypeScript: declared once, by the operations' signatures."""

from __future__ import annotations

import collections.abc
import inspect
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from types import FunctionType
from typing import Any, Literal, NotRequired, get_args, get_origin, get_type_hints

from builder.base.errors import BuildError
from course.bridge import Waiting
from course.cells.operations import Cells
from course.exercises.operations import Exercises
from course.figures.operations import Figures
from course.home.operations import Home
from course.project.operations import Project

ROOMS: dict[str, type] = {
    "bridge": Waiting,
    "cells": Cells,
    "exercises": Exercises,
    "figures": Figures,
    "home": Home,
    "project": Project,
}
PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    Any: "any",  # what the other side must check itself: a figure's values
}


class Declarations:
    """TypeScript's names for Python's types, and the interfaces that they need."""

    def __init__(self) -> None:
        self.interfaces: dict[str, str] = {}
        self.operations: list[str] = []

    def room(self, room: str, kind: type) -> None:
        """Declare a room's operations: the public methods of its class."""
        for name, method in vars(kind).items():
            if isinstance(method, FunctionType) and not name.startswith("_"):
                self.operations.append(f'  "{room}.{name}": {self.operation(method)};')

    def operation(self, method: FunctionType) -> str:
        """Return the arguments and the answer of one operation."""
        hints = get_type_hints(method, include_extras=True)
        told = []
        for parameter in list(inspect.signature(method).parameters.values())[1:]:
            optional = "" if parameter.default is parameter.empty else "?"
            told.append(f"{parameter.name}{optional}: {self.name(hints[parameter.name])}")
        answer = hints["return"]
        answer = "{}" if answer is type(None) else self.name(answer)
        return f"{{ args: {{ {'; '.join(told)} }}; answer: {answer} }}"

    def name(self, hint: Any) -> str:
        """Return TypeScript's name for a type. Raises BuildError for one that JSON cannot hold."""
        origin, inner = get_origin(hint), get_args(hint)
        if hint in PLAIN:
            return PLAIN[hint]
        if origin is typing.Annotated:  # JSON of a class: that class is what is declared
            return self.name(inner[1])
        if origin is NotRequired:
            return self.name(inner[0])
        if origin is collections.abc.Coroutine:
            return self.name(inner[2])
        if origin in (types.UnionType, typing.Union):
            return " | ".join(dict.fromkeys(map(self.name, inner)))
        if origin is Literal:
            return " | ".join(f'"{value}"' for value in inner)
        if origin is list or (origin is tuple and inner[-1] is ...):
            return f"({self.name(inner[0])})[]"
        if origin is tuple:
            return f"[{', '.join(map(self.name, inner))}]"
        if origin is dict:
            return f"Record<string, {self.name(inner[1])}>"
        if is_dataclass(hint) or typing.is_typeddict(hint):
            return self.interface(hint)
        raise BuildError(f"an operation takes or returns {hint!r}, which JSON cannot hold")

    def interface(self, kind: Any) -> str:
        """Declare a class, once, and return its name."""
        name = f"{kind.__module__.split('.')[-1]}_{kind.__name__}"
        if name not in self.interfaces:
            self.interfaces[name] = ""  # it may hold itself
            hints = get_type_hints(kind, include_extras=True)
            optional = {key for key in hints if not required(kind, key)}
            lines = [
                f"  {key}{'?' if key in optional else ''}: {self.name(hint)};"
                for key, hint in hints.items()
                if get_origin(hint) is not typing.ClassVar
            ]
            self.interfaces[name] = "\n".join([f"export interface {name} {{", *lines, "}"])
        return name


def required(kind: Any, key: str) -> bool:
    """Tell whether a class always has this field: the bridge leaves out what is None."""
    if typing.is_typeddict(kind):
        return key in kind.__required_keys__
    (field,) = (one for one in fields(kind) if one.name == key)
    return field.default is not None or field.default_factory is not MISSING


def typescript() -> str:
    """Return the declarations of all operations and of what they take and return."""
    made = Declarations()
    for room, kind in ROOMS.items():
        made.room(room, kind)
    operations = ["export interface Operations {", *made.operations, "}"]
    return "\n\n".join([*made.interfaces.values(), "\n".join(operations)]) + "\n"
