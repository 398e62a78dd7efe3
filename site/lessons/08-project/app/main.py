"""Draw a digit and see what a neural network reads in it."""

# [step 2]
import asyncio

# [step 3]
import json

# [step 1]
from contextlib import suppress
from itertools import pairwise

# [step 3]
from pathlib import Path

# [step 2]
import numpy as np

# [step 1]
from pyodide.ffi import JsException
from pyscript import document, when
from pyscript.ffi import to_js

# [step 3]
from pyscript.js_modules import onnxruntime as ort

# [step 1]
# ---- 1 Ink: pointer events become strokes, and strokes become ink
# @when: call the function below it each time this happens there on the page.

SIZE = 280  # the drawing's width and height, in pixels of its own
PEN = 20  # the pen's width

pad = document.querySelector("canvas[data-draw-pad]")
context = pad.getContext("2d", to_js({"willReadFrequently": True}))

strokes = []  # each a list of points (x, y)
drawn_by = {}  # pointer -> its stroke; mouse, pen, and fingers that are down right now
# [step 2]
changed = asyncio.Event()  # set when there is something new to look at


# [step 1]
def position(event):
    """Return where the pointer is, in the drawing's own pixels."""
    box = pad.getBoundingClientRect()
    zoom = SIZE / box.width
    return (event.clientX - box.left) * zoom, (event.clientY - box.top) * zoom


@when("pointerdown", pad)
def begin(event):
    if event.button != 0:
        return
    drawn_by[event.pointerId] = [position(event)]
    strokes.append(drawn_by[event.pointerId])
    draw()
    with suppress(JsException):  # an error here doesn't matter: a test has no real pointer
        pad.setPointerCapture(event.pointerId)  # so that the stroke may leave the pad


@when("pointermove", pad)
def extend(event):
    if event.pointerId in drawn_by:
        # A quick pen moves several times between two events.
        moves = list(event.getCoalescedEvents()) or [event]
        # [gap]
        drawn_by[event.pointerId] += [position(move) for move in moves]
        # [start] # YOUR TURN: add the position of each of the moves to the stroke,
        # [start] # which is the list drawn_by[event.pointerId].
        # [end]
        draw()


@when("pointerup", pad)
@when("pointercancel", pad)
def end(event):
    drawn_by.pop(event.pointerId, None)
    draw()


@when("click", "[data-clear]")
def clear():
    strokes.clear()
    drawn_by.clear()
    draw()


def draw_line(points):
    """Draw one stroke as a smooth line with round ends."""
    # Any color will do: only the opacity counts, and the page's style colors what you see.
    context.strokeStyle, context.lineWidth = "white", PEN
    context.lineCap = context.lineJoin = "round"
    first, *rest = points
    context.beginPath()
    context.moveTo(*first)
    for (x, y), (next_x, next_y) in pairwise(rest):
        # Each point bends the line, which passes through the middles between them.
        context.quadraticCurveTo(x, y, (x + next_x) / 2, (y + next_y) / 2)
    x, y = points[-1]
    context.lineTo(x + 0.01, y)  # a line of almost no length is a dot
    context.stroke()


def draw():
    """Draw all strokes anew."""
    context.clearRect(0, 0, SIZE, SIZE)
    # [gap]
    for stroke in strokes:
        draw_line(stroke)
    # [start] # YOUR TURN: draw a line for each of the strokes.
    # [end]
    # [step 2]
    changed.set()


# ---- 2 Image: crop, scale, and center the ink, as MNIST's makers did

IMAGE = 28  # the image's width and height, in its own pixels
FITTED = 20  # the longer side of the ink, in image pixels
MIDDLE = 14.5  # where the ink's center of mass goes, in image pixels

seen = document.querySelector("canvas[data-seen]").getContext("2d")


def ink():
    """Return each pixel's ink, (280, 280) in 0..1: the opacity of the canvas."""
    pixels = np.asarray(context.getImageData(0, 0, SIZE, SIZE).data.to_py())
    return pixels.reshape(SIZE, SIZE, 4)[:, :, 3].astype(np.float32) / 255


