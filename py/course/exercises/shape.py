"""Says what is wrong with a shape that a learner gives as an answer."""

from typing import Any

from course.exercises.difference import UNTOUCHED
from course.exercises.values import is_number, same
from course.exercises.words import counted, shown


def wrong_shape(name: str, actual: Any, expected: tuple[int, ...]) -> str:
    """Say what is wrong with the learner's shape, but not what is right."""
    if actual is None or actual is ...:
        return UNTOUCHED
    text = shown(actual)
    if is_number(actual):
        return (
            f"`{name}` is the number {text}, not a shape. A shape is a tuple, and with one axis it "
            f"needs a comma: `({text},)` is a tuple, `({text})` is just the number."
        )
    if not isinstance(actual, tuple | list) or not all(map(is_number, actual)):
        return f"A shape is a tuple of whole numbers, such as (2, 3), but `{name}` isn't."
    if len(actual) != len(expected):
        given = counted(len(actual), "axis") if actual else "no axes"
        return (
            f"Your shape for `{name}` has {given}, and that isn't how many the array has. Which is "
            "the array: one number, a list of numbers, or a table with rows and columns?"
        )
    if tuple(actual[::-1]) == expected:
        return f"Your shape for `{name}` has the right sizes in the wrong order. Swap them."
    wrong = [i for i in range(len(expected)) if not same(actual[i], expected[i])]
    if len(wrong) < len(expected):
        return (
            f"In your shape for `{name}`, one axis is right, but axis {wrong[0]}, with size "
            f"{shown(actual[wrong[0]])}, isn't. What does that axis count?"
        )
    return (
        f"Your shape for `{name}` has the right number of axes, but the wrong sizes. What does "
        "each axis count: images, inputs, neurons, or classes?"
    )
