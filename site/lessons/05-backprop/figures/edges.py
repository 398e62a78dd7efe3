"""The traced network, forward and backward, one multiplication at a time."""

import re
from dataclasses import dataclass, field, replace

import nn
from course.figures.controls import Choice, Steps
from course.figures.svg import Element, Svg, number

EXAMPLES = {"on": nn.traced_example(), "off": nn.traced_example_off()}
NETWORK = nn.traced_network()
COLUMNS = {"x": (26, 36), "h": (173, 60), "o": (328, 60)}  # layer: x, width of its neurons
ROWS, HIGH = (84, 268), 50
FAN = 14  # how far inside the middle of a neuron's side an edge ends that isn't level
PLACES = {
    f"{layer}{row + 1}": (x, ROWS[row]) for layer, (x, _) in COLUMNS.items() for row in range(2)
}
LOSS = (407, sum(ROWS) / 2)
LAYERS = (("x", "h"), ("h", "o"))
SUB, SUPER = "₀₁₂", "⁰¹²"
THICK = 4.5  # units of a ribbon's width for 1
ON = (0.18, 0.3)  # where on an edge that isn't level its weight and its number are


@dataclass(frozen=True)
class State:
    """What the drawing shows after one step."""

    backward: bool = False
    active: str = ""  # the edge or the neuron that the step is about
    head: str = "The input"
    lines: tuple = ()
    facts: dict = field(default_factory=dict)  # what the formula takes: its place, its part there
    inside: dict = field(default_factory=dict)  # the text in each neuron, two lines
    edges: dict = field(default_factory=dict)  # each edge's number, its class, the number's text
    slopes: dict = field(default_factory=dict)  # da in parts, da, dz, then db, at each neuron
    loss: str = ""


def short(value, digits=2):
    """Return a number for a formula, in brackets where it is below 0."""
    text = number(float(value), digits)
    return f"({text})" if text.startswith("−") else text


def called(name):
    """Return the label of a neuron or an edge: "h1" is h₁, "x1h1" is x₁ to h₁."""
    ends = [name[i : i + 2] for i in range(0, len(name), 2)]
    return " to ".join(f"{layer}{SUB[int(place)]}" for layer, place in ends)


