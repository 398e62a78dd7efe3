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
        f" a mistake, or after 100 epochs. The learning rate is {rate}. (The lines are shown"
        " without their indentation.)",
        coded(
            "for epoch in range(100):",
            *before,
            "    for row, label in zip(x, y):",
            "        error = label - int(row @ w + b >= 0)",
            update,
            count,
            end,
        ),
        f"Each epoch begins with {'a count of 0' if counted else '`changed = False`'} and goes"
        " through all the rows. The update needs the error."
        " After the last row you know whether the epoch had a mistake, so that’s when it can stop.",
        "perceptron#the-learning-rule",
        "perceptron#figure-learning?step=0",
        alternatives=((0, 1, 2, 3, 5, 4, 6),),
    )
