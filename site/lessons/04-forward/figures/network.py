"""The traced network, one forward pass, neuron by neuron: as a diagram, and as matrices."""

from dataclasses import dataclass
from functools import cache

import numpy as np

import nn
from course.figures.controls import Choice, Steps, Switch
from course.figures.svg import Element, Svg, number

NETWORK = nn.traced_network()
(W1, W2), (b1, b2) = NETWORK.weights, NETWORK.biases
ROWS = {
    "first": nn.traced_example()[0],
    "second": nn.traced_example_off()[0],
    "both": np.vstack([nn.traced_example()[0], nn.traced_example_off()[0]]),
}
TRACES = {key: NETWORK.forward(x) for key, x in ROWS.items()}
SHARES = {key: nn.softmax(trace.logits) for key, trace in TRACES.items()}

CONTROLS = [
    Choice(
        "example",
        "Example",
        (("first", "the first"), ("second", "the second"), ("both", "both")),
        "first",
    ),
    Steps("step", "Step of the forward pass", 8, 1),
    Switch("matrices", "Show the matrices"),
]

STEPS = [
    "The input",
    "Sum of hidden neuron 1",
    "Sum of hidden neuron 2",
    "ReLU: below 0 becomes 0",
    "Logit of class 0",
    "Logit of class 1",
    "Softmax",
    "The larger one wins",
]
# From which step on each array is known, and in which steps it is being computed.
X, Z1, A1, Z2, P, PREDICTION = 0, 1, 3, 4, 6, 7

COLUMNS = (28.0, 150.0, 272.0)  # of the diagram: inputs, hidden neurons, outputs
HEIGHTS = (78.0, 190.0)
RADIUS = 24
LINE = 19  # between two rows of a matrix
COMMA = 3  # the width of a comma


@dataclass(frozen=True)
class Place:
    """Where a matrix is: its left and top, and the width of a cell."""

    name: str
    left: float
    top: float
    cell: float
    digits: int


FIRST, SECOND, THIRD = 42, 160, 260  # the tops of the three lines of matrices
PLACES = {
    "x": Place("x", 2, FIRST, 27, 0),
    "W1": Place("W1.T", 82, FIRST, 37, 1),
    "b1": Place("b1", 178, FIRST, 37, 1),
    "z1": Place("z1", 277, FIRST, 36, 1),
    "a1": Place("a1", 2, SECOND, 27, 1),
    "W2": Place("W2.T", 82, SECOND, 37, 1),
    "b2": Place("b2", 178, SECOND, 37, 1),
    "z2": Place("z2", 277, SECOND, 38, 2),
    "p": Place("p", 4, THIRD, 38, 2),
    "prediction": Place("prediction", 277, THIRD, 35, 0),
}
CODE = {
    "z1": (FIRST - 26, "z1 = x @ W1.T + b1"),
    "a1": (SECOND - 45, "a1 = np.maximum(z1, 0)"),
    "z2": (SECOND - 25, "z2 = a1 @ W2.T + b2"),
    "p": (THIRD - 25, "p = nn.softmax(z2)"),
    "prediction": (THIRD - 25, "p.argmax(axis=1)"),
}


def links(array, rows, unit=None):
    """Return the links of a neuron's values in all rows, or of both neurons'."""
    units = (0, 1) if unit is None else (unit,)
    return " ".join(f"{array}-{row}-{one}" for row in range(rows) for one in units)


def cell(parent, array, row, column, text, link, class_):
    """Write one number of a matrix, with a comma after it if another follows in its row."""
    place = PLACES[array]
    x, y = place.left + (column + 1) * place.cell + 1, place.top + 14 + row * LINE
    if array not in ("prediction", "z1"):  # z1 has no room to spare
        x += 2 if column else -2
    if column == 0 and array != "prediction" and text != "·":
        text, x = f"{text},", x + COMMA
    parent.add("text", text, x=x, y=y, class_=f"network-cell {class_}", data_link=link)


def bracket(parent, array, rows, columns, shape):
    """Draw a matrix's brackets, its name above and its shape below."""
    place = PLACES[array]
    right, height = place.left + columns * place.cell + 6, rows * LINE
    d = f"M{place.left + 4} {place.top}h-4v{height}h4M{right - 4} {place.top}h4v{height}h-4"
    parent.add("path", d=d, class_="network-bracket")
    middle = (place.left + right) / 2
    below = place.top + height + 15
    parent.add("text", place.name, x=middle, y=place.top - 5, class_="network-name")
    parent.add("text", shape, x=middle, y=below, class_="network-shape")


