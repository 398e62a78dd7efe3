from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 3, 2
CASES = [(16, 4), (32, 8), (64, 8), (20, 4), (50, 5), (100, 10), (128, 16), (256, 32)]


@distinct
def make(rng, case):
    large, small = case
    times = f"{large / small:g} times as many"
    return Choice(
        f"You change the batch size from {large} to {small}. The examples are shuffled, and the"
        " number of epochs stays the same. What changes?",
        Option(
            f"Each gradient is noisier, and there are {times} steps",
            "Fewer examples give a rougher mean, but an epoch splits into more batches, each with a"
            " step.",
        ),
        (
            Option(
                "Each gradient is noisier, and there are as many steps as before",
                "An epoch uses every example once. Smaller batches are more batches, and each gets"
                " a step.",
                "steps-fixed",
            ),
            Option(
                f"Each gradient is more exact, and there are {times} steps",
                "A mean over fewer examples is a rougher estimate of the mean over all of them.",
                "noise-reversed",
            ),
            Option(
                f"Each gradient is {large / small:g} times smaller, and there are {times} steps",
                "A batch’s gradient is a mean, so on average it isn’t smaller. It only scatters"
                " more.",
                "sum-not-mean",
            ),
        ),
        "backprop#a-batch-at-a-time",
        "backprop#figure-batches?size=1&order=shuffled",
    )
