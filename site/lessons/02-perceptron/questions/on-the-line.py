import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, whole
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 0, 1


@distinct
def make(rng):
    w, x = whole(rng, -3, 3, 2), whole(rng, -3, 3, 2)
    b = nn.boundary_bias(w, x)
    z = nn.neuron(x[None], w, b)
    return Choice(
        f"A perceptron has the weights {point(w, 0)} and the bias {number(b, 0)}. What does it"
        f" answer for the input {point(x, 0)}?",
        Option(
            number(nn.step(z)[0], 0),
            f"$z$ is exactly {number(z[0], 0)}, so the point is on the line. The rule is"
            " $z \\ge 0$, so points on the line get a 1.",
        ),
        (
            Option(
                number(float(z[0] > 0), 0),
                "Here $z$ is exactly 0. Your answer follows the rule $z > 0$, but a perceptron’s"
                " rule is $z \\ge 0$, so it answers 1.",
                "boundary-excluded",
            ),
            Option(
                number(nn.sigmoid(z)[0], 1),
                "Logistic regression would give this probability at $z = 0$. A perceptron answers"
                " only 0 or 1.",
                "sigmoid",
            ),
            Option(
                "Nothing, because it can’t decide",
                "A perceptron has an answer for every $z$. Where $z = 0$, it’s 1.",
                "boundary-undecided",
            ),
        ),
        "perceptron#one-neuron",
        "perceptron#figure-boundary?line=0,0&point=O",
    )
