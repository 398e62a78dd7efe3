"""The traced network as a computational graph: numbers forward, slopes back, level by level."""

from dataclasses import dataclass, field

import nn
from course.figures.controls import Choice, Steps
from course.figures.svg import Element, Svg, number

SUB = "₀₁₂"
X, Y = nn.traced_example()
NETWORK = nn.traced_network()
TRACE = NETWORK.forward(X)
LOSS = nn.cross_entropy(TRACE.logits, Y)
SLOPES = nn.cross_entropy_gradient(TRACE.logits, Y)[0]  # the local slopes of the loss's edges
LEVELS = 7  # given, times, plus, ReLU, times, plus, loss
SIGNS = {"product": "×", "sum": "+", "relu": "ReLU", "loss": "L"}
KINDS = {"weight": "weight", "sum": "computed", "rest": "given"}
FORWARD = ("multiply", "add", "ReLU", "multiply", "add", "the loss")
RULES = {  # what each operation does with the slope that arrives, by the level of its nodes
    7: ("the loss", "Local slopes: p − Y"),
    6: ("add passes on", "Local slopes: 1, so all get the same"),
    5: ("multiply swaps", "Local slope: the other factor; a gets two parts"),
    4: ("ReLU routes", "Local slope: 1, because z is above 0"),
    3: ("add passes on", "Local slopes: 1, so all get the same"),
    2: ("multiply swaps", "Local slope: the other factor"),
}


@dataclass
class Node:
    """A node with its position; children: what is computed from it."""

    value: nn.Value
    name: str
    kind: str
    x: float
    y: float
    parents: list = field(default_factory=list)  # nodes, each with the edge's local slope
    children: list = field(default_factory=list)


class Graph:
    """A graph under construction; its nodes have Values that know their parents."""

    def __init__(self, wide, high, brief):
        self.nodes, self.wide, self.high, self.brief = {}, wide, high, brief

    def put(self, value, name, kind, x, y):
        node = Node(value, name, kind, x, y)
        for parent, slope in value.parents:
            node.parents.append((self.nodes[parent], slope))
            self.nodes[parent].children.append(node)
        self.nodes[value] = node
        return value

    def given(self, data, name, kind, x, y):
        return self.put(nn.Value(data), name, kind, x, y)

    def times(self, one, other, x, y):
        name = f"{self.nodes[one].name} · {self.nodes[other].name}"
        return self.put(one * other, name, "product", x, y)

    def plus(self, parts, name, x, y):
        total = nn.Value(sum(part.data for part in parts), [(part, 1.0) for part in parts])
        return self.put(total, name, "sum", x, y)

    def ends(self, logits, x, y):
        edges = list(zip(logits, SLOPES.tolist(), strict=True))
        self.put(nn.Value(LOSS, edges), "L", "loss", x, y).backward()
        return self


def weight_of(layer, out, into):
    """Return a weight and its name."""
    return NETWORK.weights[layer][out, into], f"W⁽{'¹²'[layer]}⁾{SUB[out + 1]}{SUB[into + 1]}"


def part():
    """Return the two paths of one weight; what else is added on the way is one number each."""
    graph, hidden = Graph(50, 40, False), TRACE.activations[1][0]
    w, name = weight_of(0, 0, 0)
    weight = graph.given(w, name, "weight", 32, 122)
    x = graph.given(X[0, 0], "x₁", "input", 32, 290)
    product = graph.times(weight, x, 32, 206)
    rest = NETWORK.weights[0][0, 1] * X[0, 1] + NETWORK.biases[0][0]
    rest = graph.given(rest, "rest", "rest", 102, 290)
    z = graph.plus([product, rest], "z⁽¹⁾₁", 102, 206)
    a = graph.put(z.relu(), "a⁽¹⁾₁", "relu", 173, 206)
    logits = []
    for k, (y, far) in enumerate(((146, 74), (266, 350))):
        w, name = weight_of(1, k, 0)
        weight = graph.given(w, name, "weight", 238, far)
        product = graph.times(a, weight, 238, y)
        rest = NETWORK.weights[1][k, 1] * hidden[1] + NETWORK.biases[1][k]
        rest = graph.given(rest, "rest", "rest", 308, far)
        logits.append(graph.plus([product, rest], f"z⁽²⁾{SUB[k + 1]}", 308, y))
    return graph.ends(logits, 378, 206)


