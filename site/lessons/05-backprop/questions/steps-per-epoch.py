from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 3, 1


@distinct
def make(rng):
    size = int(rng.choice([8, 16, 32, 64]))
    whole = int(rng.integers(5, 30))
    rest, epochs = int(rng.integers(1, size)), int(rng.integers(3, 8))
    examples = whole * size + rest
    return Numeric(
        f"You train for {epochs} epochs on {examples} examples, in batches of {size}. A last,"
        " smaller batch is used, too. How many steps does the training take in all?",
        epochs * (whole + 1),
        0,
        f"Each epoch has {whole} full batches and one with the remaining {rest}, so {whole + 1}"
        f" steps. Times {epochs}, that’s {epochs * (whole + 1)}.",
        (
            Slip(
                epochs * whole,
                f"You left out the last batch of each epoch, with the remaining {rest}.",
                "batches-end-too-early",
            ),
            Slip(
                whole + 1,
                "Those are the steps of one epoch. Multiply by the number of epochs.",
                "one-epoch-alone",
            ),
            Slip(
                epochs * examples,
                "You counted a step per example. All the examples of a batch share one step.",
                "size-ignored",
            ),
            Slip(
                epochs,
                "You counted one step per epoch. Each batch gets a step of its own.",
                "one-update-an-epoch",
            ),
        ),
        "backprop#a-batch-at-a-time",
    )
