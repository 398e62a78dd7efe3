import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 1, 2


@distinct
def make(rng):
    w, b = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -1.5, 1.5))
    origin = nn.neuron(nn.traced_example()[0] * 0, w, b)[0]
    x = float(-origin / w[0])
    return Numeric(
        f"A neuron has the weights {point(w)} and the bias {number(b, 1)}. At which $x_1$ does its "
        "line cross the first axis, where $x_2 = 0$? Give two decimals.",
        x,
        2,
        f"On that axis the second product is 0, so $z = 0$ means that {number(w[0], 1)} times "
        f"$x_1$ plus {number(b, 1)} is 0. That gives {number(-b, 1)} / {number(w[0], 1)} = "
        f"{number(x, 2)}.",
        (
            Slip(float(b / w[0]), "The sign is lost: the product has to cancel the bias.", "sign"),
            Slip(
                float(-b / w[1]),
                "That is where the line crosses the *second* axis: you divided by the other "
                "weight.",
                "weights-swapped",
            ),
            Slip(
                float(-w[0] / b),
                "The fraction stands on its head: the bias is divided by the weight.",
                "fraction-turned",
            ),
            Slip(b, "That is $z$ at the origin, not a place on the line.", "bias-for-place"),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary?point=O",
    )
