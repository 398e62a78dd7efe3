"""What the page says of an .onnx file from elsewhere, and that no file can hurt who reads it."""

from __future__ import annotations

import io
import json
import random
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from builder.base.bootstrap import ROOT
from builder.parts.onnx_templates import templates
from course.home import files
from course.home.dropped import MAX_BYTES, MAX_PARAMETERS, OPERATORS, Report, judge
from course.home.wire import MAX_FIELDS, Wire, WireError, varint
from nn import MLP, network_of
from tests import onnx_files
from tests.onnx_files import FLOAT, IMAGE, node, place, tiny, weights


def accepted(data: bytes) -> Report:
    onnx.checker.check_model(onnx.load_from_string(data))
    report = judge(data)
    assert report.reason == ""
    return report


def refused(data: bytes) -> str:
    reason = judge(data).reason
    assert reason
    return reason


# ---- Files that run


def test_what_the_page_writes_the_page_runs() -> None:
    shipped = json.loads(templates())
    for template in [*shipped[::10], *shipped[-3:]]:
        rng = np.random.default_rng(0)
        arrays = [rng.normal(size=shape) for shape in template["shapes"]]
        network = network_of(arrays, template["activation"])
        report = accepted(files.onnx_bytes(network, shipped))
        assert report.parameters == sum(p.size for p in network.parameters)
        products = report.operators["Gemm"] + report.operators.get("Conv", 0)
        assert products == len(network.weights)
        assert (report.input, report.shape, report.output) == ("image", [1, 1, 28, 28], "logits")
        assert (report.producer, report.opset) == ("Module 3", 18)


def test_the_recogniser_itself_runs() -> None:
    report = accepted((ROOT / "models" / "digits.onnx").read_bytes())
    assert report.parameters > 100_000
    assert report.output == "logits"
    assert len(report.outputs) == 4


