import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 2, 3
VISIBLE = 0.02  # smaller gradients would be told apart by rounding only


@distinct
def make(rng):
    n = int(rng.choice([4, 8, 16]))
    true = 0.0
    while abs(true) < VISIBLE:
        network = nn.traced_network()
        x, y = tenths(rng, -3, 3, (n, 2)), rng.integers(2, size=n)
        trace = network.forward(x)
        grad = nn.cross_entropy_gradient(trace.logits, y)
        true = float(network.backward(trace, grad).weights[1][0, 0])
    kind = int(rng.integers(2))
    shown = (true * n, -true)[kind]
    causes = [
        Option(
            "`dz2` is not divided by the size of the batch",
            f"Everything would be {n} times as large as measured.",
            "not-divided",
        ),
        Option(
            "`y - p` stands in place of `p - y`",
            "Every gradient would have the wrong sign, and the right size.",
            "sign",
        ),
    ]
    right = causes.pop(kind)
    return Choice(
        f"A gradient check on a batch of {n} examples: for a weight of the last layer your program "
        f"computes {number(shown, 3)}, measured is {number(true, 3)}. With the other weights it is "
        "much the same. What is the likeliest mistake?",
        Option(right.text, f"{right.reason} That is what you see here."),
        (
            *causes,
            Option(
                "The ReLU's mask is missing",
                "The mask stands between the layers. The last layer's gradients would be right.",
                "mask-missing",
            ),
            Option(
                "The measured slope is wrong: `h` is too small",
                "Rounding makes measured slopes ragged. It does not change all of them in the same "
                "way.",
                "h-too-small",
            ),
        ),
        "backprop#what-goes-wrong",
        "backprop#figure-nudge?exponent=-5",
    )
