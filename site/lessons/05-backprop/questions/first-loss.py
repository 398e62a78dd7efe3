import numpy as np

import nn
from course.figures.svg import number
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 5, 1
CASES = [(classes, large) for classes in (3, 4, 6, 10) for large in (False, True)]


def make(rng, case):
    classes, large = case
    nothing = nn.cross_entropy(np.zeros((1, classes)), np.zeros(1, int))
    first = nothing * (rng.uniform(12, 20) if large else rng.uniform(1.01, 1.08))
    know = f"ln {classes} is {number(nothing)}."
    fine = "It’s as expected. Go on to the next check"
    far = "It’s far too high. Look at the size of the first weights and inputs"
    right, wrong = (far, fine) if large else (fine, far)
    told = {
        fine: f"{know} A new network that gives all classes about the same probability has about"
        " this loss.",
        far: f"{know} A loss far above that means large logits, so the weights or inputs are too"
        " large.",
    }
    return Choice(
        f"Before its first training step, a network with {classes} classes has a loss of"
        f" {number(first)}. What do you conclude?",
        Option(right, told[right]),
        (
            Option(
                wrong,
                "This number is many times as large as a loss without any knowledge."
                if large
                else "This number is only a little above the loss without any knowledge.",
                "ln-classes-forgotten",
            ),
            Option(
                "The learning rate is too large. Divide it by 10, and start again",
                "No step has been taken yet, so the learning rate can’t have changed anything.",
                "rate-suspected",
            ),
            Option(
                "The network overfits. It needs more examples to learn from",
                "Nothing has been learned yet, so nothing can have been learned by heart.",
                "overfitting-suspected",
            ),
        ),
        "backprop#when-it-doesnt-learn",
    )
