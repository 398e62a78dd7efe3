"""The learner's project: MNIST, a network of theirs, and what the page asks of both.

Every public method is an operation of the bridge, see `course.bridge.ProjectOperations`: it takes
and returns what JSON can hold. A LookupError says what has to be done first.
"""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil
from typing import Any

import numpy as np

import nn
from course import samples
from course.cells.guard import Guard
from course.figures.svg import Pixels
from course.project import explain, sheets
from course.project.curves import curves
from course.project.evaluation import report
from course.project.mnist import CHUNK, DISPUTED, PIXELS, Bytes, Examples, Load, Mnist, grey
from course.project.teaching import Teaching, put_into
from course.project.theirs import theirs
from course.project.trainer import Measure, Run, Settings, ours
from nn import Labels

SHEET = 40  # images of a sheet
COLUMNS = 8
SHOWN_UNITS = 64  # neurons whose weights are shown


class Project:
    """What stays in the worker from request to request."""

    def __init__(self, guard: Guard, load: Load | None = None) -> None:
        self.mnist = Mnist(load)
        self.network: nn.MLP | None = None
        self.code: str | None = None  # the learner's program, where it trained the network
        self._guard = guard
        self._run: Run | None = None
        self._teaching: Teaching | None = None
        self._measure: Iterator[int] | None = None
        self._measured: Measure | None = None

    # ---- The data

    async def load_mnist(self, chunks: list[str]) -> dict[str, Any]:
        """Bring chunks of MNIST. Returns {"loaded": all that are here}."""
        await self.mnist.bring(chunks)
        return {"loaded": self.mnist.loaded}

    def browse(
        self,
        chunk: str,
        digit: int | None = None,
        view: str = "all",
        rows: list[int] | None = None,
        page: int = 0,
    ) -> dict[str, Any]:
        """Return SHEET images of a chunk: all, the hardest, the disputed, or these rows.

        digit: only those labelled so. Returns {"pixels", "labels", "rows", "count": how many
        there are in all, "first": place of the first shown, "pages"} and, for the hardest and
        the disputed, {"said": what the full model reads in each}. page counts from 0. Raises
        LookupError when the chunk is not loaded.
        """
        part = self.mnist.part(chunk)
        said = hardest(chunk)
        views = {"all": range(len(part)), "hardest": [*said], "disputed": DISPUTED.get(chunk, ())}
        if rows is None and view not in views:
            raise ValueError(f"view is one of {', '.join(views)}, not {view!r}")
        chosen = rows_within(views[view] if rows is None else rows)
        if digit is not None:
            chosen = chosen[part.labels[chosen] == digit]
        shown = chosen[page * SHEET : (page + 1) * SHEET]
        labels = part.labels[shown].tolist()
        summary = f"{len(shown)} images, labelled {', '.join(map(str, labels))}"
        return {
            "pixels": picture(part.images[shown], summary),
            "labels": labels,
            "rows": shown.tolist(),
            "count": len(chosen),
            "first": page * SHEET,
            "pages": ceil(len(chosen) / SHEET),
            "said": None if view == "all" else [said[row] for row in shown.tolist()],
        }

    def mean_images(self, chunk: str) -> dict[str, Any]:
        """Return {"pixels": the mean image of each digit, "counts": images of each}."""
        part = self.mnist.part(chunk)
        means = [part.images[part.labels == digit].mean(axis=0) for digit in range(10)]
        images = np.round(means).astype(np.uint8)
        counts = np.bincount(part.labels, minlength=10).tolist()
        return {"pixels": picture(images, "The mean images of 0 to 9", 10), "counts": counts}

    # ---- Training

    def begin_training(self, settings: dict[str, Any], code: str | None = None) -> dict[str, Any]:
        """Make a run; with code, the gradients come from the learner's own `backward`.

        Returns {"parameters", "of_batches"}. Raises ValueError for settings that are none or
        code that cannot train this network, LookupError when images are missing.
        """
        chosen = Settings.read(settings)
        backward = ours if code is None else theirs(code, chosen, self._guard)
        self._run = Run(chosen, self.mnist, backward)
        self.network, self.code = self._run.network, code
        self._measure = self._teaching = None
        return {
            "parameters": sum(p.size for p in self.network.parameters),
            "of_batches": chosen.batches,
        }

    def train(self, seconds: float = 0.05, batches: int | None = None) -> dict[str, Any]:
        """Train for a moment, or for so many batches. Returns `Run.state`."""
        run = self._training()
        run.slice(min(seconds, 0.05), batches)
        return run.state()

    def training_record(self) -> dict[str, Any]:
        """Return `Run.record`: what is worth keeping of the run."""
        return self._training().record()

    def training_curves(self, records: list[dict[str, Any]]) -> dict[str, Any]:
        """Draw the curves of kept runs; with none, of the run that is under way."""
        drawings = curves(records or [self._training().record()])
        return {
            "summary": " ".join(drawing.summary for drawing in drawings),
            "svg": "".join(drawing.markup() for drawing in drawings),
        }

    def weights(self) -> dict[str, Any]:
        """Return {"pixels"}: the first layer's weights, one image a neuron."""
        W = self._network().weights[0][:SHOWN_UNITS]
        said = f"The weights of {len(W)} neurons of the first layer"
        return {"pixels": described(sheets.signed(W, COLUMNS, said))}

    # ---- The network

    def predict_own(self, image: Sequence[int]) -> dict[str, Any]:
        """Return {"logits": ten, "hidden": each hidden layer's activations} for one image.

        image: 784 whole numbers, 0 (paper) to 255 (ink).
        """
        trace = self._answering(image)
        hidden = [a[0].tolist() for a in trace.activations[1:]]
        return {"logits": trace.logits[0].tolist(), "hidden": hidden}

    def explain_own(self, image: Sequence[int], against: int | None = None) -> dict[str, Any]:
        """Return {"sums": two `course.explain.Sum`, "slope": pixels, "layers": hidden ones}.

        The two are of the likeliest digit and of `against`, by default the second likeliest; the
        slope is that of their difference. Raises ValueError when `against` is no digit.
        """
        trace, network = self._answering(image), self._network()
        x = trace.activations[0]
        pair = explain.leading(trace.logits[0], against)
        return {
            "sums": [summed(explain.sum_of(network, x, digit)) for digit in pair],
            "slope": described(explain.slope_picture(network, x, *pair)),
            "layers": len(network.weights) - 1,
        }

    def _answering(self, image: Sequence[int]) -> nn.Trace:
        """Run the network on one image. Raises ValueError when training has spoilt its numbers."""
        x = np.asarray(image, np.uint8).reshape(1, PIXELS)
        trace = self._network().forward(grey(x))
        if not np.isfinite(trace.logits).all():
            raise ValueError(
                "its numbers have grown beyond all bounds; train again with a smaller learning rate"
            )
        return trace

    def keep_network(self) -> dict[str, Any]:
        """Return {"npz": base64, "activation", "code"}: what `restore_network` takes."""
        network = self._network()
        buffer = io.BytesIO()
        np.savez(buffer, *network.parameters)
        return {
            "npz": base64.b64encode(buffer.getvalue()).decode("ascii"),
            "activation": network.activation,
            "code": self.code,
        }

    def restore_network(self, npz: str, activation: str, code: str | None = None) -> dict[str, Any]:
        """Take a kept network back. Returns {"sizes"}. Raises ValueError if it is damaged."""
        with np.load(io.BytesIO(base64.b64decode(npz)), allow_pickle=False) as arrays:
            parameters = [arrays[name].astype(np.float32) for name in arrays.files]
        network = nn.MLP(parameters[::2], parameters[1::2], activation)
        if network.weights[0].shape[1] != PIXELS or len(network.biases[-1]) != 10:
            raise ValueError("this network does not take 784 pixels to ten digits")
        self.network, self.code = network, code
        self._measure = self._teaching = None
        return {"sizes": [PIXELS, *(len(b) for b in network.biases)]}

    # ---- Evaluation

    def evaluate(self, seconds: float = 0.05, again: bool = False) -> dict[str, Any]:
        """Run the network over the test images, for a moment.

        Returns {"seen", "of"}; when all are seen also {"report"}, see `evaluation.report`.
        """
        if self._measure is None or again:
            self._measured = Measure(self._network(), self.mnist.test())
            self._measure = iter(self._measured)
        begin = time.perf_counter()
        measure = self._measured
        assert measure is not None
        while next(self._measure, None) is not None and time.perf_counter() - begin < seconds:
            pass
        progress: dict[str, Any] = {"seen": measure.seen, "of": len(measure.examples)}
        if measure.seen == len(measure.examples):
            progress["report"] = report(measure)
        return progress

    # ---- The learner's own drawings

    def read_drawings(self, images: str) -> dict[str, Any]:
        """Return {"digits", "confidence"}: what the network reads in drawings.

        images: n times 784 bytes, 0 (paper) to 255 (ink), in base64.
        """
        p = nn.softmax(self._network().forward(grey(drawn(images))).logits)
        return {"digits": p.argmax(axis=1).tolist(), "confidence": p.max(axis=1).tolist()}

    def begin_teaching(
        self, images: str, labels: list[int], seen: list[bool], replay: bool = True
    ) -> dict[str, Any]:
        """Begin to teach a copy of the network with drawings, see `teaching.Teaching`.

        images: as for `read_drawings`; seen: which of them have taught this network before.
        Returns what `teach` returns. Raises ValueError where there are too few or they do not
        fit together, LookupError when the images to replay are missing.
        """
        pictures = drawn(images)
        if not len(pictures) == len(labels) == len(seen) or not set(labels) <= set(range(10)):
            raise ValueError("each drawing has one label, 0 to 9")
        drawings = Examples(pictures, np.array(labels, np.uint8))
        known = np.array(seen, bool)
        self._teaching = Teaching(self._network(), drawings, known, self.mnist, replay)
        return self.teach(0)

    def teach(self, seconds: float = 0.05) -> dict[str, Any]:
        """Teach for a moment. Returns `Teaching.slice`."""
        return self._lesson().slice(min(seconds, 0.05))

    def keep_taught(self) -> dict[str, Any]:
        """Make what was taught the network. Returns {"drawings": how many taught it}."""
        lesson = self._lesson()
        if lesson.taught is None or lesson.report is None:
            raise LookupError("the teaching has not come to its end")
        put_into(self._network(), lesson.taught)
        self._measure = self._teaching = None
        return {"drawings": lesson.report["taught"]}

    # ---- What must be there

    def _lesson(self) -> Teaching:
        if self._teaching is None:
            raise LookupError("no teaching has been begun for this network")
        return self._teaching

    def _training(self) -> Run:
        if self._run is None:
            raise LookupError("no run has been begun")
        return self._run

    def _network(self) -> nn.MLP:
        if self.network is None:
            raise LookupError("there is no network yet: train one first")
        return self.network


