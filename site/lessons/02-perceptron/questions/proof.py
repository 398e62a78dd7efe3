from course.quiz.items import Order

LESSON, GOAL, LEVEL = "perceptron", 3, 3
RECAP = "Why can't a single neuron"
CASES = [
    (gate, signed, turned)
    for gate in ("XOR", "XNOR")
    for signed in (False, True)
    for turned in (False, True)
]
STEM = {
    "XOR": "XOR, which is 1 if exactly one input is {yes}",
    "XNOR": "XNOR, which is 1 if both inputs are the same",
}


def make(rng, case):
    gate, signed, turned = case
    lines, reason, alternatives = (with_signs if signed else with_zeros)(gate == "XOR", turned)
    yes, no = ("1", "−1") if signed else ("1", "0")
    return Order(
        f"Put the proof in order: no neuron computes {STEM[gate].format(yes=yes)}. Each input is"
        f" {yes} or {no}.",
        (
            f"Suppose some weights and a bias answer all four inputs of {gate} correctly.",
            *lines,
        ),
        reason,
        "perceptron#where-it-fails-xor",
        "perceptron#figure-xor?why=true",
        alternatives=alternatives,
    )


def pair(one, other, turned):
    return f"{other} and {one}" if turned else f"{one} and {other}"


def with_zeros(xor, turned):
    """Return the lines, the reason and the other orders, where inputs are 0 and 1."""
    up, above = ("\\ge", ">") if xor else ("<", "<")
    corner = "b < 0" if xor else "b \\ge 0"
    side = "larger" if xor else "smaller, or leaves it as it is"
    lines = (
        f"(0, 0) needs the answer {0 if xor else 1}, so ${corner}$.",
        f"{pair('(0, 1)', '(1, 0)', turned)} need the answer {1 if xor else 0}, so"
        f" {pair(f'$w_2 + b {up} 0$', f'$w_1 + b {up} 0$', turned)}.",
        f"Add these two: $w_1 + w_2 + 2b {up} 0$.",
        f"Subtract $b$, which makes the left side {side}: $w_1 + w_2 + b {above} 0$.",
        f"So (1, 1) gets the answer {1 if xor else 0}, but it needs {0 if xor else 1}.",
    )
    reason = (
        "What (0, 0) needs and what the other two points need can come in either order. Add the two"
        " inequalities with $w_1$ and $w_2$. Then subtract $b$, whose sign you know, and you get"
        " the answer for (1, 1): the wrong one."
    )
    return lines, reason, ((0, 2, 1, 3, 4, 5), (0, 2, 3, 1, 4, 5))


def with_signs(xor, turned):
    """Return the lines, the reason and the other orders, where inputs are −1 and 1."""
    same, mixed = ("<", "\\ge") if xor else ("\\ge", "<")
    lines = (
        f"{pair('(−1, −1)', '(1, 1)', turned)} need the answer {0 if xor else 1}, so"
        f" {pair(f'$-w_1 - w_2 + b {same} 0$', f'$w_1 + w_2 + b {same} 0$', turned)}.",
        f"Add the two sums for equal inputs: $2b {same} 0$.",
        f"{pair('(−1, 1)', '(1, −1)', turned)} need the answer {1 if xor else 0}, so"
        f" {pair(f'$-w_1 + w_2 + b {mixed} 0$', f'$w_1 - w_2 + b {mixed} 0$', turned)}.",
        f"Add the two sums for different inputs: $2b {mixed} 0$.",
        "But $2b$ can’t be both below 0 and at least 0.",
    )
    reason = (
        "Either pair of points can come first. When you add the two sums of a pair, the weights"
        " cancel, and only the bias is left. The two pairs together ask for a bias that can’t be."
    )
    return lines, reason, (
        (0, 3, 4, 1, 2, 5), (0, 1, 3, 2, 4, 5), (0, 1, 3, 4, 2, 5), (0, 3, 1, 2, 4, 5),
        (0, 3, 1, 4, 2, 5),
    )  # fmt: skip
