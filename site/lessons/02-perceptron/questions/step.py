import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, refuse_given, signed, tenths, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 2, 2


@distinct
def make(rng):
    w, b, x = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -0.9, 0.9)), whole(rng, -4, 4, 2)
    rate, k = float(rng.choice([0.1, 0.2, 0.5])), int(rng.integers(2))
    answer = int(nn.step(nn.neuron(x[None], w, b))[0])
    y = 1 - answer
    new, c, e = nn.perceptron_step(w, b, x, y, rate)
    slips = (w[k] + e * x[k], w[k] - rate * e * x[k], w[k] + rate * e, w[k] + rate * e * x[1 - k])
    for value in (new[k], *slips):
        refuse_given(value, (*w, b, new[1 - k], c))
    return Numeric(
        f"A perceptron has the weights {point(w)} and the bias {number(b, 1)}. For the input"
        f" {point(x, 0)}, the label is {y}. The learning rate is {number(rate, 1)}. What’s the"
        f" {('first', 'second')[k]} weight after one step of the learning rule? Give two decimals.",
        float(new[k]),
        2,
        f"It answers {answer}, so the error is {number(e, 0)}. The weight changes by"
        f" {number(rate, 1)} · {signed(e, 0)} · {signed(x[k], 0)}, from {number(w[k], 1)} to"
        f" {number(new[k], 2)}.",
        (
            Slip(
                float(slips[0]),
                "You left out the learning rate, so your step is the whole input.",
                "learning-rate-left-out",
            ),
            Slip(
                float(slips[1]),
                "Your step goes the wrong way. The error is the label minus the answer, and the"
                " step is added.",
                "sign-of-update",
            ),
            Slip(
                float(slips[2]),
                "That’s how the bias moves. A weight’s step is multiplied by its input as well.",
                "input-forgotten",
            ),
            Slip(
                float(slips[3]),
                "You used the other input. Each weight moves with its own input.",
                "other-input",
            ),
        ),
        "perceptron#the-learning-rule",
        "perceptron#figure-learning?data=clusters&step=2",
    )
