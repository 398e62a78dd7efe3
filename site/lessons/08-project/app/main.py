"""Draw a digit and see what a trained network reads in it: the whole program."""

import asyncio
import json
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import numpy as np
from pyodide.ffi import JsException
from pyscript import document, when
from pyscript.ffi import to_js
from pyscript.js_modules import onnxruntime as ort

MODELS = Path("models")
GRAPHS = ["preprocess.onnx", "digits.onnx", "readout.onnx"]  # each feeds the next
SIZE = 280  # the drawing's width and height, in pixels of its own
PEN = 20  # the pen's width

pad = document.querySelector("canvas[data-draw-pad]")
context = pad.getContext("2d", to_js({"willReadFrequently": True}))
prediction = document.querySelector("[data-prediction]")
verdict = document.querySelector("[data-verdict]")
bars = document.querySelectorAll("[data-bar]")

# ---- Drawing: pointer events become strokes
# @when: call the function below it each time this happens there on the page.

strokes = []  # each a list of points (x, y)
drawn_by = {}  # pointer -> its stroke; mouse, pen and fingers that are down right now
changed = asyncio.Event()  # set when there is something new to look at


def position(event):
    """Return where the pointer is, in the drawing's own pixels."""
    box = pad.getBoundingClientRect()
    scale = SIZE / box.width
    return (event.clientX - box.left) * scale, (event.clientY - box.top) * scale


@when("pointerdown", pad)
def begin(event):
    if event.button != 0:
        return
    drawn_by[event.pointerId] = [position(event)]
    strokes.append(drawn_by[event.pointerId])
    changed.set()
    with suppress(JsException):  # an error here doesn't matter: a test has no real pointer
        pad.setPointerCapture(event.pointerId)  # so that the stroke may leave the pad


@when("pointermove", pad)
def extend(event):
    if event.pointerId in drawn_by:
        # A quick pen moves several times between two events.
        moves = list(event.getCoalescedEvents()) or [event]
        drawn_by[event.pointerId] += [position(move) for move in moves]
        changed.set()


@when("pointerup", pad)
@when("pointercancel", pad)
def end(event):
    drawn_by.pop(event.pointerId, None)
    changed.set()


@when("click", "[data-clear]")
def clear():
    strokes.clear()
    drawn_by.clear()
    changed.set()


def draw():
    """Draw every stroke as a smooth line with round ends."""
    context.clearRect(0, 0, SIZE, SIZE)
    # Any color will do: ink() takes only the opacity, and the page's style colors what you see.
    context.strokeStyle, context.lineWidth = "white", PEN
    context.lineCap = context.lineJoin = "round"
    for first, *rest in strokes:  # the first point, and a list of the others
        context.beginPath()
        context.moveTo(*first)
        for (x, y), (next_x, next_y) in pairwise(rest):
            # Each point bends the line, which passes through the middles between them.
            context.quadraticCurveTo(x, y, (x + next_x) / 2, (y + next_y) / 2)
        x, y = rest[-1] if rest else first
        context.lineTo(x + 0.01, y)  # a line of almost no length is a dot
        context.stroke()


# ---- Recognizing: the ink goes through three graphs


def tensor(array):
    """Turn a NumPy array into a tensor of ONNX Runtime's."""
    return ort.Tensor.new("float32", to_js(array.ravel()), to_js(list(array.shape)))


def numbers(tensor):
    """Return what ONNX Runtime computed as a NumPy array."""
    return np.asarray(tensor.data.to_py()).reshape(tensor.dims.to_py())


def ink():
    """Return each pixel's ink, (280, 280) in 0..1: the opacity of the canvas."""
    pixels = np.asarray(context.getImageData(0, 0, SIZE, SIZE).data.to_py())
    return pixels.reshape(SIZE, SIZE, 4)[:, :, 3].astype(np.float32) / 255


async def predict():
    """Return everything that the graphs compute from the ink, by name."""
    one = tensor(np.array(1, dtype=np.float32))
    sure = 100 * np.eye(1, len(card["reasons"]), dtype=np.float32)
    values = {"ink": tensor(ink()), "fit": one, "centre": one}
    values["kinds"] = tensor(sure)  # a digit for sure, unless the network judges that itself
    for graph in graphs:
        inputs = {name: values[name] for name in graph.inputNames}
        results = await graph.run(to_js(inputs))
        values |= {name: getattr(results, name) for name in graph.outputNames}  # for the next
    return values


# ---- Showing: ten bars, a sentence, and attributes for other programs to read


def percent(share):
    """Write a probability in percent, and 100% only for 1."""
    return ">99%" if 0.995 <= share < 1 else f"{share:.0%}"


def sentence(state, digit, share):
    """Say in words what the network reads in the drawing."""
    if state == "blank":
        return "The pad is blank. Draw a digit."
    if state == "not-a-digit":
        return "This doesn't look like a digit."
    begins = "This is" if state == "digit" else "Not sure. If it's a digit, it's"
    return f"{begins} {'an' if digit == 8 else 'a'} {digit} ({percent(share)} sure)."


def show(values, covered):
    """Show a prediction of the drawing when `covered` strokes were finished."""
    state = card["states"][int(numbers(values["state"])[0])]
    shares = numbers(values["probabilities"])[0] * (state != "blank")
    digit = int(shares.argmax())
    for number, (bar, share) in enumerate(zip(bars, shares, strict=True)):
        bar.className = "likeliest" if state == "digit" and number == digit else ""
        bar.querySelector("[data-fill]").style.width = f"{share:.1%}"
        bar.querySelector("[data-percent]").textContent = percent(share)
    verdict.textContent = sentence(state, digit, shares[digit])
    told = prediction.dataset  # told.state is the attribute data-state, and so on
    told.state, told.strokes, told.confidence = state, covered, float(shares[digit])
    told.probabilities = json.dumps(shares.tolist())
    if state == "blank":
        prediction.removeAttribute("data-digit")
    else:
        told.digit = digit
    told.revision = int(told.revision) + 1


async def watch():
    """Draw and recognize whenever something has changed, one drawing at a time."""
    while True:
        await changed.wait()
        changed.clear()
        draw()
        covered = len(strokes) - len(drawn_by)
        show(await predict(), covered)


# ---- Starting: read the graphs, then watch the pad

card = json.loads((MODELS / "digits.json").read_text())
graphs = []
for name in GRAPHS:
    graph = to_js((MODELS / name).read_bytes())
    graphs.append(await ort.InferenceSession.create(graph))
changed.set()
watching = asyncio.create_task(watch())