class Story:
    """Makes the steps of one example, each from the one before."""

    def __init__(self, x, y):
        self.trace = NETWORK.forward(x)
        self.p = nn.softmax(self.trace.logits)[0]
        self.y = nn.one_hot(y, 2)[0]
        self.loss = nn.cross_entropy(self.trace.logits, y)
        self.gradients = NETWORK.backward(
            self.trace, nn.cross_entropy_gradient(self.trace.logits, y)
        )
        start = {f"x{i + 1}": (number(v, 0),) for i, v in enumerate(x[0])}
        given = f"x₁ = {number(x[0, 0], 0)}, x₂ = {number(x[0, 1], 0)}"
        lines = (given, "Press the arrow for the first product")
        self.states = [State(inside=start, lines=lines)]
        self.forward()
        self.backward()

    def then(self, **changes):
        """Add a state: dictionaries are merged into, everything else is replaced."""
        now = self.states[-1]
        for name in ("inside", "edges", "slopes"):
            changes[name] = getattr(now, name) | changes.get(name, {})
        changes.setdefault("facts", {})
        self.states.append(replace(now, **changes))

    def forward(self):
        for layer, (before, after) in enumerate(LAYERS):
            W, b = NETWORK.weights[layer], NETWORK.biases[layer]
            a = self.trace.activations[layer][0]
            for out in range(2):
                z = self.trace.pre_activations[layer][0, out]
                for i in range(2):
                    product = W[out, i] * a[i]
                    edge = f"{before}{i + 1}{after}{out + 1}"
                    text = f"{short(W[out, i], 1)} · {short(a[i], 1)} = {number(product)}"
                    self.then(
                        active=edge,
                        head=f"Forward: weight times input, {called(edge)}",
                        lines=(text,),
                        edges={edge: (product, "product", number(product))},
                        facts={edge: "weight", f"{before}{i + 1}": "local"},
                    )
                self.neuron(layer, f"{after}{out + 1}", z, W[out] * a, b[out])
        self.ends()

    def neuron(self, layer, name, z, products, bias):
        terms = " + ".join(short(product) for product in products)
        text = f"z = {terms} + {short(bias, 1)} = {number(z)}"
        if layer == 1:
            head = f"Forward: the logit of {called(name)}, sum plus bias"
            self.then(active=name, head=head, lines=(text,), inside={name: (f"z {number(z)}",)})
            return
        a = self.trace.activations[1][0, int(name[1]) - 1]
        bend = f"a = max(0, z) = {number(a)}; the ReLU is {'on' if z > 0 else 'off'}"
        inside = {name: (f"z {number(z, 1)}", f"a {number(a, 1)}")}
        head = f"Forward: sum, bias and ReLU of {called(name)}"
        self.then(active=name, head=head, lines=(text, bend), inside=inside)

    def ends(self):
        z = self.trace.logits[0]
        inside = {f"o{k + 1}": (f"z {number(z[k])}", f"p {number(self.p[k])}") for k in range(2)}
        true = int(self.y.argmax())
        self.then(
            active="o",
            head="Forward: softmax gives probabilities",
            lines=(f"p = ({number(self.p[0], 3)}, {number(self.p[1], 3)})",),
            inside=inside,
        )
        loss = f"L = −ln p{SUB[true + 1]} = −ln {number(self.p[true], 4)} = {number(self.loss, 3)}"
        self.then(
            active="loss",
            head=f"The loss: the right class is output {true + 1}",
            lines=(loss,),
            loss=number(self.loss, 3),
        )

    def backward(self):
        for k in range(2):
            dz = self.gradients.pre_activations[1][0, k]
            self.then(
                backward=True,
                active=f"o{k + 1}",
                head=f"Backward: slope at the logit of o{SUB[k + 1]}, p − Y",
                lines=(f"{number(self.p[k], 3)} − {number(self.y[k], 0)} = {number(dz, 3)}",),
                slopes={f"o{k + 1}": f"dz {number(dz, 3)}"},
            )
        self.parameters(1)
        for j in range(2):
            self.through(j)
        self.parameters(0)

    def parameters(self, layer):
        before, after = LAYERS[layer]
        for out in range(2):
            dz = self.gradients.pre_activations[layer][0, out]
            for i in range(2):
                a, slope = self.trace.activations[layer][0, i], self.gradients.weights[layer]
                text = f"{short(dz, 4)} · {short(a, 1)} = {number(slope[out, i], 3)}"
                edge = f"{before}{i + 1}{after}{out + 1}"
                self.then(
                    active=edge,
                    head=f"Backward: slope of the weight {called(edge)}",
                    lines=(
                        f"upstream · local = {text}",
                        "local: the number this weight multiplies",
                    ),
                    edges={edge: (slope[out, i], "slope", f"dW {number(slope[out, i], 3)}")},
                    facts={f"{after}{out + 1}": "upstream", f"{before}{i + 1}": "local"},
                )
            self.then(
                active=f"{after}{out + 1}",
                head=f"Backward: slope of the bias of {after}{SUB[out + 1]}",
                lines=(
                    f"upstream · local = {short(dz, 4)} · 1 = {number(dz, 3)}",
                    "local: 1, because a bias is simply added",
                ),
                slopes={f"{after}{out + 1}": f"dz, db {number(dz, 3)}"},
                facts={f"{after}{out + 1}": "upstream"},
            )

    def through(self, j):
        """Go back to a hidden neuron: one product for each path, their sum, the ReLU's slope."""
        dz, W = self.gradients.pre_activations[1][0], NETWORK.weights[1]
        hidden, parts = f"h{j + 1}", dz * W[:, j]
        kept = {f"{hidden}o{k + 1}": self.states[-1].edges[f"{hidden}o{k + 1}"] for k in range(2)}
        for k in range(2):
            text = f"{short(dz[k], 4)} · {short(W[k, j], 1)} = {number(parts[k], 4)}"
            edge = f"{hidden}o{k + 1}"
            sum_so_far = " + ".join(short(part, 3) for part in parts[: k + 1])
            self.then(
                active=edge,
                head=f"Backward: the path from o{SUB[k + 1]} to h{SUB[j + 1]}",
                lines=(
                    f"upstream · local = {text}",
                    f"local: the weight; this is the {('first', 'second')[k]} part of da",
                ),
                edges={edge: (parts[k], "slope", f"da {number(parts[k], 3)}")},
                facts={f"o{k + 1}": "upstream", edge: "weight"},
                slopes={hidden: f"da {sum_so_far}" + (" + …" if k == 0 else "")},
            )
        da = self.gradients.activations[0][0, j]
        terms = " + ".join(short(part, 4) for part in parts)
        self.then(
            active=hidden,
            head=f"Backward: the paths into h{SUB[j + 1]} add up",
            lines=(f"da = {terms} = {number(da, 3)}",),
            slopes={hidden: f"da {number(da, 3)}"},
        )
        z = self.trace.pre_activations[0][0, j]
        slope = nn.relu_slope(self.trace.pre_activations[0])[0, j]
        dz1 = self.gradients.pre_activations[0][0, j]
        self.then(
            active=f"h{j + 1}",
            head=f"Backward: through the ReLU of h{SUB[j + 1]}",
            lines=(
                f"upstream · local = {short(da, 4)} · {number(slope, 0)} = {number(dz1, 3)}",
                f"local: the ReLU's slope, {number(slope, 0)}, because z is {number(z, 1)}",
            ),
            edges=kept,
            slopes={hidden: f"dz {number(dz1, 3)}"},
        )


