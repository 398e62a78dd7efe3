import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths, whole
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "perceptron", 2, 1
RECAP = "Why doesn't the rule change"
NAMES = ("The first weight", "The second weight", "The third weight")


@distinct
def make(rng):
    w, b, x = tenths(rng, -0.9, 0.9, 3), float(tenths(rng, -0.9, 0.9)), whole(rng, -4, 4, 3)
    off = rng.choice(3, 2, replace=False)
    x[off] = 0
    answer = int(nn.step(nn.neuron(x[None], w, b))[0])
    new, _, error = nn.perceptron_step(w, b, x, 1 - answer, 0.5)
    assert [bool(one) for one in new == w] == [bool(one) for one in x == 0]
    on = np.flatnonzero(x)
    return Several(
        f"A perceptron has the weights {point(w)} and the bias {number(b, 1)}. For the input"
        f" {point(x, 0)} it answers {answer}, but the label is {1 - answer}. Which numbers does"
        " the learning rule change?",
        (
            *(
                Option(
                    NAMES[i],
                    f"It changes by the learning rate times {number(error, 0)} times its input,"
                    f" {number(x[i], 0)}.",
                )
                for i in on
            ),
            Option(
                "The bias",
                "It changes by the learning rate times the error, like a weight whose input is"
                " always 1.",
            ),
        ),
        tuple(
            Option(
                NAMES[i],
                "Its input was 0. So this weight had no part in the mistake, and its step, which"
                " is multiplied by the input, is 0.",
                "input-forgotten",
            )
            for i in sorted(off)
        ),
        "perceptron#the-learning-rule",
        "perceptron#figure-learning?step=0",
    )