def layer(graph, index, inputs, x):
    """Put a layer's products and sums, from x on; return the sums."""
    sums = []
    for out in range(2):
        products = []
        for into in range(2):
            y = 128 + 128 * (2 * out + into)
            weight = graph.given(*weight_of(index, out, into), "weight", x, y - 64)
            products.append(graph.times(weight, inputs[into], x, y))
        y, b = 192 + 256 * out, NETWORK.biases[index][out]
        bias = graph.given(b, f"b⁽{'¹²'[index]}⁾{SUB[out + 1]}", "weight", x + 58, y - 66)
        sums.append(graph.plus([*products, bias], f"z⁽{'¹²'[index]}⁾{SUB[out + 1]}", x + 58, y))
    return sums


def whole():
    """Return the whole network on its first example."""
    graph = Graph(42, 35, True)
    inputs = [graph.given(X[0, i], f"x{SUB[i + 1]}", "input", 24, 192 + 256 * i) for i in range(2)]
    hidden = []
    for i, z in enumerate(layer(graph, 0, inputs, 84)):
        hidden.append(graph.put(z.relu(), f"a⁽¹⁾{SUB[i + 1]}", "relu", 194, 192 + 256 * i))
    return graph.ends(layer(graph, 1, hidden, 250), 366, 320)


def key():
    """Return what the frames' colors, the rests and the italic numbers are."""
    still = Element("g")
    for row, (kind, text) in enumerate(KINDS.items()):
        y, place = 348 + 16 * row, {"x": 8, "width": 16, "height": 12, "rx": 4}
        still.add("rect", y=y - 10, class_=f"graph-node graph-{kind}", **place)
        still.add("text", text, x=31, y=y, class_="graph-text graph-right")
    for text, y in (("rest: all else in the sum", 398), ("italic: local slopes", 44)):
        still.add("text", text, x=8, y=y, class_="graph-text graph-local graph-right")
    return still.keep()


GRAPHS, KEY = {"part": part(), "whole": whole()}, key()
BEGIN = LEVELS  # the step at which the slope at L is set to 1
COUNT = 2 * LEVELS
HEIGHTS = {"part": (504, 434), "whole": (588, 562)}  # of the drawing; where the lines begin

CONTROLS = [
    Steps("step", "Step through the graph", COUNT, BEGIN),
    Choice("view", "Show", (("part", "two paths"), ("whole", "the whole network")), "part"),
]


def short(value, digits=3):
    """Return a number with no more digits than it needs."""
    for few in range(digits):
        if abs(value - round(value, few)) < 1e-9:
            return number(value, few)
    return number(value, digits)


def signed(value, digits=3):
    text = short(value, digits)
    return f"({text})" if text.startswith("−") else text


def level_back(step):
    """Return the level whose nodes send their slopes back in this step."""
    return 2 * LEVELS + 1 - step


def has_slope(node, step):
    """Return whether all that is computed from a node has sent its slope back.

    Nobody changes an input, so its slope isn't shown.
    """
    if node.kind == "input":
        return False
    if not node.children:
        return step >= BEGIN
    return step > BEGIN and all(child.value.level >= level_back(step) for child in node.children)


def arrived(graph, step):
    """Return the nodes that the step is about: computed in it, or given their slopes."""
    nodes = graph.nodes.values()
    if step < BEGIN:
        return [node for node in nodes if node.value.level == step + 1]
    return [node for node in nodes if has_slope(node, step) and not has_slope(node, step - 1)]


def slope_text(node):
    """Return how a node's slope is computed, from upstream times local for each edge."""
    edges = [(child, s) for child in node.children for parent, s in child.parents if parent is node]
    terms = " + ".join(f"{signed(child.value.grad)} · {signed(s)}" for child, s in edges)
    return f"{node.name}: {terms} = {number(node.value.grad, 3)}"


def data_text(node):
    """Return how a node's number is computed."""
    numbers = [signed(parent.value.data) for parent, _ in node.parents]
    if node.kind in ("product", "sum"):
        sign = " · " if node.kind == "product" else " + "
        return f"{sign.join(numbers)} = {short(node.value.data)}"
    return f"{node.name} = {short(node.value.data)}"


def told(graph, step, view):
    """Return the head, and the lines below the drawing."""
    nodes = arrived(graph, step)
    if step == 0:
        rest = "rest: all else that's added in the same sum"
        return "→ What's given", [rest if view == "part" else "Inputs, weights and biases"]
    if step < BEGIN:
        lines = [data_text(node) for node in nodes] if view == "part" else []
        return f"→ Forward: {FORWARD[step - 1]}", [*lines, "Each new edge gets its local slope"]
    if step == BEGIN:
        return "← The way back begins", [
            "The slope of L at itself is 1",
            "What's the slope at a⁽¹⁾₁, ReLU's result?",
        ]
    name, rule = RULES[level_back(step)]
    named = [node for node in nodes if node.kind != "rest"] if view == "part" else []
    return f"← Back: {name}", [rule, *map(slope_text, named)]


