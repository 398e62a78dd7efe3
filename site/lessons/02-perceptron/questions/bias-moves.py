from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 1, 2
RECAP = "What do the weights do"


@distinct
def make(rng):
    w, b = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -0.9, 0.9))
    change = float(tenths(rng, 0.5, 1.5)) * rng.choice([-1, 1])
    up = change > 0
    along = "It moves in the direction of the arrow that the weights form"
    against = "It moves opposite to the arrow that the weights form"
    right, turned = (against, along) if up else (along, against)
    side = "larger" if up else "smaller"
    got, gets, grows = (0, 1, "grows") if up else (1, 0, "shrinks")
    way = "against" if up else "along"
    wrongly = "smaller" if up else "larger"
    return Choice(
        f"A neuron has the weights {point(w)}. You change its bias from {number(b, 1)} to"
        f" {number(b + change, 1)}. What happens to its line?",
        Option(
            right,
            f"The {side} bias makes $z$ {side} everywhere, so some points near the line that got a"
            f" {got} now get a {gets}: the side of the 1s {grows}. The arrow points to that side,"
            f" so the line moves {way} it.",
        ),
        (
            Option(
                turned,
                f"You moved the line the wrong way. That would make the side of the 1s {wrongly},"
                f" but a {side} bias makes every $z$ {side}.",
                "bias-direction-turned",
            ),
            Option(
                "It turns around the point nearest to the origin",
                "Only weights can turn the line. The bias adds the same to $z$ everywhere, so it"
                " shifts the line without turning it.",
                "bias-turns-the-line",
            ),
            Option(
                "It stays, and only the size of $z$ changes",
                "That happens if you multiply the weights and the bias by the same positive number."
                " Here only the bias changes, so other points have $z = 0$ now.",
                "bias-only-scales",
            ),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary?point=O",
    )
