import numpy as np

import nn
from course.quiz.fresh import distinct, point, shares
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 0, 2
RECAP = "Why does adding 5"


@distinct
def make(rng):
    z, c = rng.integers(-2, 4, 3).astype(float), float(rng.choice([-5, -4, -3, 3, 4, 5]))
    p = nn.softmax(z)
    one = np.eye(3)[int(z.argmax())]
    others = (2 * z, z + c * one, -z)
    if any(np.allclose(nn.softmax(other), p) for other in others):
        raise ValueError("a wrong row of logits gives the same probabilities")
    return Choice(
        f"For the logits {point(z, 0)}, softmax gives the probabilities {shares(p)}. Which other"
        " logits give the same probabilities?",
        Option(
            point(z + c, 0),
            "All three logits differ from the old ones by the same number. That multiplies each"
            " power and their sum by the same factor, which cancels.",
        ),
        (
            Option(
                point(others[0], 0),
                "Those are twice the old logits, so the differences between them are twice as"
                " large, and the probabilities are further apart.",
                "multiplied",
            ),
            Option(
                point(others[1], 0),
                "Only one logit has changed. So the differences have changed, and the probabilities"
                " with them.",
                "one-logit-shifted",
            ),
            Option(
                point(others[2], 0),
                "The signs are reversed, so the class that had the largest probability now has the"
                " smallest.",
                "signs-reversed",
            ),
        ),
        "loss#from-two-classes-to-ten",
        "loss#figure-logits?shift=4",
    )
