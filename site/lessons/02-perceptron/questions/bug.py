from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "perceptron", 2, 2
LINES = (
    ("w, b = np.zeros(2), 0.0", "This is fine: a perceptron can start from any numbers."),
    ("for row, label in zip(x, y):", "This is right: it takes each example with its own label."),
    (
        "    answer = int(row @ w + b >= 0)",
        "This is right: the answer is 1 if $z$ is at least 0, and 0 otherwise.",
    ),
    ("    error = label - answer", "This is right: the error is the label minus the answer."),
    (
        "    w = w + 0.5 * error * row",
        "This is right: each weight moves by the learning rate times the error times its input.",
    ),
    (
        "    b = b + 0.5 * error",
        "This is right: the bias moves like a weight whose input is always 1.",
    ),
)
WRONG = (
    (
        3,
        "    answer = int(row @ w + b > 0)",
        "With `>`, a point on the line gets a 0, but the rule is $z \\ge 0$. That matters right"
        " away, because at the start every $z$ is 0.",
        "boundary-excluded",
    ),
    (
        3,
        "    answer = int(row @ w >= 0)",
        "The bias is missing from the sum. The program learns a bias but never uses it.",
        "bias-forgotten",
    ),
    (
        4,
        "    error = answer - label",
        "The error has the wrong sign, so every step makes the mistake larger.",
        "sign-of-update",
    ),
    (
        5,
        "    w = w + 0.5 * row",
        "The error is missing, so the weights move after right answers too.",
        "updated-when-right",
    ),
    (
        5,
        "    w = w + 0.5 * error",
        "The input is missing, so all weights move by the same amount. A weight whose input was 0"
        " had no part in the mistake and should stay.",
        "input-forgotten",
    ),
    (
        5,
        "    w = w - 0.5 * error * row",
        "The step is subtracted. The error is label minus answer, so the step has to be added.",
        "step-subtracted",
    ),
    (
        6,
        "    b = b + 0.5 * error * row[0]",
        "The bias has no input. It moves by the learning rate times the error.",
        "bias-times-input",
    ),
    (
        6,
        "    b = b + 0.5 * answer",
        "The bias moves by the answer instead of the error, so it grows with every answer 1.",
        "answer-for-error",
    ),
)
CASES = WRONG


def make(rng, case):
    return Bug(
        "This program should go through the data once with the perceptron’s learning rule. Which"
        " line is wrong?",
        **spoilt(LINES, case),
        see="perceptron#the-learning-rule",
        figure="perceptron#figure-learning?step=1",
    )