def edge(svg, parent, child, step):
    """Draw an edge, marked if the step uses it."""
    kind = "edges-edge"
    if step < BEGIN and child.value.level == step + 1:
        kind = "edges-now"
    elif step > BEGIN and child.value.level == level_back(step):
        kind = "edges-now edges-back"
    svg.add("line", x1=parent.x, y1=parent.y, x2=child.x, y2=child.y, class_=kind)


def local(svg, parent, child, slope):
    """Write an edge's local slope beside it, away from other numbers."""
    x, y = (parent.x + child.x) / 2, (parent.y + child.y) / 2
    if above(parent, child) or above(child, parent):
        x, y, side = x + 6, y + 9, "graph-right"
    elif parent.y == child.y:
        y, side = y - 6, ""
    else:
        rises = child.y < parent.y
        x, y, side = x + (-5 if rises else 5), y - 5, "graph-left" if rises else "graph-right"
    svg.add("text", short(slope), x=x, y=y, class_=f"graph-text graph-local {side}".rstrip())


def above(one, other):
    """Return whether a node is straight above another."""
    return abs(one.x - other.x) < 20 and one.y < other.y


def draw(step, view):
    graph = GRAPHS[view]
    head, lines = told(graph, step, view)
    now = arrived(graph, step)
    title = f"Step {step + 1} of {COUNT}. {head[2:]}"
    what = [
        f"{node.name} {number(node.value.grad, 3) if step >= BEGIN else short(node.value.data)}"
        for node in now
    ]
    height, below = HEIGHTS[view]
    svg = Svg(410, height, title, f"{title}: {', '.join(what)}. {lines[0]}.")
    svg.add("text", head, x=4, y=18, class_="edges-head")
    edges = [(*one, child) for child in graph.nodes.values() for one in child.parents]
    for parent, _, child in edges:
        edge(svg, parent, child, step)
    for node in graph.nodes.values():
        draw_node(svg, graph, node, step, node in now)
    if view == "part":
        svg.children.append(KEY)
    for parent, slope, child in edges if view == "part" else ():
        if child.value.level <= step + 1:
            local(svg, parent, child, slope)
    for row, text in enumerate(lines):
        svg.add("text", text, x=4, y=below + 24 * row, class_="edges-line")
    return svg


def draw_node(svg, graph, node, step, now):
    if now:
        box(svg, graph, node, 7, "edges-ring edges-back" if step >= BEGIN else "edges-ring")
    box(svg, graph, node, 0, f"graph-node graph-{node.kind}")
    known = node.value.level <= step + 1
    sign, below = SIGNS.get(node.kind), graph.high / 2
    if sign:
        y = node.y - 4 if known else node.y + 5
        svg.add("text", sign, x=node.x, y=y, class_="graph-text graph-inside graph-sign")
    else:
        name = node.y + outside(graph, node, below, 0)
        svg.add("text", node.name, x=node.x, y=name, class_="graph-text")
    if known:
        y, text = node.y + (10 if sign else 5), short(node.value.data)
        svg.add("text", text, x=node.x, y=y, class_="graph-text graph-inside")
    if has_slope(node, step) and not (graph.brief and node.kind == "product"):
        x, y, kind = node.x, below + 15, "graph-text graph-slope on-line"
        if not sign and not graph.brief:
            y = outside(graph, node, below, 1)
        elif node.kind == "relu" and graph.brief:
            y = -below - 8
        elif node.kind == "loss":
            x, y = x + 6, y + 3
        elif not graph.brief and any(above(node, parent) for parent, _ in node.parents):
            x, kind = x + 5, f"{kind} graph-right"
        svg.add("text", number(node.value.grad, 3), x=x, y=node.y + y, class_=kind)


def outside(graph, node, below, row):
    """Return how far from a given number's middle its name (0) and its slope (1) are written.

    They're on the side without an edge; the whole network has room above only.
    """
    down = node.children[0].y < node.y and not graph.brief
    return below + 15 + 16 * row if down else -below - (11 if graph.brief else 9) - 16 * row


def box(svg, graph, node, more, kind):
    wide, high = graph.wide + more, graph.high + more
    corner = {"x": node.x - wide / 2, "y": node.y - high / 2}
    svg.add("rect", **corner, width=wide, height=high, rx=12, class_=kind)


assert all(max(v.level for v in graph.nodes) == LEVELS for graph in GRAPHS.values())
