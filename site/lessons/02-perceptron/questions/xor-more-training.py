"""What more training does for one neuron on XOR."""

import nn
from course.quiz.items import Choice, Option

GOAL = 3
LEVEL = 2


def make(rng):
    epochs = int(rng.choice([20, 50, 100, 200]))
    x, y = nn.xor()
    steps = nn.perceptron_history(x, y, max_epochs=epochs)
    first, again = nn.perceptron_cycle(steps)
    return Choice(
        f"You train one perceptron on the four points of XOR for {epochs} epochs, starting with all"
        " weights 0. What do the weights do?",
        Option(
            "They come back to values that they had before, again and again",
            f"Before step {again + 1} the weights, the bias and the point are the same as they were"
            f" {again - first} steps earlier, so from there on everything happens again.",
        ),
        (
            Option(
                "They settle; the last point is only a matter of more epochs",
                "No line has both 1s of XOR on one side and both 0s on the other, so some point is"
                " always wrong, and a wrong point always changes the weights.",
                "more-training-separates-xor",
            ),
            Option(
                "They grow without end",
                "They do not grow: they return to values that they had before.",
                "weights-grow-on-xor",
            ),
            Option(
                "They stay at 0, since the mistakes cancel out",
                "The rule changes the weights after each single mistake, before another one could"
                " cancel it.",
                "whole-epoch-at-once",
            ),
        ),
        see="perceptron#where-it-fails-xor",
        figure="perceptron#figure-xor",
    )
