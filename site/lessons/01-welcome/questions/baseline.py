from course import samples
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 1, 2
MEASURED = samples.load("welcome", "baseline")
SUMS, LAYERS = MEASURED["sums"].mean(axis=0), MEASURED["layers"].mean(axis=0)
CASES = [digit for digit in range(10) if LAYERS[digit] - SUMS[digit] > 0.01][:8]


def make(rng, digit):
    a = "an" if digit == 8 else "a"
    return Choice(
        f"Ten plain sums of the pixels, one per digit, get {SUMS[digit]:.1%} of the {digit}s right."
        f" With {MEASURED['hidden'][0]} small sums in between, each with an activation function,"
        f" it’s {LAYERS[digit]:.1%}. What held the plain sums back?",
        Option(
            f"Each has one set of weights, which must fit every way of writing {a} {digit}",
            "A weighted sum compares the image with its weights, a single blurred picture of its"
            " digit. The sums in between turn the pixels into something that’s easier to weigh.",
        ),
        (
            Option(
                "They can’t tell digits apart, because a sum loses where the ink is",
                f"They got {SUMS[digit]:.1%} right. Each pixel has its own weight, so the sum does"
                " depend on where the ink is.",
                "sums-are-useless",
            ),
            Option(
                "They need more training images to catch up with the layers",
                "Both had the same images. More of them give better weights, but still a single"
                " set per digit.",
                "more-data",
            ),
            Option(
                "A person has to choose the right pixels for them first",
                "The plain sums get all the pixels and learn which of them matter. Choosing by hand"
                " wouldn’t give them a second set of weights.",
                "features-chosen",
            ),
        ),
        "welcome#from-one-formula-to-layers",
    )
