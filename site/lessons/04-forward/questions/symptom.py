from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 4, 2
CASES = (
    (
        "The probabilities of a batch have the right shape, but every *column* adds up to 1.",
        "softmax-over-batch",
    ),
    (
        "No error, and the right shape, but the numbers are wrong. `W1` is a square matrix.",
        "weights-transposed",
    ),
    ("The program gives a single label for the whole batch.", "argmax-without-axis"),
    (
        "`z1` has as many rows as there are neurons, and a column for each example.",
        "product-order",
    ),
    (
        "The shape is right, but each image's result depends on the images beside it.",
        "images-mixed",
    ),
)
CAUSES = {
    "softmax-over-batch": (
        "Softmax runs over the batch, `axis=0`",
        "Softmax over the batch makes columns that add up to 1.",
    ),
    "weights-transposed": (
        "A `.T` is forgotten",
        "A forgotten `.T` runs through only where the matrix is square, with wrong numbers.",
    ),
    "argmax-without-axis": (
        "`argmax` has no `axis=1`",
        "Without an axis, `argmax` looks for one largest number in the whole array.",
    ),
    "product-order": (
        "`W @ x` stands in place of `x @ W.T`, for examples that are columns",
        "With the weights on the left the neurons become the rows of the result.",
    ),
    "images-mixed": (
        "A `reshape` where a transpose was meant",
        "Such a `reshape` keeps the shape right and mixes the rows.",
    ),
}


def make(rng):
    text, cause = CASES[rng.integers(len(CASES))]
    others = [slug for slug in CAUSES if slug != cause]
    return Choice(
        f"{text} What is the likeliest mistake?",
        Option(CAUSES[cause][0], CAUSES[cause][1]),
        tuple(
            Option(CAUSES[slug][0], f"You would see something else. {CAUSES[slug][1]}", slug)
            for slug in rng.permutation(others)[:3]
        ),
        "forward#find-a-mistake-by-its-shape",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
