import numpy as np

from course.quiz.fresh import distinct, point, rows, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 2, 2


@distinct
def make(rng):
    z = tenths(rng, -3, 3, (3, 3))
    labels = z.argmax(axis=1)
    return Choice(
        f"A batch of three examples has these logits, a row an example: {rows(z)}. Which labels "
        "does the network give?",
        Option(
            point(labels, 0),
            "For each row the place of its largest logit, counted from 0. Softmax would not change "
            "the order.",
        ),
        (
            Option(
                point(z.argmax(axis=0), 0),
                "You looked down the columns, `argmax(axis=0)`. An example is a row.",
                "wrong-axis",
            ),
            Option(
                point(labels + 1, 0),
                "The places are right, but the counting begins with 0.",
                "counted-from-one",
            ),
            Option(
                point(z.argmin(axis=1), 0),
                "Those are the least likely classes.",
                "least-likely",
            ),
            Option(
                point(np.abs(z).argmax(axis=1), 0),
                "You ignored the signs. A large negative logit is a very unlikely class.",
                "sign-ignored",
            ),
        ),
        "forward#from-logits-to-a-prediction",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
