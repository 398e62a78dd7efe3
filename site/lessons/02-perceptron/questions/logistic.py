import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "perceptron", 0, 3
RECAP = "In what sense is logistic"


@distinct
def make(rng):
    w, b, x = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -0.9, 0.9)), tenths(rng, -3, 3, 2)
    z = nn.neuron(x[None], w, b)
    p = float(nn.sigmoid(z)[0])
    if abs(p - 0.5) < 0.05:
        raise ValueError("too near the line to see")
    answer = int(nn.step(z)[0])
    return Several(
        f"A perceptron and a logistic regression have the same weights, {point(w)}, and the same"
        f" bias, {number(b, 1)}. Which of these are true of them?",
        (
            Option(
                f"For {point(x)}, the sum $z$ of both is {number(z[0])}",
                "The weighted sum plus the bias is the same in both. They differ only in what"
                " they do with it.",
            ),
            Option(
                "Both change from one answer to the other on the same line",
                "The sigmoid is 0.5 exactly where $z = 0$, and that’s the perceptron’s line.",
            ),
        ),
        (
            Option(
                f"For {point(x)}, the perceptron gives {number(p)} and the regression {answer}",
                "It’s the other way around: the perceptron’s step function gives 0 or 1, and the"
                " sigmoid gives a probability.",
                "step-for-sigmoid",
            ),
            Option(
                "A right answer changes the weights of neither one in training",
                "That’s true of the perceptron. Logistic regression moves the weights by"
                " $\\eta (y - p) x$, and $y - p$ is never exactly 0.",
                "right-answers-change-nothing",
            ),
            Option(
                f"For {point(x)}, the regression predicts {1 - answer}, the perceptron {answer}",
                f"The regression’s probability is {number(p)} and its threshold 0.5, so it"
                f" predicts {answer}, like the perceptron.",
                "another-line",
            ),
        ),
        "perceptron#logistic-regression-is-one-neuron",
        "perceptron#figure-boundary",
    )
