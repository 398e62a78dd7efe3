"""What the checks try the learner's program with: strokes on the pad, drawings, and images."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pyscript import document, window
from pyscript.ffi import to_js

PATH = [(70.0, 60.0), (100.0, 75.0), (130.0, 105.0), (160.0, 150.0), (190.0, 210.0)]
ASIDE = (240.0, 30.0)  # where the pen never was


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


def blot() -> Any:
    """Return a drawing of two rectangles: rows 40 to 180, columns 100 to 160; heavy at the top."""
    drawing = np.zeros((280, 280), dtype=np.float32)
    drawing[40:80, 100:160] = 1
    drawing[80:180, 100:120] = 1
    return drawing


def seven() -> Any:
    """Return the image of a 7."""
    image = np.zeros((28, 28))
    image[5:8, 7:20] = 1
    for row in range(8, 24):
        right = 20 - (row - 8) // 2
        image[row, right - 3 : right] = 1
    return image


async def reference(drawing: Any) -> Any:
    """Return the image that the course's own graph makes of a drawing, (28, 28)."""
    from pyscript.js_modules import onnxruntime as ort

    graph = to_js(Path("models/preprocess.onnx").read_bytes())
    session = await ort.InferenceSession.create(graph)
    one = ort.Tensor.new("float32", to_js([1.0]), to_js([]))
    shaped = ort.Tensor.new("float32", to_js(drawing.ravel()), to_js(drawing.shape))
    results = await session.run(to_js({"ink": shaped, "fit": one, "centre": one}))
    session.release()
    return np.asarray(results.image.data.to_py()).reshape(28, 28)
