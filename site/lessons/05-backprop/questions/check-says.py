import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 2, 3
CASES = ("not-divided", "sign")
VISIBLE = 0.02  # smaller gradients would be told apart by rounding only


@distinct
def make(rng, kind):
    n = int(rng.choice([4, 8, 16]))
    true = 0.0
    while abs(true) < VISIBLE:
        network = nn.traced_network()
        x, y = tenths(rng, -3, 3, (n, 2)), rng.integers(2, size=n)
        trace = network.forward(x)
        grad = nn.cross_entropy_gradient(trace.logits, y)
        true = float(network.backward(trace, grad).weights[1][0, 0])
    shown = true * n if kind == "not-divided" else -true
    causes = {
        "not-divided": (
            "`dz2` isn’t divided by the batch size",
            f"Without the division, every gradient would be {n} times the measured one.",
        ),
        "sign": (
            "`Y - p` is used instead of `p - Y`",
            "With `Y - p`, every gradient would have the right size but the wrong sign.",
        ),
        "divided-twice": (
            "`dz2` is divided by the batch size twice",
            f"With a second division, every gradient would be {n} times too small.",
        ),
    }
    others = [one for one in causes if one != kind]
    return Choice(
        f"You check the gradients of the mean loss of {n} examples. Your program gets `dz2`, the"
        " slopes at the logits, from the probabilities `p` and the one-hot labels `Y`. For one"
        f" weight of the last layer, it computes {number(shown, 3)}, and the measured slope is"
        f" {number(true, 3)}. It’s similar for all the other weights. What’s the likeliest"
        " mistake?",
        Option(causes[kind][0], f"{causes[kind][1]} That’s what you see here."),
        (
            *(Option(*causes[other], other) for other in others),
            Option(
                "ReLU’s slope is missing on the way back",
                "ReLU is before the last layer, so the last layer’s gradients would still be"
                " right.",
                "mask-missing",
            ),
            Option(
                "The check’s nudge is too small",
                "Rounding would make the measured slopes jump around at random. Here they’re all"
                " off in the same way.",
                "h-too-small",
            ),
        ),
        "backprop#what-goes-wrong",
        "backprop#figure-nudge?exponent=-5",
    )
