import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "loss", 3, 2


@distinct
def make(rng):
    heat = float(rng.choice([0.5, 0.8, 1.5, 2.0]))
    z, y = tenths(rng, -3, 3, (50, 10)), rng.integers(10, size=50)
    cool = z / heat
    assert nn.accuracy(z.argmax(axis=1), y) == nn.accuracy(cool.argmax(axis=1), y)
    assert nn.cross_entropy(z, y) != nn.cross_entropy(cool, y)
    return Several(
        f"All logits of a trained network are divided by the temperature {number(heat, 1)} before "
        "softmax. What can change?",
        (
            Option("The loss", "It depends on the true class's probability, and that changes."),
            Option(
                "How sure the network sounds",
                "Above 1 the temperature makes the probabilities more alike, below 1 it sharpens "
                "them.",
            ),
            Option(
                "The calibration error",
                "It compares how sure the network is with how often it is right, and the first of "
                "these changes.",
            ),
        ),
        (
            Option(
                "The accuracy",
                "All logits of a row are divided by the same number above 0, so the largest stays "
                "the largest.",
                "temperature-changes-answers",
            ),
            Option(
                "Which class is likeliest",
                "The order of the logits stays as it is.",
                "order-changes",
            ),
        ),
        "loss#temperature",
        f"loss#figure-temperature?temperature={heat:g}",
    )
