from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 6, 2

STARTS = {
    "zero": Option("All weights start at 0", "", "starts-at-zero"),
    "equal": Option("All weights start at 0.3", "", "starts-equal"),
    "small": Option("The weights are random, but far too small", "", "too-small"),
    "large": Option("The weights are random, but far too large", "", "too-large"),
}
OTHERS = {  # why it's not that
    "zero": "With zeros, nothing changes at all: every weight’s slope is 0.",
    "equal": "Then the neurons of a layer would all be alike, and stay alike.",
    "small": "Then the numbers would shrink from layer to layer.",
    "large": "Then the numbers would grow from layer to layer.",
}
FIGURES = {
    "zero": "activations#figure-start?start=zero&frame=15",
    "equal": "activations#figure-start?start=equal&frame=15",
}
CASES = [  # what is seen, the start, why
    (
        "after {steps:,} steps, the hidden weights are exactly what they were at the start",
        "zero",
        "All hidden activations are 0, and so are the weights that a change would have to get"
        " through. So all slopes are 0, and nothing moves.",
    ),
    (
        "for every example, the hidden layer gives nothing but zeros, before and after {steps:,}"
        " steps",
        "zero",
        "With weights and biases of 0, every sum is 0. No slope gets back to the hidden weights,"
        " so it stays like this.",
    ),
    (
        "after {steps:,} steps, all {units} rows of the first layer’s weights have changed, and all"
        " are equal",
        "equal",
        "Neurons that start alike get equal slopes and take equal steps.",
    ),
    (
        "its loss falls, but with {units} hidden neurons it falls just as far as with a single one",
        "equal",
        "The hidden neurons are copies of each other, so they can do no more than one.",
    ),
    (
        "no two neurons are alike, but before training, $z$ is only a tenth as large in each of"
        " its {layers} layers as in the one before",
        "small",
        "Each layer multiplies by weights that are too small, so the numbers fade, and with them"
        " the slopes.",
    ),
    (
        "no two neurons are alike, but before training, all examples get nearly the same outputs"
        " after its {layers} layers, close to 0",
        "small",
        "The numbers shrink in every layer, until next to nothing of the inputs is left.",
    ),
    (
        "no two neurons are alike, but before training, its outputs after {layers} layers are in"
        " the millions",
        "large",
        "Each layer multiplies the numbers up, and the factors of all layers multiply.",
    ),
    (
        "no two neurons are alike, but before training, $z$ is ten times as large in each of its"
        " {layers} layers as in the one before",
        "large",
        "The standard deviation of the weights is far above the one that keeps the numbers’ size.",
    ),
]


@distinct
def make(rng, case):
    seen, start, why = case
    numbers = {
        "steps": 100 * int(rng.integers(2, 20)),
        "units": int(rng.integers(8, 65)),
        "layers": int(rng.integers(6, 13)),
    }
    return Choice(
        f"A ReLU network doesn’t learn well: {seen.format(**numbers)}. All biases started at 0."
        " What’s wrong with its start?",
        Option(STARTS[start].text, why),
        tuple(
            Option(one.text, OTHERS[name], one.mistake)
            for name, one in STARTS.items()
            if name != start
        ),
        "activations#first-weights",
        FIGURES.get(start, ""),
    )
