import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths, whole
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 2, 1


def written(w, b):
    return f"Weights {point(w, 2)}, bias {number(b, 2)}"


@distinct
def make(rng):
    w, b, x = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -0.9, 0.9)), whole(rng, -4, 4, 2)
    rate = float(rng.choice([0.1, 0.5]))
    z = float(nn.neuron(x[None], w, b)[0])
    y = int(nn.step(nn.neuron(x[None], w, b))[0])
    new, c, _ = nn.perceptron_step(w, b, x, y, rate)
    way = 1 if y else -1
    return Choice(
        f"A perceptron has the weights {point(w)} and the bias {number(b, 1)}. The next example is"
        f" {point(x, 0)} with the label {y}. The learning rate is {number(rate, 1)}. What are the"
        " perceptron’s weights and bias after this step?",
        Option(
            written(new, c),
            f"$z$ is {number(z, 1)}, so it answers {y}, which is right. So the error is 0, and"
            " nothing changes.",
        ),
        (
            Option(
                written(w + rate * way * x, b + rate * way),
                "You moved everything, but the answer is right already. Each step is multiplied by"
                " the error, and that’s 0.",
                "updated-when-right",
            ),
            Option(
                written(w, b + rate * way),
                "You moved the bias. It changes by the learning rate times the error, and the"
                " error of a right answer is 0.",
                "bias-updated-when-right",
            ),
            Option(
                written(w + rate * (y - z) * x, b + rate * (y - z)),
                "You used $z$ as the answer. The error is the label minus the *answer*, and here"
                f" both are {y}.",
                "error-from-z",
            ),
        ),
        "perceptron#the-learning-rule",
        "perceptron#figure-learning?step=3",
    )
