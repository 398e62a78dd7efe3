from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 1, 1
DEEP = "Yes: several layers learn the features together with the answer"
KINDS = {  # each kind of program: its answer, why that's right, and what other answers get wrong
    "deep": (
        DEEP,
        "It has several layers, and nobody chose the features: both marks of deep learning.",
        {
            "learning-is-enough": (
                "Yes: it learns from examples",
                "It does, but so does a single neuron. What counts is that several layers learn"
                " features.",
            ),
            "features-needed": (
                "No: nobody has told it which features of the input matter",
                "That’s the point of deep learning: its layers find the features themselves.",
            ),
            "single-sum": (
                "No: in the end, each answer is just a weighted sum",
                "The last layer does compute weighted sums, but of features that the layers before"
                " it have learned.",
            ),
        },
    ),
    "features-chosen": (
        "No: a person chose the features, and a single sum weighs them",
        "Choosing the features by hand is what deep learning does away with.",
        {
            "deep": (DEEP, "Only the weights of one sum are learned. A person chose the features."),
            "learning-is-enough": (
                "Yes: it learns from examples",
                "It does, but only one sum learns. Deep learning has several layers that learn.",
            ),
            "single-sum": (
                "No: the answer is a single weighted sum of the raw inputs",
                "The sum gets measurements that a person chose, not the raw inputs.",
            ),
        },
    ),
    "single-sum": (
        "No: each answer is a single weighted sum of the raw inputs",
        "Deep learning needs layers in between, which find features for the final sums.",
        {
            "deep": (DEEP, "There’s only one layer of sums, and it gets the raw inputs."),
            "learning-is-enough": (
                "Yes: it learns from examples",
                "It does, but there’s only one layer of sums. Deep learning has several layers.",
            ),
            "features-chosen": (
                "No: a person chose the features, and a single sum weighs them",
                "Nobody chose any features here: the sum gets the raw inputs.",
            ),
        },
    ),
    "nothing-learned": (
        "No: it follows fixed rules that a person wrote down",
        "Rules that a person wrote aren’t learned from examples, so this isn’t learning at all.",
        {
            "deep": (DEEP, "Nothing here has layers, and nothing is learned."),
            "learning-is-enough": (
                "Yes: it learns from examples",
                "It doesn’t learn: what a person put in stays as it is.",
            ),
            "features-chosen": (
                "No: a person chose the features, and a single sum weighs them",
                "A person chose more than features here: nothing is left to be learned or weighed.",
            ),
        },
    ),
}
CASES = (
    (
        "A network of six layers gets nothing but the pixels of X-rays, and learns to find broken"
        " bones.",
        "deep",
    ),
    (
        "A system translates. Its dozens of layers were trained together, on nothing but pairs of"
        " sentences.",
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
    text, kind = case
    right, why, wrong = KINDS[kind]
    return Choice(
        f"{text} Is this deep learning?",
        Option(right, why),
        tuple(Option(answer, told, slug) for slug, (answer, told) in wrong.items()),
        "welcome#from-one-formula-to-layers",
    )
