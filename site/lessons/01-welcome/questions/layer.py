from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "welcome", 1, 1


@distinct
def make(rng):
    side = int(rng.integers(5, 29))
    first, second = (int(one) for one in rng.choice(range(4, 40), 2, replace=False))
    classes = int(rng.integers(2, 11))
    return Numeric(
        f"A network looks at images of {side} by {side} pixels. Its first layer has {first}"
        f" neurons, the second has {second}, and the last has {classes}, one per class. How many"
        " inputs does each neuron of the second layer read?",
        float(first),
        0,
        "A layer’s inputs are the outputs of the layer before it. The first layer has"
        f" {first} neurons, so each neuron of the second layer reads {first} numbers.",
        (
            Slip(
                float(side * side),
                "That’s how many pixels there are. Only the first layer reads the pixels; the"
                " second reads what the first one computed.",
                "reads-the-pixels",
            ),
            Slip(
                float(second),
                "That’s the second layer’s own size. Its neurons read the layer before it, not"
                " each other.",
                "reads-its-own-layer",
            ),
            Slip(
                float(classes),
                "That’s the layer after it. Numbers go from the input toward the answer.",
                "reads-the-next-layer",
            ),
            Slip(
                float(first + side * side),
                "You added the pixels. A layer reads only the layer right before it.",
                "reads-everything-before",
            ),
        ),
        "welcome#from-one-formula-to-layers",
    )
