from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 4, 2
CASES = [(3, 6), (0.5, 8), (2, 10), (0.2, 5), (4, 5), (0.5, 12), (2, 14), (0.1, 6)]


def times(value):
    """Return how a gradient changes, as a whole number of times."""
    return f"{value:,.0f} times as large" if value > 1 else f"{1 / value:,.0f} times smaller"


@distinct
def make(rng, case):
    factor, layers = case
    grows = factor > 1
    fate, other = ("explodes", "vanishes") if grows else ("vanishes", "explodes")
    cure = (
        "Smaller first weights, a smaller learning rate, or clipping help."
        if grows
        else "ReLU and good first weights help."
    )
    every = f"Each of the {layers} layers multiplies the gradient by {number(factor, 1)} once more."
    return Choice(
        f"On its way back, a gradient is multiplied by about {number(factor, 1)} in each layer."
        f" What happens over {layers} layers?",
        Option(f"It {fate}: it gets {times(factor**layers)}", f"{every} {cure}"),
        (
            Option(
                f"It {other}: it gets {times(factor**-layers)}",
                f"You went the wrong way: with {number(factor, 1)} per layer, a gradient gets"
                f" {'larger' if grows else 'smaller'}.",
                "wrong-way",
            ),
            Option(
                f"It gets {times(factor * layers if grows else factor / layers)}",
                "You took the number of layers as a factor. Each layer is a factor of its own.",
                "layers-added",
            ),
            Option(
                f"It gets {times(factor)}",
                "That’s what a single layer does. Each of the others multiplies again.",
                "one-layer",
            ),
        ),
        "backprop#what-goes-wrong",
    )