def summed(step):
    """Return the layer, 1 or 2, and the neuron whose sum a step computes; (0, 0) if none."""
    return {1: (1, 0), 2: (1, 1), 4: (2, 0), 5: (2, 1)}.get(step, (0, 0))


def edges(still, rows, step):
    """Draw every weight as a line, dashed where it is below 0, and then its number beside it."""
    labels = Element("g")
    now = summed(step)
    for layer, W, array in ((0, W1, "z1"), (1, W2, "z2")):
        x1, x2 = COLUMNS[layer] + RADIUS, COLUMNS[layer + 1] - RADIUS
        for unit, source in np.ndindex(W.shape):
            weight, link = float(W[unit, source]), links(array, rows, unit)
            y1, y2 = HEIGHTS[source], HEIGHTS[unit]
            kind = "network-edge network-minus" if weight < 0 else "network-edge"
            more = " network-now" if now == (layer + 1, unit) else ""
            width = 1 + 3 * abs(weight)
            ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
            still.add("line", stroke_width=width, class_=kind + more, data_link=link, **ends)
            part = 0.5 if unit == source else 0.3
            x, y = x1 + part * (x2 - x1), y1 + part * (y2 - y1) + 5
            y += 0 if unit != source else 12 if unit else -12
            labels.add(
                "text",
                number(weight, 1),
                x=x,
                y=y,
                class_=f"network-weight on-line{more}",
                data_link=link,
            )
    still.children.append(labels)


@cache
def diagram_frame(rows, step):
    """Return the weights and biases of the diagram; those that a step uses stand out."""
    layer, now = summed(step)
    still = Element("g", class_="network-busy" if layer else None)
    edges(still, rows, step)
    for array, b, column in (("z1", b1, 1), ("z2", b2, 2)):
        for unit, y in enumerate(HEIGHTS):
            text, link = f"b = {number(float(b[unit]), 1)}", links(array, rows, unit)
            away = RADIUS + 22 if unit else -RADIUS - 13  # on the side without lines
            place = {"x": COLUMNS[column], "y": y + away}
            more = " network-now" if (layer, now) == (column, unit) else ""
            still.add("text", text, class_=f"network-bias{more}", data_link=link, **place)
    return still.keep()


@cache
def matrices_frame(rows):
    """Return what never changes in the matrices: weights, biases, brackets, shapes, code."""
    still = Element("g")
    for array, W, b in (("z1", W1, b1), ("z2", W2, b2)):
        layer = array[1]
        for unit in range(2):
            link = links(array, rows, unit)
            bias = number(float(b[unit]), 1)
            cell(still, f"b{layer}", 0, unit, bias, link, "network-weights")
            for source in range(2):
                text = number(float(W[unit, source]), 1)
                cell(still, f"W{layer}", source, unit, text, link, "network-weights")
    for array in ("x", "z1", "a1", "z2", "p"):
        bracket(still, array, rows, 2, f"({rows}, 2)")
    for layer in "12":
        bracket(still, f"W{layer}", 2, 2, "(2, 2)")
        bracket(still, f"b{layer}", 1, 2, "(2,)")
        for sign, x in (("@", 72), ("+", 170), ("=", 267.5)):
            y = PLACES[f"W{layer}"].top + 15
            still.add("text", sign, x=x, y=y, class_="network-sign")
    bracket(still, "prediction", rows, 1, f"({rows},)")
    for array, (y, text) in CODE.items():
        x = 356 if array == "prediction" else 4
        kind = "network-code plane-end" if array == "prediction" else "network-code"
        link = links(array, rows) if array in ("z1", "z2") else None
        still.add("text", text, x=x, y=y, class_=kind, data_link=link)
    return still.keep()


def glow(svg, array, rows, unit=None, written=False):
    """Mark a matrix, or the column of one neuron in it, as read or as written."""
    place = PLACES[array]
    left = place.left + 2 + (0 if unit is None else unit * place.cell)
    columns = 1 if unit is not None or array == "prediction" else 2
    width, height = columns * place.cell + 2, rows * LINE
    place = {"x": left, "y": place.top, "width": width, "height": height, "rx": 3}
    svg.add("rect", class_=f"network-glow{' network-written' if written else ''}", **place)


