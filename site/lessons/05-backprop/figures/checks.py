"""The loss of ten examples, with a wrong line in the backward pass and with the right one."""

import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg, number

X, Y = nn.two_moons(60, 0.1, np.random.default_rng(0))
TEN, STEPS, RATE, RATES = slice(10), 500, 0.5, (0.05, 0.5, 5)
CONTROLS = []
PLANE = Plane((0, STEPS), (0, 0.95), 46, 24, 296, 170)


def network():
    return nn.MLP.random([2, 16, 2], np.random.default_rng(0))


def gradients(net, x, y, broken):
    """Return the gradients; `broken`: ReLU's mask is made from da1 instead of z1."""
    trace = net.forward(x)
    found = net.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    if not broken:
        return found.parameters
    da1 = found.activations[0]
    W1, b1 = nn.linear_backward_parameters(da1 * nn.relu_slope(da1), x)
    return [W1, b1, *found.parameters[2:]]


def losses(x, y, rate, broken, steps=STEPS):
    """Return the loss before the first step and after each one."""
    net, course = network(), []
    optimizer = nn.SGD(net.parameters, rate)
    for _ in range(steps):
        course.append(nn.cross_entropy(net.forward(x).logits, y))
        optimizer.step(gradients(net, x, y, broken))
    return [*course, nn.cross_entropy(net.forward(x).logits, y)]


def draw():
    wrong, right = (losses(X[TEN], Y[TEN], RATE, broken) for broken in (True, False))
    nothing = nn.cross_entropy(np.zeros((1, 2)), np.zeros(1, int))
    said = (
        f"Ten examples, {STEPS} steps. Both networks start at a loss of {number(wrong[0], 3)}. The"
        f" broken one ends at {number(wrong[-1], 3)}, which is ln 2, the repaired one at"
        f" {number(right[-1], 3)}."
    )
    svg = Svg(360, 232, "Ten examples, broken and repaired", said)
    PLANE.frame(
        svg, range(0, 501, 100), (0, 0.2, 0.4, 0.6, 0.8), "steps", "loss of ten examples", 1, 0
    )
    y = PLANE.at_y(nothing)
    met = max(step for step, loss in enumerate(wrong) if abs(loss - nothing) > 0.005)
    svg.add("line", x1=46, x2=PLANE.at_x(met), y1=y, y2=y, class_="checks-guess")
    text = f"ln 2 = {number(nothing)}"
    svg.add("text", text, x=338, y=y - 8, class_="plane-label plane-end")
    for course, kind in ((right, "learning-loss"), (wrong, "checks-wrong")):
        places = list(enumerate(course))
        PLANE.line(svg, [*places[:40:4], *places[40::20]], kind)
    svg.add("text", "broken", x=338, y=y + 20, class_="checks-broken plane-end")
    y = PLANE.at_y(right[-1]) - 10
    svg.add("text", "repaired", x=338, y=y, class_="checks-repaired plane-end")
    return svg
