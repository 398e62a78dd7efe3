"""The learner's project: MNIST, a network of theirs, and what the page asks of both.

A LookupError says what has to be done first.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from math import ceil
from typing import Annotated, Any, TypedDict

import numpy as np

import nn
from course import samples
from course.cells.guard import Guard
from course.figures.svg import Drawn, Picture
from course.project import explain, sheets
from course.project.breaking import Breaking, Broken
from course.project.curves import Shown, curves
from course.project.evaluation import Evaluated, Evaluation
from course.project.mnist import CHUNK, DISPUTED, PIXELS, Bytes, Examples, Load, Mnist, grey
from course.project.network import Kept, Network, restored
from course.project.settings import Settings
from course.project.teaching import Taught, Teaching
from course.project.theirs import theirs
from course.project.trainer import Record, Rest, Run, State, ours
from nn import Labels

SHEET = 40  # images of a sheet
COLUMNS = 8
FEW = 64  # images that a sheet of COLUMNS shows well; of more, twice as many stand side by side


class Loaded(TypedDict):
    """Which chunks of MNIST are here."""

    loaded: list[str]


class Sheet(TypedDict):
    """Some images of a chunk: of `count` in all those from `first` on, on one of `pages`.

    said: what the full model reads in each, of the hardest and the disputed.
    """

    pixels: Picture | None
    labels: list[int]
    rows: list[int]
    count: int
    first: int
    pages: int
    said: list[int] | None


class Means(TypedDict):
    """The mean image of each digit, and how many images there are of each."""

    pixels: Picture | None
    counts: list[int]


class Begun(TypedDict):
    """A run that has begun: its network's parameters, its steps."""

    parameters: int
    of_batches: int


class Checkpoint(TypedDict):
    """A run as it is now. rest: what it needs to go on, None where it is done."""

    network: Kept
    record: Record
    state: State
    rest: Rest | None


class Weights(TypedDict):
    """The first layer's weights, one image for each neuron."""

    pixels: Picture


class Answer(TypedDict):
    """What the network says of one image: ten logits, each hidden layer's activations."""

    logits: list[float]
    hidden: list[list[float]]


class Speaker(TypedDict):
    """`course.project.explain.Speaker` with its picture."""

    unit: int
    place: tuple[int, int, int] | None
    a: float
    weight: float
    contribution: float
    picture: Picture


class Sum(TypedDict):
    """`course.project.explain.Sum` with its pictures."""

    digit: int
    logit: float
    bias: float
    speakers: list[Speaker]
    rest: tuple[int, float]
    against: tuple[int, float]
    picture: Picture | None


class Explained(TypedDict):
    """Two logits taken apart, the slope of their difference, how many hidden layers there are.

    maps: what the filters found, where the network has them.
    """

    sums: list[Sum]
    slope: Picture
    layers: int
    maps: Picture | None


class Restored(TypedDict):
    """Features of each layer of a network, the pixels first."""

    sizes: list[int]


class Read(TypedDict):
    """What the network reads in drawings."""

    digits: list[int]
    confidence: list[float]


class KeptTaught(TypedDict):
    """How many drawings taught the network."""

    drawings: int


