from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "perceptron", 2, 2
LINES = (
    ("w, b = np.zeros(2), 0.0", "Any start will do, so zeros are fine."),
    ("for row, label in zip(x, y):", "One example after the other, each with its own label."),
    ("    answer = int(row @ w + b >= 0)", "The answer is 1 where $z$ is at least 0."),
    ("    error = label - answer", "The error is the label minus the answer."),
    ("    w = w + 0.5 * error * row", "Each weight moves by rate, error and its own input."),
    ("    b = b + 0.5 * error", "The bias moves like a weight whose input is always 1."),
)
WRONG = (
    (
        3,
        "    answer = int(row @ w + b > 0)",
        "With `>` a point on the line is answered 0. The rule is $z \\ge 0$, and at the start "
        "every "
        "point has $z = 0$.",
        "boundary-excluded",
    ),
    (
        3,
        "    answer = int(row @ w >= 0)",
        "The bias is left out of the sum. It is learnt further down, but never used.",
        "bias-forgotten",
    ),
    (
        4,
        "    error = answer - label",
        "The error is turned round, so every step makes the mistake larger.",
        "sign-of-update",
    ),
    (
        5,
        "    w = w + 0.5 * row",
        "The error is missing: the weights move after right answers too.",
        "updated-when-right",
    ),
    (
        5,
        "    w = w + 0.5 * error",
        "The input is missing. All weights would move alike, also those whose input was 0 and had "
        "no part in the mistake.",
        "input-forgotten",
    ),
    (
        6,
        "    b = b + 0.5 * error * row[0]",
        "The bias has no input. It moves by the learning rate times the error.",
        "bias-times-input",
    ),
)


def make(rng):
    return Bug(
        "This program should go through the data once with the perceptron's learning rule. One "
        "line is wrong. Which?",
        **spoilt(rng, LINES, WRONG),
        see="perceptron#the-learning-rule",
        figure="perceptron#figure-learning?step=1",
    )
