"""Every exercise of every lesson, through the operation that the page uses."""

import json

import pytest

from course.bridge import Bridge
from course.exercise import Exercise, all_exercises
from course.lessons import lessons_folder

EXERCISES = dict(all_exercises(lessons_folder()))
BRIDGE = Bridge(lambda text: None)


def check(name, code):
    lesson, _, exercise = name.partition("/")
    args = {"lesson": lesson, "name": exercise, "code": code}
    return json.loads(BRIDGE.dispatch(json.dumps({"id": 1, "op": "check", "args": args})))["done"]


@pytest.mark.parametrize("name", EXERCISES)
def test_the_solution_passes_and_the_start_does_not(name):
    folder = EXERCISES[name]
    assert check(name, (folder / "solution.py").read_text(encoding="utf-8"))["result"] == "pass"
    start = check(name, (folder / "start.py").read_text(encoding="utf-8"))
    assert start["result"] == "fail"
    assert "diagnosis" not in start


@pytest.mark.parametrize(
    ("name", "slug"),
    [(name, m.slug) for name, folder in EXERCISES.items() for m in Exercise(folder).mistakes],
)
def test_every_known_mistake_gets_its_own_diagnosis(name, slug):
    folder = EXERCISES[name]
    done = check(name, (folder / f"wrong_{slug}.py").read_text(encoding="utf-8"))
    assert (done["result"], done["diagnosis"]) == ("fail", slug)


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_to_be_written_is_described(name):
    described = Exercise(EXERCISES[name]).described()
    assert described["functions"] or described["variables"]
    for function in described["functions"]:
        assert function["docstring"]
        assert len(described["mistakes"]) >= 5
