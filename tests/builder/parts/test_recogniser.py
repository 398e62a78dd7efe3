"""A network of one's own in models/: used where it fits, refused with a reason where not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from builder.base.errors import BuildError
from builder.base.places import MODELS
from builder.base.tree import sha256
from builder.parts import recogniser
from builder.site import assets
from builder.site.assemble import assemble


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "models"
    shutil.copytree(MODELS, copy)
    return copy


def edit(path: Path, change: Any) -> None:
    model = onnx.load(path)
    change(model.graph)
    path.write_bytes(model.SerializeToString())


def other_weights(graph: Any) -> None:
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32:
            tensor.CopyFrom(numpy_helper.from_array(values * np.float32(0.5), tensor.name))


def test_the_models_that_are_here_fit_and_another_than_the_cards_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recogniser.refuse_unfit(folder)
    card = json.loads((folder / "digits.json").read_text(encoding="utf-8"))
    the_cards = sha256(folder / "digits.onnx") == card["graphs"]["digits"]["sha256"]
    assert (capsys.readouterr().out == "") == the_cards


def test_another_network_that_fits_is_built_and_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "digits.onnx"
    before = path.read_bytes()
    edit(path, other_weights)
    assert path.read_bytes() != before
    monkeypatch.setattr(assets, "MODELS", folder)
    site = assemble()
    entry = site.index["models"]["digits.onnx"]
    assert site.tree[entry["path"]] == path
    said = capsys.readouterr().out
    assert "digits.onnx isn't the file that digits.json describes" in said


def logits_alone(graph: Any) -> None:
    del graph.output[1:]


def another_inner_layer(graph: Any) -> None:
    graph.output[2].name = "block7"
    for node in graph.node:
        for names in (node.input, node.output):
            names[:] = ["block7" if name == "conv1" else name for name in names]


def free_inner_layer(graph: Any) -> None:
    graph.output[2].type.tensor_type.shape.dim[1].dim_param = "maps"


@pytest.mark.parametrize(
    ("change", "outputs"),
    [
        (logits_alone, {"logits": 2}),
        (another_inner_layer, {"logits": 2, "kinds": 2, "block7": 4, "conv2": 4}),
        (free_inner_layer, {"logits": 2, "kinds": 2, "conv1": 4, "conv2": 4}),
    ],
)
def test_a_network_needs_only_logits_and_the_card_lists_what_it_has(
    change: Any, outputs: dict[str, int], folder: Path
) -> None:
    edit(folder / "digits.onnx", change)
    recogniser.refuse_unfit(folder)
    found = recogniser.card(folder)["graphs"]["digits"]["outputs"]
    assert {name: len(about["shape"]) for name, about in found.items()} == outputs
    ours = recogniser.card(MODELS)["graphs"]["digits"]["outputs"]
    assert {name: found[name]["about"] for name in found if name in ours} == {
        name: ours[name]["about"] for name in found if name in ours
    }


def rename_output(graph: Any) -> None:
    graph.output[0].name = "scores"


def larger_images(graph: Any) -> None:
    graph.input[0].type.tensor_type.shape.dim[2].dim_value = 32


def fixed_number(graph: Any) -> None:
    graph.input[0].type.tensor_type.shape.dim[0].dim_value = 1


def eleven_digits(graph: Any) -> None:
    graph.output[0].type.tensor_type.shape.dim[1].dim_value = 11


def four_kinds(graph: Any) -> None:
    graph.output[1].type.tensor_type.shape.dim[1].dim_value = 4


def whole_numbers(graph: Any) -> None:
    graph.input[0].type.tensor_type.elem_type = onnx.TensorProto.INT64


def second_input(graph: Any) -> None:
    graph.input.add().CopyFrom(graph.input[0])
    graph.input[1].name = "noise"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (rename_output, r"the output logits \(n × 10\) is missing; there is scores, kinds"),
        (
            larger_images,
            "the input must be image: float, n × 1 × 28 × 28, but it's image: float32, n × 1 × 32",
        ),
        (
            fixed_number,
            "the input must be image: float, n × 1 × 28 × 28, but it's image: float32, 1 × 1",
        ),
        (
            eleven_digits,
            "the output must be logits: float, n × 10, but it's logits: float32, n × 11",
        ),
        (four_kinds, "the output must be kinds: float, n × 5, but it's kinds: float32, n × 4"),
        (whole_numbers, "the input must be image: float, .*, but it's image: int64"),
        (second_input, "nothing provides the input noise"),
    ],
)
def test_a_network_that_does_not_fit_is_refused_with_file_and_reason(
    change: Any, reason: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(folder / "digits.onnx", change)
    monkeypatch.setattr(assets, "MODELS", folder)
    with pytest.raises(BuildError, match=f"digits.onnx: {reason}"):
        assemble()


@pytest.mark.parametrize("content", [b"", b"no model", None], ids=["empty", "text", "missing"])
def test_a_file_that_is_no_network_is_refused(content: bytes | None, folder: Path) -> None:
    path = folder / "digits.onnx"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BuildError, match=r"digits\.onnx"):
        recogniser.refuse_unfit(folder)


def test_a_network_that_is_cut_off_is_refused(folder: Path) -> None:
    path = folder / "digits.onnx"
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(BuildError, match=r"digits\.onnx: it's cut off"):
        recogniser.refuse_unfit(folder)
