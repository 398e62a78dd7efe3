"""What code shows by itself is said where it is so, and not where a right program does it too."""

import pytest

from course.exercises.mending.clue import clue

SOLUTION = """
def total(x, weights, b):
    s = 0
    for w in weights:
        s = s + w * x
    return s + b
"""


def changed(old, new):
    assert old in SOLUTION
    return SOLUTION.replace(old, new)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (SOLUTION, ""),
        (changed("    return s", "        return s"), "Line 6 returns in the loop's first round"),
        (changed("for w in weights:", "while True:"), "never uses `weights`"),
        (changed("s + b", "s"), "never uses `b`"),
        (changed("def total", "def other"), ""),
        (changed("    return s", "        if s > 3:\n            return s"), ""),  # in some round
        (changed("    return s", "        if s > 3:\n            continue\n        return s"), ""),
        ("def total(p, q, r):\n    return p\n", ""),  # names of its own
        ("total = max\n", ""),
    ],
)
def test_a_clue_is_what_the_code_shows(code, said):
    assert said in clue(code, SOLUTION, "total")
    assert bool(said) == bool(clue(code, SOLUTION, "total"))


def test_what_a_right_program_does_is_no_clue():
    both = "def f(x, y):\n    for a in x:\n        return a\n"
    assert clue(both, both, "f") == ""