def extent(profile):
    """Crop: return where the ink begins and where it ends.

    profile: how much ink there is in each row (or in each column), 280 numbers.
    """
    # [gap]
    places = np.flatnonzero(profile > 0.5)  # less is only the smear of an edge
    return places[0], places[-1] + 1
    # [start] # YOUR TURN: find the first and the last index where profile > 0.5.
    # [start] # Return the first one, and the last one plus 1.
    # [start] return 0, SIZE
    # [end]


def scale(top, bottom, left, right):
    """Scale: return how many pixels of ink become one pixel of the image."""
    # [gap]
    return max(bottom - top, right - left) / FITTED
    # [start] # YOUR TURN: the longer side of the ink should become FITTED pixels long.
    # [start] return SIZE / IMAGE
    # [end]


def middle(profile):
    """Center: return the center of mass, the mean of the positions, weighted by their ink."""
    positions = np.arange(SIZE) + 0.5  # the middle of each pixel
    # [gap]
    return (positions * profile).sum() / profile.sum()
    # [start] # YOUR TURN: weight each of the positions by its ink, and take the mean.
    # [start] return positions.mean()
    # [end]


def shrink(center, size):
    """Return how much each pixel of ink adds to each pixel of the image, (28, 280).

    center: what goes to the middle; size: that of an image pixel. Both count pixels of ink.
    """
    edges = (np.arange(IMAGE + 1) - MIDDLE) * size + center
    starts = np.arange(SIZE)
    overlap = np.minimum(edges[1:, None], starts + 1) - np.maximum(edges[:-1, None], starts)
    return overlap.clip(min=0) / size


def to_image(drawing):
    """Turn a drawing, (280, 280), into the image that a network reads, (28, 28)."""
    if not drawing.any():
        return np.zeros((IMAGE, IMAGE))
    rows, columns = drawing.sum(axis=1), drawing.sum(axis=0)
    size = scale(*extent(rows), *extent(columns))
    return shrink(middle(rows), size) @ drawing @ shrink(middle(columns), size).T


def show_image(image):
    """Show the image, white on black."""
    pixels = np.full((IMAGE, IMAGE, 4), 255, dtype=np.uint8)
    pixels[:, :, :3] = 255 * image[:, :, None]
    shown = seen.createImageData(IMAGE, IMAGE)
    shown.data.set(to_js(pixels.ravel()))
    seen.putImageData(shown, 0, 0)


# [step 3]
# ---- 3 Predict: the image goes through a network

MODELS = Path("models")

choice = document.querySelector("[data-network]")  # which network: the name of its file
verdict = document.querySelector("[data-verdict]")


def tensor(array):
    """Turn a NumPy array into a tensor of ONNX Runtime's, which computes the networks."""
    return ort.Tensor.new("float32", to_js(array.astype("float32").ravel()), to_js(array.shape))


def numbers(tensor):
    """Return what ONNX Runtime computed as a NumPy array."""
    return np.asarray(tensor.data.to_py()).reshape(tensor.dims.to_py())


def softmax(logits):
    """Turn ten logits into ten probabilities."""
    # [gap]
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
    # [start] # YOUR TURN: write softmax. Subtract the largest logit first, so nothing overflows.
    # [start] return np.full(10, 0.1)
    # [end]


async def predict(image):
    """Return ten probabilities, and the state: blank, digit, unsure, or not-a-digit."""
    # [gap]
    batch = image.reshape(1, 1, IMAGE, IMAGE)
    # [start] # YOUR TURN: networks take batches. Give the image the shape (1, 1, 28, 28):
    # [start] # one image, with one channel (gray).
    # [start] batch = np.zeros((1, 1, IMAGE, IMAGE))
    # [end]
    values = {"image": tensor(batch)} | {name: tensor(array) for name, array in unknown.items()}
    for graph in (networks[choice.value], readout):  # the second uses what the first computed
        inputs = {name: values[name] for name in graph.inputNames}
        results = await graph.run(to_js(inputs))
        values |= {name: getattr(results, name) for name in graph.outputNames}
    state = card["states"][int(numbers(values["state"])[0])]
    logits = numbers(values["logits"])[0]
    probabilities = softmax(logits / card["rules"]["temperature"])
    return probabilities * (state != "blank"), state