@pytest.mark.filterwarnings("ignore")
def test_what_pytorch_exports_runs(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    layers = torch.nn
    network = layers.Sequential(
        layers.Conv2d(1, 4, 3), layers.BatchNorm2d(4), layers.ReLU(), layers.MaxPool2d(2),
        layers.Flatten(), layers.Dropout(0.5), layers.Linear(676, 10),
    ).eval()  # fmt: skip
    path = tmp_path / "network.onnx"
    for dynamo in (False, True):
        torch.onnx.export(
            network, (torch.rand(1, 1, 28, 28),), path, dynamo=dynamo, external_data=False
        )
        assert judge(path.read_bytes()).reason == ""


@pytest.mark.parametrize(
    "shape",
    [IMAGE, [1, 1, 28, 28], [None, 1, 28, 28], ["n", 28, 28], [1, 28, 28], ["n", 784], [1, 784]],
    ids=str,
)
def test_every_shape_of_an_image_is_taken(shape: onnx_files.Shape) -> None:
    report = accepted(tiny(input_shape=shape))
    assert report.shape == [1, *shape[1:]]


def test_weights_that_are_listed_as_inputs_are_no_inputs() -> None:
    given = [place("image", IMAGE), place("W", [10, 784])]
    nodes = [node("Flatten", ["image"], "x"), node("Gemm", ["x", "W"], "logits", transB=1)]
    report = accepted(onnx_files.file(nodes, {"W": weights(10, 784)}, given))
    assert report.inputs == ["image: float32, n × 1 × 28 × 28"]


def test_a_softmax_at_the_end_is_remarked() -> None:
    (remark,) = accepted(tiny(node("Softmax", ["scores"], "logits", axis=1))).notes
    assert "ends in a softmax" in remark
    assert accepted(tiny()).notes == []


def test_numbers_may_stand_in_typed_fields() -> None:
    model = onnx.load_from_string(tiny())
    for i, tensor in enumerate(model.graph.initializer):
        values = onnx.numpy_helper.to_array(tensor)
        typed = helper.make_tensor(tensor.name, tensor.data_type, values.shape, values.ravel())
        assert not typed.raw_data
        model.graph.initializer[i].CopyFrom(typed)
    accepted(model.SerializeToString())


def test_every_operator_that_is_let_through_exists() -> None:
    known = {schema.name for schema in onnx.defs.get_all_schemas()}
    assert known >= OPERATORS
    drawing = {"RandomNormal", "RandomUniform", "Bernoulli", "Multinomial"}
    assert not OPERATORS & (drawing | {"Loop", "If", "Scan", "ConstantOfShape", "Expand", "Tile"})


# ---- Files that do not


@pytest.mark.parametrize(
    "shape",
    [
        ["n", 3, 28, 28],
        ["n", 1, 32, 32],
        [8, 1, 28, 28],
        ["n", 783],
        ["n", 1, "h", "w"],
        [28, 28],
        [],
    ],
    ids=str,
)
def test_another_input_is_refused(shape: onnx_files.Shape) -> None:
    assert "its input must be float32 images" in refused(tiny(input_shape=shape))


@pytest.mark.parametrize("shape", [["n", 11], [10], ["n", 10, 1], [2, 10], ["n", "k"]], ids=str)
def test_another_output_is_refused(shape: onnx_files.Shape) -> None:
    reason = refused(tiny(outputs=[place("logits", shape)]))
    assert "an output must be float32 logits, n × 10" in reason


def test_other_types_and_unsaid_shapes_are_refused() -> None:
    half = [place("image", IMAGE, TensorProto.FLOAT16)]
    assert "float16" in refused(onnx_files.file([], {}, half))
    unsaid = helper.make_tensor_value_info("logits", FLOAT, None)
    assert "shape unknown" in refused(tiny(outputs=[unsaid]))


def test_a_second_input_is_refused() -> None:
    two = [place("image", IMAGE), place("noise", [1])]
    assert "it has 2: image, noise" in refused(onnx_files.file([], {}, two))
    assert "it has 0: none" in refused(onnx_files.file([], {}, []))


def test_other_operators_are_refused() -> None:
    reason = refused(tiny(node("RandomNormalLike", ["scores"], "logits")))
    assert reason == "it has operators that this page can't run: RandomNormalLike"
    foreign = tiny(
        node("Gelu", ["scores"], "logits", domain="com.example"), domains=("", "com.example")
    )
    assert "not ONNX's own: com.example" in refused(foreign)


def test_dropout_that_may_be_on_is_refused() -> None:
    assert "Dropout" in refused(tiny(node("Dropout", ["scores", "", "yes"], "logits")))


def test_graphs_within_are_refused() -> None:
    assert "graphs within its graph" in refused(onnx_files.looping())
    model = onnx.load_from_string(tiny())
    model.functions.add(name="f", domain="")
    assert "graphs within its graph" in refused(model.SerializeToString())


def test_external_data_is_refused() -> None:
    assert "external data" in refused(onnx_files.external())


def test_sparse_weights_are_refused() -> None:
    model = onnx.load_from_string(tiny())
    model.graph.sparse_initializer.add()
    assert "sparse" in refused(model.SerializeToString())


def test_an_array_that_claims_more_than_it_holds_is_refused() -> None:
    model = onnx.load_from_string(tiny())
    model.graph.initializer[2].dims[:] = [1 << 40, 1 << 40]
    assert "W claims" in refused(model.SerializeToString())
    model.graph.initializer[2].dims[:] = [-10, -1]
    assert "W claims" in refused(model.SerializeToString())


def test_too_much_of_anything_is_refused() -> None:
    assert f"at most {MAX_BYTES / 1e6:.0f} MB" in refused(bytes(MAX_BYTES + 1))
    assert judge(b"", 3 * 10**9).reason.startswith("it has 3,000.0 MB")
    nodes = [node("Identity", ["image"], f"x{i}") for i in range(501)]
    assert "501 operators" in refused(onnx_files.file(nodes))
    many = {"W": np.zeros(MAX_PARAMETERS + 1, np.uint8)}
    assert "parameters" in refused(onnx_files.file([], many))


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\3\4", "zip"),
        (b"\x89HDF\r\n", "HDF5"),
        (b"\x80\x02}q", "pickle"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<html>", "web page"),
        (b'{"a": 1}', "JSON"),
        (b"\x93NUMPY\1\0", "NumPy"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1c\0\0\0TFL3", "TensorFlow Lite"),
    ],
)
def test_other_kinds_of_files_are_named(start: bytes, kind: str) -> None:
    assert kind in refused(start + bytes(100))


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"hello, this is no model", bytes(1000), b"\xff" * 99]
)
def test_what_is_no_onnx_file_is_refused(data: bytes) -> None:
    assert "it is" in refused(data)


