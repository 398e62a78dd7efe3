"""Decides whether the page runs an .onnx file that somebody drops on it, and says why not.

What is let through is a small image classifier of plain operators, each of which gives the same
for the same input. It runs in a worker of its own all the same: see site/home/worker/model.js.
"""

from dataclasses import dataclass, field

from course.home.kinds import is_model, kind_of
from course.home.onnx_reader import BYTES_OF, FLOAT, Contents, Node, Place, Tensor, read
from course.home.wire import WireError
from course.project.architecture import CLASSES, SIDE

MAX_BYTES = 16_000_000
MAX_PARAMETERS = 4_000_000
MAX_OPERATORS = 500
MAX_SHOWN = 12  # inputs, outputs or names in a report
# Others draw random numbers, repeat, branch, hold text, or make much out of nothing.
NAMES = """
    Abs Add AveragePool BatchNormalization Cast Ceil Celu Clip Concat Constant Conv ConvInteger
    DequantizeLinear Div Dropout DynamicQuantizeLinear Elu Equal Erf Exp Flatten Floor Gather Gelu
    Gemm GlobalAveragePool GlobalMaxPool Greater GroupNormalization HardSigmoid HardSwish Identity
    InstanceNormalization LayerNormalization LeakyRelu Less Log LogSoftmax LRN MatMul
    MatMulInteger Max MaxPool Mean Min Mish Mul Neg Not PRelu Pad Pow QLinearConv QLinearMatMul
    QuantizeLinear Reciprocal ReduceMax ReduceMean ReduceMin ReduceSum Relu Reshape Selu Shape
    Sigmoid Sign Slice Softmax Softplus Softsign Split Sqrt Squeeze Sub Sum Tanh ThresholdedRelu
    Transpose Unsqueeze Where
"""
OPERATORS = frozenset(NAMES.split())
DOMAINS = ("", "ai.onnx")  # two names of the standard operators
SHAPES = ((1, SIDE, SIDE), (SIDE, SIDE), (SIDE**2,))  # behind the number of images


@dataclass(frozen=True)
class Report:
    """What a file is, and why the page does not run it, if `reason` is not empty."""

    reason: str
    bytes: int
    parameters: int = 0
    producer: str = ""
    opset: int = 0
    operators: dict[str, int] = field(default_factory=dict)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    input: str = ""  # which one takes the image
    shape: list[int] = field(default_factory=list)  # of one image
    output: str = ""  # which one gives the scores
    notes: list[str] = field(default_factory=list)


class RefusedError(Exception):
    """Why a file is not run."""


def judge(data: bytes, size: int | None = None) -> Report:
    """Say what is in a file and whether the page may run it. Raises nothing.

    size: the file's, where it was not read because it is too large.
    """
    size = len(data) if size is None else size
    if size > MAX_BYTES:
        return Report(too_large(size), size)
    try:
        contents = read(data)
    except WireError as error:
        return Report(no_onnx(data, str(error)), len(data))
    notes: list[str] = []
    fits = ("", [0], "")
    reason = ""
    try:
        refuse_unsound(data, contents)
        fits = check_places(contents)
        notes = remarks(contents, fits[2])
    except RefusedError as refused:
        reason = str(refused)
    graph_inputs = given(contents)
    return Report(
        reason,
        len(data),
        contents.parameters,
        contents.producer,
        max((contents.opsets.get(domain, 0) for domain in DOMAINS), default=0),
        dict(contents.operators.most_common(MAX_SHOWN)),
        [str(place) for place in graph_inputs[:MAX_SHOWN]],
        [str(place) for place in contents.outputs[:MAX_SHOWN]],
        *fits,
        notes,
    )


def too_large(size: int) -> str:
    """Return the reason for refusing a file of so many bytes."""
    return (
        f"it has {size / 1e6:,.1f} MB, but this page runs files of at most {MAX_BYTES / 1e6:.0f} MB"
    )


def no_onnx(data: bytes, why: str) -> str:
    """Return the reason for refusing bytes that cannot be read as ONNX.

    why: what is wrong with a file that begins like one.
    """
    if is_model(data):
        return why
    kind = kind_of(data)
    return f"it isn't an ONNX file but {kind}" if kind else "it isn't an ONNX file"


