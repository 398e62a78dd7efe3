from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "activations", 5, 3
RECAP = "What does a ReLU's output"

RIGHT = (
    Option(
        "There are weights with which the output stays that close to the curve",
        "That’s what universal approximation says: such a network exists.",
    ),
    Option(
        "A single hidden layer is enough, if it has enough neurons",
        "Each neuron adds a bend, so one layer can have as many bends as you like.",
    ),
    Option(
        "If half the distance is wanted, there’s a network for that as well",
        "More neurons get closer, without any limit but 0.",
    ),
    Option(
        "With sigmoids instead of ReLU, it can be done, too",
        "For sigmoids, it was proved first, in 1989.",
    ),
)
WRONG = (
    Option(
        "Gradient descent will find these weights",
        "The theorem says that the weights exist. It says nothing about training.",
        "found-by-training",
    ),
    Option(
        "The theorem tells you how many neurons that takes",
        "It only says that some number is enough.",
        "number-known",
    ),
    Option(
        "It works without an activation function, too, if the layer is wide enough",
        "Without a bend, all the neurons together are one straight line.",
        "depth-alone-adds-power",
    ),
    Option(
        "The output follows the curve just as closely to the left and right of that stretch",
        "It’s a promise for the stretch alone. Outside, a sum of ReLUs goes straight on.",
        "outside-the-stretch",
    ),
    Option(
        "The same would be true if the curve had a jump",
        "A network’s output has no jumps, so near the jump it’s always far off.",
        "jump",
    ),
)


@distinct
def make(rng):
    distance = float(rng.choice([0.1, 0.05, 0.02, 0.01, 0.005]))
    low = int(rng.integers(-9, 1))
    high = low + int(rng.integers(2, 12))
    right = [RIGHT[i] for i in sorted(rng.choice(len(RIGHT), int(rng.integers(1, 3)), False))]
    wrong = [WRONG[i] for i in sorted(rng.choice(len(WRONG), 5 - len(right), False))]
    return Several(
        f"A curve without jumps goes from $x = {low}$ to $x = {high}$. A ReLU network should stay"
        f" within {number(distance, 3).rstrip('0')} of it. What follows from universal"
        " approximation?",
        tuple(right),
        tuple(wrong),
        "activations#any-curve-from-bends",
        "activations#figure-fit?curve=wave&neurons=30",
    )
