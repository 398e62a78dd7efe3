from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 4, 2
CASES = (
    (
        "The probabilities of a batch have the right shape, but each *column* adds up to 1.",
        "softmax-over-batch",
    ),
    (
        "An image’s row in `x` is the same whether it’s alone or in a batch, but its probabilities"
        " change.",
        "softmax-over-batch",
    ),
    (
        "`x` is right, and `z1` has the right shape but wrong numbers. `W1` is a square matrix.",
        "weights-transposed",
    ),
    (
        "NumPy stops at the first layer: the sizes don’t match. `x` is (32, 784), `W1` is"
        " (16, 784).",
        "weights-transposed",
    ),
    ("The program predicts a single label for the whole batch.", "argmax-without-axis"),
    (
        "For 32 images and 16 hidden neurons, `z1` has 16 rows and 32 columns.",
        "product-order",
    ),
    ("Each row of the batch `x` has pixels of several images.", "images-mixed"),
    (
        "When an image with larger values joins the batch, the values of all the other images in"
        " `x` become smaller.",
        "scaled-by-batch",
    ),
)
CAUSES = {
    "softmax-over-batch": (
        "Softmax runs over the batch, with `axis=0`",
        "Softmax over the batch makes the images compete: in `p`, each column adds up to 1.",
    ),
    "weights-transposed": (
        "A `.T` is missing: `x @ W1` instead of `x @ W1.T`",
        "Without the `.T`, NumPy stops with an error, unless the matrix is square: then the shapes"
        " fit, and the sums are wrong.",
    ),
    "argmax-without-axis": (
        "`argmax` is used without `axis=1`",
        "Without an axis, `argmax` looks for a single largest number in the whole array.",
    ),
    "product-order": (
        "The product is `W1 @ x.T` instead of `x @ W1.T`",
        "With the weights on the left, the neurons become the rows of the result.",
    ),
    "images-mixed": (
        "`reshape` is used where a transpose is needed",
        "Such a `reshape` gives `x` the right shape, but its rows mix pixels of several images.",
    ),
    "scaled-by-batch": (
        "The pixels are divided by the largest one of the whole batch",
        "A scale from the whole batch makes each image in `x` depend on the others.",
    ),
}


def make(rng, case):
    text, cause = case
    others = [slug for slug in CAUSES if slug != cause]
    right, why = CAUSES[cause]
    return Choice(
        f"{text} What’s the mistake?",
        Option(right, why),
        tuple(
            Option(CAUSES[slug][0], f"That would look different. {CAUSES[slug][1]}", str(slug))
            for slug in rng.permutation(others)[:3]
        ),
        "forward#find-a-mistake-by-its-shape",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
