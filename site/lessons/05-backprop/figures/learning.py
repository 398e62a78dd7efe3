"""A network learns XOR or two moons: its boundary, its loss and its first weights, step by step."""

import numpy as np

import nn
from course.controls import Choice, Steps
from course.plane import Plane
from course.svg import Element, Svg, number

FRAMES = 31
ROWS, COLUMNS = 48, 33
MOONS = nn.two_moons(60, 0.1, np.random.default_rng(0))
SETS = {  # name, data, hidden neurons, steps between two frames, seed, the plane's x and y
    "xor": ("XOR", nn.xor(), 4, 4, 1, (-0.5, 1.5), (-0.5, 1.5)),
    "moons": ("two moons", MOONS, 8, 16, 3, (-1.6, 2.6), (-1.9, 2.3)),
}
RATE = 0.5
BOX = {"left": 66, "top": 30, "width": 228, "height": 228}
LOSS_TOP, WEIGHTS_TOP = 306, 402

CONTROLS = [
    Choice("data", "Learn", tuple((key, one[0]) for key, one in SETS.items()), "xor"),
    Steps("step", "Training so far", FRAMES, 10),
]


class Learnt:
    """A training run: its losses and weights at every frame, and what stays the same in all."""

    def __init__(self, name, data, hidden, between, seed, x, y):
        self.name, (self.x, self.y), self.between = name, data, between
        self.plane = Plane(x, y, **BOX)
        self.states, self.losses = self.train(nn.MLP.random([2, hidden, 2], rng(seed)))
        side, height = np.linspace(*x, COLUMNS), np.linspace(*y, ROWS + 1)
        self.middles = (height[1:] + height[:-1]) / 2
        self.grid = np.stack(np.meshgrid(side, self.middles), axis=-1).reshape(-1, 2)
        self.side = [self.plane.at_x(value) for value in side.tolist()]
        self.weights = np.array([state.weights[0].ravel() for state in self.states])
        self.courses = Element("g")
        self.draw_courses()
        self.points = Element("g")
        self.draw_points()

    def draw_points(self):
        """Draw all examples as three paths: discs, and rings as a disc upon a larger one."""
        dots = [f"M{x:.1f} {y:.1f}h0" for x, y in map(self.plane.at, self.x.tolist())]
        zeros = "".join(dot for dot, label in zip(dots, self.y, strict=True) if label == 0)
        ones = "".join(dot for dot, label in zip(dots, self.y, strict=True) if label == 1)
        for kind, path in (("one", ones), ("zero", zeros), ("hole", zeros)):
            self.points.add("path", d=path, class_=f"learning-point learning-{kind}")

    def train(self, network):
        optimiser, states, losses = nn.SGD(network.parameters, RATE), [], []
        for _ in range(FRAMES):
            copies = [p.copy() for p in network.parameters]
            states.append(nn.MLP(copies[::2], copies[1::2]))
            losses.append(nn.cross_entropy(network.forward(self.x).logits, self.y))
            for _ in range(self.between):
                trace = network.forward(self.x)
                slope = nn.cross_entropy_gradient(trace.logits, self.y)
                optimiser.step(network.backward(trace, slope).parameters)
        return states, losses

    def draw_courses(self):
        high = float(np.abs(self.weights).max()) * 1.05
        self.loss_plane = Plane((0, FRAMES - 1), (0, 0.9), 66, LOSS_TOP, 228, 60)
        self.weight_plane = Plane((0, FRAMES - 1), (-high, high), 66, WEIGHTS_TOP, 228, 76)
        self.loss_plane.frame(self.courses, y_ticks=(0, 0.8), y_label="loss", digits=1)
        tick = int(high)
        self.weight_plane.frame(
            self.courses, y_ticks=(-tick, 0, tick), y_label="the first layer's weights"
        )
        self.loss_plane.line(self.courses, enumerate(self.losses), "learning-loss")
        for course in self.weights.T.tolist():
            self.weight_plane.line(self.courses, enumerate(course), "learning-weight")

    def region(self, frame):
        """Return the part of the plane that is answered 1, as rows of strokes."""
        logits = self.states[frame].forward(self.grid).logits
        lead = (logits[:, 1] - logits[:, 0]).reshape(ROWS, COLUMNS)
        path = []
        for row, middle in zip(lead, self.middles.tolist(), strict=True):
            turns = np.flatnonzero((row[1:] > 0) != (row[:-1] > 0)).tolist()
            values = row.tolist()
            ends = [self.side[i] + self.part(values, i) for i in turns]
            ends = [self.side[0], *ends] if values[0] > 0 else ends
            ends = [*ends, self.side[-1]] if values[-1] > 0 else ends
            y = self.plane.at_y(middle)
            path += [
                f"M{a:.1f} {y:.1f}H{b:.1f}" for a, b in zip(ends[::2], ends[1::2], strict=True)
            ]
        return "".join(path)

    def part(self, values, i):
        """Return how far behind grid point i the boundary lies."""
        return values[i] / (values[i] - values[i + 1]) * (self.side[1] - self.side[0])


def rng(seed):
    return np.random.default_rng(seed)


RUNS = {key: Learnt(*one) for key, one in SETS.items()}


def draw(data, step):
    run = RUNS[data]
    loss, done = run.losses[step], step * run.between
    right = int((run.states[step].predict(run.x) == run.y).sum())
    title = f"Learning {run.name}, after {done} steps"
    fell = f"from {number(run.losses[0])} at the start"
    svg = Svg(
        360,
        500,
        title,
        f"{title}: the loss is {number(loss, 3)}, {fell}; {right} of {len(run.x)} examples are on "
        f"the right side. The largest weight of the first layer is "
        f"{number(float(np.abs(run.weights[step]).max()))}.",
    )
    svg.add("text", f"after {done} steps", x=4, y=18, class_="learning-head")
    text = f"{right} of {len(run.x)} right"
    svg.add("text", text, x=356, y=18, class_="learning-head plane-end")
    run.plane.frame(svg)
    svg.add("path", d=run.region(step), class_="learning-region")
    svg.children += [run.points, run.courses]
    for plane, name in ((run.loss_plane, "loss"), (run.weight_plane, "weights")):
        x = plane.at_x(step)
        bottom = plane.top + plane.height
        link = f"now-{name}"
        svg.add("line", x1=x, y1=plane.top, x2=x, y2=bottom, class_="learning-now", data_link=link)
    x, y = run.loss_plane.at((step, loss))
    svg.add("circle", cx=x, cy=y, r=5, class_="learning-dot")
    svg.add("text", number(loss, 3), x=300, y=LOSS_TOP + 34, class_="learning-value")
    return svg
