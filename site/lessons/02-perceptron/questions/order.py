from course.quiz.fresh import coded
from course.quiz.items import Order

LESSON, GOAL, LEVEL = "perceptron", 2, 2


def make(rng):
    rate = rng.choice([0.1, 0.25, 0.5])
    return Order(
        "Put the lines of the perceptron's training into their order.",
        coded(
            "for epoch in range(100):",
            "    mistakes = 0",
            "    for row, label in zip(x, y):",
            "        error = label - int(row @ w + b >= 0)",
            f"        w, b = w + {rate} * error * row, b + {rate} * error",
            "        mistakes += abs(error)",
            "    if mistakes == 0: break",
        ),
        "An epoch begins with no mistake counted and goes through all rows. Each row is judged "
        "with the weights of this moment, then they move. Whether to stop can only be said when "
        "the whole epoch is over.",
        "perceptron#the-learning-rule",
        "perceptron#figure-learning?step=0",
        alternatives=((0, 1, 2, 3, 5, 4, 6),),
    )
