from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 4, 2
CAUSES = {
    "mask-missing": (
        "All gradients are right for one example. For another, which switches a hidden neuron off, "
        "those of the first layer are wrong.",
        "The ReLU's mask is missing",
        "Without the mask the first layer is right as long as every $z$ is above 0.",
    ),
    "sign": (
        "Every gradient has the right size, and the loss rises from the first step on.",
        "`y - p` stands in place of `p - y`",
        "With the sign turned round, every step climbs.",
    ),
    "not-divided": (
        "With a batch of 10 the program learns well. With a batch of 1,000 and the same learning "
        "rate the weights are thrown about.",
        "The gradient is not divided by the batch size",
        "Then the gradient grows with the batch, and so does each step.",
    ),
    "gradients-not-reset": (
        "The first update agrees with a program that is right. Each later one is further off.",
        "The gradients are not set back to zero",
        "Then each batch's gradient is added to all those before it.",
    ),
    "updated-too-early": (
        "The last layer's gradients are right. Those of the first layer are slightly off, the more "
        "the larger the learning rate.",
        "`W2` is updated before `da1` is computed",
        "Then the error goes back through weights that did not make it.",
    ),
    "z-one-minus-z": (
        "A network with a sigmoid layer: some slopes of that layer are below 0, others far above "
        "a quarter.",
        "The sigmoid's slope is taken as `z * (1 - z)`",
        "The formula is fed with $z$ and not with $a$, and the result leaves 0 to a quarter.",
    ),
}


def make(rng):
    slugs = list(CAUSES)
    cause = slugs[rng.integers(len(slugs))]
    others = [slug for slug in slugs if slug != cause]
    text, name, why = CAUSES[cause]
    return Choice(
        f"{text} What is the likeliest mistake?",
        Option(name, why),
        tuple(
            Option(CAUSES[slug][1], f"You would see something else. {CAUSES[slug][2]}", str(slug))
            for slug in rng.permutation(others)[:3]
        ),
        "backprop#what-goes-wrong",
        "backprop#figure-edges?example=off&step=26",
    )
