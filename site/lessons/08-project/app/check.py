"""Checks the steps of the program: says in plain words what a step still lacks.

Each check gets the variables of the learner's program, which is running, and raises Lacking. Right
answers come from `nn`, from the course's own graphs, or from how the test drawing was made.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pyscript import document, window
from pyscript.ffi import to_js

import nn

Main = Mapping[str, Any]
PATH = [(70.0, 60.0), (100.0, 75.0), (130.0, 105.0), (160.0, 150.0), (190.0, 210.0)]
ASIDE = (240.0, 30.0)  # where the pen never was
LOGITS = [2.0, 0.5, -1.0, 4.0, 0.0, 1.0, -2.0, 3.0, 0.5, -0.5]


class Lacking(Exception):  # noqa: N818
    """What a step still lacks, for the learner."""


def point(kind: str, x: float, y: float) -> None:
    """Move, press or lift a pen of our own on the pad, in the drawing's pixels."""
    pad = document.querySelector("canvas[data-draw-pad]")
    box = pad.getBoundingClientRect()
    places = {"clientX": box.left + x * box.width / 280, "clientY": box.top + y * box.height / 280}
    options = {"bubbles": True, "cancelable": True, "pointerId": 99, "pointerType": "pen", **places}
    pad.dispatchEvent(window.PointerEvent.new(f"pointer{kind}", to_js(options)))


def draw(path: Sequence[tuple[float, float]]) -> None:
    """Draw a stroke."""
    for kind, place in [("down", path[0]), *(("move", one) for one in path[1:]), ("up", path[-1])]:
        point(kind, *place)


def clear() -> None:
    """Press Clear."""
    document.querySelector("[data-clear]").click()


def inked(places: Sequence[tuple[float, float]]) -> list[bool]:
    """Say at which of these places the canvas has ink."""
    context = document.querySelector("canvas[data-draw-pad]").getContext("2d")
    return [bool(context.getImageData(x, y, 1, 1).data.to_py()[3]) for x, y in places]


def ink(main: Main) -> None:
    """Check step 1: the pen leaves a line where it was."""
    clear()
    for place in PATH:
        point("move", *place)  # the pen is up
    if main["strokes"]:
        raise Lacking(
            "The pen was up, but your program drew. In `extend`, keep the line with `if`."
        )
    draw(PATH)
    stroke = [tuple(one) for one in main["strokes"][0]] if main["strokes"] else []
    dot, line = inked(PATH[:1]), inked(PATH[1:-1])
    clear()
    if len(main["strokes"]):
        raise Lacking("“Clear” was pressed, but `strokes` still isn’t empty. `clear` empties it.")
    if any(inked(PATH)):
        raise Lacking(
            "“Clear” was pressed, but the ink is still there. `draw` clears the canvas first."
        )
    if len(stroke) < len(PATH):
        raise Lacking(
            f"The pen went through {len(PATH)} points, but the stroke has only {len(stroke)} of "
            "them. In `extend`, add the position of each move to `drawn_by[event.pointerId]`."
        )
    if not np.allclose(stroke, PATH, atol=1):
        (x, y), (wrong_x, wrong_y) = next(
            pair for pair in zip(PATH, stroke, strict=False) if not np.allclose(*pair, atol=1)
        )
        raise Lacking(
            f"The pen was at ({x:.0f}, {y:.0f}), but the stroke says "
            f"({wrong_x:.0f}, {wrong_y:.0f}). `position(move)` gives the right point for a move."
        )
    if not any([*dot, *line]):
        raise Lacking(
            "The stroke has all its points, but there’s no ink on the canvas. "
            "In `draw`, call `draw_line` with each of the `strokes`."
        )
    if not all([*dot, *line]) or any(inked([ASIDE])):
        raise Lacking("The ink isn’t where the pen was. Give `draw_line` the whole stroke.")


def blot() -> Any:
    """Return a drawing of two rectangles: rows 40 to 180, columns 100 to 160; heavy at the top."""
    drawing = np.zeros((280, 280), dtype=np.float32)
    drawing[40:80, 100:160] = 1
    drawing[80:180, 100:120] = 1
    return drawing


async def image(main: Main) -> None:
    """Check step 2: crop, scale, and center."""
    drawing = blot()
    rows = drawing.sum(axis=1)
    found = main["extent"](rows)
    if not isinstance(found, tuple) or len(found) != 2:
        raise Lacking("Crop: `extent` should return two numbers: where the ink begins and ends.")
    if tuple(found) == (0, 280):
        raise Lacking(
            "Crop: `extent` still returns the whole canvas. Find where `profile > 0.5`: "
            "`np.flatnonzero` returns all such indices, in order."
        )
    if tuple(found) == (40, 179):
        raise Lacking(
            "Crop: the ink’s last row is 179, so it ends at 180, where the next row begins. "
            "Return the last index plus 1."
        )
    if tuple(found) != (40, 180):
        raise Lacking(
            "Crop: in a test drawing, rows 40 to 179 have ink; `extent` should return (40, 180). "
            f"Yours returns ({found[0]}, {found[1]})."
        )
    for sides in ((40, 180, 100, 160), (100, 160, 40, 180)):
        size, height, width = main["scale"](*sides), sides[1] - sides[0], sides[3] - sides[2]
        if size is None or not np.isclose(size, 7):
            raise Lacking(
                f"Scale: ink that’s {height} pixels high and {width} wide should become "
                f"20 pixels long at its longer side, so 7 pixels become one. Yours says {size}. "
                "Divide the longer side by `FITTED`."
            )
    at = main["middle"](rows)
    expected = (40 * 60 * 60 + 100 * 20 * 130) / (40 * 60 + 100 * 20)  # of the two rectangles
    if at is None or not np.isclose(at, expected, atol=0.01):
        where = "still returns the middle of the canvas" if at == 140 else f"returns {at}"
        raise Lacking(
            f"Center: the test drawing has more ink at its top, and its center of mass is at "
            f"{expected:.2f}. `middle` {where}. Multiply the positions by `profile`, add up, and "
            "divide by all the ink."
        )
    if not np.allclose(main["to_image"](drawing), await reference(main, drawing), atol=1e-3):
        raise Lacking("The three parts are right, but `to_image` returns another image than ours.")


