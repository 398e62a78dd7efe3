from course.quiz.fresh import coded
from course.quiz.items import Order

LESSON, GOAL, LEVEL = "perceptron", 2, 2
CASES = [(rate, counted) for rate in (0.1, 0.25, 0.5, 1.0) for counted in (True, False)]


def make(rng, case):
    rate, counted = case
    update = f"        w, b = w + {rate} * error * row, b + {rate} * error"
    before = ("    mistakes = 0",) if counted else ("    changed = False",)
    count = "        mistakes += abs(error)" if counted else "        if error != 0: changed = True"
    end = "    if mistakes == 0: break" if counted else "    if not changed: break"
    return Order(
        "Put the lines of a perceptron’s training in order. It stops after the first epoch without"
        f" a mistake. The learning rate is {rate}.",
        coded(
            "for epoch in range(100):",
            *before,
            "    for row, label in zip(x, y):",
            "        error = label - int(row @ w + b >= 0)",
            update,
            count,
            end,
        ),
        "Each epoch starts without any mistakes and goes through all the rows. Each row is judged"
        " with the present weights, which then move. You know whether to stop only after the last"
        " row.",
        "perceptron#the-learning-rule",
        "perceptron#figure-learning?step=0",
        alternatives=((0, 1, 2, 3, 5, 4, 6),),
    )
