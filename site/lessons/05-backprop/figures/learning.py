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
CELLS = 17  # of the grid on which the boundary is looked for, in each direction: 12 units each
RATE = 0.5
RATES = (0.01, 0.1, RATE, 5, 20, 500)
TOP, SIDE = 50, 204  # of the plane
LEFT, WIDTH = 276, 116  # of the two diagrams beside it
LOSS_TOP, WEIGHTS_TOP, HIGH = TOP, 178, 76
LOWEST, HIGHEST = 0.005, 10.0  # of the loss diagram; any other loss is drawn at its edge


def brief(value, digits):
    """Return a number for a label, however large it is: 0.036, but 5.9e36."""
    value = float(value)
    if abs(value) < 1000 or not np.isfinite(value):
        return number(value, digits)
    first, _, power = f"{value:.1e}".partition("e")
    return f"{first.removesuffix('.0')}e{int(power)}".replace("-", "−")


def shown(loss):
    """Return where a loss is drawn: its power of ten, within the diagram."""
    return float(np.log10(min(max(loss, LOWEST), HIGHEST)))


def sparse(places, plane):
    """Return a course without the places that are between others to half a unit."""
    near = 0.5 / plane.height * (plane.y[1] - plane.y[0])
    kept, start = [places[0]], 0
    for end in range(2, len(places)):
        (x1, y1), (x2, y2) = places[start], places[end]
        way = (y2 - y1) / (x2 - x1)
        if any(abs(y1 + (x - x1) * way - y) > near for x, y in places[start + 1 : end]):
            start = end - 1
            kept.append(places[start])
    return [*kept, places[-1]]


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
CONTROLS = [DATA, RATE_CHOICE, Steps("step", "Training so far", FRAMES, 23, first=0)]


class Stage:
    """The parts that stay the same in all pictures of a data set."""

    def __init__(self, one):
        self.name, (self.x, self.y) = one.name, one.data
        self.plane = Plane(one.across, one.up, 17, TOP, SIDE, SIDE)
        self.ticks = (0, 1)
        side, height = (np.linspace(*ends, CELLS + 1) for ends in (one.across, one.up))
        self.grid = np.stack(np.meshgrid(side, height), axis=-1).reshape(-1, 2)
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
        """Return the part of the plane where the network answers 1, as a path."""
        logits = network.forward(self.grid).logits
        return self.plane.above((logits[:, 1] - logits[:, 0]).reshape(CELLS + 1, CELLS + 1))

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
        text = f"{head}: {self.right(network)} of {len(self.x)} right"
        svg.add("text", text, x=17, y=19, class_="learning-head")
        svg.add("rect", x=17, y=TOP, width=SIDE, height=SIDE, class_="learning-other")
        svg.add("path", d=self.region(network), class_="learning-region")
        self.plane.frame(svg, self.ticks, self.ticks)
        svg.add("text", "x₁", x=221, y=270, class_="plane-label plane-end")
        svg.add("text", "x₂", x=17, y=42, class_="plane-label")
        svg.children += [self.points, courses.drawn]
        at, loss = now
        for plane, name in ((courses.loss, "loss"), (courses.weights, "weights")):
            x = plane.at_x(at)
            ends = {"y1": plane.top, "y2": plane.top + plane.height}
            svg.add("line", x1=x, x2=x, **ends, class_="learning-place", data_link=f"now-{name}")
        places = (courses.weights.at((at, w)) for w in network.weights[0].ravel().tolist())
        dots = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in places)
        svg.add("path", d=dots, class_="learning-weights")
        x, y = courses.loss.at((at, shown(loss)))
        svg.add("circle", cx=x, cy=y, r=5, class_="learning-dot")
        text = brief(loss, 3) + " ↑" * (loss > HIGHEST)
        svg.add("text", text, x=392, y=LOSS_TOP - 8, class_="learning-value plane-end")
        svg.add("text", "answer", x=152, y=42, class_="plane-label plane-end")
        for k, kind in enumerate(("learning-other", "learning-region")):
            x = 160 + 33 * k
            svg.add("rect", x=x, y=31, width=12, height=12, class_=f"{kind} learning-key")
            svg.add("text", str(k), x=x + 17, y=42, class_="plane-label")


