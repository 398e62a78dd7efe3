"""A network learns XOR or two moons: its boundary, its loss and layer 1's weights, step by step."""

from dataclasses import dataclass
from functools import cache

import numpy as np

import nn
from course.figures.controls import Choice, Steps
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number

FRAMES = 31
BETWEEN = 4  # losses that the curve has from frame to frame
ROWS, COLUMNS = 48, 33
RATE = 0.5
RATES = (0.01, 0.1, RATE, 5, 20, 500)
BOX = {"left": 66, "top": 30, "width": 228, "height": 228}
LOSS_TOP, WEIGHTS_TOP = 306, 402
HIGHEST = 0.9  # top of the loss diagram; a higher loss is drawn at its edge


def brief(value, digits):
    """Return a number for a label, however large it is: 0.036, but 5.9e36."""
    value = float(value)
    if abs(value) < 1000 or not np.isfinite(value):
        return number(value, digits)
    first, _, power = f"{value:.1e}".partition("e")
    return f"{first.removesuffix('.0')}e{int(power)}".replace("-", "−")


@dataclass(frozen=True)
class Set:
    """A data set, the network that learns it, and the part of the plane to show."""

    name: str
    data: tuple
    hidden: int
    between: int  # steps between two frames
    seed: int
    across: tuple[float, float]
    up: tuple[float, float]

    def network(self):
        """Return the network before its first step."""
        return nn.MLP.random([2, self.hidden, 2], np.random.default_rng(self.seed))


MOONS = nn.two_moons(60, 0.1, np.random.default_rng(0))
SETS = {
    "xor": Set("XOR", nn.xor(), 4, 4, 1, (-0.5, 1.5), (-0.5, 1.5)),
    "moons": Set("two moons", MOONS, 8, 16, 3, (-1.6, 2.6), (-1.9, 2.3)),
}

DATA = Choice("data", "Learn", tuple((key, one.name) for key, one in SETS.items()), "xor")
NAMES = tuple((f"{rate:g}", f"{rate:g}") for rate in RATES)
RATE_CHOICE = Choice("rate", "Learning rate", NAMES, f"{RATE:g}")
CONTROLS = [DATA, RATE_CHOICE, Steps("step", "Training so far", FRAMES, 10, first=0)]


class Stage:
    """The parts that stay the same in all pictures of a data set."""

    def __init__(self, shown):
        self.name, (self.x, self.y) = shown.name, shown.data
        self.plane = Plane(shown.across, shown.up, **BOX)
        self.ticks = (0, 1)
        side, height = np.linspace(*shown.across, COLUMNS), np.linspace(*shown.up, ROWS + 1)
        self.middles = (height[1:] + height[:-1]) / 2
        self.grid = np.stack(np.meshgrid(side, self.middles), axis=-1).reshape(-1, 2)
        self.side = [self.plane.at_x(value) for value in side.tolist()]
        self.points = Element("g")
        self.draw_points()

    def draw_points(self):
        """Draw all examples as three paths: discs, and rings as a disc on top of a larger one."""
        dots = [f"M{x:.1f} {y:.1f}h0" for x, y in map(self.plane.at, self.x.tolist())]
        zeros = "".join(dot for dot, label in zip(dots, self.y, strict=True) if label == 0)
        ones = "".join(dot for dot, label in zip(dots, self.y, strict=True) if label == 1)
        for kind, path in (("one", ones), ("zero", zeros), ("hole", zeros)):
            self.points.add("path", d=path, class_=f"learning-point learning-{kind}")

    def region(self, network):
        """Return the part of the plane where the network answers 1, as rows of strokes."""
        logits = network.forward(self.grid).logits
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
        """Return how far past grid point i the boundary is."""
        return values[i] / (values[i] - values[i + 1]) * (self.side[1] - self.side[0])

    def right(self, network):
        """Return how many examples a network answers correctly."""
        return int((network.predict(self.x) == self.y).sum())

    def said(self, network, loss, course):
        """Return what a picture's summary says of a network and of the course of its loss."""
        losses = [one for _, one in course]
        top = f" and rises to {brief(max(losses), 1)} on the way" * (max(losses) > HIGHEST)
        return (
            f"the loss is {brief(loss, 3)}; it was {number(losses[0])} at the start{top}. "
            f"{self.right(network)} of {len(self.x)} examples are on the right side. The largest "
            f"weight of layer 1 is {brief(float(np.abs(network.weights[0]).max()), 2)} in size."
        )

    def draw(self, svg, network, courses, now, head):
        """Draw a network's picture; now: (its position in the courses, its loss)."""
        svg.add("text", head, x=4, y=18, class_="learning-head")
        text = f"{self.right(network)} of {len(self.x)} right"
        svg.add("text", text, x=356, y=18, class_="learning-head plane-end")
        self.plane.frame(svg, self.ticks, self.ticks)
        svg.add("path", d=self.region(network), class_="learning-region")
        svg.children += [self.points, courses.drawn]
        at, loss = now
        for plane, name in ((courses.loss, "loss"), (courses.weights, "weights")):
            x = plane.at_x(at)
            ends = {"y1": plane.top, "y2": plane.top + plane.height}
            svg.add("line", x1=x, x2=x, **ends, class_="learning-now", data_link=f"now-{name}")
        x, y = courses.loss.at((at, min(loss, HIGHEST)))
        svg.add("circle", cx=x, cy=y, r=5, class_="learning-dot")
        svg.add("text", brief(loss, 3), x=300, y=LOSS_TOP + 34, class_="learning-value")
        if loss > HIGHEST:
            svg.add("text", "↑", x=300, y=LOSS_TOP + 12, class_="learning-value")


