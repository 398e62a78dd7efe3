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
        f"A perceptron has the weights {point(w, 0)} and the bias {number(b, 0)}. What does it "
        f"answer for the point {point(x, 0)}?",
        Option(
            number(nn.step(z)[0], 0),
            f"The sum is exactly {number(z[0], 0)}, so the point lies on the line. The rule is "
            "$z \\ge 0$, and so the line itself is answered 1.",
        ),
        (
            Option(
                number(float(z[0] > 0), 0),
                "That would be the rule $z > 0$. A perceptron answers 1 where $z \\ge 0$, so a "
                "point on the line is answered 1.",
                "boundary-excluded",
            ),
            Option(
                number(nn.sigmoid(z)[0], 1),
                "That is the sigmoid's probability at $z = 0$. A perceptron knows no degree: it "
                "answers 0 or 1.",
                "sigmoid",
            ),
            Option(
                "Nothing: it cannot decide",
                "Every sum has an answer. The rule counts $z = 0$ to the side of the 1s.",
                "boundary-undecided",
            ),
        ),
        "perceptron#one-neuron",
        "perceptron#figure-boundary?line=0,0&point=O",
    )
