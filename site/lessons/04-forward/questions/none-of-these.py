import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 2, 1
RECAP = "Why can't the network for"
CASES = (
    ("words of English, German, and Spanish", "`xyz`, which isn’t a word", 3),
    ("words of English, German, and Spanish", "`brzk`, which isn’t a word", 3),
    ("the ten handwritten digits", "a drawing of a cat", 10),
    ("the ten handwritten digits", "an empty sheet", 10),
    ("the songs of five kinds of birds", "the noise of a drill", 5),
    ("the songs of four kinds of birds", "a bird of another kind", 4),
    ("photos of apples, pears, plums, and figs", "a photo of a shoe", 4),
    ("photos of six kinds of flowers", "a photo of a mushroom", 6),
)


@distinct
def make(rng, case):
    kinds, strange, classes = case
    network = nn.MLP.random([20, 16, classes], rng)
    total = float(network.probabilities(rng.normal(size=(1, 20))).sum())
    return Choice(
        f"A network has learned to tell apart {kinds}, with softmax at the end. You give it"
        f" {strange}. What do you know about its {classes} probabilities?",
        Option(
            f"They add up to {total:.0f}, as always after softmax, whatever comes in",
            "Softmax divides each power by the sum of all of them, so the probabilities always add"
            f" up to {total:.0f}. The network can’t answer “none of these”.",
        ),
        (
            Option(
                "All of them are close to 0",
                "They can’t all be small, because softmax always divides a total of 1 among the"
                " classes.",
                "sigmoid",
            ),
            Option(
                f"They add up to something between 0 and {classes}",
                "That could happen with a separate sigmoid for each class. Softmax makes the"
                " classes share a total of 1.",
                "sigmoid-per-class",
            ),
            Option(
                f"Each of them is 1/{classes}",
                "They’re equal only if all the logits are equal. A strange input gives some logits,"
                " too, and those hardly ever agree.",
                "unknown-means-equal",
            ),
        ),
        "forward#words",
        "forward#figure-words",
    )
