"""Every exercise of every lesson, through the operation that the page uses."""

import json
from textwrap import indent

import pytest

from course.bridge import Bridge
from course.exercises.exercise import Exercise, all_exercises
from course.lessons import lessons_folder, load

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


WITH_FORMS = [
    (name, m.slug)
    for name, folder in EXERCISES.items()
    for m in Exercise(folder).mistakes
    if "FORMS" in m.code
]


@pytest.mark.parametrize(("name", "slug"), WITH_FORMS)
def test_every_form_of_a_known_mistake_gets_its_diagnosis(name, slug):
    path = EXERCISES[name] / f"wrong_{slug}.py"
    (function,) = Exercise(EXERCISES[name]).checks
    made = indent(path.read_text(encoding="utf-8"), "    ")
    for i in range(len(load(path).FORMS)):
        code = f"def made():\n{made}\n    return FORMS[{i}]\n\n{function.name} = made()"
        assert check(name, code)["diagnosis"] == slug, i


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_to_be_written_is_described(name):
    described = Exercise(EXERCISES[name]).described()
    assert described["functions"] or described["variables"]
    for function in described["functions"]:
        assert function["docstring"]
        assert len(described["mistakes"]) >= 5
