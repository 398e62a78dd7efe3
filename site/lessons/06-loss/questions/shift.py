import nn
from course.quiz.fresh import distinct, point
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 0, 2


@distinct
def make(rng):
    z, c = rng.integers(-2, 4, 3).astype(float), float(rng.integers(1, 4))
    p = nn.softmax(z)
    return Choice(
        f"The logits {point(z, 0)} give the probabilities {point(p)}, rounded. What do they become "
        f"when {c:.0f} is added to every logit?",
        Option(
            point(nn.softmax(z + c)),
            f"Every power is multiplied by $e^{{{c:.0f}}}$, and so is their sum. The factor "
            f"cancels; "
            "that is why the largest logit may be taken off first.",
        ),
        (
            Option(
                point(nn.sigmoid(z + c)),
                "These come from a sigmoid for each logit. They do not even add up to 1.",
                "sigmoid-per-class",
            ),
            Option(
                point(nn.softmax(z * (1 + c))),
                "Those are sharper probabilities, as if the logits were *multiplied*. Adding "
                "leaves "
                "their differences alone.",
                "multiplied",
            ),
            Option(
                point((p + c) / (p + c).sum()),
                "You added to the probabilities and shared out again. The logits stand in the "
                "exponent.",
                "added-to-probabilities",
            ),
        ),
        "loss#from-two-classes-to-ten",
        "loss#figure-logits?shift=4",
    )
