from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 4, 2
ACTIONS = {
    "overfitting": "Stop, and keep the weights of the lowest validation loss",
    "go-on": "Keep training, because both losses still fall",
    "nothing-learned": "Look for a bug, bad initial weights, or a bad learning rate",
}
WHY = {
    "overfitting": "The training loss falls and the validation loss rises: it’s overfitting.",
    "go-on": "Both losses are still falling, so there’s more to learn.",
    "nothing-learned": (
        "Both losses stay at about 2.30. That’s $\\ln 10$, the loss of a network that gives every"
        " digit 1/10, so it learns nothing."
    ),
}
TAKEN = {
    "overfitting": "You took this for overfitting. Then the validation loss would rise.",
    "go-on": "You took this for steady progress. Then both losses would fall.",
    "nothing-learned": "You took this for a network that doesn’t learn. Then both losses would"
    " stay near the loss of equal chances.",
}
BIGGER = {
    "overfitting": "It learns its training images well, so it’s large enough.",
    "go-on": "It’s still learning, so nothing says that it’s too small.",
    "nothing-learned": "Even ten plain sums learn more than nothing, so size isn’t the problem.",
}
CASES = list(ACTIONS)


@distinct
def make(rng, case):
    low, high = float(rng.uniform(0.02, 0.2)), float(rng.uniform(0.3, 0.5))
    train, valid = {
        "overfitting": ((high, low), (high + 0.05, high + rng.uniform(0.2, 0.5))),
        "go-on": ((high + 0.8, high), (high + 0.9, high + 0.08)),
        "nothing-learned": (
            (2.31 + low / 5, 2.30 + low / 20),
            (2.31 + high / 10, 2.30 + high / 20),
        ),
    }[case]
    return Choice(
        "A network learns to read the ten digits, with cross-entropy as its loss. From epoch 10 to"
        f" epoch 20, its training loss goes from {number(train[0])} to {number(train[1])}, and its"
        f" validation loss from {number(valid[0])} to {number(valid[1])}. What should you do?",
        Option(ACTIONS[case], WHY[case]),
        (
            *(
                Option(ACTIONS[name], TAKEN[name], f"taken-for-{name}")
                for name in ACTIONS
                if name != case
            ),
            Option(
                "Add hidden neurons, because the network is too small",
                BIGGER[case],
                "too-small",
            ),
        ),
        "loss#two-curves",
        "loss#figure-curves?labels=clean&epoch=20",
    )  # fmt: skip
