from course.quiz.items import Order

LESSON, GOAL, LEVEL = "perceptron", 3, 3


def make(rng):
    first, second = [("(1, 0)", "(0, 1)"), ("(0, 1)", "(1, 0)")][rng.integers(2)]
    return Order(
        "Put the proof that no neuron answers XOR into an order in which each line follows from "
        "those before it.",
        (
            "Suppose some weights and some bias answer all four points of XOR rightly.",
            f"Since {first} and {second} are answered 1, both $w_1 + b \\ge 0$ and $w_2 + b \\ge "
            f"0$.",
            "Added up: $w_1 + w_2 + 2b \\ge 0$.",
            "Since (0, 0) is answered 0, $b < 0$, so taking one $b$ away makes the sum larger: "
            "$w_1 + w_2 + b > 0$.",
            "So (1, 1) is answered 1, but XOR wants 0: no such weights exist.",
        ),
        "First what is demanded, then the sum of two demands, then the third demand on the bias, "
        "and at the end the point that contradicts them.",
        "perceptron#where-it-fails-xor",
        "perceptron#figure-xor?why=true",
    )
