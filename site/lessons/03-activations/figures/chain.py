"""A chain of neurons: what is left of a slope after 1 to 10 layers, on a log scale."""

import math

import nn
from course.figures.controls import Choice, Slider
from course.figures.svg import Element, Svg, number

MOST = 10
START = 1.0  # what goes into the chain
LOW, HIGH = -12, 6  # powers of ten
LEFT, TOP, COLUMN, HEIGHT = 46, 40, 32, 230
BOTTOM, RIGHT = TOP + HEIGHT, LEFT + MOST * COLUMN
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
NAMES = {"sigmoid": "Sigmoid", "relu": "ReLU", "tanh": "tanh"}

CONTROLS = [
    Choice("activation", "Activation", tuple(NAMES.items()), "sigmoid"),
    Slider("layers", "Layers", 1, MOST, 1, MOST),
    Slider("weight", "Weight", 0.5, 4, 0.25, 1),
]


def height(value):
    """Return where a positive number lies; what is beyond the scale lies at its edge."""
    power = min(HIGH, max(LOW, math.log10(value)))
    return TOP + (HIGH - power) / (HIGH - LOW) * HEIGHT


def power(n):
    return f"10{str(n).translate(RAISED)}"


def written(value):
    """Return a number in two or three digits, small and large ones by a power of ten."""
    if 0.01 <= value < 1000:
        return number(value, 3 if value < 1 else 1)
    exponent = math.floor(math.log10(value))
    return f"{number(value / 10**exponent, 1)} · {power(exponent)}"


def centre(layer):
    return LEFT + (layer + 0.5) * COLUMN


def scale():
    """Return what no control changes."""
    svg = Element("g")
    svg.add("rect", x=LEFT, y=TOP, width=RIGHT - LEFT, height=HEIGHT, class_="plane")
    for n in range(LOW, HIGH + 1, 2):
        y = height(10.0**n)
        kind = "plane-axis" if n == 0 else "plane-grid"
        svg.add("line", x1=LEFT, y1=y, x2=RIGHT, y2=y, class_=kind)
        text = "1" if n == 0 else power(n)
        svg.add("text", text, x=LEFT - 7, y=y + 4, class_="plane-tick plane-end")
    for layer in range(MOST):
        text = str(layer + 1)
        svg.add("text", text, x=centre(layer), y=BOTTOM + 19, class_="plane-tick plane-middle")
    svg.add("text", "layer", x=LEFT - 7, y=BOTTOM + 19, class_="plane-tick plane-end")
    svg.add("text", "factor", x=LEFT - 7, y=BOTTOM + 39, class_="plane-tick plane-end")
    note = "factor = weight × da/dz"
    svg.add("text", note, x=RIGHT, y=BOTTOM + 60, class_="plane-label plane-end")
    return svg


SCALE = scale()


def draw(activation, layers, weight):
    count = round(layers)
    chain = nn.chain(START, [weight] * count, activation)
    left = float(chain.products[-1])
    factors = weight * chain.slopes
    fate = "grows" if left > 1.001 else "fades" if left < 0.999 else "stays as it is"
    svg = Svg(
        LEFT + MOST * COLUMN + 4,
        334,
        f"Slopes multiplied through {count} layers",
        f"{NAMES[activation]}, weight {number(weight)}, {count} layers: each layer multiplies the "
        f"slope by weight times da/dz, from {number(factors[0])} in the first to "
        f"{number(factors[-1])} in the last. What is left is {written(left)}: the slope {fate}.",
    )
    svg.add("text", f"after {count} layers", x=LEFT, y=24, class_="curves-name")
    svg.add("text", f"slope {written(left)}", x=RIGHT, y=24, class_="curves-value plane-end")
    svg.children.append(SCALE)
    places = [(LEFT, height(1.0)), *((centre(k), height(p)) for k, p in enumerate(chain.products))]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    svg.add("polyline", points=points, class_="chain-course")
    for layer, product in enumerate(chain.products):
        x, y = centre(layer), height(product)
        link = f"layer-{layer}"
        group = svg.add("g", data_link=link)
        if product < 10.0**LOW:
            group.add("path", d=f"M{x - 6} {y - 9}h12l-6 9z", class_="chain-dot")
        else:
            group.add("circle", cx=x, cy=y, r=5.5, class_="chain-dot")
        text = number(factors[layer], 2 if factors[layer] < 1 else 1)
        svg.add("text", text, x=x, y=BOTTOM + 39, class_="chain-factor", data_link=link)
    return svg