STORIES = {name: Story(*example).states for name, example in EXAMPLES.items()}
PRODUCT = re.compile(r"upstream · local = (\S+) · (\S+) = (\S+)")
COUNT = len(STORIES["on"])
FIRST_BACK = next(i for i, state in enumerate(STORIES["on"]) if state.backward)

CONTROLS = [
    Steps("step", "Step through the network", COUNT, FIRST_BACK),
    Choice("example", "Example", (("on", "both neurons on"), ("off", "h₁ is off")), "on"),
]


CHAPTERS = {
    "forward": FIRST_BACK,
    "back: layer 2": next(i for i, s in enumerate(STORIES["on"]) if "the path" in s.head),
    "back: layer 1": COUNT,
}


def edges():
    """Yield each edge: its name, (its layer, start, end, position of its numbers)."""
    for layer, (before, after) in enumerate(LAYERS):
        for i in range(2):
            for out in range(2):
                x1 = COLUMNS[before][0] + COLUMNS[before][1] / 2
                x2 = COLUMNS[after][0] - COLUMNS[after][1] / 2
                fan = 0 if i == out else FAN
                start, end = ((x, ROWS[n] + (1 - 2 * n) * fan) for x, n in ((x1, i), (x2, out)))
                name = f"{before}{i + 1}{after}{out + 1}"
                yield name, (layer, start, end, labels(start, end))


def labels(start, end):
    """Return where an edge's weight and its number are written: by a level edge, on another one."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        middle, places = (x1 + x2) / 2, (y1 - 15, y1 + 23)
        return [(middle, y) for y in (places if y1 == ROWS[0] else reversed(places))]
    return [(round(x1 + ON[0] * (x2 - x1)), round(y1 + part * (y2 - y1)) + 5) for part in ON]


EDGES = dict(edges())


def box(parent, place, width, kind):
    """Draw a neuron, or what's around it."""
    x, y = place
    high = HIGH + 8 * ("ring" in kind)
    wide = width + 8 * ("ring" in kind)
    corner = {"x": x - wide / 2, "y": y - high / 2}
    parent.add("rect", **corner, width=wide, height=high, rx=14, class_=kind)


