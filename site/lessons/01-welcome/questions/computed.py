from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "welcome", 0, 1
COMPUTED = (
    ("The height of the ten bars", "The bars are what the network makes of your drawing."),
    ("The digit that it names", "It is the one with the highest bar."),
    ("How sure it says it is", "That is a share of 100 %, and it comes from the network too."),
)
GIVEN = (
    (
        "The strokes on the pad",
        "You drew them. They become grey values, and those are all that the network knows.",
        "input-for-output",
    ),
    (
        "The square of 28 × 28 grey values",
        "That is the input. It is made from your strokes, before the network begins.",
        "input-for-output",
    ),
    (
        "The ten digits that there are to choose from",
        "A person fixed them before training.",
        "classes-learnt",
    ),
)


def make(rng):
    right = rng.choice(len(COMPUTED), 2, replace=False)
    wrong = rng.choice(len(GIVEN), 2, replace=False)
    return Several(
        "You draw a digit on the pad. What of this did the network compute?",
        tuple(Option(*COMPUTED[i]) for i in right),
        tuple(Option(*GIVEN[i]) for i in wrong),
        "welcome#draw-before-you-read",
    )