async def reference(main: Main, drawing: Any) -> Any:
    """Return the image that the course's own graph makes of a drawing, (28, 28)."""
    from pyscript.js_modules import onnxruntime as ort

    graph = to_js(Path("models/preprocess.onnx").read_bytes())
    session = await ort.InferenceSession.create(graph)
    one = ort.Tensor.new("float32", to_js([1.0]), to_js([]))
    shaped = ort.Tensor.new("float32", to_js(drawing.ravel()), to_js(drawing.shape))
    results = await session.run(to_js({"ink": shaped, "fit": one, "centre": one}))
    session.release()
    return np.asarray(results.image.data.to_py()).reshape(28, 28)


async def predict(main: Main) -> None:
    """Check step 3: softmax, and what goes into the network."""
    logits = np.array(LOGITS)
    found = np.asarray(main["softmax"](logits), dtype=float)
    if found.shape != (10,):
        raise Lacking(f"`softmax` should return 10 numbers. Yours has the shape {found.shape}.")
    if np.allclose(found, 0.1):
        raise Lacking(
            "`softmax` still gives every digit 10%. Raise e to the power of each logit (`np.exp`), "
            "then divide by the sum of these powers."
        )
    if not np.isclose(found.sum(), 1):
        raise Lacking(
            f"The ten numbers of `softmax` should add up to 1. Yours add up to {found.sum():.3g}. "
            "Divide them by their sum."
        )
    if not np.allclose(found, nn.softmax(logits[None])[0]):
        raise Lacking(
            f"For the largest of the test logits, `softmax` should return "
            f"{nn.softmax(logits[None])[0].max():.3f}. Yours returns {found[logits.argmax()]:.3f}. "
            "Raise e to the power of each logit, and divide by the sum of the powers."
        )
    with np.errstate(all="ignore"):
        large = main["softmax"](logits + 1000)
    if not np.allclose(large, found):
        raise Lacking(
            "With logits around 1,000, `softmax` overflows: e to that power is larger than any "
            "float. Subtract the largest logit from all of them before `np.exp`."
        )
    empty, drawn = await main["predict"](np.zeros((28, 28))), await main["predict"](seven())
    if drawn[1] == empty[1] == "blank":
        raise Lacking(
            "The network gets an empty image, whatever you draw. In `predict`, make the `batch` "
            "from `image`, with `reshape`."
        )
    if drawn[0].argmax() != 7:
        raise Lacking(
            "The network doesn’t recognize a test drawing of a 7. In `predict`, give it the image "
            "as it is, in the shape (1, 1, 28, 28)."
        )


def seven() -> Any:
    """Return the image of a 7."""
    image = np.zeros((28, 28))
    image[5:8, 7:20] = 1
    for row in range(8, 24):
        right = 20 - (row - 8) // 2
        image[row, right - 3 : right] = 1
    return image


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
                "The bars have no width yet. A style is a text: for a probability of 0.25, "
                '`fill.style.width = "25.0%"`. An f-string writes it: `f"{0.25:.1%}"`.'
            )
        wanted = 100 * shares[digit]
        if not width.endswith("%") or abs(float(width[:-1]) - wanted) > 0.6:
            raise Lacking(
                f"For a probability of {shares[digit]:.3f}, the bar of {digit} should be "
                f"{wanted:.1f}% wide. Yours is {width}."
            )
        if label.strip().rstrip("%") not in {f"{wanted:.0f}", f"{wanted:.1f}"}:
            raise Lacking(
                f"The bar of {digit} is right, but the number beside it is “{label}” instead of "
                f"“{wanted:.0f}%”. Set `label.textContent` to `percent(probabilities[digit])`."
            )
    sure = nn.softmax(10 * np.array([LOGITS]))[0]
    main["show_bars"](sure, "digit")
    width = shown[3].querySelector("[data-fill]").style.width
    if not np.isclose(float(width.rstrip("%")), 100 * sure[3], atol=0.6):
        raise Lacking(
            f"For a probability of {sure[3]:.4f}, the bar of 3 keeps its old width, {width}: the "
            "new text isn’t a length. `percent` is for people; write the width as "
            '`f"{probabilities[digit]:.1%}"`.'
        )
    main["show_bars"](shares, "digit")
    named = [digit for digit, bar in enumerate(shown) if "likeliest" in bar.className.split()]
    if named != [3]:
        which = f"the bars {named} have" if named else "no bar has"
        raise Lacking(
            f"In a test, 3 is the likeliest digit, but {which} the class “likeliest”. Set "
            "`bar.className` for every bar."
        )
    main["show_bars"](shares, "unsure")
    if any("likeliest" in bar.className for bar in shown):
        raise Lacking(
            'With the state "unsure", no bar should be marked, but one still is. Set '
            '`bar.className` to `""` for it.'
        )


CHECKS = [ink, image, predict, bars]
