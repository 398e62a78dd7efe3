from course.figures.svg import number
from course.quiz.fresh import distinct, refuse_given
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 4, 2
RECAP = "How does a misread image"
CASES = (
    ("circles", "squares"),
    ("shoes", "bags"),
    ("cats", "dogs"),
    ("apples", "pears"),
    ("trees", "houses"),
    ("cups", "spoons"),
    ("stars", "hearts"),
    ("keys", "locks"),
)


@distinct
def make(rng, case):
    yes, no = case
    rate = float(rng.choice([0.1, 0.2, 0.5]))
    added, subtracted = (int(one) for one in rng.integers(4, 12, 2))
    inked, also = int(rng.integers(2, added)), int(rng.integers(2, subtracted))
    weight = rate * (inked - also)
    slips = (inked - also, -weight, rate * (inked + also), rate * (added - subtracted))
    refuse_given(weight, (*slips, 0.0))
    return Numeric(
        f"A neuron learns to tell pictures of {yes} (label 1) from pictures of {no} (label 0). All"
        f" weights start at 0, and the learning rate is {number(rate, 1)}. In training, it misreads"
        f" {added} pictures of {yes} and {subtracted} of {no}. One pixel is ink, 1, in {inked} of"
        f" the misread {yes} and in {also} of the misread {no}. In the others it’s paper, 0. What’s"
        " this pixel’s weight after training? Give one decimal.",
        weight,
        1,
        f"Each misread picture of {yes} is added, and each of {no} is subtracted, times the"
        f" learning rate. Only those with ink in this pixel change its weight:"
        f" {number(rate, 1)} · ({inked} − {also}) = {number(weight, 1)}.",
        (
            Slip(
                float(slips[0]),
                "You left out the learning rate. Each misread picture counts times that.",
                "learning-rate-left-out",
            ),
            Slip(
                float(slips[1]),
                "Your signs are the wrong way around. A missed 1 has the error 1, so its picture is"
                " added.",
                "sign-of-update",
            ),
            Slip(
                float(slips[2]),
                f"You added all of them. For misread {no}, the error is −1, so their ink is"
                " subtracted.",
                "always-added",
            ),
            Slip(
                float(slips[3]),
                "That’s how the bias moves. A weight moves only where its own input isn’t 0.",
                "input-forgotten",
            ),
        ),
        "perceptron#one-neuron-reads-digits",
        "perceptron#figure-reader",
    )