class Courses:
    """Two diagrams, of the loss and of layer 1's weights, from 0 to `last`.

    end: what is written there; course: the loss at each of its positions; places: the position of
    each row of weights; expected: nothing is trained yet, and this is an example of what may come.
    """

    def __init__(self, last, end, course, places, weights, expected=False):
        self.drawn = Element("g")
        high = max(1.0, float(np.abs(weights).max())) * 1.05
        ends = shown(LOWEST), shown(HIGHEST)
        self.loss = Plane((0, last), ends, LEFT, LOSS_TOP, WIDTH, HIGH)
        self.weights = Plane((0, last), (-high, high), LEFT, WEIGHTS_TOP, WIDTH, HIGH)
        self.loss.frame(self.drawn, y_label="loss")
        losses = (0.01, 0.1, 1, 10)
        self.ticks({f"{value:g}": self.loss.at_y(shown(value)) for value in losses})
        self.weights.frame(self.drawn, y_label="layer 1's weights")
        tick = int(high) if high < 1000 else 10.0 ** int(np.log10(high))
        self.ticks({brief(value, 0): self.weights.at_y(value) for value in (-tick, 0, tick)})
        self.weights.line(self.drawn, [(0, 0), (last, 0)], "plane-axis")
        ends = (("0", LEFT, ""), (end, LEFT + WIDTH, " plane-end"))
        for text, x, kind in ends:
            place = {"x": x, "y": WEIGHTS_TOP + HIGH + 16}
            self.drawn.add("text", text, class_=f"plane-tick{kind}", **place)
        faint = " learning-expected" * expected
        line = sparse([(at, shown(loss)) for at, loss in course], self.loss)
        if expected:  # above the line, which falls from there
            x = LEFT + WIDTH - 65
            y = self.loss.at_y(np.interp((x - LEFT) / WIDTH * last, *zip(*line, strict=True))) - 19
            self.drawn.add("text", "expected", x=x, y=y, class_="plane-label")
        self.loss.line(self.drawn, line, f"learning-loss{faint}")
        self.mark_top(*max(course, key=lambda one: one[1]), line)
        for course in weights.T.tolist():
            line = sparse(list(zip(places, course, strict=True)), self.weights)
            self.weights.line(self.drawn, line, f"learning-weight{faint}")

    def ticks(self, places):
        """Draw lines across a diagram, with their values: {text: y}."""
        lines = "".join(f"M{LEFT} {y:.1f}h{WIDTH}" for y in places.values())
        self.drawn.add("path", d=lines, class_="plane-grid")
        for text, y in places.items():
            self.drawn.add("text", text, x=LEFT - 9, y=y + 4, class_="plane-tick plane-end")

    def mark_top(self, place, loss, line):
        """Mark where the loss is largest, if that's above the diagram; keep off its line."""
        if loss > HIGHEST:
            x, label = self.loss.at_x(place), f"up to {brief(loss, 1)}"
            arrow = f"M{x - 6:.1f} {LOSS_TOP}h12l-6 -9z"
            self.drawn.add("path", d=arrow, class_="learning-top")
            x = min(max(x - 30, LEFT + 8), LEFT + WIDTH - 74)
            ends = [(at - LEFT) / WIDTH * self.loss.x[1] for at in (x, x + 74)]
            below = np.interp(np.linspace(*ends, 20), *zip(*line, strict=True))
            low = [self.loss.at_y(value) for value in below]
            tops = [y for y in (17, 34, 51) if all(abs(LOSS_TOP + y - 5 - one) > 9 for one in low)]
            y = LOSS_TOP + min(tops, default=17)
            self.drawn.add("text", label, x=x, y=y, class_="learning-value")


class Learned(Stage):
    """A whole training run with `nn`: the network and its loss at every frame."""

    def __init__(self, one, rate):
        super().__init__(one)
        self.between = one.between
        self.states, self.course = [], []
        self.train(one.network(), rate)
        weights = np.array([state.weights[0].ravel() for state in self.states])
        end = f"{(FRAMES - 1) * one.between} steps"
        self.courses = Courses(FRAMES - 1, end, self.course, range(FRAMES), weights)

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
    svg = Svg(396, 278, title, f"{title}: {run.said(network, loss, run.course)}")
    head = f"After {done} steps"
    run.draw(svg, network, run.courses, (step, loss), head)
    return svg
