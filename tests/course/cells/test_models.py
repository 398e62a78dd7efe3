"""Help with networks: ONNX Runtime's own errors, met by giving it what doesn't fit."""

from __future__ import annotations

import linecache

import numpy as np
import onnxruntime
import pytest

from builder.base.bootstrap import ROOT
from course.cells.errors import describe
from course.cells.source import remember_source

NAME = "<cell main.py>"
PREDICT = """
def predict(image):
    batch = {batch}
    return session.run(None, {{{given}}})
predict(np.zeros((28, 28), dtype=np.float32))
"""
IN = '"image": batch'


@pytest.fixture(scope="module")
def session() -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(ROOT / "models" / "digits.onnx"))


@pytest.mark.parametrize(
    ("batch", "given", "said"),
    [
        ("image", IN, "`image` has 2 axes, but the network takes 4"),
        ("image.reshape(1, 28, 28)", IN, "`image` has 3 axes, but the network takes 4"),
        ("image.reshape(1, 28, 28, 1)", IN, "axis 1 has size 28, but the network takes 1; axis 3"),
        ("image.reshape(1, 1, 14, 56)", IN, "axis 2 has size 14, but the network takes 28; axis 3"),
        ("image[None, None].astype(float)", IN, "type float, but these are double"),
        ("image[None, None].astype(int)", IN, "type float, but these are int64"),
        ("image", "", "one more input"),
    ],
)
def test_what_does_not_fit_is_told_with_the_line_and_a_way_out(
    session: onnxruntime.InferenceSession, batch: str, given: str, said: str
) -> None:
    code = PREDICT.format(batch=batch, given=given)
    remember_source(NAME, code)
    names = {"np": np, "session": session}
    with pytest.raises(Exception) as caught:
        exec(compile(code, NAME, "exec"), names)
    told = describe(caught.value, NAME, names)
    linecache.cache.pop(NAME)
    assert told["line"] == 4
    assert said in told["help"]
