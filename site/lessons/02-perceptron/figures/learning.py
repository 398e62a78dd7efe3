"""The learning rule, one example at a time, with every number of the step."""

import math
from functools import cache

import numpy as np

import nn
from course.figures.controls import Choice, Steps
from course.figures.plane import Plane
from course.figures.svg import Element, Svg

RATE = 0.5
GATE = nn.xor()[0]
CLUSTERS = np.array(
    [[1.5, 1.5], [3, 3.5], [2, 1], [4, 3.5], [0.5, 1], [2.5, 2.5], [1, 1.5], [3.5, 3]], float
)
SETS = {
    "and": ("AND", GATE, np.array([0, 0, 0, 1]), (-1.2, 2.2)),
    "or": ("OR", GATE, np.array([0, 1, 1, 1]), (-1.2, 2.2)),
    "clusters": ("eight points", CLUSTERS, np.array([0, 1] * 4), (-1.0, 5.0)),
}
HISTORIES = {key: nn.perceptron_history(x, y, RATE) for key, (_, x, y, _) in SETS.items()}
COUNT = max(len(steps) for steps in HISTORIES.values())
PLANES = {
    key: Plane(span, span, left=40, top=22, width=300, height=300)
    for key, (_, _, _, span) in SETS.items()
}
NAME = 28  # how far the name of the step's arrow is from it, sideways
ROOM = 13  # that is enough for that name: the first place that has it is taken
GAP = 8  # between the fields of two epochs
LEFT, STRIP, WIDTH, FIELD = 2, 24, 356, 18  # the fields, one for each step: their box
KEY = Plane((0, 360), (0, 1), left=0, top=70, width=360, height=24)  # what the points are

CONTROLS = [
    Choice("data", "Learn", tuple((key, name) for key, (name, *_) in SETS.items()), "and"),
    Steps("step", "Step of the learning rule", COUNT, 0),
]


@cache  # there are few states
def draw(data, step):
    name, x, y, _ = SETS[data]
    steps = HISTORIES[data]
    place = min(step, len(steps) - 1)
    now, ended = steps[place], step >= len(steps) - 1
    wrong = nn.step(nn.neuron(x, now.new_w, now.new_b)) != y
    told = account(now, x, y, ended)
    count = f"{np.count_nonzero(~wrong)} of {len(x)} right after this step"
    count += ": learned." if ended else "."
    title = f"Learning {name}, epoch {now.epoch + 1}, example {now.row + 1} of {len(x)}"
    svg = Svg(360, 362, title, f"{title}. {'; '.join(told)}. {count}")
    svg.children.append(frame(data))
    draw_lines(svg, PLANES[data], now, x)
    draw_examples(svg, PLANES[data], x, y, wrong, now.row)
    svg.note(f"Epoch {now.epoch + 1}, example {now.row + 1} of {len(x)}", "figure-head")
    for row, text in enumerate(told):
        link = "example" if row == 0 else None
        kind = "is-weight figure-next" if row == 3 else "is-weight" * (row > 3)
        before, plus, change = text.partition(" + ") if row == 3 else (text, "", "")
        line = svg.note(before + plus, kind, data_link=link)
        if change:
            line.add("span", change, class_=sign(now))
    svg.note(count, "figure-result")
    draw_steps(svg.beside.add("svg", viewBox="0 0 360 94"), data, place)
    return svg


@cache
def frame(data):
    """Return the plane with its axes."""
    still, (_, _, _, span) = Element("g"), SETS[data]
    ticks = range(int(span[0]), int(span[1]) + 1)
    PLANES[data].frame(still, ticks, ticks, "x₁", "x₂")
    return still.keep()


def draw_lines(svg, plane, now, x):
    """Draw the boundary before and after the step, and how the example moves the arrow w."""
    window, zero = plane.window(svg), (0.0, 0.0)
    plane.boundary(window, now.new_w, now.new_b, "plane-boundary", "plane-side")
    if now.error:
        if now.w.any():
            plane.boundary(window, now.w, now.b, "plane-boundary plane-before")
        plane.arrow(window, zero, now.new_w, "learning-after")
        plane.arrow(window, zero, now.w, "learning-before")
        start, end = beside(plane, now)
        plane.arrow(window, start, end, f"learning-change {sign(now)}")
        along = [part * w for w in (now.w, now.new_w) for part in (0.3, 0.6, 0.9, 1.1)]
        taken = [*x, *along, *name_place(plane, now.new_w)]
        name_change(svg, plane, start, end, taken, sign(now))
    else:
        plane.arrow(window, zero, now.new_w, "learning-now")
    for place in name_place(plane, now.new_w):
        left, top = plane.at(place)
        kind = "perceptron-text perceptron-weight plane-middle learning-name"
        window.add("text", "w", x=left, y=top + 5, class_=kind)
    if now.new_w.any():
        plane.name_sides(svg, now.new_w, now.new_b, ("answer 0", "answer 1"))
    else:
        text = {"x": plane.left + 8, "y": plane.top + 20, "class_": "perceptron-small"}
        svg.add("text", "both weights are 0: no line yet", **text)


def name_place(plane, w):
    """Return the place of the arrow's name, beyond its tip; none for an arrow without length."""
    away = 0.045 * (plane.x[1] - plane.x[0])
    return [w + away * w / np.hypot(*w)] if w.any() else []


def sign(now):
    """Return the class of what a mistake adds to the weights: the label was 1, or 0."""
    return "learning-plus" if now.error > 0 else "learning-minus"


