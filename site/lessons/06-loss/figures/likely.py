"""Two networks' probabilities for three labels as bars, and what they multiply to."""

import numpy as np

from course.figures.plane import Plane
from course.figures.svg import Svg, number

NETWORKS = {"A": (0.9, 0.9, 0.1), "B": (0.6, 0.6, 0.6)}
CONTROLS = []
PLANE = Plane((0.0, 1.0), (0.0, 1.0), 136, 8, 180, 212)
ROW, GAP = 24, 20


def draw():
    products = {name: float(np.prod(given)) for name, given in NETWORKS.items()}
    said = " ".join(
        f"Network {name}: {', '.join(number(p, 1) for p in given)}, "
        f"together {number(products[name], 3)}."
        for name, given in NETWORKS.items()
    )
    svg = Svg(360, 232, "The probabilities of three labels, and their product", said)
    svg.add("line", x1=PLANE.left, x2=PLANE.left, y1=4, y2=228, class_="plane-axis")
    for name, given in NETWORKS.items():
        top = 8 + (4 * ROW + GAP) * list(NETWORKS).index(name)
        rows = [(f"image {i}", number(p, 1), p, "loss-row") for i, p in enumerate(given, 1)]
        product = products[name]
        rows.append(("all three", number(product, 3), product, "loss-said"))
        svg.add("text", name, x=12, y=top + 16, class_="loss-said")
        for row, (label, text, p, kind) in enumerate(rows):
            y, end = top + ROW * row, PLANE.at_x(p)
            width = end - PLANE.left
            svg.add("text", label, x=PLANE.left - 8, y=y + 16, class_="loss-cell")
            svg.add("rect", x=PLANE.left, y=y + 3, width=width, height=16, class_="loss-p")
            svg.add("text", text, x=end + 6, y=y + 16, class_=kind)
    return svg
