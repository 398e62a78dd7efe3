"""Checks the steps of the program: says in plain words what a step still lacks.

Each check gets the variables of the learner's program, which is running, and raises Lacking. Right
answers come from `nn`, from the course's own graphs, or from how the test drawing was made.
"""

from typing import Any

import numpy as np
from lacking import Lacking, Main, as_numbers, described, numbers
from pyscript import document
from trial import ASIDE, PATH, blot, clear, draw, inked, point, reference, seven

import nn

BOUNDS = "two numbers: where the ink begins and where it ends"
TAKE_INDICES = (
    "Take single elements, as in `places[0]` and `places[-1]`. If `places` comes from `np.where`, "
    "it’s a tuple: its first element, `np.where(...)[0]`, has the indices."
)
LOGITS = [2.0, 0.5, -1.0, 4.0, 0.0, 1.0, -2.0, 3.0, 0.5, -0.5]


def ink(main: Main) -> None:
    """Check step 1: the pen leaves a line where it was."""
    clear()
    for place in PATH:
        point("move", *place)  # the pen is up
    if main["strokes"]:
        raise Lacking(
            "extend",
            "The pen was up, but your program drew. In `extend`, keep the line with `if`.",
        )
    draw(PATH)
    drawn = main["strokes"][0] if main["strokes"] else []
    dot, line = inked(PATH[:1]), inked(PATH[1:-1])
    clear()
    stroke = points(drawn)
    if len(main["strokes"]):
        raise Lacking(
            "clear", "“Clear” was pressed, but `strokes` still isn’t empty. `clear` empties it."
        )
    if any(inked(PATH)):
        raise Lacking(
            "draw",
            "“Clear” was pressed, but the ink is still there. `draw` clears the canvas first.",
        )
    if len(stroke) < len(PATH):
        raise Lacking(
            "extend",
            f"The pen went through {len(PATH)} points, but the stroke has only {len(stroke)} of "
            "them. In `extend`, add the position of each move to `drawn_by[event.pointerId]`.",
        )
    if not np.allclose(stroke, PATH, atol=1):
        (x, y), (wrong_x, wrong_y) = next(
            pair for pair in zip(PATH, stroke, strict=False) if not np.allclose(*pair, atol=1)
        )
        raise Lacking(
            "extend",
            f"The pen was at ({x:.0f}, {y:.0f}), but the stroke says "
            f"({wrong_x:.0f}, {wrong_y:.0f}). `position(move)` gives the right point for a move.",
        )
    if not any([*dot, *line]):
        raise Lacking(
            "draw",
            "The stroke has all its points, but there’s no ink on the canvas. "
            "In `draw`, call `draw_line` with each of the `strokes`.",
        )
    if not all([*dot, *line]) or any(inked([ASIDE])):
        raise Lacking("draw", "The ink isn’t where the pen was. Give `draw_line` the whole stroke.")


def points(stroke: Any) -> list[tuple[float, float]]:
    """Return the points of a stroke that the learner's program has drawn."""
    for one in stroke:
        if as_numbers(one, (2,)) is None:
            raise Lacking(
                "extend",
                f"A stroke is a list of points (x, y), but yours has {described(one)} in it. In "
                "`extend`, append `position(move)` for each of the `moves`, one after the other.",
            )
    return [(float(x), float(y)) for x, y in stroke]


async def image(main: Main) -> None:
    """Check step 2: crop, scale, and center."""
    drawing = blot()
    rows = drawing.sum(axis=1)
    found = main["extent"](rows)
    found = tuple(numbers("extent", found, (2,), BOUNDS, TAKE_INDICES))
    if found == (0, 280):
        raise Lacking(
            "extent",
            "Crop: `extent` still returns the whole canvas. Find where `profile > 0.5`: "
            "`np.flatnonzero` returns all such indices, in order.",
        )
    if found == (40, 179):
        raise Lacking(
            "extent",
            "Crop: the ink’s last row is 179, so it ends at 180, where the next row begins. "
            "Return the last index plus 1.",
        )
    if found != (40, 180):
        raise Lacking(
            "extent",
            "Crop: in a test drawing, rows 40 to 179 have ink; `extent` should return (40, 180). "
            f"Yours returns ({found[0]:g}, {found[1]:g}).",
        )
    for sides in ((40, 180, 100, 160), (100, 160, 40, 180)):
        size, height, width = main["scale"](*sides), sides[1] - sides[0], sides[3] - sides[2]
        if not np.isclose(numbers("scale", size, (), "one number"), 7):
            raise Lacking(
                "scale",
                f"Scale: ink that’s {height} pixels high and {width} wide should become "
                f"20 pixels long at its longer side, so 7 pixels become one. Yours says {size}. "
                "Divide the longer side by `FITTED`.",
            )
    at = numbers("middle", main["middle"](rows), (), "one number, a position")
    expected = (40 * 60 * 60 + 100 * 20 * 130) / (40 * 60 + 100 * 20)  # of the two rectangles
    if not np.isclose(at, expected, atol=0.01):
        where = "still returns the middle of the canvas" if at == 140 else f"returns {at:g}"
        raise Lacking(
            "middle",
            f"Center: the test drawing has more ink at its top, and its center of mass is at "
            f"{expected:.2f}. `middle` {where}. Multiply the positions by `profile`, add up, and "
            "divide by all the ink.",
        )
    made = numbers("to_image", main["to_image"](drawing), (28, 28), "an image of 28 × 28 numbers")
    if not np.allclose(made, await reference(drawing), atol=1e-3):
        raise Lacking(
            "to_image", "The three parts are right, but `to_image` returns another image than ours."
        )