class Courses:
    """Two diagrams, of the loss and of layer 1's weights, from 0 to `last`.

    course: the loss at each of its positions; places: the position of each row of weights.
    """

    def __init__(self, last, course, places, weights):
        self.drawn = Element("g")
        high = max(1.0, float(np.abs(weights).max())) * 1.05
        self.loss = Plane((0, last), (0, HIGHEST), 66, LOSS_TOP, 228, 60)
        self.weights = Plane((0, last), (-high, high), 66, WEIGHTS_TOP, 228, 76)
        self.loss.frame(self.drawn, y_ticks=(0, 0.8), y_label="loss", digits=1)
        label = "the weights of layer 1, one line each"
        self.weights.frame(self.drawn, y_ticks=(0,), y_label=label)
        tick = int(high) if high < 1000 else 10.0 ** int(np.log10(high))
        for value in (-tick, tick):
            y = self.weights.at_y(value)
            self.drawn.add("line", x1=66, x2=294, y1=y, y2=y, class_="plane-grid")
            text = brief(value, 0)
            self.drawn.add("text", text, x=61, y=y + 4, class_="plane-tick plane-end")
        shown = [(place, min(loss, HIGHEST)) for place, loss in course]
        self.loss.line(self.drawn, shown, "learning-loss")
        self.mark_top(*max(course, key=lambda one: one[1]))
        for course in weights.T.tolist():
            self.weights.line(self.drawn, zip(places, course, strict=True), "learning-weight")

    def mark_top(self, place, loss):
        """Mark where the loss is largest, if that's above the diagram."""
        if loss > HIGHEST:
            x, label = self.loss.at_x(place), f"up to {brief(loss, 1)}"
            arrow = f"M{x - 6:.1f} {LOSS_TOP}h12l-6 -9z"
            self.drawn.add("path", d=arrow, class_="learning-top")
            x, y = min(max(x + 10, 112), 205), LOSS_TOP - 4
            self.drawn.add("text", label, x=x, y=y, class_="learning-value")


class Learned(Stage):
    """A whole training run with `nn`: the network and its loss at every frame."""

    def __init__(self, shown, rate):
        super().__init__(shown)
        self.between = shown.between
        self.states, self.course = [], []
        self.train(shown.network(), rate)
        weights = np.array([state.weights[0].ravel() for state in self.states])
        self.courses = Courses(FRAMES - 1, self.course, range(FRAMES), weights)

    def train(self, network, rate):
        optimizer = nn.SGD(network.parameters, rate)
        for step in range((FRAMES - 1) * self.between + 1):
            if step % self.between == 0:
                copies = [p.copy() for p in network.parameters]
                self.states.append(nn.MLP(copies[::2], copies[1::2]))
            trace = network.forward(self.x)
            if step * BETWEEN % self.between == 0:
                loss = nn.cross_entropy(trace.logits, self.y)
                self.course.append((step / self.between, loss))
            slope = nn.cross_entropy_gradient(trace.logits, self.y)
            optimizer.step(network.backward(trace, slope).parameters)


@cache
def learned(data, rate=f"{RATE:g}"):
    return Learned(SETS[data], float(rate))


def draw(data, rate, step):
    run = learned(data, rate)
    network, (_, loss), done = run.states[step], run.course[BETWEEN * step], step * run.between
    title = f"Learning {run.name} with a learning rate of {rate}, after {done} steps"
    svg = Svg(360, 500, title, f"{title}: {run.said(network, loss, run.course)}")
    head = f"after {done} of {(FRAMES - 1) * run.between} steps"
    run.draw(svg, network, run.courses, (step, loss), head)
    return svg
