"""Ten steps of gradient descent on the loss w²: the learning rate decides where they lead."""

from itertools import chain, pairwise

import numpy as np

import nn
from course.figures.controls import Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import lessons_folder, load, part

brief = load(part(lessons_folder(), "backprop", "figures", "learning")).brief
START, STEPS, EDGE = 1.5, 10, 2.0
CONTROLS = [Slider("rate", "Learning rate", 0.05, 1.15, 0.05, 0.1)]
SMALLEST, LARGEST = 1.8, 4.5  # the radius of a place after a short step, so that they stay apart
PLANE = Plane((-EDGE, EDGE), (0.0, EDGE**2), 30, 54, 318, 210)


def loss(w):
    return nn.squared_error(np.array([w]), np.zeros(1))


def walk(rate):
    """Return w before the first step and after each of the steps."""
    w = np.array([START])
    optimizer, places = nn.SGD([w], rate), [START]
    for _ in range(STEPS):
        optimizer.step([nn.squared_error_gradient(w, np.zeros(1))])
        places.append(float(w[0]))
    return places


def frame():
    still = Element("g")
    PLANE.frame(still, (-2, -1, 0, 1, 2), (0, 2, 4), "w", "loss w²")
    left, right = (PLANE.at((w, loss(w))) for w in (-EDGE, EDGE))
    x, y = PLANE.at((0.0, -loss(EDGE)))  # where the tangents at both ends meet
    path = f"M{left[0]:g} {left[1]:g}Q{x:g} {y:g} {right[0]:g} {right[1]:g}"  # exactly a parabola
    still.add("path", d=path, class_="valley-curve")
    return still


FRAME = frame()


def draw(rate):
    places = walk(rate)
    inside = [w for w in places if abs(w) <= EDGE]
    end = f"w = {brief(places[-1], 3)}, loss {brief(loss(places[-1]), 3)}"
    title = f"Ten steps with a learning rate of {number(rate)}"
    first = ", ".join(brief(w, 2) for w in places[:4])
    left = f" Step {len(inside)} leads out of the diagram." * (len(inside) < len(places))
    said = f"{title}: w goes from {first} and so on.{left} After step {STEPS}, {end}."
    svg = Svg(360, 304, title, said)
    svg.add("text", f"after {STEPS} steps: {end}", x=PLANE.left, y=18, class_="learning-head")
    svg.children.append(FRAME)
    hops = [((w, loss(w)), (after, loss(w))) for w, after in pairwise(inside)]
    PLANE.line(svg, [*chain(*hops), (inside[-1], loss(inside[-1]))], "valley-steps")
    for w, before in zip(inside, (None, *inside), strict=False):
        x, y = (round(one, 1) for one in PLANE.at((w, loss(w))))
        far = LARGEST if before is None else round(abs(x - PLANE.at_x(before)) / 3, 1)
        svg.add("circle", cx=x, cy=y, r=min(max(SMALLEST, far), LARGEST), class_="valley-dot")
    if left:
        leave(svg, places[len(inside)])
    return svg


def leave(svg, w):
    """Mark on which side the first step out of the diagram leads, and where to."""
    right = w > 0
    x, out = PLANE.at_x(EDGE if right else -EDGE), 9 if right else -9
    y = PLANE.top + 20
    svg.add("path", d=f"M{x:.1f} {y - 6}v12l{out} -6z", class_="learning-top")
    kind = "learning-value nudge-key plane-end" if right else "learning-value nudge-key"
    label = f"to w = {brief(w, 2)}"
    svg.add("text", label, x=x - 8 if right else x + 8, y=y + 5, class_=kind)
