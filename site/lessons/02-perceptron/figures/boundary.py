"""One neuron and its boundary: drag the line, its weights, and the examples."""

import numpy as np

import nn
from course.figures.controls import Choice, Point
from course.figures.plane import Plane, clip_line
from course.figures.svg import Element, Svg, number

SPAN = (-4.0, 4.0)
REACH = (-3.5, 3.5)  # how far examples can be dragged
PLANE = Plane(SPAN, SPAN, left=34, top=22, width=316, height=316)
EXAMPLES = {  # name: where it starts, and its class
    "A": ((2.0, 3.0), 1),
    "B": ((1.0, 2.0), 1),
    "C": ((3.0, 0.5), 1),
    "D": ((-3.0, 2.0), 0),
    "E": ((1.0, -0.5), 0),
    "F": ((-1.5, -2.0), 0),
}
LABELS = np.array([label for _, label in EXAMPLES.values()])
LEVELS = range(5)  # of z, at which the shading gets darker

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
    svg = Svg(360, 374, "A neuron and its boundary", summary)
    svg.children.append(FRAME)
    draw_sides(svg, w, b)
    ends = np.array(clip_line(tuple(w.tolist()), b, SPAN, SPAN))
    if len(ends):
        PLANE.walk(svg, np.linspace(*ends, 9).tolist(), on_line)
    if w.any():
        (x1, y1), (x2, y2) = (
            PLANE.at(place) for place in (chosen, nn.boundary_nearest(chosen[None, :], w, b)[0])
        )
        svg.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="plane-way")
    draw_arrow(svg, line, w)
    if point == "O":
        left, top = PLANE.at(chosen)
        svg.add("circle", cx=left, cy=top, r=5, class_="plane-ring")
        svg.add("text", "O", x=left + 9, y=top + 16, class_="perceptron-small")
    for (name, (_, label)), is_wrong in zip(EXAMPLES.items(), wrong, strict=True):
        place = places[name]
        PLANE.handle(svg, name, place, f"point {name}")
        PLANE.example(svg, place, bool(label), bool(is_wrong))
        draw_name(svg, name, place, w, b, chosen=name == point)
    svg.note(right, "figure-head").children.append(missed_text)
    svg.note(formula, "is-weight")
    for text in told:
        svg.note(text)
    return svg


def draw_name(svg, name, place, w, b, *, chosen):
    """Write an example's name on its far side from the line, in bold for the chosen one."""
    left, top = PLANE.at(place)
    side = 1 if nn.neuron(np.array([place]), w, b)[0] >= 0 else -1
    away = side * w / np.hypot(*w) if w.any() else np.array([1.0, 1.0]) / np.sqrt(2)
    place = {"x": left + 22 * away[0], "y": top + 5 - 22 * away[1]}
    kind = "perceptron-small plane-middle" + " perceptron-chosen" * chosen
    svg.add("text", name, class_=kind, **place)


def on_line(x1, x2):
    return f"On the line, where z = 0: x₁ = {number(x1, 1)}, x₂ = {number(x2, 1)}."


def frame():
    """Return the plane with its axes."""
    still = Element("g")
    PLANE.frame(still, range(-4, 5, 2), range(-4, 5, 2), "x₁", "x₂")
    return still.keep()


FRAME = frame()


def draw_sides(svg, w, b):
    """Draw both sides, darker the farther z is from 0, their names, and the boundary."""
    window = PLANE.window(svg)
    if w.any():
        for level in LEVELS:
            PLANE.boundary(window, w, b - level, "", "boundary-level")
            PLANE.boundary(window, -w, -b - level, "", "boundary-level boundary-level-zero")
        PLANE.name_sides(svg, w, b, ("answer 0", "answer 1"))
    PLANE.boundary(window, w, b, "plane-boundary", "" if w.any() else "boundary-level")


def draw_arrow(svg, line, w):
    """Draw the arrow w from the place on the line, and the grips of both."""
    foot, zero = PLANE.at(line), PLANE.at((0.0, 0.0))
    # The weights are read from the place on the line, so their plane begins there.
    left, top = PLANE.left + foot[0] - zero[0], PLANE.top + foot[1] - zero[1]
    moved = Plane(SPAN, SPAN, left, top, PLANE.width, PLANE.height)
    tip_x, tip_y = moved.at(w)
    PLANE.handle(svg, "line", line)
    moved.handle(svg, "weights", w)
    moved.arrow(svg, (0.0, 0.0), tuple(w.tolist()), "boundary-arrow")
    svg.add("circle", cx=foot[0], cy=foot[1], r=4.5, class_="plane-tip")
    if w.any():
        along = np.array([tip_x - foot[0], tip_y - foot[1]])
        along /= np.hypot(*along)
        across = np.array([-along[1], along[0]])
        across *= -np.sign(across[1]) or 1  # the label is above the tip
        tip_x, tip_y = np.array([tip_x, tip_y]) + 18 * across + 4 * along
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
