from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 1, 1


def make(rng):
    digit = rng.choice(["3", "5", "9"])
    return Choice(
        f"Why is one weighted sum of all pixels not enough to tell a {digit} from other digits?",
        Option(
            f"No single pixel is typical of a {digit}; it takes parts that are found first, and a "
            "second sum of those",
            "That is what layers add: the features are no longer chosen by a person, they are "
            "learnt "
            "layer by layer.",
        ),
        (
            Option(
                "A sum of so many pixels takes too long to compute",
                "Hundreds of products are nothing for a computer. The sum cannot *say* it.",
                "too-slow",
            ),
            Option(
                "The sum needs more training images",
                "With more images you find the best sum, and the best sum is still one sum.",
                "more-data",
            ),
            Option(
                "The pixels have to be chosen by a person first",
                "It is the other way round: in deep learning features are learnt, not chosen.",
                "features-chosen",
            ),
        ),
        "welcome#from-one-formula-to-layers",
    )
