from course.quiz.items import Order

LESSON, GOAL, LEVEL = "loss", 1, 3
RECAP = "Where do the $p$"
CASES = [(kind, digits) for kind in ("any", "true", "wrong", "two") for digits in (False, True)]


def make(rng, case):
    kind, digits = case
    if kind == "two":
        return of_two_classes(0 if digits else 1)
    y, k = ("3", "7") if digits else ("y", "k")
    if kind == "true":
        k = y
    term = {"true": "1", "wrong": "0", "any": f"Y_{k}"}[kind]
    result = {"true": f"p_{k} - 1", "wrong": f"p_{k}", "any": f"p_{k} - Y_{k}"}[kind]
    which = {
        "true": f"the true class’s logit, $z_{k}$",
        "wrong": f"a wrong class’s logit, $z_{k}$",
        "any": f"the logit $z_{k}$",
    }[kind]
    return Order(
        f"Put the derivation in order: the slope of the cross-entropy at {which}. The true class is"
        f" ${y}$.",
        (
            f"$L = -\\ln p_{y}$",
            f"$L = -\\ln \\left( e^{{z_{y}}} / S \\right)$, with $S = \\sum_j e^{{z_j}}$",
            f"$L = \\ln S - z_{y}$",
            f"The slope at $z_{k}$ is $\\frac{{1}}{{S}} \\cdot e^{{z_{k}}} - {term}$",
            f"The slope at $z_{k}$ is ${result}$",
        ),
        "First put in softmax, then split the logarithm of the fraction into a difference. The"
        " slope of $\\ln S$ is $1/S$ times the slope of the only term in $S$ that changes, and"
        " that’s a probability again.",
        "loss#the-gradient-is-p-minus-y",
        "loss#figure-logits",
    )


def of_two_classes(y):
    """Return the derivation for two classes, in which softmax is the sigmoid of z."""
    sign, other = ("-", "1 - p") if y else ("", "p")
    inner = f"1 + e^{{{sign}z}}"
    return Order(
        "Put the derivation in order: with two classes, $p = 1 / (1 + e^{-z})$ is the probability"
        f" of class 1. The true class is {y}. What’s the slope of the cross-entropy at $z$?",
        (
            f"$L = -\\ln {'p' if y else '(1 - p)'}$",
            f"$L = -\\ln \\frac{{1}}{{{inner}}}$",
            f"$L = \\ln \\left( {inner} \\right)$",
            f"The slope at $z$ is ${sign}\\frac{{e^{{{sign}z}}}}{{{inner}}}$",
            f"The slope at $z$ is ${sign}({other})$, which is $p - {y}$",
        ),
        "First put in the sigmoid, then turn the logarithm of the fraction around. The slope of a"
        " logarithm is 1 divided by what’s inside, times the slope of what’s inside, and that"
        " fraction is a probability again.",
        "loss#the-gradient-is-p-minus-y",
    )
