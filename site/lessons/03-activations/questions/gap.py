from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 5, 2
CASES = [(10, 2), (10, 3), (20, 4), (15, 2), (25, 4), (30, 3), (12, 5), (30, 2)]  # neurons, times


@distinct
def make(rng, case):
    neurons, times = case
    gap = float(rng.choice([0.18, 0.36, 0.45, 0.54, 0.72, 0.9]))
    return Choice(
        f"{neurons} ReLU neurons follow a smooth curve in straight pieces of equal length. The gap"
        f" between the curve and the output is at most {number(gap, 2)}. About how large is it with"
        f" {neurons * times} neurons?",
        Option(
            number(gap / times**2, 3),
            f"The pieces are {times} times shorter, and a curve strays {times} · {times} times less"
            " from a straight line over such a piece.",
        ),
        (
            Option(
                number(gap / times, 3),
                f"The pieces are {times} times shorter, but the gap shrinks faster than they do: by"
                f" {times} for the length, and by {times} once more, because a shorter piece of the"
                " curve turns less.",
                "once-for-twice",
            ),
            Option(
                number(gap, 3),
                "More neurons mean more bends, and between two bends, the curve has less room to"
                " stray.",
                "neurons-change-nothing",
            ),
            Option(
                "0.000",
                "The pieces are still straight, and the curve isn’t. Only a curve made of straight"
                " pieces is met everywhere.",
                "exact",
            ),
        ),
        "activations#any-curve-from-bends",
        "activations#figure-fit?curve=wave",
    )
