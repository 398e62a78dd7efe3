from course.quiz.items import Order

LESSON, GOAL, LEVEL = "loss", 1, 3


def make(rng):
    k = rng.choice(["k", "i", "m"])
    return Order(
        f"Put the derivation of the slope at the logit $z_{k}$ into order. $t$ is the true class.",
        (
            "$L = -\\ln p_t$",
            "$L = -\\ln \\left( e^{z_t} / S \\right)$, with $S = \\sum_j e^{z_j}$",
            "$L = \\ln S - z_t$",
            f"The slope at $z_{k}$ is $\\frac{{1}}{{S}} \\cdot e^{{z_{k}}} - y_{k}$",
            f"The slope at $z_{k}$ is $p_{k} - y_{k}$",
        ),
        "First softmax is put in, then the logarithm of the fraction becomes a difference. The "
        "slope of $\\ln S$ is one over $S$ times the slope of its only term that moves, and that "
        "is "
        "the probability again.",
        "loss#the-gradient-is-p-minus-y",
        "loss#figure-logits",
    )
