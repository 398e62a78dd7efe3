"""What more training does for one neuron on XOR."""

import nn
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 3, 2
RECAP = 'Someone says: "With a smaller'
CASES = [
    (epochs, rate, wish)
    for epochs, rate in ((20, 0.5), (50, 0.25), (100, 0.5), (1000, 1.0))
    for wish in ("a smaller learning rate", "ten times as many epochs")
]


def make(rng, case):
    epochs, rate, wish = case
    x, y = nn.xor()
    steps = nn.perceptron_history(x, y, rate, 20)
    first, again = nn.perceptron_cycle(steps)
    return Choice(
        f"You train a perceptron on XOR for {epochs:,} epochs with the learning rate {rate}, and"
        f" it never gets all four points right. Someone says: “With {wish}, it would.” What do you"
        " reply?",
        Option(
            "It won’t: no weights get all four points right, so no training can find them",
            "No line has both 1s of XOR on one side and both 0s on the other, whatever the rate"
            f" and the number of epochs. Here the rule repeats itself: before step {again + 1}, it"
            f" has the same numbers as {again - first} steps earlier.",
        ),
        (
            Option(
                "It will, because each step fixes a mistake",
                "Each step fixes its own point, but in a round, the steps spoil as many points as"
                " they fix. No line gets all four right, so there is always another mistake.",
                "more-training-separates-xor",
            ),
            Option(
                "It won’t: the weights grow until they overflow",
                "The weights don’t grow. They return to the same few numbers again and again.",
                "weights-grow-on-xor",
            ),
            Option(
                "It won’t: the mistakes cancel, so the weights stay at 0",
                "The rule changes the weights right after each mistake, before another one could"
                " cancel it.",
                "whole-epoch-at-once",
            ),
        ),
        "perceptron#where-it-fails-xor",
        "perceptron#figure-xor",
    )
