import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 2, 1


@distinct
def make(rng):
    network = nn.MLP.random([20, 16, 3], rng)
    x = rng.normal(size=(1, 20))
    total = float(network.probabilities(x).sum())
    word = rng.choice(["xyz", "qwrtz", "brzk"])
    names = rng.permutation(["English", "German", "Spanish"])
    return Choice(
        f"A network has learnt to tell {names[0]}, {names[1]} and {names[2]} words apart, with "
        f"softmax at the end. You give it `{word}`, which is a word of none of them. What do you "
        "know of its three probabilities?",
        Option(
            f"They add up to {total:.0f}",
            "Softmax divides by the sum, so the shares always add up to 1. The network cannot say "
            "that it is none of these.",
        ),
        (
            Option(
                f"All are close to {total - 1:.0f}, since none of them fits",
                "That would need a sigmoid for each class. Softmax shares out all of 1, whatever "
                "comes in.",
                "sigmoid",
            ),
            Option(
                f"They add up to any number between {total - 1:.0f} and {len(names)}",
                "So it would be with a sigmoid for each class. The shares of softmax compete.",
                "sigmoid-per-class",
            ),
            Option(
                "Each of them is exactly one third",
                "Equal shares need equal logits. A strange input gives some logits, and they will "
                "hardly be equal.",
                "unknown-means-equal",
            ),
        ),
        "forward#words",
        "forward#figure-words",
    )
