"""A neuron as it's drawn: inputs, weights on the lines, their sum, and the step to an answer."""

import numpy as np

import nn
from course.figures.controls import Slider
from course.figures.svg import Svg, number

network = nn.traced_network()
W, B = network.weights[0][0], float(network.biases[0][0])  # its first neuron
X = nn.traced_example()[0][0]
INPUTS = ("degrees", "knots")
HEIGHTS = (62, 190)
MIDDLE = sum(HEIGHTS) / 2
IN, SUM, STEP, ANSWER = 92, 264, 340, 393  # where the inputs, the sum, the step and the answer are
HALF, RADIUS = 22, 27
TOP = MIDDLE - RADIUS - 10  # of the names above the circles

CONTROLS = [
    Slider("degrees", "Extra degrees", -5, 5, 1, int(X[0])),
    Slider("knots", "Extra knots", -5, 5, 1, int(X[1])),
]


def draw(degrees, knots):
    x = np.array([degrees, knots])
    z = round(float(nn.neuron(x[None], W, B)[0]), 6)
    answer = int(nn.step(np.array([z]))[0])
    terms = " + ".join(f"{short(w, 1)} · {short(v, 0)}" for w, v in zip(W, x, strict=True))
    told = f"z = {terms} + {number(B, 1)} = {number(z, 1)}"
    sign, word = ("at least", "yes") if answer else ("below", "no")
    said = f"z is {sign} 0, so the answer is {answer}: {word}."
    svg = Svg(424, 230, "A neuron with two inputs", f"{told}. {said}")
    for name, value, weight, y in zip(INPUTS, x, W, HEIGHTS, strict=True):
        draw_input(svg, name, float(value), float(weight), y)
    way(svg, SUM, MIDDLE + RADIUS, SUM, MIDDLE + RADIUS + 20)
    place = {"x": SUM, "y": MIDDLE + RADIUS + 37}
    svg.add("text", f"b = {number(B, 1)}", class_="neuron-weight", **place)
    way(svg, SUM + RADIUS, MIDDLE, STEP - RADIUS, MIDDLE)
    draw_circle(svg, SUM, "sum z", number(z, 1))
    draw_circle(svg, STEP, "step", "")
    draw_step(svg, z)
    way(svg, STEP + RADIUS, MIDDLE, ANSWER - 11, MIDDLE)
    svg.add("text", "answer", x=ANSWER, y=TOP, class_="neuron-name")
    svg.add("text", str(answer), x=ANSWER, y=MIDDLE + 8, class_="neuron-answer")
    svg.add("text", word, x=ANSWER, y=MIDDLE + RADIUS + 2, class_="neuron-name")
    formula(svg, x, z)
    svg.note(said, "figure-result")
    return svg


def formula(svg, x, z):
    """Write the sum beside the drawing, each of its numbers in the color of what it is."""
    line = svg.note("z = ", "figure-formula")
    for sign, w, v in zip(("", " + "), W, x, strict=True):
        line.add("span", sign)
        line.add("span", short(w, 1), class_="is-weight")
        line.add("span", " · ")
        line.add("span", short(v, 0), class_="is-input")
    line.add("span", " + ")
    line.add("span", number(B, 1), class_="is-weight")
    line.add("span", f" = {number(z, 1)}")


def way(svg, x1, y1, x2, y2):
    """Draw a line on which a number goes on as it is."""
    svg.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="neuron-way")


def draw_input(svg, name, value, weight, y):
    """Draw an input, and the line to the sum: thicker for a larger weight, dashed below 0."""
    kind = "neuron-edge neuron-minus" if weight < 0 else "neuron-edge"
    x1, x2, wide = IN + HALF, SUM - RADIUS, 1 + 4 * abs(weight)
    svg.add("line", x1=x1, y1=y, x2=x2, y2=MIDDLE, stroke_width=wide, class_=kind)
    size = {"x": IN - HALF, "y": y - HALF, "width": 2 * HALF, "height": 2 * HALF}
    svg.add("rect", rx=4, class_="neuron-input", **size)
    svg.add("text", number(value, 0), x=IN, y=y + 5, class_="neuron-value")
    index = "₁₂"[INPUTS.index(name)]
    end = "neuron-what plane-end"
    svg.add("text", "extra", x=IN - HALF - 8, y=y - 4, class_=end)
    svg.add("text", name, x=IN - HALF - 8, y=y + 14, class_=end)
    svg.add("text", f"x{index}", x=IN, y=y - HALF - 8, class_="neuron-name")
    far = -9 if y < MIDDLE else 17  # above the upper line, below the lower one
    place = {"x": x1 + 0.3 * (x2 - x1), "y": y + 0.3 * (MIDDLE - y) + far}
    text = f"w{index} = {number(weight, 1)}"
    svg.add("text", text, class_="neuron-weight neuron-beside", **place)


def draw_circle(svg, x, name, value):
    svg.add("circle", cx=x, cy=MIDDLE, r=RADIUS, class_="neuron-circle")
    svg.add("text", name, x=x, y=TOP, class_="neuron-name")
    svg.add("text", value, x=x, y=MIDDLE + 5, class_="neuron-value")


def draw_step(svg, z):
    """Draw the step function inside its circle, with a dot on the side where z is."""
    low, high = MIDDLE + 9, MIDDLE - 9
    d = f"M{STEP - 18} {low}H{STEP}V{high}H{STEP + 18}"
    svg.add("path", d=d, class_="neuron-step")
    x = STEP + (11 if z >= 0 else -11)
    svg.add("circle", cx=x, cy=high if z >= 0 else low, r=4, class_="neuron-dot")


def short(value, digits):
    """Return a number for a formula, in parentheses where it's below 0."""
    text = number(float(value), digits)
    return f"({text})" if text.startswith("−") else text
