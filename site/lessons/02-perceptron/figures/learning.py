"""The learning rule, one example at a time, with every number of the step."""

import numpy as np

import nn
from course.figures.controls import Choice, Steps
from course.figures.plane import Plane, clip_line, half_plane
from course.figures.svg import Svg

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
    key: Plane(span, span, left=60, top=24, width=250, height=250)
    for key, (_, _, _, span) in SETS.items()
}
LINE = 330

CONTROLS = [
    Choice("data", "Learn", tuple((key, name) for key, (name, *_) in SETS.items()), "and"),
    Steps("step", "Step of the learning rule", COUNT, 3),
]


def draw(data, step):
    name, x, y, span = SETS[data]
    steps = HISTORIES[data]
    now = steps[min(step, len(steps) - 1)]
    ended = step >= len(steps) - 1
    wrong = nn.step(nn.neuron(x, now.new_w, now.new_b)) != y
    told = account(now, x, y, ended)
    count = f"{np.count_nonzero(~wrong)} of {len(x)} right after this step"
    count += ": learned." if ended else "."
    title = f"Learning {name}, epoch {now.epoch + 1}, example {now.row + 1} of {len(x)}"
    svg = Svg(360, LINE + 162, title, f"{title}. {'; '.join(told)}. {count}")
    plane = PLANES[data]
    ticks = range(int(span[0]), int(span[1]) + 1)
    plane.frame(svg, ticks, ticks, "x₁", "x₂")
    draw_lines(svg, plane, span, now)
    if not now.new_w.any():
        text = {"x": plane.left + 8, "y": plane.top + 20, "class_": "perceptron-small"}
        svg.add("text", "both weights are 0: no line yet", **text)
    for row, (place, label) in enumerate(zip(x, y, strict=True)):
        if row == now.row:
            left, top = plane.at(place)
            svg.add("circle", cx=left, cy=top, r=13, class_="plane-ring", data_link="example")
        link = "example" if row == now.row else ""
        plane.example(svg, place, bool(label), bool(wrong[row]), link)
    head = f"Epoch {now.epoch + 1}, example {now.row + 1} of {len(x)}"
    svg.add("text", head, x=8, y=LINE, class_="perceptron-text perceptron-said")
    for row, text in enumerate(told):
        weight = " perceptron-weight" if row > 2 else ""
        link = "example" if row == 0 else None
        place = LINE + 24 + 20 * row
        svg.add("text", text, x=8, y=place, class_=f"perceptron-text{weight}", data_link=link)
    place = LINE + 26 + 20 * len(told)
    svg.add("text", count, x=8, y=place, class_="perceptron-text perceptron-said")
    return svg


def draw_lines(svg, plane, span, now):
    """Draw the side that is answered 1 after the step, and both lines, the old one dashed."""
    side = half_plane(now.new_w, now.new_b, span, span)
    points = " ".join(f"{left:.1f},{top:.1f}" for left, top in map(plane.at, side))
    svg.add("polygon", points=points, class_="plane-side")
    if now.error:
        plane.line(svg, clip_line(now.w, now.b, span, span), "plane-boundary plane-before")
    plane.line(svg, clip_line(now.new_w, now.new_b, span, span), "plane-boundary")


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