def mark_neuron(svg, step):
    """Mark the neuron whose sum this step computes."""
    layer, unit = summed(step)
    if layer:
        place = {"cx": COLUMNS[layer], "cy": HEIGHTS[unit], "r": RADIUS + 6}
        svg.add("circle", class_="network-glow", **place)


def mark_matrices(svg, step, rows):
    """Mark the matrices that this step reads, and the column that it writes."""
    layer, unit = summed(step)
    if layer:
        glow(svg, "x" if layer == 1 else "a1", rows)
        glow(svg, f"W{layer}", 2, unit)
        glow(svg, f"b{layer}", 1, unit)
        glow(svg, f"z{layer}", rows, unit, written=True)
        return
    reads = {0: ("x",), 3: ("z1", "a1"), 6: ("z2", "p"), 7: ("p", "prediction")}[step]
    for array in reads:
        glow(svg, array, rows, written=array == reads[-1])


def known(values, step, since, unit):
    """Return whether a neuron's value is known; sums come one neuron per step."""
    return step >= since + (unit if values in ("z1", "z2") else 0)


def numbers(svg, arrays, step, rows):
    """Write the numbers that are known into the matrices, a dot for the others."""
    after = {"x": None, "z1": "z1", "a1": "z2", "z2": "z2", "p": "p", "prediction": "p"}
    kinds = {"x": "network-input", "a1": "network-active", "z1": "", "z2": "", "p": ""}
    for array, (values, since) in arrays.items():
        for row, unit in np.ndindex(values.shape):
            there = known(array, step, since, unit)
            text = number(float(values[row, unit]), PLACES[array].digits) if there else "·"
            if array in ("z1", "z2"):
                link = f"{array}-{row}-{unit}"
            elif array in ("x", "a1"):
                link = " ".join(f"{'z1' if array == 'x' else 'z2'}-{row}-{k}" for k in (0, 1))
            else:
                link = f"{after[array]}-{row}"
            cell(svg, array, row, unit, text, link, kinds.get(array, "network-weighty"))


def node(svg, kind, column, unit, texts, link):
    """Draw a neuron, or an input as a square, with its value in every row of the batch.

    One whose values aren't known yet is only hinted at.
    """
    x, y = COLUMNS[column], HEIGHTS[unit]
    kind = kind if texts else f"{kind} network-unknown"
    group = svg.add("g", data_link=link)
    if column == 0:
        place = {"x": x - RADIUS, "y": y - RADIUS, "rx": 5}
        group.add("rect", width=2 * RADIUS, height=2 * RADIUS, class_=kind, **place)
    else:
        group.add("circle", cx=x, cy=y, r=RADIUS, class_=kind)
    for row, text in enumerate(texts):
        place = y + 5 + (row - (len(texts) - 1) / 2) * 16
        group.add("text", text, x=x, y=place, class_="network-value")


def diagram(svg, trace, shares, step):
    rows = len(shares)
    z1, z2 = trace.pre_activations
    a1 = trace.activations[1] if step >= A1 else z1
    heads = ("input x", "hidden a" if step >= A1 else "hidden z", "output z")
    for text, x in zip(heads, COLUMNS, strict=True):
        svg.add("text", text, x=x, y=18, class_="plane-label plane-middle")
    for unit in range(2):
        inputs = [number(float(v), 0) for v in trace.activations[0][:, unit]]
        node(svg, "network-node network-in", 0, unit, inputs, links("z1", rows))
        seen = [number(float(v), 1) for v in a1[:, unit]] if step >= Z1 + unit else []
        node(svg, "network-node network-on", 1, unit, seen, links("z1", rows, unit))
        seen = [number(float(v)) for v in z2[:, unit]] if step >= Z2 + unit else []
        node(svg, "network-node network-out", 2, unit, seen, links("z2", rows, unit))
        if step >= P:
            for row, share in enumerate(shares[:, unit]):
                won = step >= PREDICTION and share == shares[row].max()
                kind = "network-share network-won" if won else "network-share"
                y = HEIGHTS[unit] + 5 + (row - (rows - 1) / 2) * 17
                text = f"{100 * share:.0f}%{' ◂' if won else ''}"
                svg.add("text", text, x=301, y=y, class_=kind, data_link=f"p-{row}")


