"""Losses of a small network, epoch by epoch: right or wrong labels, weight decay or none."""

from pathlib import Path

from course.figures.controls import Choice, Steps
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

samples = load(Path(__file__).parent.parent / "data" / "samples.py")

EPOCHS = len(samples.CURVES["clean"]["train"])
PLANE = Plane((0, EPOCHS - 1), (0, 2.5), 44, 94, 344, 220)
LABELS = {"clean": "as they are", "noisy": f"{samples.NOISE:.0%} made wrong"}
CURVES = {
    (labels, f"{decay:g}"): curves
    for labels in LABELS
    for decay, curves in {0: samples.CURVES[labels], **samples.DECAYED[labels]}.items()
}
DECAYS = tuple((f"{decay:g}", f"{decay:g}") for decay in samples.DECAYED["clean"])
NAMES = {"train": "training", "validation": "validation"}
CONTROLS = [
    Choice("labels", "Training labels", tuple(LABELS.items()), "clean"),
    Choice("decay", "Weight decay", (("0", "none"), *DECAYS), "0"),
    Steps("epoch", "Epoch", EPOCHS, EPOCHS - 1, first=0),
]
PLACES = {
    (*chosen, name): [
        "{:.1f},{:.1f}".format(*PLANE.at((epoch, loss))) for epoch, loss in enumerate(curves[name])
    ]
    for chosen, curves in CURVES.items()
    for name in NAMES
}


def scene():
    """Return what no control changes."""
    still = Element("g")
    PLANE.frame(still, range(0, EPOCHS, 10), (0, 1, 2), "epoch", "loss")
    return still


SCENE = scene()


def draw(labels, decay, epoch):
    curves = CURVES[labels, decay]
    validation = curves["validation"][: epoch + 1]
    best = validation.index(min(validation))
    train, now = curves["train"][epoch], validation[-1]
    state = "This is the lowest so far." if best == epoch else f"The lowest was at epoch {best}."
    agrees = "right" if labels == "clean" else "as labeled"
    svg = Svg(
        396,
        348,
        f"Loss up to epoch {epoch}, training labels {LABELS[labels]}, "
        f"weight decay {dict(CONTROLS[1].options)[decay]}",
        f"Epoch {epoch}: training loss {number(train, 3)} with "
        f"{curves['train_right'][epoch]:.1%} {agrees}, validation loss {number(now, 3)} with "
        f"{curves['validation_right'][epoch]:.1%} right. Lowest validation loss so far: "
        f"{number(validation[best], 3)}. {state}",
    )
    svg.children.append(SCENE)
    when = f"after epoch {epoch} of {EPOCHS - 1}" if epoch else "epoch 0, before training"
    svg.add("text", when, x=8, y=20, class_="loss-said")
    for row, name in enumerate(NAMES, 1):
        loss, right = curves[name][epoch], curves[f"{name}_right"][epoch]
        counted = agrees if name == "train" else "right"
        text = f"{NAMES[name]}: loss {number(loss, 3)}, {right:.1%} {counted}"
        svg.add("text", text, x=40, y=20 + 22 * row, class_="loss-said")
        svg.add("line", x1=8, y1=15 + 22 * row, x2=32, y2=15 + 22 * row, class_=f"loss-{name}")
        points = " ".join(PLACES[labels, decay, name][: epoch + 1])
        svg.add("polyline", points=points, class_=f"loss-{name}")
        x, y = PLANE.at((epoch, loss))
        svg.add("circle", cx=x, cy=y, r=4.5, class_=f"loss-dot loss-dot-{name}")
    x, y = PLANE.at((best, validation[best]))
    svg.add("circle", cx=x, cy=y, r=9, class_="loss-best")
    note = f"lowest: epoch {best}"
    kind = "loss-row plane-end" if x > 280 else "loss-row"
    beside, above = (14, -5) if best == 0 else (9 if x > 280 else 0, 32)  # above 0 is the legend
    svg.add("text", note, x=x + beside, y=y - above, class_=kind)
    return svg