def percent(share):
    """Write a probability in percent: only 1 is 100%."""
    return ">99%" if 0.995 <= share < 1 else f"{share:.0%}"


def sentence(probabilities, state):
    """Say in words what the network reads in the drawing."""
    if state == "blank":
        return "The pad is blank. Draw a digit."
    if state == "not-a-digit":
        return "This doesn't look like a digit."
    digit = probabilities.argmax()
    begins = "This is" if state == "digit" else "Not sure. If it's a digit, it's"
    article = "an" if digit == 8 else "a"
    return f"{begins} {article} {digit} ({percent(probabilities[digit])} sure)."


# [step 4]
# ---- 4 Bars: one for each digit

bars = document.querySelectorAll("[data-bar]")
prediction = document.querySelector("[data-prediction]")


def show_bars(probabilities, state):
    """Show each digit's probability as a bar."""
    likeliest = probabilities.argmax()
    for digit, bar in enumerate(bars):
        fill, label = bar.querySelector("[data-fill]"), bar.querySelector("[data-percent]")
        # [gap]
        fill.style.width = f"{probabilities[digit]:.1%}"
        label.textContent = percent(probabilities[digit])
        bar.className = "likeliest" if state == "digit" and digit == likeliest else ""
        # [start] # YOUR TURN:
        # [start] # - Make the fill as wide as this digit's probability: set fill.style.width
        # [start] #   to a text such as "73.5%".
        # [start] # - Write percent(...) of the probability into label.textContent.
        # [start] # - If the state is "digit" and this is the likeliest digit, set
        # [start] #   bar.className to "likeliest", otherwise to "".
        # [end]


def tell(probabilities, state, covered):
    """Write the answer into the page's attributes, where other programs can read it."""
    told = prediction.dataset  # told.state is the attribute data-state, and so on
    told.state, told.strokes, told.confidence = state, covered, float(probabilities.max())
    told.probabilities = json.dumps(probabilities.tolist())
    if state == "blank":
        prediction.removeAttribute("data-digit")
    else:
        told.digit = int(probabilities.argmax())
    told.revision = int(told.revision) + 1


# [step 2]
# ---- Starting


async def watch():
    """Look at the drawing whenever it has changed, at one after the other."""
    while True:
        await changed.wait()
        changed.clear()
        # [step 4]
        covered = len(strokes) - len(drawn_by)
        # [step 2]
        image = to_image(ink())
        show_image(image)
        # [step 3]
        probabilities, state = await predict(image)
        verdict.textContent = sentence(probabilities, state)
        # [step 4]
        show_bars(probabilities, state)
        tell(probabilities, state, covered)


# [step 3]
@when("change", choice)
def choose():
    changed.set()


async def opened(name):
    """Return a graph, ready to compute."""
    return await ort.InferenceSession.create(to_js((MODELS / name).read_bytes()))


card = json.loads((MODELS / "digits.json").read_text())
unknown = {  # what the readout takes besides, where nothing is known of it
    "kinds": 100 * np.eye(1, len(card["reasons"])),  # "a digit", unless the network judges that
    "box": np.zeros(4),  # where the ink is; it matters only to the reasons, which aren't shown
    "path": np.zeros((1, 10)),  # what the way the pen went says; here only the image counts
}
readout = await opened("readout.onnx")  # decides whether to answer
networks = {}
for option in choice.options:
    option.disabled = not (MODELS / option.value).exists()
    if not option.disabled:
        networks[option.value] = await opened(option.value)

# [step 2]
watching = asyncio.create_task(watch())
# [step 1]
draw()
