import numpy as np

import nn
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 4, 2
RECAP = "Why do you bring inputs"
CASES = (  # two inputs of an example: what, value, unit, digits
    (("height", 1.6, "meters", 1), ("shoe length", 240, "millimeters", 0)),
    (("distance", 3_000, "meters", 0), ("time", 0.5, "hours", 1)),
    (("age", 40, "years", 0), ("income", 32_000, "dollars", 0)),
    (("distance to work", 5, "miles", 0), ("area", 1_200, "square feet", 0)),
    (("speed", 0.2, "kilometers per second", 1), ("length", 4_000, "millimeters", 0)),
    (("price", 250_000, "dollars", 0), ("distance to the sea", 2, "miles", 0)),
    (("salt", 0.8, "grams", 1), ("sugar", 1_600, "milligrams", 0)),
    (("sleep", 420, "minutes", 0), ("coffee", 3, "cups", 0)),
)


def make(rng, case):
    label = int(rng.integers(2))
    x = np.array([float(value) for _, value, _, _ in case])
    # Weights that answer wrongly, so that the rule takes a step.
    w, _, _ = nn.perceptron_step(np.zeros(2), 1.0 if label == 0 else -1.0, x, label, 1.0)
    moved = np.abs(w)
    large = int(moved.argmax())
    names = [what for what, *_ in case]
    ratio = moved[large] / moved[1 - large]
    told = [f"{name}, {value:,.{digits}f} {unit}" for name, value, unit, digits in case]
    return Choice(
        f"A perceptron gets two inputs: {told[0]}, and {told[1]}. It answers {1 - label}, but the"
        f" label is {label}. Which weight does the learning rule change most?",
        Option(
            f"That of {names[large]}, {ratio:,.0f} times as much as the other",
            "Each weight moves by the learning rate times the error times its own input. That’s why"
            " inputs should be brought to about the same size before training.",
        ),
        (
            Option(
                "Both change by the same amount, because they share the error",
                "They share the error and the learning rate, but each step is also multiplied by"
                " the weight’s own input.",
                "input-forgotten",
            ),
            Option(
                f"That of {names[1 - large]}, {ratio:,.0f} times as much as the other",
                "It’s the other way around: the larger input gives the larger step.",
                "step-over-input",
            ),
            Option(
                "That depends on which of the two matters more for the label",
                "The rule doesn’t know what matters. It only multiplies the error by the inputs.",
                "importance-for-input",
            ),
        ),
        "perceptron#why-inputs-are-scaled",
    )
