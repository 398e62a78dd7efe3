from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 1, 2


@distinct
def make(rng):
    w, b = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -0.9, 0.9))
    change = float(tenths(rng, 0.5, 1.5)) * rng.choice([-1, 1])
    up = change > 0
    along = "It moves in the direction in which the weights point"
    against = "It moves against the direction in which the weights point"
    right, turned = (against, along) if up else (along, against)
    side = "larger" if up else "smaller"
    return Choice(
        f"A neuron's weights are {point(w)}. Its bias goes from {number(b, 1)} to "
        f"{number(b + change, 1)}, the weights stay. What does its line do?",
        Option(
            right,
            f"Now $z$ is {side} everywhere, so the side of the 1s gets {side}. The weights point "
            "to that side, and the line makes room for it.",
        ),
        (
            Option(
                turned,
                f"Then the side of the 1s would get {'smaller' if up else 'larger'}. But a "
                f"{'larger' if up else 'smaller'} bias makes every $z$ {side}.",
                "bias-direction-turned",
            ),
            Option(
                "It turns about the origin",
                "Only weights turn the line. The bias is the same for all points, so it can only "
                "shift it.",
                "bias-turns-the-line",
            ),
            Option(
                "It stays; only the size of $z$ changes",
                "That happens when weights and bias are all multiplied by the same number. Here "
                "the bias alone has changed, so other points have $z = 0$.",
                "bias-only-scales",
            ),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary?point=O",
    )
