import numpy as np

from course.quiz.fresh import distinct, point, rows, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 2, 2


@distinct
def make(rng):
    z = tenths(rng, -3, 3, (3, 3))
    labels = z.argmax(axis=1)
    return Choice(
        f"A batch of three examples has these logits, one row per example: {rows(z)}. Which labels"
        " does the network predict?",
        Option(
            point(labels, 0),
            "Each label is the position of the row’s largest logit, counted from 0. Softmax"
            " wouldn’t change the order.",
        ),
        (
            Option(
                point(z.argmax(axis=0), 0),
                "You looked down the columns, which is `argmax(axis=0)`. Each example is a row.",
                "wrong-axis",
            ),
            Option(
                point(labels + 1, 0),
                "You started counting at 1. The first class is class 0.",
                "counted-from-one",
            ),
            Option(
                point(z.argmin(axis=1), 0),
                "You took the smallest logits, which belong to the least likely classes.",
                "least-likely",
            ),
            Option(
                point(np.abs(z).argmax(axis=1), 0),
                "You ignored the signs. A logit far below 0 belongs to a very unlikely class.",
                "sign-ignored",
            ),
        ),
        "forward#from-logits-to-a-prediction",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
