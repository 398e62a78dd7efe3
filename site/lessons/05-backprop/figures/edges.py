"""The traced network, forward and backward, one multiplication at a time."""

from dataclasses import dataclass, field, replace

import nn
from course.figures.controls import Choice, Steps
from course.figures.svg import Element, Svg, number

EXAMPLES = {"on": nn.traced_example(), "off": nn.traced_example_off()}
NETWORK = nn.traced_network()
PLACES = {  # name: x, y
    "x1": (40, 92),
    "x2": (40, 236),
    "h1": (188, 92),
    "h2": (188, 236),
    "o1": (336, 92),
    "o2": (336, 236),
}
LAYERS = (("x", "h"), ("h", "o"))
RADIUS = 28
SUB = "₀₁₂"


@dataclass(frozen=True)
class State:
    """What the drawing shows after one step."""

    backward: bool = False
    active: str = ""  # the edge or the neuron that the step is about
    head: str = "The input"
    lines: tuple = ()
    inside: dict = field(default_factory=dict)  # the text in each neuron, two lines
    edges: dict = field(default_factory=dict)  # the product at each edge, and its class
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
                        edges={edge: (number(product), "product")},
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
                    edges={edge: (f"dW {number(slope[out, i], 3)}", "slope")},
                )
            self.then(
                active=f"{after}{out + 1}",
                head=f"Backward: slope of the bias of {after}{SUB[out + 1]}",
                lines=(
                    f"upstream · local = {short(dz, 4)} · 1 = {number(dz, 3)}",
                    "local: 1, because a bias is simply added",
                ),
                slopes={f"{after}{out + 1}": f"dz, db {number(dz, 3)}"},
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
                    "local: the weight; the product is part of da",
                ),
                edges={edge: (f"da {number(parts[k], 3)}", "slope")},
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
COUNT = len(STORIES["on"])
FIRST_BACK = next(i for i, state in enumerate(STORIES["on"]) if state.backward)

CONTROLS = [
    Steps("step", "Step through the network", COUNT, FIRST_BACK),
    Choice("example", "Example", (("on", "both neurons on"), ("off", "h₁ is off")), "on"),
]


def edges():
    """Yield (name, layer, from, to, position of its numbers)."""
    for layer, (before, after) in enumerate(LAYERS):
        for i in range(2):
            for out in range(2):
                (x1, y1), (x2, y2) = PLACES[f"{before}{i + 1}"], PLACES[f"{after}{out + 1}"]
                part = 0.5 if i == out else 0.34
                label = (x1 + part * (x2 - x1), y1 + part * (y2 - y1) - 5)
                yield f"{before}{i + 1}{after}{out + 1}", layer, (x1, y1), (x2, y2), label


EDGES = {name: (layer, start, end, label) for name, layer, start, end, label in edges()}


def scene():
    """Return the part that never changes: edges with their weights, neurons with their names."""
    still = Element("g")
    for _, (x1, y1), (x2, y2), _ in EDGES.values():
        still.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="edges-edge")
    for name, (layer, _, _, (x, y)) in EDGES.items():
        weight = NETWORK.weights[layer][int(name[3]) - 1, int(name[1]) - 1]
        name = f"W{SUB[int(name[3])]}{SUB[int(name[1])]}"
        text = f"{name} {number(weight, 1)}"
        still.add("text", text, x=x, y=y, class_="edges-number edges-weight")
    for name, (x, y) in PLACES.items():
        kind = "edges-input" if name[0] == "x" else "edges-neuron"
        still.add("circle", cx=x, cy=y, r=RADIUS, class_=kind)
        side = y - 36 if name[1] == "1" else y + 46
        text = called(name)
        if name[0] != "x":
            bias = NETWORK.biases["ho".index(name[0])][int(name[1]) - 1]
            text += f" (b = {number(bias, 1)})"
        still.add("text", text, x=x, y=side, class_="edges-name")
    return still


SCENE = scene()


def draw(step, example):
    state = STORIES[example][step]
    title = f"Step {step + 1} of {COUNT}. {state.head}"
    svg = Svg(390, 390, title, f"{title}. {'; '.join(state.lines)}.")
    arrow = "←" if state.backward else "→"
    svg.add("text", f"{arrow} {state.head}", x=4, y=18, class_="edges-head")
    if state.active in EDGES:
        _, (x1, y1), (x2, y2), _ = EDGES[state.active]
        kind = "edges-now edges-back" if state.backward else "edges-now"
        svg.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)
    svg.children.append(SCENE)
    for name in PLACES:
        if state.active and name.startswith(state.active):
            x, y = PLACES[name]
            kind = "edges-ring edges-back" if state.backward else "edges-ring"
            svg.add("circle", cx=x, cy=y, r=RADIUS + 4, class_=kind)
    for name, texts in state.inside.items():
        x, y = PLACES[name]
        for row, text in enumerate(texts):
            svg.add("text", text, x=x, y=y + 5 + 9 * (2 * row - len(texts) + 1), class_="edges-in")
    for name, (text, kind) in state.edges.items():
        x, y = EDGES[name][3]
        svg.add("text", text, x=x, y=y + 18, class_=f"edges-number edges-{kind}")
    for name, text in state.slopes.items():
        x, y = PLACES[name]
        side = y - 53 if name[1] == "1" else y + 63
        svg.add("text", text, x=x, y=side, class_="edges-number edges-slope")
    if state.loss:
        for y1, y2 in ((124, 153), (175, 204)):  # both outputs lead to it
            svg.add("line", x1=336, y1=y1, x2=336, y2=y2, class_="edges-edge")
        svg.add("text", f"L {state.loss}", x=336, y=169, class_="edges-number edges-loss")
    for row, text in enumerate(state.lines):
        svg.add("text", text, x=4, y=343 + 24 * row, class_="edges-line")
    return svg
