from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 3, 2
RECAP = "Why is the gradient of a [mini-batch]"
CASES = [
    ("images of cats", "images of dogs"),
    ("spam messages", "wanted messages"),
    ("healthy leaves", "sick leaves"),
    ("sunny days", "rainy days"),
    ("songs in a major key", "songs in a minor key"),
    ("genuine coins", "fake coins"),
    ("images of a 3", "images of an 8"),
    ("English words", "German words"),
]


@distinct
def make(rng, case):
    first, second = case
    return Choice(
        f"A file has 2,000 {first}, then 2,000 {second}. You train for one epoch in batches of 20"
        " and forget to shuffle. What do you have at its end?",
        Option(
            f"A network that takes nearly everything for {second}",
            f"The last 100 steps saw only {second}, so they undid what the first 100 taught.",
        ),
        (
            Option(
                f"A network that takes nearly everything for {first}",
                "The first steps are undone by the later ones, which saw only the other class.",
                "first-steps-win",
            ),
            Option(
                "The same network as with shuffled examples, since each is used once anyway",
                "Each step starts where the last one ended, so their order counts: one class’s"
                " steps undo the other’s.",
                "order-ignored",
            ),
            Option(
                "The same network as at the start, since the two classes’ gradients cancel",
                "They would cancel only if they were taken at the same weights. But the weights"
                " change after every batch.",
                "gradients-cancel",
            ),
        ),
        "backprop#why-to-shuffle",
        "backprop#figure-batches?size=4&order=sorted",
    )
