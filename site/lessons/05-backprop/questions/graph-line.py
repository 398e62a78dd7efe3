from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "backprop", 4, 3
LINES = (
    ("class Value:", "This is right: the class of the nodes begins."),
    (
        "    def __add__(self, other):",
        "This is right: Python calls `__add__` for `self + other`.",
    ),
    (
        "        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])",
        "This is right: a sum changes exactly as much as each of its parts, so both slopes are 1.",
    ),
    (
        "    def __mul__(self, other):",
        "This is right: Python calls `__mul__` for `self * other`.",
    ),
    (
        "        return Value(self.data * other.data, [(self, other.data), (other, self.data)])",
        "This is right: the local slope at each factor is the other factor.",
    ),
    ("    def backward(self):", "This is right: the sweep takes nothing but the result."),
    ("        self.grad = 1.0", "This is right: the slope of the result at itself is 1."),
    (
        "        for node in reversed(self.nodes()):",
        "This is right: `nodes` has parents before their children, and the sweep goes back.",
    ),
    (
        "            for parent, slope in node.parents:",
        "This is right: each pair is an edge, a parent with its local slope.",
    ),
    (
        "                parent.grad += node.grad * slope",
        "This is right: upstream times local, added to what has arrived there before.",
    ),
)
MUL = "        return Value(self.data * other.data, "
WRONG = (
    (
        10,
        "                parent.grad = node.grad * slope",
        "With `=`, a number that’s used twice keeps only the part that arrives last. Parts add up,"
        " so it has to be `+=`.",
        "assigned",
    ),
    (
        10,
        "                parent.grad += slope",
        "The upstream slope, `node.grad`, is missing. Along a path, slopes multiply.",
        "upstream-forgotten",
    ),
    (
        10,
        "                parent.grad += node.grad",
        "The local slope of the edge is missing, so a product hands back what a sum would.",
        "local-forgotten",
    ),
    (
        8,
        "        for node in self.nodes():",
        "This goes from the inputs to the result, so nodes hand on their slopes before they have"
        " arrived.",
        "order-of-nodes",
    ),
    (
        7,
        "        self.grad = 0.0",
        "The slope of the result at itself is 1. From 0, every product is 0.",
        "start-at-zero",
    ),
    (
        5,
        MUL + "[(self, self.data), (other, other.data)])",
        "Each factor has its own value as its local slope. Multiplying swaps: it’s the other one.",
        "own-value",
    ),
    (
        5,
        MUL + "[(self, 1.0), (other, 1.0)])",
        "These are the local slopes of a sum. Those of a product are the other factors.",
        "slope-of-sum",
    ),
    (
        3,
        "        return Value(self.data + other.data, [(self, other.data), (other, self.data)])",
        "These are the local slopes of a product. A sum passes the upstream slope on: both are 1.",
        "slope-of-product",
    ),
)
CASES = WRONG


def make(rng, case):
    return Bug(
        "This class finds the slopes of formulas with `+` and `*`. The constructor stores `data`"
        " and `parents` and sets `grad` to 0. `nodes` returns the graph’s nodes, parents before"
        " their children. Which line is wrong?",
        **spoilt(LINES, case),
        see="backprop#the-graph",
        figure="backprop#figure-graph?step=10",
    )
