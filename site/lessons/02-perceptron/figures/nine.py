"""Two images of nine pixels, a ring and a bar, as pictures and as numbers."""

import numpy as np

from course.figures.svg import Svg

RING = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]])
BAR = np.array([[0, 1, 0], [0, 1, 0], [0, 1, 0]])
IMAGES = (("ring", 0, RING, 34), ("bar", 1, BAR, 206))
SIZE, TOP = 40, 36
CONTROLS = []
SUMMARY = (
    "Two images of three by three pixels, in which 1 is ink and 0 is paper. The ring, label 0, is "
    "1 everywhere except in the center. The bar, label 1, is 1 in its middle column alone."
)


def draw():
    svg = Svg(360, 192, "A ring and a bar", SUMMARY)
    for name, label, image, left in IMAGES:
        head = svg.add("text", x=left + 1.5 * SIZE, y=24, class_="nine-head")
        head.add("tspan", name, class_="nine-name")
        head.add("tspan", f", label {label}")
        for (row, column), ink in np.ndenumerate(image):
            x, y = left + SIZE * column, TOP + SIZE * row
            kind = "nine-ink" if ink else "nine-paper"
            svg.add("rect", x=x, y=y, width=SIZE, height=SIZE, class_=kind)
            text = "nine-on-ink" if ink else "nine-on-paper"
            svg.add("text", str(ink), x=x + SIZE / 2, y=y + SIZE / 2 + 6, class_=text)
    svg.add("text", "1 is ink, 0 is paper", x=180, y=TOP + 3 * SIZE + 26, class_="neuron-name")
    return svg