def refuse_unsound(data: bytes, contents: Contents) -> None:
    """Raise RefusedError for what no small image classifier has."""
    if contents.graphs != 1 or contents.ir_version < 1 or not contents.opsets:
        raise RefusedError(no_onnx(data, "it's cut off: what belongs at its end is missing"))
    if contents.inner_graphs or contents.sparse:
        what = "graphs within its graph" if contents.inner_graphs else "sparse arrays"
        raise RefusedError(f"it has {what}, which this page can't run")
    foreign = sorted({node.domain for node in contents.nodes if node.domain not in DOMAINS})
    if foreign:
        raise RefusedError(f"it needs operators that are not ONNX's own: {listed(foreign)}")
    unknown = sorted(set(contents.operators) - OPERATORS)
    if unknown:
        raise RefusedError(f"it has operators that this page can't run: {listed(unknown)}")
    if any(node.operator == "Dropout" and len(node.inputs) > 2 for node in contents.nodes):
        raise RefusedError(
            "it uses Dropout: export the network in evaluation mode, which leaves it out"
        )
    if len(contents.nodes) > MAX_OPERATORS:
        raise RefusedError(
            f"it has {len(contents.nodes):,} operators; this page runs at most {MAX_OPERATORS}"
        )
    for tensor in contents.tensors:
        check_tensor(tensor)
    count = sum(tensor.count for tensor in contents.tensors)
    if count > MAX_PARAMETERS:
        raise RefusedError(
            f"it has {count:,} parameters; this page runs at most {MAX_PARAMETERS:,}"
        )


def check_tensor(tensor: Tensor) -> None:
    """Raise RefusedError unless an array is as large as it says, and in this file."""
    if tensor.external:
        raise RefusedError(
            "its weights are in another file (external data). Save it again as one file, "
            "in PyTorch with external_data=False"
        )
    name = tensor.name or "a constant"
    if tensor.type not in BYTES_OF:
        raise RefusedError(f"{name} has numbers of a type that this page can't use")
    if min(tensor.dims, default=0) < 0 or tensor.count != tensor.held:
        raise RefusedError(f"{name} claims {tensor.count:,} numbers but has {tensor.held:,}")


def check_places(contents: Contents) -> tuple[str, list[int], str]:
    """Return the input's name, one image's shape, and the output's name. Raises RefusedError."""
    places = given(contents)
    if len(places) != 1:
        named = listed([place.name for place in places]) or "none"
        raise RefusedError(f"it must have one input, the image, but it has {len(places)}: {named}")
    place = places[0]
    if not image(place):
        raise RefusedError(
            f"its input must be float32 images, n × 1 × {SIDE} × {SIDE}, n × {SIDE} × "
            f"{SIDE} or n × {SIDE**2}, but it's {place}"
        )
    fitting = [output for output in contents.outputs if scores(output)]
    if not fitting:
        said = listed([str(output) for output in contents.outputs]) or "none"
        raise RefusedError(f"an output must be float32 logits, n × {CLASSES}, but it has {said}")
    output = next((output for output in fitting if output.name == "logits"), fitting[0])
    assert place.dims is not None
    return place.name, [1, *(int(length) for length in place.dims[1:])], output.name


def given(contents: Contents) -> list[Place]:
    """Return the inputs that have no value in the file; old files list their weights too."""
    known = {tensor.name for tensor in contents.initialisers}
    return [place for place in contents.inputs if place.name not in known]


def image(place: Place) -> bool:
    """Say whether an input takes images of 28 x 28, any number of them or one."""
    return batched(place) and place.dims is not None and tuple(place.dims[1:]) in SHAPES


def scores(place: Place) -> bool:
    """Say whether an output gives a score a digit."""
    return batched(place) and place.dims is not None and place.dims[1:] == [CLASSES]


def batched(place: Place) -> bool:
    """Say whether a place holds float32 and can hold one image's."""
    if place.type != FLOAT or not place.dims:
        return False
    return isinstance(place.dims[0], str) or place.dims[0] == 1


def remarks(contents: Contents, output: str) -> list[str]:
    """Return what is worth knowing of a file that is run."""
    maker = next((node for node in contents.nodes if output in node.outputs), Node())
    if maker.operator == "Softmax":
        return [
            "It ends in a softmax. This page takes its output for logits and applies softmax once "
            "more, so it looks less confident than it is. Export it without the softmax."
        ]
    return []


def listed(names: list[str]) -> str:
    """Return names as a text, not too many of them."""
    more = f" and {len(names) - MAX_SHOWN} more" if len(names) > MAX_SHOWN else ""
    return ", ".join(name or "(no name)" for name in names[:MAX_SHOWN]) + more
