"""The traced network as PyTorch's parts: forward down the left side, backward up the right one."""

import nn
from course.figures.svg import Svg, number

CONTROLS: list = []
NETWORK = nn.traced_network()
X, Y = nn.traced_example()
TRACE = NETWORK.forward(X)
SLOPES = NETWORK.backward(TRACE, nn.cross_entropy_gradient(TRACE.logits, Y))
LOSS = nn.cross_entropy(TRACE.logits, Y)

LEFT, RIGHT, WIDTH, HEIGHT = 10, 220, 190, 50
FIRST, PITCH = 62, 84  # the first part's upper edge, and from part to part
PARTS = (  # what PyTorch calls it, what it computes, what it finds on the way back
    ("net[0]: Linear(2, 2)", "x @ W1.T + b1", ("weight.grad: dW1", "bias.grad: db1")),
    ("net[1]: ReLU()", "0 if z1 < 0, else z1", ("no parameters", "")),
    ("net[2]: Linear(2, 2)", "a1 @ W2.T + b2", ("weight.grad: dW2", "bias.grad: db2")),
    ("F.cross_entropy", "softmax, then −ln p", ("starts with p − Y", "")),
)


def pair(array, digits):
    return f"({', '.join(number(one, digits) for one in array[0])})"


def draw():
    (z1, z2), (dz1, dz2) = TRACE.pre_activations, SLOPES.pre_activations
    a1, (da1,) = TRACE.activations[1], SLOPES.activations
    forward = (
        f"x = {pair(X, 0)}",
        f"z1 = {pair(z1, 1)}",
        f"a1 = {pair(a1, 1)}",
        f"z2 = {pair(z2, 2)}",
        f"loss = {number(LOSS, 3)}",
    )
    backward = ("", f"dz1 = {pair(dz1, 3)}", f"da1 = {pair(da1, 3)}", f"dz2 = {pair(dz2, 3)}", "")
    svg = Svg(
        420,
        410,
        "The traced network in PyTorch",
        f"Forward, {forward[0]} goes through net[0], net[1], and net[2], which gives {forward[3]}."
        f" F.cross_entropy turns that into the {forward[4]}. Backward, {backward[3]} comes out of"
        f" F.cross_entropy. net[2] finds dW2 and db2 from it and passes on {backward[2]}. net[1]"
        f" passes on {backward[1]}, from which net[0] finds dW1 and db1.",
    )
    for x, head in ((LEFT, "net(x): forward"), (RIGHT, "loss.backward(): back")):
        svg.add("text", head, x=x + WIDTH / 2, y=16, class_="torch-head")
    for place, (name, formula, found) in enumerate(PARTS):
        part(svg, LEFT, place, (name, formula), "torch-part")
        part(svg, RIGHT, place, found, "torch-found")
    for place, (down, up) in enumerate(zip(forward, backward, strict=True)):
        arrow(svg, LEFT, place, down, 1)
        if up:
            arrow(svg, RIGHT, place, up, -1)
    turn(svg)
    return svg


def turn(svg):
    """Draw how the way back begins: from the loss to where its slopes are computed."""
    last, low = FIRST + (len(PARTS) - 1) * PITCH + HEIGHT, FIRST + len(PARTS) * PITCH - 12
    x = RIGHT + WIDTH / 2
    svg.add("path", d=f"M{LEFT + 140} {low}H{x}V{last + 8}", class_="torch-up torch-turn")
    head = f"{x},{last + 3} {x - 5},{last + 11} {x + 5},{last + 11}"
    svg.add("polygon", points=head, class_="torch-up-head")


def part(svg, x, place, lines, kind):
    y = FIRST + place * PITCH
    svg.add("rect", x=x, y=y, width=WIDTH, height=HEIGHT, rx=6, class_=kind)
    for line, text in enumerate(filter(None, lines)):
        middle = y + (21 + 19 * line if lines[1] else 30)
        svg.add("text", text, x=x + WIDTH / 2, y=middle, class_=f"{kind}-{line}")


def arrow(svg, x, place, text, way):
    """Draw a short arrow beside its numbers: down (way 1) or up (−1)."""
    middle, line = FIRST - (PITCH - HEIGHT) / 2 + place * PITCH, x + 20
    tip, kind = middle + 13 * way, "torch-down" if way == 1 else "torch-up"
    svg.add("line", x1=line, x2=line, y1=middle - 13 * way, y2=tip - 5 * way, class_=kind)
    head = f"{line},{tip} {line - 5},{tip - 8 * way} {line + 5},{tip - 8 * way}"
    svg.add("polygon", points=head, class_=f"{kind}-head")
    svg.add("text", text, x=line + 14, y=middle + 5, class_="torch-number")