@cache
def hardest(chunk: str) -> dict[int, int]:
    """Return {row: the digit that the full model reads} for a chunk's hardest and disputed images.

    The disputed come first, then the others, the hardest first.
    """
    found = samples.load("project", "hardest")
    rows, said = found[f"{chunk}_rows"].tolist(), found[f"{chunk}_said"].tolist()
    return dict(zip(rows, said, strict=True))


def drawn(images: str) -> Bytes:
    """Return drawings (n, 784) from base64. Raises ValueError where they are no whole images."""
    data = np.frombuffer(base64.b64decode(images, validate=True), np.uint8)
    if data.size == 0 or data.size % PIXELS:
        raise ValueError(f"drawings have {PIXELS} bytes each, at least one")
    return data.reshape(-1, PIXELS)


def rows_within(rows: Sequence[int]) -> Labels:
    """Return rows of a chunk as an array. Raises ValueError for one that lies outside."""
    chosen = np.asarray(rows, np.int64).reshape(-1)
    if chosen.size and not (chosen.min() >= 0 and chosen.max() < CHUNK):
        raise ValueError(f"rows of a chunk are 0 to {CHUNK - 1}")
    return chosen


def picture(images: Bytes, summary: str, columns: int = COLUMNS) -> dict[str, Any] | None:
    """Return images (n, 784) as a sheet that JSON can hold, None where there are none."""
    return described(sheets.digits(images, columns, summary)) if len(images) else None


def described(pixels: Pixels) -> dict[str, Any]:
    """Return pixels as JSON can hold them."""
    return {
        "width": pixels.width,
        "height": pixels.height,
        "mode": pixels.mode,
        "data": base64.b64encode(pixels.data).decode("ascii"),
        "summary": pixels.summary,
    }


def summed(one: explain.Sum) -> dict[str, Any]:
    """Return a logit's sum as JSON can hold it."""
    speakers = [{**vars(each), "picture": described(each.picture)} for each in one.speakers]
    picture = one.picture and described(one.picture)
    return {**vars(one), "speakers": speakers, "picture": picture}
