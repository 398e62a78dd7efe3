from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "perceptron", 1, 2
RECAP = "You multiply all the weights"
NONE = "None: the line stays, and so does the side of the 1s"
ALL = "All of them, except for points exactly on the line"
SOME = "Only those of points near the line, which moves"
CASES = (3.0, -1.0, 0.5, -2.0, 10.0, -0.5, 2.0, -3.0)


@distinct
def make(rng, factor):
    w, b = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -0.9, 0.9))
    shown = number(factor, 0) if factor == round(factor) else number(factor, 1)
    same = factor > 0
    keeps = f"{shown} · $z$ has the same sign as $z$, so no answer changes."
    flips = (
        f"{shown} · $z$ has the opposite sign of $z$, so every answer changes, except on the line,"
        " where both sums are 0."
    )
    why = keeps if same else flips
    right, other = (NONE, ALL) if same else (ALL, NONE)
    return Choice(
        f"A perceptron has the weights {point(w)} and the bias {number(b, 1)}. You multiply all"
        f" three numbers by {shown}. Which of its answers change?",
        Option(right, why),
        (
            Option(other, f"That would need a {'negative' if same else 'positive'} factor.",
                   "sign-of-the-factor"),
            Option(SOME, f"The line doesn’t move: where $z$ is 0, {shown} · $z$ is 0, too.",
                   "scaling-moves-the-line"),
            Option("That depends on the learning rate",
                   "Nothing is learned here, so there’s no learning rate. Only $z$ decides.",
                   "learning-rate-matters"),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary",
    )  # fmt: skip
