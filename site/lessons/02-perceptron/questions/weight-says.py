from course.figures.svg import number, with_article
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 4, 1
RECAP = "How does a misread image"
CASES = (
    (0, 1, 2.1),
    (0, 1, -1.8),
    (3, 7, -4.2),
    (3, 7, 0.0),
    (4, 9, 6.3),
    (4, 9, -5.5),
    (2, 8, 0.0),
    (6, 5, 3.4),
)


def make(rng, case):
    no, yes, weight = case
    stem = (
        f"A neuron tells {no} from {yes} in images of 28 × 28 pixels. Its answer 1 means"
        f" {with_article(yes)}. After training, one pixel’s weight is {number(weight, 1)}."
        " What does that tell you?"
    )
    see, figure = "perceptron#one-neuron-reads-digits", "perceptron#figure-reader"
    if weight == 0:
        right = Option(
            "Ink in this pixel doesn’t change this neuron’s answer",
            "The product is 0, whatever the input is. Another neuron may well use this pixel.",
        )
        wrong = (
            Option(
                "None of the training images had any ink in this pixel",
                "Only misread images change weights. Others may have ink there, and of two misread"
                " ones, one may have added what the other subtracted.",
                "weight-for-ink",
            ),
            Option(
                f"Ink in this pixel makes $z$ 0, so the answer is {with_article(yes)}",
                "This one product is 0. The other pixels and the bias still add up to $z$.",
                "product-for-sum",
            ),
            Option(
                "This pixel hasn’t been trained yet, so it needs more epochs",
                "The rule treats every weight alike. 0 can be the right value.",
                "zero-is-untrained",
            ),
        )
        return Choice(stem, right, wrong, see, figure)
    up = weight > 0
    toward, away = (yes, no) if up else (no, yes)
    right = Option(
        f"Ink in this pixel speaks for {with_article(toward)}",
        f"Ink there {'raises' if up else 'lowers'} $z$, and the answer is {int(up)} if $z$ ends up"
        f" {'at least' if up else 'below'} 0. The other pixels have their say, too.",
    )
    wrong = (
        Option(
            f"Each {toward} in the training images has ink in this pixel",
            "A weight says what the neuron does with ink, not where images have it. A few"
            " misread images are enough to make it.",
            "weight-for-ink",
        ),
        Option(
            f"An image with ink in this pixel is never read as {with_article(away)}",
            "It’s one product among 784. The others can outweigh it.",
            "one-pixel-decides",
        ),
        Option(
            f"Ink in this pixel speaks for {with_article(away)}",
            f"The weight is {'above' if up else 'below'} 0, so ink moves $z$ toward the other"
            " answer.",
            "sign",
        ),
    )
    return Choice(stem, right, wrong, see, figure)