async def predict(main: Main) -> None:
    """Check step 3: softmax, and what goes into the network."""
    logits = np.array(LOGITS)
    found = numbers("softmax", main["softmax"](logits), (10,), "10 numbers, a probability for each")
    if np.allclose(found, 0.1):
        raise Lacking(
            "softmax",
            "`softmax` still gives every digit 10%. Raise e to the power of each logit (`np.exp`), "
            "then divide by the sum of these powers.",
        )
    if not np.isclose(found.sum(), 1):
        raise Lacking(
            "softmax",
            f"The ten numbers of `softmax` should add up to 1. Yours add up to {found.sum():.3g}. "
            "Divide them by their sum.",
        )
    if not np.allclose(found, nn.softmax(logits[None])[0]):
        raise Lacking(
            "softmax",
            f"For the largest of the test logits, `softmax` should return "
            f"{nn.softmax(logits[None])[0].max():.3f}. Yours returns {found[logits.argmax()]:.3f}. "
            "Raise e to the power of each logit, and divide by the sum of the powers.",
        )
    with np.errstate(all="ignore"):
        large = main["softmax"](logits + 1000)
    if not np.allclose(large, found):
        raise Lacking(
            "softmax",
            "With logits around 1,000, `softmax` overflows: e to that power is larger than any "
            "float. Subtract the largest logit from all of them before `np.exp`.",
        )
    empty, drawn = await read(main, np.zeros((28, 28))), await read(main, seven())
    if drawn[1] == empty[1] == "blank":
        raise Lacking(
            "predict",
            "The network gets an empty image, whatever you draw. In `predict`, make the `batch` "
            "from `image`, with `reshape`.",
        )
    if drawn[0].argmax() != 7:
        raise Lacking(
            "predict",
            "The network doesn’t recognize a test drawing of a 7. In `predict`, give it the image "
            "as it is, in the shape (1, 1, 28, 28).",
        )


async def read(main: Main, image: Any) -> tuple[Any, Any]:
    """Return the probabilities and the state that the learner's `predict` gives for an image."""
    answer = await main["predict"](image)
    if not isinstance(answer, tuple | list) or len(answer) != 2:
        raise Lacking(
            "predict",
            "`predict` should return two things: ten probabilities, and the state. Yours returns "
            f"{described(answer)}.",
        )
    return numbers("predict", answer[0], (10,), "ten probabilities first"), answer[1]


def bars(main: Main) -> None:
    """Check step 4: each bar's width, number, and color."""
    shares = nn.softmax(np.array([LOGITS]))[0]
    main["show_bars"](shares, "digit")
    shown = document.querySelectorAll("[data-bar]")
    for digit in (3, 7, 0):
        width = shown[digit].querySelector("[data-fill]").style.width
        label = shown[digit].querySelector("[data-percent]").textContent
        if not width:
            raise Lacking(
                "show_bars",
                "The bars have no width yet. A style is a text: for a probability of 0.25, "
                '`fill.style.width = "25.0%"`. An f-string writes it: `f"{0.25:.1%}"`.',
            )
        wanted = 100 * shares[digit]
        if not width.endswith("%") or abs(float(width[:-1]) - wanted) > 0.6:
            raise Lacking(
                "show_bars",
                f"For a probability of {shares[digit]:.3f}, the bar of {digit} should be "
                f"{wanted:.1f}% wide. Yours is {width}.",
            )
        if label.strip().rstrip("%") not in {f"{wanted:.0f}", f"{wanted:.1f}"}:
            raise Lacking(
                "show_bars",
                f"The bar of {digit} is right, but the number beside it is “{label}” instead of "
                f"“{wanted:.0f}%”. Set `label.textContent` to `percent(probabilities[digit])`.",
            )
    sure = nn.softmax(10 * np.array([LOGITS]))[0]
    main["show_bars"](sure, "digit")
    width = shown[3].querySelector("[data-fill]").style.width
    if not np.isclose(float(width.rstrip("%")), 100 * sure[3], atol=0.6):
        raise Lacking(
            "show_bars",
            f"For a probability of {sure[3]:.4f}, the bar of 3 keeps its old width, {width}: the "
            "new text isn’t a length. `percent` is for people; write the width as "
            '`f"{probabilities[digit]:.1%}"`.',
        )
    main["show_bars"](shares, "digit")
    named = [digit for digit, bar in enumerate(shown) if "likeliest" in bar.className.split()]
    if named != [3]:
        which = f"the bars {named} have" if named else "no bar has"
        raise Lacking(
            "show_bars",
            f"In a test, 3 is the likeliest digit, but {which} the class “likeliest”. Set "
            "`bar.className` for every bar.",
        )
    main["show_bars"](shares, "unsure")
    if any("likeliest" in bar.className for bar in shown):
        raise Lacking(
            "show_bars",
            'With the state "unsure", no bar should be marked, but one still is. Set '
            '`bar.className` to `""` for it.',
        )


CHECKS = [ink, image, predict, bars]