def term(weight, value, digits):
    """Return a product as you'd write it, with parentheses around a number below 0."""
    return f"{short(weight, 1)} · {short(value, digits)}"


def short(value, digits):
    text = number(float(value), digits)
    return f"({text})" if text.startswith("−") else text


def account(trace, shares, step):
    """Return what the step computes, a line for each row of the batch."""
    x, a1 = trace.activations
    z1, z2 = trace.pre_activations
    told = []
    for row in range(len(x)):
        if step == 0:
            told.append(f"x = ({', '.join(number(float(v), 0) for v in x[row])})")
        elif step in (1, 2, 4, 5):
            first = step < 3
            unit = step - 1 if first else step - 4
            W, b, source = (W1, b1, x) if first else (W2, b2, a1)
            digits, result = (0, number(z1[row, unit], 1)) if first else (1, number(z2[row, unit]))
            sums = [term(W[unit, i], source[row, i], digits) for i in range(2)]
            told.append(f"{' + '.join(sums)} + {short(b[unit], 1)} = {result}")
        elif step == 3:
            pairs = [f"max(0, {number(z1[row, i], 1)}) = {number(a1[row, i], 1)}" for i in range(2)]
            told.append(",  ".join(pairs))
        elif step == 6:
            told += softmax_told(z2[row], shares[row], powers=len(x) == 1)
        else:
            winner, sure = int(shares[row].argmax()), 100 * shares[row].max()
            told.append(f"prediction: class {winner}, with {sure:.1f}%")
    return told


def softmax_told(logits, shares, powers):
    """Return how softmax comes to its shares, and before it, if asked for, the powers of e."""
    e = [f"{power:.4f}" for power in np.exp(logits)]
    total = f"{np.exp(logits).sum():.4f}"
    first = f"powers of e: {e[0]} + {e[1]} = {total}"
    pairs = zip(e, shares, strict=True)
    divided = ",  ".join(f"{power}/{total} = {100 * share:.1f}%" for power, share in pairs)
    return [first, divided] if powers else [divided]


@cache  # there are few states, and playing shows them again and again
def draw(example, step, matrices):
    trace, shares = TRACES[example], SHARES[example]
    told = account(trace, shares, step)
    rows = len(shares)
    what = f"Step {step + 1} of {len(STEPS)}: {STEPS[step]}"
    which = "both examples" if rows == 2 else f"the {example} example"
    more = " The same as matrices." if matrices else ""
    svg = Svg(
        360,
        242,
        "The traced network, as a diagram and as matrices" if matrices else "The traced network",
        f"{what}, for {which}. {'; '.join(told)}.{more}",
    )
    mark_neuron(svg, step)
    svg.children.append(diagram_frame(rows, step))
    diagram(svg, trace, shares, step)
    svg.note(f"{step + 1}. {STEPS[step]}", "figure-head")
    for text in told:
        svg.note(text)
    if matrices:
        show_matrices(svg, trace, shares, step)
    return svg


def show_matrices(svg, trace, shares, step):
    """Draw the pass as matrices beside the diagram."""
    rows = len(shares)
    drawn = svg.beside.add("svg", viewBox="0 0 360 330", class_="network-matrices")
    mark_matrices(drawn, step, rows)
    drawn.children.append(matrices_frame(rows))
    z1, z2 = trace.pre_activations
    x, a1 = trace.activations
    predictions = shares.argmax(axis=1)[:, None]
    arrays = {"x": (x, X), "z1": (z1, Z1), "a1": (a1, A1), "z2": (z2, Z2)}
    more = {"p": (shares, P), "prediction": (predictions, PREDICTION)}
    numbers(drawn, arrays | more, step, rows)
    tables(svg, arrays | more, step)


def tables(svg, arrays, step):
    """Add the matrices as tables: those that are known, and the weights and biases."""
    for layer, (W, b) in enumerate(((W1, b1), (W2, b2)), start=1):
        svg.table(f"W{layer}.T", [[number(float(v), 1) for v in row] for row in W.T])
        svg.table(f"b{layer}", [[number(float(v), 1) for v in b]])
    for array, (values, since) in arrays.items():
        texts = [
            [
                number(float(value), PLACES[array].digits)
                if known(array, step, since, unit)
                else "not known yet"
                for unit, value in enumerate(row)
            ]
            for row in values
        ]
        svg.table(array, texts)
