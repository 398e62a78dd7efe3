"""What may stand in a message: the names that a learner knows, and words that begin a step."""

import builtins
import keyword
import re

import numpy as np

import nn
from course.exercises.exercise import all_exercises
from course.lessons import lessons_folder

EXERCISES = dict(all_exercises(lessons_folder()))
WORD = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*")
KNOWN = {
    "np",
    "nn",
    "keepdims",
    *dir(builtins),
    *keyword.kwlist,
    *dir(np),
    *dir(np.ndarray),
    *dir(nn),
}
TO_DO = re.compile(r"(Add|Flip|Is|Keep|Leave|Look|Move|Print|Swap|Take|Try|Use|Work|Do(es)?|Are)\b")


def code_in(text):
    """Return the names that a text has in code type, but for those of arguments."""
    quoted = " ; ".join(re.findall(r"`([^`]+)`", text))
    return set(WORD.findall(re.sub(r"\b\w+=(?!=)", "", quoted)))


def given(name):
    """Return the names in an exercise's start, and in its page's text about it."""
    folder = EXERCISES[name]
    texts = [path.read_text(encoding="utf-8") for path in folder.parent.parent.glob("*.md")]
    tasks = [task for text in texts for task in tasks_in(text, folder.name)]
    start = (folder / "start.py").read_text(encoding="utf-8")
    return set(WORD.findall("\n".join([start, *tasks])))


def tasks_in(text, name):
    """Return the directives of an exercise."""
    return re.findall(rf"^:::+\{{exercise\}} {name}\b.*?^:::+$", text, re.DOTALL | re.MULTILINE)
