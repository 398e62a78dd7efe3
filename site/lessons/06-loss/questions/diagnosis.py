from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 4, 2
CASES = {
    "overfitting": (
        "Stop, and keep the weights of the lowest validation loss",
        "Training falls and validation rises: it learns what holds for the training images only.",
    ),
    "go-on": ("Go on training", "Both still fall together, so there is more to be learnt."),
    "too-small": (
        "Take a larger network or another learning rate",
        "Both stay high and flat: it does not even learn the training images.",
    ),
}
LEFT = (
    "Judge by the training loss alone",
    "It falls even when a network learns wrong labels by heart. Only other images tell.",
    "training-loss-alone",
)


@distinct
def make(rng):
    case = list(CASES)[rng.integers(len(CASES))]
    low, high = float(rng.uniform(0.02, 0.2)), float(rng.uniform(0.3, 0.5))
    train, valid = {
        "overfitting": ((high, low), (high + 0.05, high + rng.uniform(0.2, 0.5))),
        "go-on": ((high + 0.8, high), (high + 0.9, high + 0.08)),
        "too-small": ((2.3 + low / 10, 2.3), (2.32, 2.32 - low / 10)),
    }[case]
    others = [name for name in CASES if name != case]
    return Choice(
        "Ten digits are learnt. From epoch 10 to epoch 20 the training loss goes from "
        f"{number(train[0])} to {number(train[1])}, the validation loss from {number(valid[0])} to "
        f"{number(valid[1])}. What do you do?",
        Option(*CASES[case]),
        (
            *(
                Option(
                    CASES[name][0],
                    f"That fits another picture. {CASES[name][1]}",
                    f"taken-for-{name}",
                )
                for name in others
            ),
            Option(*LEFT),
        ),
        "loss#two-curves",
        "loss#figure-curves?labels=clean&epoch=20",
    )
