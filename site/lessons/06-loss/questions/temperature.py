import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 3, 2


@distinct
def make(rng):
    z, heat = whole(rng, -4, 6, 2), float(rng.choice([0.5, 1.5, 2.0, 2.5, 3.0, 4.0]))
    p = nn.softmax(z / heat)
    if not 0.01 < p[0] < 0.99:
        raise ValueError("so near 0 or 1 that any way leads there")
    return Numeric(
        f"Two logits are {point(z, 0)}, and the temperature is {number(heat, 1)}. What probability"
        " does the first class get? Give three decimals. You may use a calculator.",
        float(p[0]),
        3,
        f"Divide the logits by the temperature, which gives {point(z / heat, 2)}, then apply"
        f" softmax: {number(p[0], 3)}.",
        (
            Slip(
                float(nn.softmax(z)[0]),
                "You left out the temperature. That’s the result at temperature 1.",
                "temperature-left-out",
            ),
            Slip(
                float(nn.softmax(z * heat)[0]),
                "You multiplied by the temperature. The logits are divided by it.",
                "multiplied",
            ),
            Slip(
                float(nn.softmax(z)[0] / heat),
                "You divided the probability. The temperature divides the logits, before softmax.",
                "softmax-before-temperature",
            ),
        ),
        "loss#temperature",
        f"loss#figure-temperature?temperature={heat:g}",
    )
