from course.quiz.items import Choice, Option

GOAL, LEVEL = 3, 1
NOTHING, SOURCE, ARRAYS, ONLINE = NEEDS = (
    "Nothing that you’d have to install or read",
    "Python 3.11 or newer, and the folder with this course’s source code",
    "The page *Arrays in ten minutes*",
    "A connection until the page says “Available offline”",
)
BESIDE_THE_POINT = {
    NOTHING: (
        "That’s true if you know NumPy, have a connection, and stay in the browser.",
        "nothing-needed",
    ),
    SOURCE: ("You need these only if you want to train the full model yourself.", "all-installed"),
    ARRAYS: ("That page explains NumPy’s arrays. They aren’t what’s missing here.", "arrays-first"),
    ONLINE: ("That’s for working without a connection later.", "offline-first"),
}
BROWSER = "Python and NumPy are part of this site, and they run in the browser."
TRAINING = "The full model is trained outside the browser, with PyTorch."
NEW = "The lessons use NumPy’s arrays, and that page introduces them."
STORED = "By then the browser has stored all that the pages need, Python included."
CASES = (
    ("You know NumPy, and want to run the code in a lesson right now.", NOTHING, BROWSER),
    ("In the project, you want to train a network of your own. You’re online.", NOTHING, BROWSER),
    ("You want to train the full model yourself, the one that reads the pad.", SOURCE, TRAINING),
    ("You want to change how the full model is trained, and train it again.", SOURCE, TRAINING),
    ("You’re about to start with The perceptron, and you’ve never used NumPy.", ARRAYS, NEW),
    ("In a lesson you find the line `z = x @ W.T`, and you don’t know `@` or `.T`.", ARRAYS, NEW),
    ("Tomorrow, on a plane, you want to run the code of the lessons.", ONLINE, STORED),
    ("Your train is about to go through a long tunnel, and you want to do the quiz there.",
     ONLINE, STORED),
)  # fmt: skip


def make(rng, case):
    want, right, why = case
    others = [NEEDS[i] for i in rng.permutation(len(NEEDS)) if NEEDS[i] != right]
    return Choice(
        f"{want} What do you need for that?",
        Option(right, why),
        tuple(Option(other, *BESIDE_THE_POINT[other]) for other in others),
        "welcome#before-you-start",
    )
