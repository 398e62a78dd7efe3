"""Makes one file out of a program and all that it uses of our packages, as it stands in theirs."""

import ast
import importlib
import inspect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import TypeAlias

OURS = ("nn", "course")
Place: TypeAlias = tuple[str, str]  # a module, and a name at its top level


@dataclass
class Module:
    """A module's top level: its definitions, and what its imports bring."""

    name: str
    source: str
    definitions: dict[str, ast.stmt] = field(default_factory=dict)
    ours: dict[str, Place] = field(default_factory=dict)  # name here -> where it is from
    modules: dict[str, str] = field(default_factory=dict)  # name here -> a module of ours
    others: dict[str, Place] = field(default_factory=dict)  # name here -> its import
    last: str = ""  # what it does when it is run


def read(name: str) -> Module:
    """Read a module of ours by its name."""
    module = Module(name, inspect.getsource(importlib.import_module(name)))
    for node in ast.parse(module.source).body:
        if isinstance(node, ast.Import):
            module.others |= {
                alias.asname or alias.name: ("", _said(alias)) for alias in node.names
            }
        elif isinstance(node, ast.ImportFrom):
            _imported(module, node)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            module.definitions[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            assert isinstance(target, ast.Name), "a top level gives values to names alone"
            module.definitions[target.id] = node
        elif isinstance(node, ast.If):
            module.last = ast.get_source_segment(module.source, node) or ""
    return module


def _imported(module: Module, node: ast.ImportFrom) -> None:
    origin = node.module or ""
    for alias in node.names:
        here = alias.asname or alias.name
        if origin.partition(".")[0] not in OURS:
            module.others[here] = (origin, _said(alias))
        elif isinstance(getattr(importlib.import_module(origin), alias.name), ModuleType):
            module.modules[here] = f"{origin}.{alias.name}"
        else:
            module.ours[here] = (origin, alias.name)


def _said(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


class Standalone:
    """Collects what a program uses. instead: modules whose names come from others."""

    def __init__(self, instead: Mapping[str, str]) -> None:
        self._instead = instead
        self._modules: dict[str, Module] = {}
        self._taken: set[Place] = set()
        self._imports: set[Place] = set()

    def take(self, name: str) -> None:
        """Take all definitions of a module, and what they use."""
        for definition in self._module(name).definitions:
            self._take((name, definition))

    def imports(self) -> str:
        """Return the imports of what was taken, the standard library's before NumPy's."""
        origins = defaultdict(list)
        for origin, said in sorted(self._imports):
            origins[origin].append(said)
        plain = [f"import {said}" for said in origins.pop("", [])]
        lines = plain + [f"from {o} import {', '.join(said)}" for o, said in origins.items()]
        numpy = [line for line in lines if line.split()[1].startswith("numpy")]
        return "\n".join([*(line for line in lines if line not in numpy), "", *numpy])

    def definitions(self, *without: str) -> str:
        """Return what was taken, a module after those that it imports, but for some modules."""
        order: list[str] = []
        for name in list(self._modules):
            self._visit(name, order)
        return "\n\n\n".join(
            text for name in order if name not in without for text in self._texts(name)
        )

    def _module(self, name: str) -> Module:
        if name not in self._modules:
            self._modules[name] = read(name)
        return self._modules[name]

    def _visit(self, name: str, order: list[str]) -> None:
        module = self._modules.get(name)
        if module is None or name in order:
            return
        for origin in (*(place[0] for place in module.ours.values()), *module.modules.values()):
            self._visit(self._instead.get(origin, origin), order)
        order.append(name)

    def _texts(self, name: str) -> Iterator[str]:
        module = self._modules[name]
        for definition, node in module.definitions.items():
            if (name, definition) in self._taken:
                yield _text(module, node)

    def _take(self, place: Place) -> None:
        place = (self._instead.get(place[0], place[0]), place[1])
        if place in self._taken:
            return
        self._taken.add(place)
        module = self._module(place[0])
        for part in ast.walk(module.definitions[place[1]]):
            if isinstance(part, ast.Attribute) and (origin := _origin(module, part)):
                self._take((origin, part.attr))
            elif isinstance(part, ast.Name):
                self._name(module, part.id)

    def _name(self, module: Module, name: str) -> None:
        if name in module.ours:
            self._take(module.ours[name])
        elif name in module.others:
            self._imports.add(module.others[name])
        elif name in module.definitions:
            self._take((module.name, name))


def _origin(module: Module, part: ast.Attribute) -> str | None:
    """Return the module of ours of which this is MODULE.NAME, if it is."""
    return module.modules.get(part.value.id) if isinstance(part.value, ast.Name) else None


def _text(module: Module, node: ast.stmt) -> str:
    """Return a definition as it stands, with MODULE.NAME said as NAME."""
    heads: list[ast.stmt | ast.expr] = [node]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        heads += node.decorator_list
    short = [p for p in ast.walk(node) if isinstance(p, ast.Attribute) and _origin(module, p)]
    lines = module.source.encode().splitlines(keepends=True)
    for part in sorted(short, key=lambda part: (part.lineno, part.col_offset), reverse=True):
        line = lines[part.lineno - 1]
        name = part.attr.encode()
        lines[part.lineno - 1] = line[: part.col_offset] + name + line[part.end_col_offset :]
    first = min(head.lineno for head in heads) - 1
    while first and lines[first - 1].startswith(b"#"):
        first -= 1
    assert node.end_lineno is not None
    return b"".join(lines[first : node.end_lineno]).decode().rstrip()
