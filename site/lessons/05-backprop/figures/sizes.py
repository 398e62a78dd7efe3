"""The twelve slopes of the traced network as bars: how much the loss gains per unit of each."""

from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.lessons import lessons_folder, load, part

nudge = load(part(lessons_folder(), "backprop", "figures", "nudge"))
CONTROLS = []
PLANE = Plane((-2.9, 2.2), (0.0, 1.0), 56, 28, 292, 252)
ROW, APART = 21, 14  # of a row, and between the layers, in units


def draw():
    names = list(nudge.PARAMETERS)
    said = ", ".join(f"{nudge.symbol(one)} {number(nudge.slope(one), 3)}" for one in names)
    title = "The twelve slopes"
    svg = Svg(360, 300, title, f"{title} of the first example: {said}.")
    svg.add("text", "slope of the loss at each parameter", x=4, y=16, class_="plane-label")
    zero, bottom = PLANE.at_x(0.0), PLANE.top + ROW * len(names) + APART
    svg.add("line", x1=zero, x2=zero, y1=PLANE.top, y2=bottom, class_="plane-axis")
    for row, name in enumerate(names):
        slope, y = nudge.slope(name), PLANE.top + ROW * row + APART * (name[1] == "2")
        end = PLANE.at_x(slope)
        kind = "sizes-bar sizes-below" if slope < 0 else "sizes-bar"
        width = abs(end - zero)
        svg.add("rect", x=min(zero, end), y=y + 4, width=width, height=13, class_=kind)
        svg.add("text", nudge.symbol(name), x=4, y=y + 15, class_="sizes-text")
        side = " plane-end" if slope < 0 else ""
        x, text = (end - 5 if slope < 0 else end + 5), number(slope, 3)
        svg.add("text", text, x=x, y=y + 15, class_=f"sizes-text{side}")
    return svg
