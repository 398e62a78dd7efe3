from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 4, 2
CAUSES = {
    "mask-missing": (
        "For one example, all gradients are right. For another one, which switches a hidden neuron"
        " off, the first layer’s gradients are wrong.",
        "ReLU’s slope, the mask, is missing",
        "Without the mask, the first layer is right as long as every $z$ in it is above 0.",
    ),
    "sign": (
        "Every gradient has the right size, but the loss rises from the first step on.",
        "`Y - p` is used instead of `p - Y`",
        "With `Y - p`, every gradient has the wrong sign, so every step climbs.",
    ),
    "not-divided": (
        "With batches of 10, the program learns well. With batches of 1,000 and the same learning"
        " rate, the weights jump around wildly.",
        "The gradient isn’t divided by the batch size",
        "Without the division, the gradient grows with the batch, and so does each step.",
    ),
    "gradients-not-reset": (
        "The first update agrees with that of a correct program. Each later one is further off.",
        "The gradients aren’t reset to zero",
        "Without a reset, each batch’s gradient is added to all the earlier ones.",
    ),
    "updated-too-early": (
        "The last layer’s gradients are right. The first layer’s are slightly off, and more so with"
        " a larger learning rate.",
        "`W2` is updated before `da1` is computed",
        "If `W2` has already changed, the gradient goes back through weights that the forward pass"
        " never used.",
    ),
    "z-one-minus-z": (
        "The slopes of a hidden layer’s activation should all be between 0 and 1/4. Some are"
        " negative, and others are far above 1/4.",
        "The sigmoid’s slope is written as `z * (1 - z)`",
        "With $z$ instead of $a$ in the formula, the slope can be negative or large.",
    ),
    "bias-mean": (
        "With a batch of 8, most gradients agree with the measured ones, but a few in each layer"
        " are exactly 8 times too small.",
        "The bias gradients use `mean` instead of `sum`",
        "A mean divides the bias gradients by the batch size once more.",
    ),
    "exploding": (
        "Every gradient agrees with the measured one. In a network with 20 layers, the first"
        " layer’s gradients are a million times as large as the last layer’s.",
        "The initial weights are too large",
        "Going back, every layer multiplies the gradient by its weights. If they’re large, the"
        " gradient explodes.",
    ),
}
CASES = list(CAUSES)


def make(rng, cause):
    others = [slug for slug in CAUSES if slug != cause]
    text, name, why = CAUSES[cause]
    return Choice(
        f"{text} What’s the likeliest reason?",
        Option(name, why),
        tuple(
            Option(CAUSES[slug][1], f"That would look different. {CAUSES[slug][2]}", str(slug))
            for slug in rng.permutation(others)[:3]
        ),
        "backprop#what-goes-wrong",
        "backprop#figure-edges?step=26",
    )
