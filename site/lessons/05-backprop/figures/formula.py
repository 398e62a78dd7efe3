"""The graph of a small formula: each node with its operation, its number, and its level."""

import nn
from course.figures.svg import Svg, number

CONTROLS = []
R, S, T = (nn.Value(one) for one in (2, 3, -1))
Q = R * S
U = Q + T
L = U * R
NODES = {  # each with its name and its height in the drawing
    R: ("r", 60),
    S: ("s", 124),
    T: ("t", 188),
    Q: ("q = r · s", 124),
    U: ("u = q + t", 156),
    L: ("L = u · r", 108),
}
WIDE, HIGH, FAR = 48, 34, 98  # of a node's box; from level to level


def place(node):
    return 36 + FAR * (node.level - 1), NODES[node][1]


def draw():
    what = "; ".join(f"{name} is {number(node.data, 0)}" for node, (name, _) in NODES.items())
    svg = Svg(368, 222, "The graph of a formula", f"Its nodes, level by level: {what}.")
    for level in sorted({node.level for node in NODES}):
        x = 36 + FAR * (level - 1)
        svg.add("text", f"level {level}", x=x, y=16, class_="graph-text graph-sign")
    for node in NODES:
        x, y = place(node)
        for parent, _ in node.parents:
            x1, y1 = place(parent)
            svg.add("line", x1=x1, y1=y1, x2=x, y2=y, class_="edges-edge")
    for node, (name, y) in NODES.items():
        kind = "loss" if node is L else "product" if node.parents else "input"
        x, _ = place(node)
        corner = {"x": x - WIDE / 2, "y": y - HIGH / 2, "width": WIDE, "height": HIGH, "rx": 12}
        svg.add("rect", **corner, class_=f"graph-node graph-{kind}")
        text = number(node.data, 0)
        svg.add("text", text, x=x, y=y + 5, class_="graph-text graph-inside")
        svg.add("text", name, x=x, y=y - HIGH / 2 - 7, class_="graph-text")
    return svg
