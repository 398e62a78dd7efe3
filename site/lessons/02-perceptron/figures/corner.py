"""AND as a picture: four points, and a line that cuts one of them off."""

import numpy as np

import nn
from course.figures.plane import Plane, clip_line, half_plane
from course.figures.svg import Svg

X = nn.xor()[0]
Y = np.array([0, 0, 0, 1])
W, B = np.array([1.0, 1.0]), -1.5
SPAN = (-0.6, 1.8)
PLANE = Plane(SPAN, SPAN, left=50, top=24, width=250, height=250)

CONTROLS = []


def draw():
    right = int((nn.step(nn.neuron(X, W, B)) == Y).sum())
    summary = (
        f"The line x₁ + x₂ − 1.5 = 0 has (1, 1), where AND is 1, on its shaded side. The points "
        f"(0, 0), (0, 1), and (1, 0), where AND is 0, are on the other side: {right} of 4 right."
    )
    svg = Svg(360, 316, "A line for AND", summary)
    PLANE.frame(svg, (0, 1), (0, 1), "x₁", "x₂")
    side = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(PLANE.at, half_plane(W, B, SPAN, SPAN)))
    svg.add("polygon", points=side, class_="plane-side")
    for answer, place, end in ((1, (1.75, 1.66), " plane-end"), (0, (0.5, -0.42), " plane-middle")):
        left, top = PLANE.at(place)
        svg.add("text", f"answer {answer}", x=left, y=top + 5, class_=f"plane-name{end}")
    PLANE.line(svg, clip_line(W, B, SPAN, SPAN), "plane-boundary")
    for place, label in zip(X, Y, strict=True):
        PLANE.example(svg, place, bool(label))
        left, top = PLANE.at(place)
        name = f"({place[0]:.0f}, {place[1]:.0f})"
        if label:
            svg.add("text", name, x=left + 11, y=top - 8, class_="perceptron-small")
        else:  # away from the line
            class_ = "perceptron-small plane-end"
            svg.add("text", name, x=left - 9, y=top - 8, class_=class_)
    return svg
