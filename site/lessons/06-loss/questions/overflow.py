import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 0, 2
RECAP = "Why does adding 5"
CASES = [way * size for size in (750, 800, 900, 990) for way in (1, -1)]


def written(p):
    return "`[" + ", ".join(f"{one:.2f}" for one in p) + "]`"


@distinct
def make(rng, low):
    z = low + rng.permutation(3).astype(float)
    with np.errstate(all="ignore"):
        e = np.exp(z)
        plain = e / e.sum()
    why = (
        f"Each `np.exp(z)` is `{e[0]}`, and `{e[0]}` divided by `{e.sum()}` is `nan`, “not a"
        " number”. (NumPy only warns you.) Subtract the largest logit first, and nothing goes"
        " wrong."
    )
    last = np.zeros(3)
    last[z.argmax()] = 1
    shown = [f"{one:.0f}".replace("-", "−") for one in z]
    return Choice(
        f"The NumPy array `z` contains the logits {shown[0]}, {shown[1]}, and {shown[2]}. What does"
        " `np.exp(z) / np.exp(z).sum()` give?",
        Option(written(plain), why),
        (
            Option(
                written(nn.softmax(z)),
                "That’s softmax on paper, and what you’d get after subtracting the largest logit.",
                "overflow",
            ),
            Option(
                written(last),
                "Only the largest logit counts in your answer, but on paper all three get a share.",
                "hard-maximum",
            ),
            Option(
                written(np.full(3, 1 / 3)),
                f"Three equal numbers would get equal shares, but nobody can divide `{e[0]}` by"
                f" `{e.sum()}`.",
                "equal-shares",
            ),
        ),
        "loss#breaking-it-and-the-cure",
        f"loss#figure-overflow?size={low}",
    )
