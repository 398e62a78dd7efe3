import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, signed, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 1, 2


@distinct
def make(rng):
    w, b = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -1.5, 1.5))
    origin = nn.neuron(nn.traced_example()[0] * 0, w, b)[0]
    x = float(-origin / w[0])
    return Numeric(
        f"A neuron has the weights {point(w)} and the bias {number(b, 1)}. At which $x_1$ does its"
        " line cross the first axis, where $x_2 = 0$? Give two decimals.",
        x,
        2,
        f"With $x_2 = 0$, only {number(w[0], 1)} times $x_1$ and the bias {number(b, 1)} are left."
        f" They add up to 0 at {number(-b, 1)} / {signed(w[0], 1)} = {number(x, 2)}.",
        (
            Slip(
                float(b / w[0]),
                "You lost a minus sign. The product has to cancel the bias, so $x_1 = -b / w_1$.",
                "sign",
            ),
            Slip(
                float(-b / w[1]),
                "You divided by $w_2$. That’s where the line crosses the *second* axis.",
                "weights-swapped",
            ),
            Slip(
                float(-w[0] / b),
                "Your fraction is upside down: divide the bias by the weight.",
                "fraction-turned",
            ),
            Slip(
                b,
                "That’s the bias, which is $z$ at the origin. You’re looking for the point where"
                " $z$ is 0.",
                "bias-for-place",
            ),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary",
    )
