from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

GOAL, LEVEL = 5, 2
RECAP = "Why can't the training loss choose a [hyperparameter](glossary#term-hyperparameter)"
DECAYS = ("0", "0.1", "1", "10")
CASES = ["0.1", "1"]


@distinct
def make(rng, case):
    low = float(rng.uniform(0.4, 0.6))
    train = [0.01, float(rng.uniform(0.03, 0.06)), float(rng.uniform(0.12, 0.2)), low + 0.5]
    near = float(rng.uniform(0.05, 0.12))
    valid = [low + float(rng.uniform(0.15, 0.3)), low + near, low + near, low + 0.53]
    valid[DECAYS.index(case)] = low
    listed = "; ".join(
        f"λ = {decay}: {number(a)} and {number(b)}"
        for decay, a, b in zip(DECAYS, train, valid, strict=True)
    )
    other = "1" if case == "0.1" else "0.1"
    return Choice(
        "You train the same network with four values of the weight decay λ. Its losses on the"
        f" training set and on the validation set end at: {listed}. Which λ do you keep?",
        Option(
            f"λ = {case}",
            "It has the lowest validation loss, and only examples it wasn’t trained on show what"
            " generalizes.",
        ),
        (
            Option(
                "λ = 0",
                "That has the lowest training loss. Without decay it’s always about the lowest,"
                " whatever the network does with new examples.",
                "training-loss-alone",
            ),
            Option(
                "λ = 10",
                "There, the two losses are closest. But both are high: the weights are pulled so"
                " hard that the network learns too little.",
                "smallest-gap",
            ),
            Option(
                f"λ = {other}",
                f"The validation loss is higher than with λ = {case}. Any compromise between the"
                " two losses favors the wrong one: the training loss doesn’t count here.",
                "compromise",
            ),
        ),
        "loss#choosing-the-settings",
        "loss#figure-curves?labels=noisy&decay=10&epoch=60",
    )
