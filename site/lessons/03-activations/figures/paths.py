"""The traced network as a drawing, with the two ways from its first input to its first output."""

import nn
from course.figures.svg import Svg, number

NETWORK = nn.traced_network()
W1, W2 = NETWORK.weights
COLUMNS, ROWS, RADIUS = (40, 160, 280), (40, 124), 20
NAMES = (("x₁", "x₂"), ("z₁⁽¹⁾", "z₂⁽¹⁾"), ("z₁⁽²⁾", "z₂⁽²⁾"))
KINDS = ("inputs", "hidden neurons", "outputs")

CONTROLS = []


def draw():
    ways = [(W1[unit, 0], W2[0, unit]) for unit in range(2)]
    told = " and ".join(f"{number(first, 1)}, then {number(last, 1)}" for first, last in ways)
    summary = (
        "Two inputs, two hidden neurons, and two outputs. Every hidden neuron reads both inputs, "
        "and every output reads both hidden neurons. Two ways lead from the first input to the "
        f"first output, with the weights {told}."
    )
    svg = Svg(320, 222, "Two ways from the first input to the first output", summary)
    arrows = [(layer, start, end) for layer in range(2) for start in range(2) for end in range(2)]
    arrows.sort(key=marked)  # the marked ones lie on top
    for arrow in arrows:
        edge(svg, *arrow, marked(arrow))
    for column, names in enumerate(NAMES):
        for row, name in enumerate(names):
            x, y = COLUMNS[column], ROWS[row]
            svg.add("circle", cx=x, cy=y, r=RADIUS, class_="paths-node")
            svg.add("text", name, x=x, y=y + 5, class_="paths-name")
        svg.add("text", KINDS[column], x=COLUMNS[column], y=170, class_="plane-label plane-middle")
    tell(svg, ways)
    return svg


def tell(svg, ways):
    """Write the two products, and their sum, below the drawing."""
    terms = [f"{number(a, 1)} · {f'({number(b, 1)})' if b < 0 else number(b, 1)}" for a, b in ways]
    total = number(float(nn.collapse(W1, NETWORK.biases[0], W2, NETWORK.biases[1])[0][0, 0]))
    svg.add("text", f"{' + '.join(terms)} = {total}", x=160, y=208, class_="paths-sum")


def marked(arrow):
    """Return whether an arrow is on a way from the first input to the first output."""
    layer, start, end = arrow
    return (start if layer == 0 else end) == 0


def edge(svg, layer, start, end, on_way):
    """Draw one weight as a line, with its number if it's on a way."""
    x1, x2 = COLUMNS[layer] + RADIUS, COLUMNS[layer + 1] - RADIUS
    y1, y2 = ROWS[start], ROWS[end]
    kind = "paths-edge paths-way" if on_way else "paths-edge"
    svg.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)
    if on_way:
        weight = number((W1, W2)[layer][end, start], 1)
        place = {"x": (x1 + x2) / 2, "y": (y1 + y2) / 2 + 5}
        svg.add("text", weight, class_="paths-weight on-line", **place)