def scene():
    """Return what lies below the ribbons and never changes: the ways to the loss."""
    still, x = Element("g"), COLUMNS["o"][0] + COLUMNS["o"][1] / 2
    ways = "".join(f"M{x:g} {y}L{LOSS[0] - 27} {LOSS[1]}" for y in ROWS)
    still.add("path", d=ways, class_="edges-edge")
    return still


def names():
    """Return what lies on top of ribbons: the weights, the neurons and their names."""
    still = Element("g")
    still.add("path", d=gaps(), class_="edges-gap")
    for name in EDGES:
        weight(still, name, "edges-number edges-weight")
    for name, (x, y) in PLACES.items():
        kind = "edges-input" if name[0] == "x" else "edges-neuron"
        box(still, (x, y), COLUMNS[name[0]][1], kind)
        text = called(name)
        if name[0] != "x":
            bias = NETWORK.biases["ho".index(name[0])][int(name[1]) - 1]
            text += f" (b = {number(bias, 1)})"
        still.add("text", text, x=x, y=y + beside(name, 36), class_="edges-name")
    box(still, LOSS, 54, "edges-end")
    return still


def weight_of(name):
    """Return the weight of an edge."""
    return NETWORK.weights[EDGES[name][0]][int(name[3]) - 1, int(name[1]) - 1]


def gaps():
    """Return where weights interrupt their edges, as a path."""
    places = [EDGES[name][3][0] for name in EDGES if name[1] != name[3]]
    return "".join(f"M{x - 35} {y - 17}h70v25h-70z" for x, y in places)


def weight(parent, name, kind):
    """Write an edge's weight."""
    layer, _, _, ((x, y), _) = EDGES[name]
    place = f"⁽{SUPER[layer + 1]}⁾{SUB[int(name[3])]}{SUB[int(name[1])]}"
    text = f"W{place} {number(weight_of(name), 1)}"
    parent.add("text", text, x=x, y=y, class_=kind)


def beside(name, far):
    """Return how far below a neuron's middle a text begins that's outside of it."""
    return -far if name[1] == "1" else far + 8


SCENE, NAMES = scene(), names()


def chapters(svg, step):
    """Draw where the step is: three bars, filled as far as it has come."""
    start, wide = 0, 108
    for left, (name, end) in zip((0, 120, 240), CHAPTERS.items(), strict=True):
        done = min(max(step + 1 - start, 0), end - start) / (end - start)
        svg.add("rect", x=left, y=2, width=wide, height=6, rx=3, class_="edges-way")
        kind = "edges-done edges-pass" if start else "edges-done"
        svg.add("rect", x=left, y=2, width=wide * done, height=6, rx=3, class_=kind)
        current = " edges-said" * (start <= step < end)
        svg.add("text", name, x=left, y=25, class_=f"edges-chapter{current}")
        start = end


def account(svg, state):
    """Write the step beside the drawing: which way it goes, what it is, and its arithmetic."""
    way, _, head = state.head.rpartition(": ")
    arrow, kind = ("←", "is-gradient") if state.backward else ("→", "is-activation")
    svg.note(f"{arrow} {way or 'Forward'}", kind)
    svg.note(head[0].upper() + head[1:], "figure-head")
    for text in (*state.lines, "")[:2]:  # as many lines in every step
        formula(svg.note("", "edges-product-line"), text)


def ribbons(svg, state):
    """Draw each edge's number as thick as it is large, dashed below 0; a thin line before that.

    The step's own has an arrow's head.
    """
    empty = {name: (weight_of(name), "edge", "") for name in EDGES if name not in state.edges}
    for name, (value, kind, _) in {**empty, **state.edges}.items():
        _, (x1, y1), (x2, y2), _ = EDGES[name]
        line = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        minus = " edges-minus" * bool(value < 0)
        if name in empty:
            svg.add("line", **line, class_=f"edges-edge{minus}")
            continue
        wide, now = 1.5 + THICK * abs(float(value)), name == state.active
        kind += " edges-now" * now
        svg.add("line", **line, stroke_width=wide, class_=f"edges-ribbon edges-{kind}{minus}")
        if now:
            tip, back = ((x1, y1), (x2, y2)) if state.backward else ((x2, y2), (x1, y1))
            head(svg, tip, back, wide, kind)


