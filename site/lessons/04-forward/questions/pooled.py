import nn
from course.quiz.fresh import distinct, rows
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 5, 2
PLACES = {"top right": (0, 1), "bottom left": (1, 0), "bottom right": (1, 1)}
CASES = tuple(PLACES)


@distinct
def make(rng, place):
    row, column = PLACES[place]
    a = rng.integers(0, 10, (4, 4)).astype(float)
    pooled = nn.max_pool2d(a[None, None], 2)[0, 0]
    block = a[2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
    if block.mean() != round(block.mean()):
        raise ValueError("the mean of the block isn't a whole number")
    return Numeric(
        f"Row by row, a feature map is {rows(a, 0)}. Max pooling with blocks of $2 \\times 2$ turns"
        f" it into $2 \\times 2$ numbers. What’s the one at the {place}?",
        float(pooled[row, column]),
        0,
        f"The block at the {place} has the rows {rows(block, 0)}. Its largest number is"
        f" {pooled[row, column]:.0f}.",
        (
            Slip(
                float(block.mean()),
                "That’s the mean of the block. Max pooling keeps its largest number.",
                "mean-for-largest",
            ),
            Slip(
                float(block.sum()),
                "That’s the sum of the block. Max pooling keeps its largest number.",
                "sum-for-largest",
            ),
            Slip(
                float(pooled.max()),
                "That’s the largest number of the whole map. Each block has its own.",
                "largest-of-all",
            ),
            Slip(
                float(a[row : row + 2, column : column + 2].max()),
                "You moved the block by one pixel, as a filter’s window. Blocks lie side by side"
                " and don’t overlap.",
                "blocks-overlap",
            ),
        ),
        "forward#fewer-weights-not-less-work",
        "forward#figure-slide",
    )