@pytest.mark.parametrize(
    "text",
    ["hello, this is no model", "a,b\r\n1,2\r\n", "Grüße, 你好\n", "\ufeffnotes", "x = 1\n" * 999],
)
def test_a_text_is_called_one_however_it_is_cut(text: str) -> None:
    data = text.encode()
    for length in range(max(4, len(data) - 5), len(data) + 1):
        assert refused(data[:length]) == "it isn't an ONNX file but a text file"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("W1.npy", "a NumPy archive"),
        ("archive/data.pkl", "PyTorch"),
        ("metadata.json", "Keras"),
        ("holiday.jpg", "unpack it first"),
    ],
)
def test_a_zip_is_called_what_it_holds(name: str, kind: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "x")
        archive.writestr("other.txt", "x")
    assert kind in refused(file.getvalue())
    assert kind in refused(file.getvalue()[:-9])


def test_a_model_that_is_cut_off_is_called_so() -> None:
    whole = files.onnx_bytes(
        MLP.random((784, 16, 10), np.random.default_rng(0), "relu", np.float32),
        json.loads(templates()),
    )
    for length in [*range(2, 60), *range(60, len(whole), 997), len(whole) - 1]:
        assert refused(whole[:length]).startswith("it's cut off"), length
    assert refused(b"") == "it isn't an ONNX file but an empty one"


# ---- Files made to hurt


def test_every_truncation_is_refused() -> None:
    whole = tiny()
    assert len(whole) < 1000
    for length in range(len(whole)):
        report = judge(whole[:length])
        # What follows the outputs is the list of operator sets, without which nothing runs.
        assert report.reason, length


def test_random_damage_never_raises_and_ends_quickly() -> None:
    hand = random.Random(5)
    whole = tiny()
    seen = set()
    for _ in range(6000):
        data = bytearray(whole)
        for _ in range(hand.choice((1, 1, 2, 8, 40))):
            data[hand.randrange(len(data))] = hand.randrange(256)
        seen.add(judge(bytes(data)).reason == "")
    assert seen == {True, False}  # damage to a weight or a name is none that can be seen


def test_random_bytes_never_raise() -> None:
    hand = random.Random(6)
    for _ in range(2000):
        assert judge(hand.randbytes(hand.randrange(300))).reason


def length(size: int) -> bytes:
    """A varint."""
    out = bytearray()
    while size >= 0x80:
        out.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes([*out, size])


def wrapped(field: int, inner: bytes) -> bytes:
    return length(field << 3 | 2) + length(len(inner)) + inner


def bombs() -> dict[str, bytes]:
    deep = b""
    for _ in range(3000):  # graphs within attributes within nodes within graphs
        deep = wrapped(1, wrapped(5, wrapped(6, deep)))
    return {
        "a gigabyte claimed": length(7 << 3 | 2) + length(1 << 30) + b"x",
        "all of 64 bits claimed": length(7 << 3 | 2) + b"\xff" * 9 + b"\x01" + b"x",
        "a number without end": b"\x08" + b"\xff" * 100,
        "deep": wrapped(7, deep),
        "many empty nodes": wrapped(7, wrapped(1, b"") * 1_000_000),
        "many dimensions": wrapped(7, wrapped(5, b"\x08\x01" * 3_000_000)),
        "packed dimensions": wrapped(7, wrapped(5, wrapped(1, b"\x01" * 9_000_000))),
        "a long name": wrapped(7, wrapped(1, wrapped(4, b"a" * 9_000_000))),
        "a name that is no text": wrapped(7, wrapped(1, wrapped(4, b"\xff\xfe"))),
        "a length where a number goes": wrapped(1, b"abc"),
        "a number where a graph goes": length(7 << 3) + b"\x05",
        "groups": b"\x3b" * 10_000,
        "two graphs": wrapped(7, b"") * 2,
        "many opsets": wrapped(8, b"\x10\x12") * 1_000_000,
    }


@pytest.mark.parametrize("name", bombs())
def test_bombs_are_refused_quickly_and_in_little_memory(name: str) -> None:
    data = bombs()[name]
    assert judge(data).reason
    tracemalloc.start()
    judge(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60_000_000


def test_a_large_file_is_read_quickly() -> None:
    data = onnx_files.file([], {"W": np.zeros(3_900_000, np.float32)})
    assert judge(data).parameters == 3_900_000


def test_the_wire_says_what_is_wrong() -> None:
    with pytest.raises(WireError, match="1,073,741,824 bytes, but only 1 are left"):
        list(Wire().fields(memoryview(bombs()["a gigabyte claimed"])))
    with pytest.raises(WireError, match="middle of a number"):
        varint(memoryview(b"\x80"), 0)
    with pytest.raises(WireError, match=f"more than {MAX_FIELDS:,} parts"):
        list(Wire().fields(memoryview(b"\x08\x01" * (MAX_FIELDS + 1))))
    assert varint(memoryview(b"\xac\x02"), 0) == (300, 2)
