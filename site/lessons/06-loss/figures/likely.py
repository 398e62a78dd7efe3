"""Two networks' probabilities for three labels as bars, and what they multiply to."""

import numpy as np

from course.figures.plane import Plane
from course.figures.svg import Svg, number

NETWORKS = {"A": (0.9, 0.9, 0.1), "B": (0.6, 0.6, 0.6)}
CONTROLS = []
PLANE = Plane((0.0, 1.0), (0.0, 1.0), 136, 8, 180, 258)
ROW, GAP = 24, 18


def draw():
    products = {name: float(np.prod(given)) for name, given in NETWORKS.items()}
    said = " ".join(
        f"Network {name}: {', '.join(number(p, 1) for p in given)}, "
        f"together {number(products[name], 3)}."
        for name, given in NETWORKS.items()
    )
    svg = Svg(360, 276, "The probabilities of three labels, and their product", said)
    title = {"x": PLANE.left, "y": 20}
    svg.add("text", "probability of the true class", class_="plane-label", **title)
    for name, given in NETWORKS.items():
        top = 26 + (5 * ROW + GAP) * list(NETWORKS).index(name)
        rows = [(f"image {i}", number(p, 1), p, "loss-row") for i, p in enumerate(given, 1)]
        product = products[name]
        terms = " · ".join(number(p, 1) for p in given)
        rows.append((terms, number(product, 3), product, "loss-said"))
        svg.add("text", f"network {name}", x=8, y=top - 6, class_="loss-said")
        ends = {"x1": PLANE.left, "x2": PLANE.left, "y1": top, "y2": top + 4 * ROW + 3}
        svg.add("line", class_="plane-axis", **ends)
        y = top + 3 * ROW + 1
        svg.add("line", x1=8, x2=PLANE.at_x(1), y1=y, y2=y, class_="plane-axis")
        for row, (label, text, p, kind) in enumerate(rows):
            y, end = top + ROW * row, PLANE.at_x(p)
            width = end - PLANE.left
            svg.add("text", label, x=PLANE.left - 8, y=y + 16, class_="loss-cell")
            svg.add(
                "rect",
                x=PLANE.left,
                y=y + 3,
                width=width,
                height=16,
                class_="loss-product" if label == terms else "loss-p",
            )
            svg.add("text", text, x=end + 6, y=y + 16, class_=kind)
    return svg
