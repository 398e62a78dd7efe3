from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 1, 1


@distinct
def make(rng):
    n = int(rng.choice([2, 4, 5]))
    slopes = tenths(rng, -3, 3, n)
    right = float(slopes.mean())
    return Numeric(
        f"Each of {n} examples alone would give the same weight a different gradient:"
        f" {point(slopes)}. Now they go through the network as one batch, and the loss is the mean"
        " of their losses. What’s the gradient of this weight? Give three decimals.",
        right,
        3,
        f"The gradient of a mean is the mean of the gradients: {number(slopes.sum(), 1)} / {n} ="
        f" {number(right, 3)}.",
        (
            Slip(
                float(slopes.sum()),
                f"You added them up. The batch’s loss is a mean, so divide by {n}.",
                "not-divided",
            ),
            Slip(
                right / n,
                f"You divided by {n} twice. Once is enough for a mean.",
                "divided-twice",
            ),
            Slip(
                float(max(slopes, key=abs)),
                "That’s the largest of them alone. Every example of the batch counts the same.",
                "largest-alone",
            ),
        ),
        "backprop#the-batch",
        "backprop#figure-learning",
    )