def head(svg, tip, back, wide, kind):
    """Draw an arrow's head at `tip`, for a ribbon that comes from `back`."""
    across, down = back[0] - tip[0], back[1] - tip[1]
    length = (across * across + down * down) ** 0.5
    across, down, long, half = across / length, down / length, 11, 4 + wide / 2
    x, y = tip[0] + long * across, tip[1] + long * down
    path = (
        f"M{tip[0]:.1f} {tip[1]:.1f}L{x - half * down:.1f} {y + half * across:.1f}"
        f"L{x + half * down:.1f} {y - half * across:.1f}z"
    )
    svg.add("path", d=path, class_=f"edges-tip edges-{kind}")


def mark_facts(svg, state):
    """Mark what the formula takes: a slope beside a neuron, a neuron, or an edge's weight."""
    for name, part in state.facts.items():
        x, y = PLACES[name] if part != "weight" else EDGES[name][3][0]
        if part == "local":
            box(svg, (x, y), COLUMNS[name[0]][1], "edges-ring edges-fact")
            continue
        top, wide = (y - 14, 74) if part == "weight" else (y + beside(name, 56) - 14, 124)
        kind = f"edges-fact edges-fact-{part}"
        svg.add("rect", x=x - wide / 2, y=top, width=wide, height=20, rx=5, class_=kind)
        if part == "weight":
            weight(svg, name, "edges-in edges-weight")


def draw(step, example):
    state = STORIES[example][step]
    title = f"Step {step + 1} of {COUNT}. {state.head}"
    svg = Svg(438, 342, title, f"{title}. {'; '.join(state.lines)}.")
    account(svg, state)
    chapters(svg.beside.add("svg", viewBox="0 0 360 30"), step)
    svg.children.append(SCENE)
    ribbons(svg, state)
    kind = "edges-ring edges-back" if state.backward else "edges-ring"
    for name, place in PLACES.items():
        if state.active and name.startswith(state.active):
            box(svg, place, COLUMNS[name[0]][1], kind)
    if state.active == "loss":
        box(svg, LOSS, 54, kind)
    svg.children.append(NAMES)
    mark_facts(svg, state)
    for name, texts in state.inside.items():
        write(svg, PLACES[name], texts, "edges-in")
    write(svg, LOSS, ("L", state.loss) if state.loss else ("L",), "edges-in edges-loss")
    summed = "" if state.backward else state.active
    for name, (_, kind, text) in state.edges.items():
        if kind == "product" and name[2:] in state.inside and name[2:] != summed:
            continue  # it's part of the neuron's sum
        x, y = EDGES[name][3][1]
        if name[1] != name[3]:
            svg.add("rect", x=x - 35, y=y - 15, width=70, height=21, class_="edges-gap")
        svg.add("text", text, x=x, y=y, class_=f"edges-number edges-{kind} on-line")
    for name, text in state.slopes.items():
        x, y = PLACES[name]
        svg.add("text", text, x=x, y=y + beside(name, 56), class_="edges-in edges-slope")
    return svg


def write(svg, place, texts, kind):
    """Write one or two lines into a box."""
    for row, text in enumerate(texts):
        y = place[1] + 5 + 9 * (2 * row - len(texts) + 1)
        svg.add("text", text, x=place[0], y=y, class_=kind)


def formula(line, text):
    """Write a line; in a product of upstream and local, both have their looks throughout."""
    found = PRODUCT.fullmatch(text)
    if not found:
        line.children.append(text)
        return
    upstream, local, result = found.groups()
    for part, kind in (
        ("upstream", "is-gradient"),
        (" · ", ""),
        ("local", "edges-local"),
        (" = ", ""),
        (upstream, "is-gradient"),
        (" · ", ""),
        (local, "edges-local"),
        (f" = {result}", ""),
    ):
        line.add("span", part, class_=kind or None)