class Project:
    """Operations "project.NAME", and what stays in the worker from request to request."""

    def __init__(self, guard: Guard, load: Load | None = None) -> None:
        self.mnist = Mnist(load)
        self.network: Network | None = None
        self._guard = guard
        self._run: tuple[Run, Network] | None = None  # under way or ended, and its network
        self._teaching: tuple[Network, Teaching, list[str]] | None = None
        self._evaluation: Evaluation | None = None
        self._breaking: Breaking | None = None

    # ---- The data

    async def load_mnist(self, chunks: list[str]) -> Loaded:
        """Bring chunks of MNIST."""
        await self.mnist.bring(chunks)
        return {"loaded": self.mnist.loaded}

    def browse(
        self,
        chunk: str,
        digit: int | None = None,
        view: str = "all",
        rows: list[int] | None = None,
        page: int = 0,
    ) -> Sheet:
        """Return SHEET images of a chunk: all, the hardest, the disputed, or these rows.

        digit: only those labeled so. page counts from 0. Raises LookupError when the chunk is
        not loaded.
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
        summary = f"{len(shown)} images, labeled {', '.join(map(str, labels))}"
        return {
            "pixels": picture(part.images[shown], summary),
            "labels": labels,
            "rows": shown.tolist(),
            "count": len(chosen),
            "first": page * SHEET,
            "pages": ceil(len(chosen) / SHEET),
            "said": None if view == "all" else [said[row] for row in shown.tolist()],
        }

    def mean_images(self, chunk: str) -> Means:
        """Return the mean image of each digit of a chunk."""
        part = self.mnist.part(chunk)
        means = [part.images[part.labels == digit].mean(axis=0) for digit in range(10)]
        images = np.round(means).astype(np.uint8)
        counts = np.bincount(part.labels, minlength=10).tolist()
        return {"pixels": picture(images, "The mean images of 0 to 9", 10), "counts": counts}

    # ---- Training

    def begin_training(
        self, settings: Annotated[dict[str, Any], Settings], run: str, code: str | None = None
    ) -> Begun:
        """Make a run, with this id; with code, the gradients come from the learner's `backward`.

        The first run's network is the learner's at once; later ones may become it, see `use_run`.
        Raises ValueError for settings that are none or
        code that cannot train this network, LookupError when images are missing.
        """
        chosen = Settings.read(settings)
        backward = ours if code is None else theirs(code, chosen, self._guard)
        made = Run(chosen, self.mnist, backward, run)
        self._run = made, Network(made.network, run, code)
        if self.network is None:
            self.use_run()
        return {
            "parameters": sum(p.size for p in made.network.parameters),
            "of_batches": chosen.batches,
        }

    def resume_training(
        self, settings: Annotated[dict[str, Any], Settings], network: Kept, rest: Rest
    ) -> State:
        """Make a run that goes on where an earlier visit left it, see `keep_run`.

        Raises ValueError where these do not fit together, else what `begin_training` raises.
        """
        made = restored(**network)
        self.begin_training(settings, network["run"] or "", network["code"])
        run = self._training()
        run.go_on(made.mlp, rest)
        return run.state()

    def keep_run(self) -> Checkpoint:
        """Return the run as it is now."""
        run, network = self._running()
        return {
            "network": network.kept(),
            "record": run.record(),
            "state": run.state(),
            "rest": None if run.done else run.rest(),
        }

    def use_run(self) -> Restored:
        """Make the network of the run the learner's: it learns on while the run does."""
        _, self.network = self._running()
        return sizes(self.network.mlp)

    def train(self, seconds: float = 0.05, batches: int | None = None) -> State:
        """Train for a moment, or for so many batches."""
        run = self._training()
        run.slice(min(seconds, 0.05), batches)
        return run.state()

    def training_record(self) -> Record:
        """Return what is worth keeping of the run."""
        return self._training().record()

    def training_curves(self, runs: list[Shown]) -> Drawn:
        """Draw the curves of runs; those that have no record are the run under way."""
        drawings = curves(
            [{**run, "record": run["record"] or self.training_record()} for run in runs]
        )
        return {
            "summary": " ".join(drawing.summary for drawing in drawings),
            "svg": "".join(drawing.markup() for drawing in drawings),
        }

    def weights(self, network: Kept | None = None) -> Weights:
        """Return the first layer's weights as images: of a kept network, or the run's under way."""
        W = (restored(**network) if network else self._running()[1]).mlp.weights[0]
        kind = "filters" if W.ndim == 4 else "neurons in the first layer"
        said = f"The weights of {len(W)} {kind}"
        W = sheets.filters(W) if W.ndim == 4 else W
        most = COLUMNS if len(W) <= FEW else 2 * COLUMNS
        columns = max(n for n in range(1, most + 1) if len(W) % n == 0)  # no place stays empty
        return {"pixels": sheets.signed(W, columns, said).picture()}

    # ---- The network

    def predict_own(self, image: list[int]) -> Answer:
        """Return what the network says of one image.

        image: 784 whole numbers, 0 (paper) to 255 (ink).
        """
        trace = self._answering(image)
        hidden = [a[0].tolist() for a in trace.activations[1:]]
        return {"logits": trace.logits[0].tolist(), "hidden": hidden}

    def explain_own(self, image: list[int], against: int | None = None) -> Explained:
        """Take the network's answer to an image apart.

        The two sums are of the likeliest digit and of `against`, by default the second likeliest;
        the slope is that of their difference. Raises ValueError when `against` is no digit.
        """
        trace, network = self._answering(image), self._mlp()
        x = trace.activations[0]
        pair = explain.leading(trace.logits[0], against)
        return {
            "sums": [summed(explain.sum_of(network, x, digit)) for digit in pair],
            "slope": explain.slope_picture(network, x, *pair).picture(),
            "layers": len(network.weights) - 1,
            "maps": explain.feature_maps(trace),
        }

    def _answering(self, image: Sequence[int]) -> nn.Trace:
        """Run the network on one image. Raises ValueError when training has spoilt its numbers."""
        x = np.asarray(image, np.uint8).reshape(1, PIXELS)
        trace = self._mlp().forward(grey(x))
        if not np.isfinite(trace.logits).all():
            raise ValueError(
                "its numbers have grown without limit; train again with a smaller learning rate"
            )
        return trace

    def keep_network(self) -> Kept:
        """Return the network as `restore_network` takes it."""
        return self._network().kept()

    def restore_network(
        self,
        npz: str,
        activation: str,
        run: str | None = None,
        code: str | None = None,
        taught: list[str] | None = None,
    ) -> Restored:
        """Take a kept network back. Raises ValueError if it is damaged."""
        self.network = restored(npz, activation, run, code, taught or [])
        return sizes(self.network.mlp)

    # ---- Evaluation

    def evaluate(self, seconds: float = 0.05, again: bool = False) -> Evaluated:
        """Run the network over the test images, for a moment.

        A test that has begun stays with the network as it was; again: begin with that of now.
        """
        if self._evaluation is None or again:
            self._evaluation = Evaluation(self._network(), self.mnist.test())
        return self._evaluation.slice(seconds)

    def begin_breaking(self, kind: str) -> Broken:
        """Begin to break copies of the network in one way, see `breaking.DAMAGES`.

        They read the validation images: the test images are for one look, at the end.
        Raises ValueError where the network can't be broken so.
        """
        self._breaking = Breaking(self._network(), kind, self.mnist.validation())
        return self._breaking.slice(0)

    def go_on_breaking(self, seconds: float = 0.05) -> Broken:
        """Break and test it for a moment."""
        if self._breaking is None:
            raise LookupError("nothing is being broken")
        return self._breaking.slice(min(seconds, 0.05))

    # ---- The learner's own drawings

    def read_drawings(self, images: str) -> Read:
        """Return what the network reads in drawings.

        images: n times 784 bytes, 0 (paper) to 255 (ink), in base64.
        """
        p = nn.softmax(self._mlp().forward(grey(drawn(images))).logits)
        return {"digits": p.argmax(axis=1).tolist(), "confidence": p.max(axis=1).tolist()}

    def begin_teaching(
        self, images: str, labels: list[int], ids: list[str], replay: bool = True
    ) -> Taught:
        """Begin to teach a copy of the network with drawings, see `teaching.Teaching`.

        images: as for `read_drawings`; ids: by which the network remembers its drawings. Those that
        have taught it before are not measured. Returns what `teach` returns. Raises ValueError
        where there are too few or they do not fit together, LookupError when the images to
        replay are missing.
        """
        pictures = drawn(images)
        if not len(pictures) == len(labels) == len(ids) or not set(labels) <= set(range(10)):
            raise ValueError("each drawing has one label, 0 to 9")
        network = self._network()
        drawings = Examples(pictures, np.array(labels, np.uint8))
        known = np.isin(ids, network.taught)
        teaching = Teaching(network.mlp, drawings, known, self.mnist, replay)
        self._teaching = network, teaching, ids
        return self.teach(0)

    def teach(self, seconds: float = 0.05) -> Taught:
        """Teach for a moment."""
        _, teaching, _ = self._taught()
        return teaching.slice(min(seconds, 0.05))

    def keep_taught(self, run: str | None = None) -> KeptTaught:
        """Make what was taught the network, and this its id; the one before stays as it was."""
        network, teaching, ids = self._taught()
        if teaching.taught is None:
            raise LookupError("the teaching isn't finished")
        learned = list(dict.fromkeys([*network.taught, *ids]))
        self.network = Network(teaching.taught, run, network.code, learned)
        self._teaching = None
        return {"drawings": len(ids)}

    # ---- What must be there

    def _taught(self) -> tuple[Network, Teaching, list[str]]:
        """Return the teaching under way: what network it is for, and the drawings' ids."""
        if self._teaching is None or self._teaching[0] is not self.network:
            raise LookupError("no teaching has been started for this network")
        return self._teaching

    def _running(self) -> tuple[Run, Network]:
        if self._run is None:
            raise LookupError("no run has been started")
        return self._run

    def _training(self) -> Run:
        return self._running()[0]

    def _network(self) -> Network:
        if self.network is None:
            raise LookupError("there's no network yet; train one first")
        return self.network

    def _mlp(self) -> nn.MLP:
        return self._network().mlp


def sizes(mlp: nn.MLP) -> Restored:
    """Return what a network that has been put there is like."""
    return {"sizes": [PIXELS, *(len(b) for b in mlp.biases)]}


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


def picture(images: Bytes, summary: str, columns: int = COLUMNS) -> Picture | None:
    """Return images (n, 784) as a sheet, None where there are none."""
    return sheets.digits(images, columns, summary).picture() if len(images) else None


def summed(one: explain.Sum) -> Sum:
    """Return a logit's sum as JSON can hold it."""
    return {
        "digit": one.digit,
        "logit": one.logit,
        "bias": one.bias,
        "speakers": [
            {
                "unit": each.unit,
                "place": each.place,
                "a": each.a,
                "weight": each.weight,
                "contribution": each.contribution,
                "picture": each.picture.picture(),
            }
            for each in one.speakers
        ],
        "rest": one.rest,
        "against": one.against,
        "picture": one.picture.picture() if one.picture else None,
    }
