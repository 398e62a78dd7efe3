from itertools import combinations

from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "welcome", 0, 1
COMPUTED = (
    ("The heights of the ten bars", "They are the network’s ten probabilities."),
    ("The digit that it names", "It’s the one with the highest bar, so the network computed it."),
    ("The percentage that says how confident it is", "It’s the largest of the ten probabilities."),
    (
        "The activations of its hidden layers",
        "You don’t see them, but the network computes them anew for every drawing.",
    ),
)
GIVEN = (
    (
        "The strokes on the pad",
        "You drew the strokes. The network gets them only after they’ve become gray values.",
        "input-for-output",
    ),
    (
        "The square of 28 × 28 gray values",
        "That square is the input. It’s made from your strokes before the network starts.",
        "input-for-output",
    ),
    (
        "The ten digits to choose from",
        "A person decided, before the training, that there are ten classes.",
        "classes-learned",
    ),
    (
        "The weights between its layers",
        "The weights were learned long before you drew. Your drawing doesn’t change them.",
        "learned-while-reading",
    ),
)
PAIRS = list(combinations(range(4), 2))
CASES = [(PAIRS[i % 6], PAIRS[(i + i // 6 + 2) % 6]) for i in range(8)]


def make(rng, case):
    right, wrong = case
    return Several(
        "You draw a digit on the pad. Which of these does the network compute from your drawing?",
        tuple(Option(*COMPUTED[i]) for i in right),
        tuple(Option(*GIVEN[i]) for i in wrong),
        "welcome#draw-before-you-read",
    )
