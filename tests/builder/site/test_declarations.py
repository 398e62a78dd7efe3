"""What the page may ask of Python is declared once: a wrong name is found on both sides."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import pytest

from builder.base import npm
from builder.base.errors import BuildError
from builder.site.declarations import Declarations, typescript
from builder.tools.checks import PAGE_LIBRARIES, TOOLS, TSC_OPTIONS

ASKS = """
/** @typedef {import("./operations.js").Operations} Operations */
/**
 * @template {keyof Operations} Op
 * @param {Op} op
 * @param {Operations[Op]["args"]} args
 * @returns {Promise<Operations[Op]["answer"]>}
 */
async function call(op, args) { throw new Error(op + args); }
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What tsc says of each line of JavaScript below, all in one run."""
    npm.install(dev=True)
    folder = tmp_path_factory.mktemp("asking")
    (folder / "operations.d.ts").write_text(typescript())
    names = {f"{place}.js": line for place, line in enumerate([*RIGHT, *WRONG])}
    for name, line in names.items():
        (folder / name).write_text(f"{ASKS}\nexport async function ask() {{ {line} }}\n")
    options = {**TSC_OPTIONS, "lib": PAGE_LIBRARIES}
    project = {"compilerOptions": options, "files": [str(folder / name) for name in names]}
    (folder / "tsconfig.json").write_text(json.dumps(project))
    ran = subprocess.run(
        [str(TOOLS / "tsc"), "--project", str(folder / "tsconfig.json"), "--pretty", "false"],
        cwd=folder,
        env=npm.environment(),
        capture_output=True,
        text=True,
    )
    lines = ran.stdout.splitlines()
    return {
        line: [said for said in lines if said.startswith(f"{name}(")]
        for name, line in names.items()
    }


RIGHT = [
    'const { done, last } = await call("project.train", {}); return [done, last.train?.loss];',
    'await call("cells.reset", { lesson: "loss" });',
    'return (await call("home.take_home", { kind: "npz" })).name;',
]
WRONG = [
    'await call("project.trains", {});',
    'await call("train", {});',
    'await call("project.train", { second: 1 });',
    'await call("project.train", { seconds: "1" });',
    'await call("cells.run", { cell: "a" });',
    'return (await call("project.train", {})).finished;',
    'return (await call("exercises.check", { lesson: "a", name: "b", code: "" })).verdict;',
    'await call("home.take_home", { kind: "zip" });',
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_the_page_may_ask_passes(found: dict[str, list[str]], line: str) -> None:
    assert found[line] == []


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_name_argument_or_field_is_found(found: dict[str, list[str]], line: str) -> None:
    assert found[line]


class Answer(TypedDict):
    right: list[int]


@dataclass
class Settings:
    rate: float
    note: str | None = None


class Room:
    def ask(self, x: int, settings: Settings, kind: str = "a") -> Answer:
        raise NotImplementedError

    def odd(self) -> bytes:
        raise NotImplementedError


def test_a_change_in_python_changes_what_the_page_may_ask() -> None:
    made = Declarations()
    name = made.operation(Room.ask)  # type: ignore[arg-type]
    own = __name__.rpartition(".")[2]
    arguments = f"x: number; settings: {own}_Settings; kind?: string"
    assert name == f"{{ args: {{ {arguments} }}; answer: {own}_Answer }}"
    assert "right: (number)[];" in made.interfaces[f"{own}_Answer"]
    assert "note?: string | null;" in made.interfaces[f"{own}_Settings"]


def test_what_json_cannot_hold_is_refused() -> None:
    method: Any = Room.odd
    with pytest.raises(BuildError, match="JSON cannot hold"):
        Declarations().operation(method)


def test_the_declarations_are_not_shipped(dist: Path) -> None:
    assert not list(dist.rglob("*.d.ts"))
