from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "activations", 2, 2


def make(rng):
    name = rng.choice(["z", "t", "v"])
    size = int(rng.choice([800, 1000, 5000]))
    return Several(
        f"`{name}` is an array with numbers from −{size} to {size}. Which of these never overflow?",
        (
            Option(
                f"`np.exp(-np.abs({name}))`",
                "The exponent is never above 0, so the result lies between 0 and 1.",
            ),
            Option(
                f"`np.exp(np.minimum({name}, 0))`",
                "All positive numbers are cut to 0 first, so no exponent is above 0.",
            ),
        ),
        (
            Option(
                f"`1 / (1 + np.exp(-{name}))`",
                f"For {name} = −{size} the exponent is {size}. The end result happens to be right, "
                "but the step in between overflows.",
                "overflow",
            ),
            Option(
                f"`np.exp({name}) / (1 + np.exp({name}))`",
                f"For {name} = {size} this is infinite divided by infinite.",
                "overflow-positive",
            ),
            Option(
                f"`np.where({name} < 0, np.exp({name}), np.exp(-{name}))`",
                "`np.where` only chooses. Both branches are computed for all numbers first, also "
                "where they overflow.",
                "both-branches",
            ),
        ),
        "activations#a-sigmoid-that-no-z-breaks",
        "activations#figure-curves?activation=sigmoid&z=-6",
    )
