from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 3, 1


def make(rng):
    what = rng.choice(["the exercises of a lesson", "the figures", "the quiz"])
    return Choice(
        f"What do you have to install for {what}?",
        Option(
            "Nothing: a browser is enough",
            "Python, NumPy and the recogniser are part of this site. They work without a network "
            "too, once the line at the foot of the page says so.",
        ),
        (
            Option(
                "Python and NumPy",
                "Both are part of the site and run in the browser.",
                "python-needed",
            ),
            Option(
                "Python and PyTorch",
                "Only who wants to train the large network outside the browser needs these.",
                "torch-needed",
            ),
            Option(
                "Nothing, but every page needs a network connection",
                "Not any more, once the line at the foot of the page says so.",
                "network-needed",
            ),
        ),
        "welcome#before-you-start",
    )
