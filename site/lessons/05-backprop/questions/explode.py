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
    fate = "explodes" if grows else "vanishes"
    cure = (
        "Smaller initial weights, a smaller learning rate, or clipping help."
        if grows
        else "ReLU and good initial weights help."
    )
    every = f"Each of the {layers} layers multiplies the gradient by {factor:g} once more."
    added = factor * layers if grows else factor / layers
    return Choice(
        f"On its way back, a gradient is multiplied by {factor:g} in each layer. What happens over"
        f" {layers} layers?",
        Option(f"It gets {times(factor**layers)}", f"{every} So it {fate}. {cure}"),
        (
            Option(
                f"It gets {times(factor**-layers)}",
                f"You went the wrong way: with {factor:g} per layer, a gradient gets"
                f" {'larger' if grows else 'smaller'}.",
                "wrong-way",
            ),
            Option(
                f"It gets {times(added)}",
                "You used the number of layers as a factor. Instead, every layer multiplies by"
                f" {factor:g}.",
                "layers-added",
            ),
            Option(
                f"It gets {times(1 / added)}",
                "You used the number of layers as a factor, and you went the wrong way.",
                "layers-added",
            ),
        ),
        "backprop#what-goes-wrong",
    )
