from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 1, 1
KINDS = {
    "deep": (
        "Yes: several layers learn the features together with the answer",
        "It has several layers, and nobody chose the features: both marks of deep learning.",
    ),
    "features-chosen": (
        "No: a person chose the features, and a single sum weighs them",
        "Choosing the features by hand is what deep learning does away with.",
    ),
    "single-sum": (
        "No: each answer is a single weighted sum of the raw inputs",
        "Deep learning needs layers in between, which find features for the final sums.",
    ),
    "nothing-learned": (
        "No: it follows fixed rules that a person wrote down",
        "Rules that a person wrote aren’t learned from examples, so this isn’t learning at all.",
    ),
}
DENIED = {
    "deep": "There aren’t several layers that learn features.",
    "features-chosen": "There’s no sum that learns to weigh features chosen by a person.",
    "single-sum": "There’s no single learned sum of the raw inputs for each answer.",
    "nothing-learned": "It does learn from examples.",
}
CASES = (
    ("A network of six layers gets the pixels of X-rays and learns to find broken bones.", "deep"),
    (
        "A system translates. Its dozens of layers were trained together, on pairs of sentences.",
        "deep",
    ),
    (
        "An engineer measures the loops and corners of each digit. A logistic regression learns to"
        " weigh these measurements.",
        "features-chosen",
    ),
    (
        "A botanist measures the petals of each flower. A perceptron learns from the two lengths"
        " which species it is.",
        "features-chosen",
    ),
    (
        "Each of ten digits gets a weighted sum of all 784 pixels. The weights are learned, and"
        " the largest sum wins.",
        "single-sum",
    ),
    (
        "A logistic regression gets the gray values of a photo. It learns one weight per pixel,"
        " to tell day from night.",
        "single-sum",
    ),
    (
        "A program reads checks by comparing each digit with ten stencils that a person drew.",
        "nothing-learned",
    ),
    (
        "A spam filter blocks every message that contains a word from a list somebody typed in.",
        "nothing-learned",
    ),
)


def make(rng, case):
    text, right = case
    others = [slug for slug in KINDS if slug != right]
    return Choice(
        f"{text} Is this deep learning?",
        Option(*KINDS[right]),
        tuple(Option(KINDS[slug][0], DENIED[slug], slug) for slug in others),
        "welcome#from-one-formula-to-layers",
    )  # fmt: skip
