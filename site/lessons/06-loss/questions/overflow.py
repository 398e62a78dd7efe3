import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 0, 2


def written(p):
    return "`[" + ", ".join(f"{one:.2f}" for one in p) + "]`"


@distinct
def make(rng):
    low = int(rng.choice([800, 1000, 2000])) * int(rng.choice([-1, 1]))
    z = low + rng.permutation(3).astype(float)
    with np.errstate(all="ignore"):
        e = np.exp(z)
        plain = e / e.sum()
    why = (
        f"Every `np.exp(z)` is `{e[0]}`, and `{e[0]}` divided by `{e.sum()}` is no number. On "
        f"paper "
        "the result is fine; in a computer the largest logit has to be taken off first."
    )
    last = np.zeros(3)
    last[z.argmax()] = 1
    return Choice(
        f"`z` holds the logits {z[0]:.0f}, {z[1]:.0f} and {z[2]:.0f}. What does NumPy give for "
        "`np.exp(z) / np.exp(z).sum()`?".replace("-", "−"),
        Option(written(plain), why),
        (
            Option(
                written(nn.softmax(z)),
                "That is softmax on paper, and what you get when the largest logit is taken off "
                f"first. Here each power is `{e[0]}`.",
                "overflow",
            ),
            Option(
                written(last),
                "That would be the hard maximum. The logits lie close together, so on paper all "
                "three get a share; in a computer none does.",
                "hard-maximum",
            ),
            Option(
                written(np.full(3, 1 / 3)),
                f"Three powers that all are `{e[0]}` seem to deserve equal shares. But "
                f"`{e[0]}` divided by their sum is no number.",
                "equal-shares",
            ),
        ),
        "loss#breaking-it-and-the-cure",
        f"loss#figure-overflow?size={max(-1000, min(990, low))}",
    )
