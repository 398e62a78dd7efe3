"""One neuron and its boundary: drag the line, its weights, and the examples."""

import numpy as np

import nn
from course.figures.controls import Choice, Point
from course.figures.plane import Plane, clip_line, half_plane
from course.figures.svg import Svg, number

SPAN = (-4.0, 4.0)
REACH = (-3.5, 3.5)  # how far examples can be dragged
PLANE = Plane(SPAN, SPAN, left=30, top=26, width=318, height=318)
EXAMPLES = {  # name: where it starts, and its class
    "A": ((2.0, 3.0), 1),
    "B": ((1.0, 2.0), 1),
    "C": ((3.0, 0.5), 1),
    "D": ((-3.0, 2.0), 0),
    "E": ((1.0, -0.5), 0),
    "F": ((-1.5, -2.0), 0),
}
LABELS = np.array([label for _, label in EXAMPLES.values()])
LINE = 398  # where the text below the plane begins

network = nn.traced_network()
W, B = network.weights[0][0], network.biases[0][0]  # its first neuron


def place_on_line():
    """Return where the grip of the line starts: on it, and where nothing else is drawn."""
    steps = np.arange(-20, 21) / 10
    places = np.array([(x, y) for x in steps for y in steps])
    away = np.abs(nn.neuron(places, W, B)).round(6)
    free = np.hypot(*(places - [0, 1.5]).T)
    return tuple(places[np.lexsort((free, away))[0]].tolist())


CONTROLS = [
    Choice(
        "point",
        "Show the calculation for",
        (*((name, f"point {name}") for name in EXAMPLES), ("O", "the origin, O")),
        "A",
    ),
    Point("line", "A point on the line", (-2.0, 2.0), (-2.0, 2.0), 0.1, place_on_line()),
    Point(
        "weights", "The weights: tip of the arrow", (-2.0, 2.0), (-2.0, 2.0), 0.1, tuple(W.tolist())
    ),
    *(
        Point(name, f"Point {name}, class {label}", REACH, REACH, 0.1, place)
        for name, (place, label) in EXAMPLES.items()
    ),
]


def draw(point, line, weights, **places):
    w = np.array(weights)
    b = round(nn.boundary_bias(w, np.array(line)), 2) + 0.0
    x = np.array([places[name] for name in EXAMPLES])
    z = np.round(nn.neuron(x, w, b), 6)
    wrong = nn.step(z) != LABELS
    chosen = np.array(places.get(point, (0.0, 0.0)))
    told = account(point, chosen, w, b)
    right = f"{np.count_nonzero(~wrong)} of {len(x)} right"
    missed = [name for name, is_wrong in zip(EXAMPLES, wrong, strict=True) if is_wrong]
    missed_text = f", wrong: {', '.join(missed)}" if missed else ""
    formula = f"w = ({number(w[0], 1)}, {number(w[1], 1)}), b = {number(b)}"
    summary = f"{formula}. {right}{missed_text}. {' '.join(told)}"
    svg = Svg(360, LINE + 100, "A neuron and its boundary", summary, interactive=True)
    PLANE.frame(svg, range(-4, 5, 2), range(-4, 5, 2), "x₁", "x₂")
    draw_line(svg, line, w, b)
    if w.any():
        (x1, y1), (x2, y2) = (
            PLANE.at(place) for place in (chosen, nn.boundary_nearest(chosen[None, :], w, b)[0])
        )
        svg.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="plane-way")
    if point == "O":
        cx, cy = PLANE.at((0.0, 0.0))
        svg.add("circle", cx=cx, cy=cy, r=5, class_="plane-ring")
        svg.add("text", "O", x=cx + 9, y=cy + 16, class_="perceptron-small")
    for (name, (_, label)), is_wrong in zip(EXAMPLES.items(), wrong, strict=True):
        place = places[name]
        PLANE.handle(svg, name, place)
        PLANE.example(svg, place, bool(label), bool(is_wrong))
        left, top = PLANE.at(place)
        svg.add("text", name, x=left + 11, y=top - 8, class_="perceptron-small")
    svg.add("text", formula, x=8, y=LINE, class_="perceptron-text perceptron-weight")
    said = "perceptron-text perceptron-said"
    svg.add("text", right + missed_text, x=8, y=LINE + 22, class_=said)
    for row, text in enumerate(told):
        svg.add("text", text, x=8, y=LINE + 48 + 21 * row, class_="perceptron-text")
    return svg


def draw_line(svg, line, w, b):
    """Draw the side that is answered 1, the boundary, the arrow w and the two grips."""
    side = half_plane(w, b, SPAN, SPAN)
    points = " ".join(f"{left:.1f},{top:.1f}" for left, top in map(PLANE.at, side))
    svg.add("polygon", points=points, class_="plane-side")
    PLANE.line(svg, clip_line(w, b, SPAN, SPAN), "plane-boundary")
    foot_x, foot_y = PLANE.at(line)
    # The weights are read from the place on the line, so their plane begins there.
    zero_x, zero_y = PLANE.at((0.0, 0.0))
    moved = Plane(
        SPAN,
        SPAN,
        PLANE.left + foot_x - zero_x,
        PLANE.top + foot_y - zero_y,
        PLANE.width,
        PLANE.height,
    )
    tip_x, tip_y = moved.at(w)
    svg.add("line", x1=foot_x, y1=foot_y, x2=tip_x, y2=tip_y, class_="plane-normal")
    PLANE.handle(svg, "line", line)
    moved.handle(svg, "weights", w)
    if w.any():
        along = np.array([tip_x - foot_x, tip_y - foot_y])
        along /= np.hypot(*along)
        across = np.array([-along[1], along[0]])
        tip = np.array([tip_x, tip_y])
        corners = [tip + 7 * along, tip - 5 * along + 6 * across, tip - 5 * along - 6 * across]
        path = " ".join(f"{left:.1f},{top:.1f}" for left, top in corners)
        svg.add("polygon", points=path, class_="plane-tip")
        across *= -np.sign(across[1]) or 1  # the label is above the tip
        tip_x, tip_y = tip + 18 * across + 4 * along
    place = {"x": tip_x, "y": tip_y + 5}
    svg.add("text", "w", class_="perceptron-text perceptron-weight plane-middle", **place)


def account(name, x, w, b):
    """Return in three lines what the neuron does with the chosen point."""
    z = round(float(nn.neuron(x[None, :], w, b)[0]), 6)
    terms = " + ".join(f"{signed(w[i])} · {signed(x[i])}" for i in range(2))
    answer = "≥ 0, so the answer is 1." if z >= 0 else "< 0, so the answer is 0."
    lines = [f"{name}: z = {terms} + {signed(b, 2)}", f"= {number(z)} {answer}"]
    if not w.any():
        return [*lines, "With both weights at 0, there is no line."]
    away = abs(float(nn.boundary_distance(x[None, :], w, b)[0]))
    return [*lines, f"It is {number(away)} away from the line."]


def signed(value, digits=1):
    """Return a number for a formula, in brackets where it is below 0."""
    text = number(value, digits)
    return f"({text})" if text.startswith("−") else text
