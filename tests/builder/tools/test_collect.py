"""A class's files in one table: everything passed is checked again, and no file is lost."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.pages.content import Page
from builder.tools import collect, recheck

FORMAT = {"format": "module3-progress", "version": 1, "saved": "2026-11-26T10:00:00.000Z"}
FOLDER = ROOT / "site/lessons/02-perceptron"
RIGHT = (FOLDER / "exercises/predict/solution.py").read_text(encoding="utf-8")
START = (FOLDER / "exercises/predict/start.py").read_text(encoding="utf-8")
BAD = {
    "empty.json": b"",
    "half.json": b'{"format": "module3-progress", "ver',
    "photo.json": b"\x89PNG\r\n\x1a\n\x00\xff",
    "deep.json": b"[" * 100_000,
    "list.json": b"[]",
    "other.json": b'{"format": "another"}',
    "newer.json": json.dumps({**FORMAT, "version": 2, "entries": {}}).encode(),
    "entries.json": json.dumps({**FORMAT, "entries": [1]}).encode(),
    "values.json": json.dumps({**FORMAT, "entries": {"passed:perceptron/predict": 1}}).encode(),
    "notes.txt": b"Ada was ill.",
}


@pytest.fixture
def pages() -> list[Page]:
    page = Page(FOLDER, "perceptron", {"title": "The perceptron"}, "", 1)
    page.exercises = ["predict", "update"]
    page.predictions, page.blanks, page.tasks = ["guess"], ["1a2b3-2"], []
    return [page]


def save(folder: Path, name: str, entries: dict[str, str], **more: Any) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({**FORMAT, **more, "entries": entries}), encoding="utf-8")


def known(asked: int, plan: object) -> str:
    return json.dumps({"asked": asked, "plan": plan})


def test_a_line_says_what_is_done_and_what_did_not_pass_again(
    tmp_path: Path, pages: list[Page]
) -> None:
    quiz = "quiz:item/perceptron-"
    entries = {
        "passed:perceptron/predict": RIGHT,
        "passed:perceptron/update": RIGHT,  # which isn't a solution of this one
        "passed:perceptron/gone": RIGHT,
        "predicted:perceptron/guess": "0",
        "filled:perceptron/1a2b3-2": "right",
        f"{quiz}bug": known(1, None),
        f"{quiz}proof": known(2, {"step": 1}),
        f"{quiz}order": known(1, {"step": 0}),
        f"{quiz}scale": "damaged",
    }
    save(tmp_path, "one.json", entries, learner="Ada")
    (row,) = collect.collect(tmp_path, pages).rows
    assert (row["learner"], row["saved"]) == ("Ada", "2026-11-26")
    assert (row["exercises"], row["perceptron"]) == (1, 1)
    assert row["unconfirmed"] == "perceptron/gone perceptron/update"
    assert (row["predictions"], row["blanks"], row["questions"]) == (1, 1, 2)


def test_no_file_is_lost_and_each_bad_one_has_its_reason(tmp_path: Path, pages: list[Page]) -> None:
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    save(tmp_path, "Ada/mine.json", {})
    save(tmp_path, "Bob/mine.json", {}, learner="Bob\nby \x00force")
    table = collect.collect(tmp_path, pages)
    assert [row["learner"] for row in table.rows] == ["mine", "Bob by force"]
    assert [row["file"] for row in table.rows] == ["Ada/mine.json", "Bob/mine.json"]
    assert {name for name, _ in table.left_out} == BAD.keys()
    assert all(why and "\n" not in why for _, why in table.left_out)


def test_a_spreadsheet_computes_nothing_that_a_learner_wrote(
    tmp_path: Path, pages: list[Page]
) -> None:
    names = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")']
    for at, name in enumerate(names):
        save(tmp_path, f"{at}.json", {}, learner=name)
    table = collect.collect(tmp_path, pages)
    _head, *lines = csv.reader(io.StringIO(collect.as_csv(table)))
    assert [line[0] for line in lines] == [f"'{name}" for name in names]


def test_the_page_shows_texts_and_no_markup(tmp_path: Path, pages: list[Page]) -> None:
    save(tmp_path, "one.json", {"passed:<b>/x": RIGHT}, learner="<img src=x>")
    shown = collect.as_page(collect.collect(tmp_path, pages), pages)
    assert "&lt;img src=x&gt;" in shown
    assert "<img" not in shown
    assert "<b>" not in shown


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, pages: list[Page]) -> None:
    with pytest.raises(BuildError, match="isn't a folder"):
        collect.collect(tmp_path / "nothing", pages)


PROGRAMS = {
    "right": (RIGHT, "pass"),
    "start": (START, "fail"),
    "not Python": ("1", "fail"),
    "another text": ("def predict(:", "error"),
    "says so": ('print(\'{"result": "pass"}\')', "fail"),
    "ends": ("import os, sys\nos._exit(0)", "error"),
    "sleeps": ("import time\ntime.sleep(1000)", "error"),
    "floods": ("import os\nwhile True: os.write(1, b'x' * 10**6)", "error"),
    "grows": ("x = bytearray(20 << 30)\n" + RIGHT, "error"),
}


def test_strangers_programs_get_their_verdict_and_no_more(tmp_path: Path) -> None:
    programs = {name: ("perceptron/predict", code) for name, (code, _) in PROGRAMS.items()}
    endless = [programs.pop(name) for name in ("sleeps", "floods")]
    assert "pass" not in recheck.verdicts(endless, limit=4).values()
    found = recheck.verdicts(programs.values())
    told = {name: found[program] for name, program in programs.items()}
    passed = {name for name, result in told.items() if result == "pass"}
    assert passed == {"right"}, told


def test_a_program_finds_neither_our_environment_nor_a_network(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET", "a password")
    seen = "import os\nassert 'SECRET' not in os.environ\n"
    assert recheck.verdict(("perceptron/predict", seen + RIGHT)) == "pass"
    if not recheck.offline():
        pytest.skip("this system takes no network away")
    asks = "import socket\nsocket.create_connection(('127.0.0.1', 9), 2)\n"
    told = "import socket\nassert [name for _, name in socket.if_nameindex()] in (['lo'], [])\n"
    assert recheck.verdict(("perceptron/predict", told + RIGHT)) == "pass"
    assert recheck.verdict(("perceptron/predict", asks + RIGHT)) != "pass"
