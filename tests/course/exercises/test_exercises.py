"""Every exercise of every lesson, through the operation that the page uses."""

from textwrap import indent
from typing import Any

import pytest

from course.bridge import Bridge
from course.exercises.exercise import Exercise, all_exercises
from course.exercises.mistakes import read_mistakes
from course.lessons import lessons_folder
from tests.course.asking import asked

EXERCISES = dict(all_exercises(lessons_folder()))
BRIDGE = Bridge(lambda text: None)


def check(name, code):
    lesson, _, exercise = name.partition("/")
    return asked(BRIDGE, "exercises.check", lesson=lesson, name=exercise, code=code)["done"]


# That solutions pass, and that every known mistake is diagnosed as itself, the build proves.


@pytest.mark.parametrize("name", EXERCISES)
def test_an_untouched_start_gets_no_diagnosis(name):
    start = check(name, (EXERCISES[name] / "start.py").read_text(encoding="utf-8"))
    assert start["result"] == "fail"
    assert "diagnosis" not in start


MISTAKES = {
    (name, mistake.slug): mistake.code
    for name, folder in EXERCISES.items()
    for mistake in read_mistakes(folder)
}


@pytest.mark.parametrize("name", EXERCISES)
def test_every_known_mistake_leads_to_a_paragraph(name):
    assert not [mistake.slug for mistake in read_mistakes(EXERCISES[name]) if not mistake.see]


@pytest.mark.parametrize(("name", "slug"), [key for key in MISTAKES if "FORMS" in MISTAKES[key]])
def test_every_form_of_a_known_mistake_gets_its_diagnosis(name, slug):
    (function,) = Exercise(EXERCISES[name]).checks
    made = indent(MISTAKES[name, slug], "    ")
    names: dict[str, Any] = {}
    exec(MISTAKES[name, slug], names)
    for i in range(len(names["FORMS"])):
        code = f"def made():\n{made}\n    return FORMS[{i}]\n\n{function.name} = made()"
        assert check(name, code)["diagnosis"] == slug, i


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_to_be_written_is_described(name):
    described = Exercise(EXERCISES[name]).described()
    assert described["functions"] or described["variables"]
    for function in described["functions"]:
        assert function["docstring"]
        assert len(described["mistakes"]) >= 5
