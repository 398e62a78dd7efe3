"""What several figures of this lesson share: the measured numbers and the real drawings."""

from pathlib import Path

import numpy as np

from course.figures.controls import Choice
from course.figures.svg import Element
from course.lessons import load

SAMPLES = load(Path(__file__).with_name("samples.py"))
LOGITS = [np.array(one["logits"]) for one in SAMPLES.DRAWINGS]
LABELS = [one["label"] for one in SAMPLES.DRAWINGS]
SIDE = 28  # pixels of an image


def article(digit):
    """Return a digit in words that fit into a sentence: a 7, an 8."""
    return f"{'an' if digit == 8 else 'a'} {digit}"


NAMES = [
    f"{article(label)}, "
    f"{'read as' if label == logits.argmax() else 'misread as'} {article(logits.argmax())}"
    for label, logits in zip(LABELS, LOGITS, strict=True)
]
DRAWING = Choice("drawing", "Drawing", tuple((str(i), name) for i, name in enumerate(NAMES)), "0")


def thumbnail(drawing, x, y, size):
    """Return a drawing as SVG: its dark pixels, and its gray ones half as dark."""
    levels = np.array([int(c, 16) for c in SAMPLES.DRAWINGS[drawing]["pixels"]])
    unit = size / SIDE
    group = Element("g")
    group.add("rect", x=x, y=y, width=size, height=size, class_="loss-paper")
    for low, high, kind in ((4, 10, "loss-gray"), (10, 16, "loss-ink")):
        places = np.flatnonzero((levels >= low) & (levels < high))
        squares = [
            f"M{x + place % SIDE * unit:.1f} {y + place // SIDE * unit:.1f}h{unit:.2f}v{unit:.2f}"
            f"h-{unit:.2f}z"
            for place in places
        ]
        group.add("path", d="".join(squares), class_=kind)
    return group
