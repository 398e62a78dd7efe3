import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, signed, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 0, 2
RECAP = "What does multiplying do with the upstream"
OPERATIONS = {"multiply": "a \\cdot b", "add": "a + b", "max": "\\max(a, b)"}
CASES = [(name, larger) for name in ("multiply", "max", "add", "multiply") for larger in (0, 1)]


def parts(name, a, b, up):
    """Return what a node hands back to a and to b; max is b plus the ReLU of the difference."""
    a, b = nn.Value(a), nn.Value(b)
    made = {"multiply": lambda: a * b, "add": lambda: a + b, "max": lambda: (a - b).relu() + b}
    (made[name]() * up).backward()
    return a.grad, b.grad


def told(pair):
    return f"{number(pair[0])} at $a$, {number(pair[1])} at $b$"


@distinct
def make(rng, case):
    name, larger = case
    a, b = sorted(tenths(rng, 0.2, 3, 2).tolist(), reverse=larger == 0)
    up = float(tenths(rng, -2, 2))
    if abs(up) == 1 or a == b:
        raise ValueError("two mistakes would look alike")
    reasons = {
        "multiply": (
            "Multiply swaps: each factor gets upstream times the other factor,"
            f" {signed(up, 1)} · {number(b, 1)} and {signed(up, 1)} · {number(a, 1)}.",
            "Only a multiplication swaps the two numbers.",
        ),
        "add": (
            "Add passes on: both local slopes are 1, so both get the upstream slope.",
            "Only an addition passes the upstream slope on to both.",
        ),
        "max": (
            "Max routes: the larger number gets the whole upstream slope. A small change of the"
            " other one doesn’t change the result.",
            "Only a maximum sends everything to the larger number.",
        ),
    }
    wrong = [
        Option(told(parts(other, a, b, up)), reasons[other][1], f"rule-of-{other}")
        for other in OPERATIONS
        if other != name
    ]
    own = Option(
        told((up * a, up * b)),
        "That multiplies upstream by each number’s own value. What counts is the local slope.",
        "own-value",
    )
    return Choice(
        f"In a graph, $d = {OPERATIONS[name]}$ with $a$ = {number(a, 1)} and $b$ = {number(b, 1)}."
        f" On the way back, the slope {number(up, 1)} arrives at $d$. What does $d$ hand back?",
        Option(told(parts(name, a, b, up)), reasons[name][0]),
        (*wrong, own),
        "backprop#the-graph",
        "backprop#figure-graph?step=10",
    )
