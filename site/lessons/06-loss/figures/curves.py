"""Losses of a small network, epoch by epoch: right or wrong labels, weight decay or none."""

from pathlib import Path

from course.figures.controls import Choice, Steps
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

samples = load(Path(__file__).parent.parent / "data" / "samples.py")

EPOCHS = len(samples.CURVES["clean"]["train"])
PLANE = Plane((0, EPOCHS - 1), (0, 2.5), 32, 72, 348, 200)
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
    Steps("epoch", "Epoch", EPOCHS, 40, first=0),
]
PLACES = {
    (*chosen, name): [
        "{:.1f},{:.1f}".format(*PLANE.at((epoch, loss))) for epoch, loss in enumerate(curves[name])
    ]
    for chosen, curves in CURVES.items()
    for name in NAMES
}


def scene(chosen):
    """Return what the epoch doesn't change: the axes, and the whole curves, faint."""
    still = Element("g")
    PLANE.frame(still, range(0, EPOCHS, 10), (0, 1, 2), "epoch", "loss")
    for name in NAMES:
        points = " ".join(PLACES[*chosen, name])
        still.add("polyline", points=points, class_=f"loss-{name} loss-later")
    return still


SCENES = {chosen: scene(chosen) for chosen in CURVES}


def draw(labels, decay, epoch):
    curves = CURVES[labels, decay]
    validation = curves["validation"][: epoch + 1]
    best = validation.index(min(validation))
    train, now = curves["train"][epoch], validation[-1]
    state = "This is the lowest so far." if best == epoch else f"The lowest was at epoch {best}."
    agrees = "right" if labels == "clean" else "as labeled"
    svg = Svg(
        396,
        310,
        f"Loss up to epoch {epoch}, training labels {LABELS[labels]}, "
        f"weight decay {dict(CONTROLS[1].options)[decay]}",
        f"Epoch {epoch}: training loss {number(train, 3)} with "
        f"{curves['train_right'][epoch]:.1%} {agrees}, validation loss {number(now, 3)} with "
        f"{curves['validation_right'][epoch]:.1%} right. Lowest validation loss so far: "
        f"{number(validation[best], 3)}. {state}",
    )
    svg.children.append(SCENES[labels, decay])
    stop, bottom = PLANE.at_x(epoch), PLANE.top + PLANE.height
    svg.add("path", d=f"M{stop:.1f} {PLANE.top}V{bottom}", class_="loss-stop")
    end = "plane-end" if epoch > EPOCHS / 2 else ""
    side = -8 if end else 14
    when = f"you stop after epoch {epoch}" if epoch else "epoch 0, before training"
    svg.add(
        "text",
        when,
        x=stop + side,
        y=PLANE.top + 18,
        class_=f"loss-said on-line on-plane {end}".rstrip(),
    )
    for row, name in enumerate(NAMES):
        loss, right = curves[name][epoch], curves[f"{name}_right"][epoch]
        counted = agrees if name == "train" else "right"
        y = 18 + 22 * row
        svg.add("text", NAMES[name], x=38, y=y, class_="loss-said")
        svg.add("text", f"loss {number(loss, 3)}", x=220, y=y, class_="loss-cell")
        svg.add("text", f"{right:.1%} {counted}", x=380, y=y, class_="loss-cell")
        svg.add("line", x1=4, y1=y - 5, x2=30, y2=y - 5, class_=f"loss-{name}")
        points = " ".join(PLACES[labels, decay, name][: epoch + 1])
        svg.add("polyline", points=points, class_=f"loss-{name}")
        x, y = PLANE.at((epoch, loss))
        svg.add("circle", cx=x, cy=y, r=5, class_=f"loss-dot loss-dot-{name}")
    x, y = PLANE.at((best, validation[best]))
    svg.add("circle", cx=x, cy=y, r=9, class_="loss-best")
    if epoch > best:
        note = f"lowest: epoch {best}"
        svg.add("text", note, x=x - 4, y=y - 19, class_="loss-row on-line on-plane")
    return svg