def name_change(svg, plane, start, end, taken, kind):
    """Write what the step's arrow is beside it, on the side where most room is.

    taken: where other things are, in the data's units.
    """
    if (start == end).all():
        return
    there = [plane.at(place) for place in taken]

    def room(place):
        near = min(math.hypot((x - place[0]) / 2, y - place[1]) for x, y in there)
        return min(near, ROOM)

    left, top = max(sides(plane, start, end), key=room)
    kind = f"perceptron-text plane-middle learning-name {kind}"
    svg.add("text", "η e x", x=left, y=top + 5, class_=kind)


def sides(plane, start, end):
    """Yield places in the drawing for an arrow's name, on both sides, within the plane."""
    (x1, y1), (x2, y2) = plane.at(start), plane.at(end)
    length = math.hypot(x2 - x1, y2 - y1)
    u, v = (x2 - x1) / length, (y2 - y1) / length
    for part in (0.6, 0.8, 0.3):
        for side in (-1, 1):
            left = x1 + part * (x2 - x1) + side * NAME * v
            top = y1 + part * (y2 - y1) - 0.6 * side * NAME * u
            yield (
                min(max(left, plane.left + NAME), plane.left + plane.width - NAME),
                min(max(top, plane.top + 12), plane.top + plane.height - 12),
            )


def beside(plane, now):
    """Return the ends of the step's arrow: from w on, or next to w where it leads back."""
    change = now.new_w - now.w
    (a, b), (c, d) = change, now.w
    aside = 12 * (plane.x[1] - plane.x[0]) / plane.width  # in the data's units
    if abs(a * d - b * c) > 1e-9 or a * c + b * d >= 0:
        return now.w, now.new_w
    away = aside * np.array([b, -a]) / np.hypot(a, b)
    away *= np.sign(away[0]) or 1.0  # always on the same side, whichever way it points
    return now.w + away, now.new_w + away


def draw_examples(svg, plane, x, y, wrong, row):
    left, top = plane.at(x[row])
    svg.add("circle", cx=left, cy=top, r=14, class_="plane-ring", data_link="example")
    for place, label, is_wrong in zip(x, y, wrong, strict=True):
        plane.example(svg, place, bool(label), bool(is_wrong))


@cache
def fields(data):
    """Return where each step's field begins, its width, and the middle of each epoch's fields."""
    epochs = [one.epoch for one in HISTORIES[data]]
    width = (WIDTH - GAP * (COUNT // len(SETS[data][1]) - 1)) / COUNT
    lefts = [LEFT + k * width + GAP * epoch for k, epoch in enumerate(epochs)]
    groups = [[x for x, e in zip(lefts, epochs, strict=True) if e == epoch] for epoch in {*epochs}]
    return lefts, width, [(group[0] + group[-1] + width) / 2 for group in groups]


def draw_steps(svg, data, place):
    """Draw a field for each step, a full one for a mistake; press one to go there."""
    lefts, width, middles = fields(data)
    text = {"x": LEFT, "y": STRIP - 9, "class_": "plane-label"}
    svg.add("text", "mistakes in each epoch", **text)
    for k, (one, left) in enumerate(zip(HISTORIES[data], lefts, strict=True)):
        kind = "learning-step learning-mistake" if one.error else "learning-step"
        kind += " learning-chosen" if k == place else ""
        box = {"x": left + 1, "y": STRIP, "width": width - 2, "height": FIELD}
        svg.add("rect", rx=2, class_=kind, data_set=f"step {k}", **box)
    for epoch, middle in enumerate(middles, start=1):
        where = {"x": middle, "y": STRIP + FIELD + 17}
        svg.add("text", str(epoch), class_="plane-tick plane-middle", **where)
    draw_key(svg)


def draw_key(svg):
    """Draw what the points are, below the fields."""
    row = KEY.at_y(0.5)
    for x, label, is_wrong, name in (
        (12, True, False, "y = 1"),
        (82, False, False, "y = 0"),
        (152, False, True, "wrong"),
    ):
        KEY.example(svg, (x, 0.5), label, is_wrong)
        svg.add("text", name, x=x + 15, y=row + 5, class_="plane-label")
    svg.add("circle", cx=236, cy=row, r=10, class_="plane-ring")
    svg.add("text", "this example", x=251, y=row + 5, class_="plane-label")


def account(now, x, y, ended):
    """Return the step in lines: the example, its z, its error, what w and b become."""
    row = x[now.row]
    terms = " + ".join(f"{short(now.w[i])} · {short(row[i])}" for i in range(2))
    label = int(y[now.row])
    answer = label - now.error
    lines = [
        f"x = {pair(row)}, y = {label}",
        f"z = {terms} + {short(now.b)} = {plain(now.z)}",
        f"answer {answer}, so e = {label} − {answer} = {plain(now.error)}",
    ]
    if now.error == 0:
        still = "e = 0: w and b don’t change anymore" if ended else "e = 0: w and b don’t change"
        return [*lines, still, f"w = {pair(now.w)}", f"b = {plain(now.b)}"]
    e = short(now.error)
    return [
        *lines,
        f"w: {pair(now.w)} + {RATE} · {e} · {pair(row)}",
        f"= {pair(now.new_w)}",
        f"b: {plain(now.b)} + {RATE} · {e} = {plain(now.new_b)}",
    ]


def plain(value):
    """Return a number as short as it is."""
    return f"{float(value):g}".replace("-", "−")


def short(value):
    """Return a number for a formula, in brackets where it is below 0."""
    text = plain(value)
    return f"({text})" if text.startswith("−") else text


def pair(values):
    """Return two numbers in brackets."""
    return f"({', '.join(map(plain, values))})"
