from itertools import combinations

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "loss", 3, 2
RECAP = "What can a temperature"
CAN = (
    ("The loss", "It depends on the true class’s probability, and that can change."),
    (
        "How confident the network sounds",
        "Above 1, a temperature evens out the probabilities. Below 1, it sharpens them.",
    ),
    (
        "The calibration error",
        "It compares the confidence with how often the answers are right, and the confidence"
        " changes.",
    ),
    (
        "The probability of the second-likeliest class",
        "A temperature evens out or sharpens the probabilities, and this one is among them.",
    ),
)
CANNOT = (
    (
        "The accuracy",
        "Dividing all logits by the same positive number keeps the largest one the largest, so no"
        " answer changes.",
        "temperature-changes-answers",
    ),
    (
        "Which class is the likeliest",
        "The largest logit stays the largest when all are divided by the same positive number.",
        "order-changes",
    ),
    (
        "Which of two classes gets the larger probability",
        "The order of the logits stays the same, so the order of the probabilities does, too.",
        "order-changes",
    ),
    (
        "The weights of the network",
        "A temperature is applied after the last layer. Nothing in the network itself changes.",
        "temperature-trains",
    ),
)
PAIRS = list(combinations(range(4), 2))
CASES = [(PAIRS[i % 6], PAIRS[(i + i // 6 + 2) % 6]) for i in range(8)]


@distinct
def make(rng, case):
    right, wrong = case
    heat = float(rng.choice([0.5, 0.8, 1.5, 2.0]))
    z, y = tenths(rng, -3, 3, (50, 10)), rng.integers(10, size=50)
    cool = z / heat
    assert nn.accuracy(z.argmax(axis=1), y) == nn.accuracy(cool.argmax(axis=1), y)
    assert nn.cross_entropy(z, y) != nn.cross_entropy(cool, y)
    return Several(
        f"You divide all logits of a trained network by the temperature {number(heat, 1)} before"
        " softmax. Which of these can change?",
        tuple(Option(*CAN[i]) for i in right),
        tuple(Option(*CANNOT[i]) for i in wrong),
        "loss#temperature",
        f"loss#figure-temperature?temperature={heat:g}",
    )
