import math

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 6, 1
RECAP = "What happens if all weights"
CASES = [(50, 20), (200, 10), (128, 32), (32, 10), (20, 80), (784, 100), (1000, 50), (300, 30)]


@distinct
def make(rng, case):
    inputs, neurons = case
    return Numeric(
        f"A layer of {neurons} ReLU neurons reads {inputs} inputs. By He’s rule, what standard"
        " deviation do its initial weights have? Give three decimals.",
        nn.he_deviation(inputs),
        3,
        f"It’s the square root of 2 divided by the number of inputs, √(2/{inputs}).",
        (
            Slip(
                2 / inputs,
                "That’s the variance. The standard deviation is its square root.",
                "variance-for-deviation",
            ),
            Slip(
                nn.he_deviation(neurons),
                "You divided by the number of neurons. A sum adds up one product per input, so the"
                " number of inputs counts.",
                "fan-out-for-fan-in",
            ),
            Slip(
                math.sqrt(1 / inputs),
                "The 2 is missing. ReLU turns about half of the numbers into 0, and the 2 makes up"
                " for it.",
                "one-for-two",
            ),
        ),
        "activations#how-large-should-the-initial-weights-be",
    )
