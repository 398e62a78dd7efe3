"""Formulas: what latex2mathml makes of them, and what it's helped with."""

from __future__ import annotations

import pytest

from builder.pages import markdown


@pytest.mark.parametrize(
    ("source", "spaced"),
    [
        (r"\ln 2", r"\ln\,2"),
        (r"-\ln p_y", r"-\ln\,p_y"),
        (r"Y_k \ln p_k", r"Y_k\,\ln\,p_k"),
        (r"\ln \sum_j e^{z_j}", r"\ln\,\sum_j e^{z_j}"),
        (r"(1 - y)\log x", r"(1 - y)\,\log\,x"),
        (r"\ln(1/2)", r"\ln(1/2)"),
        (r"\ln \Big(e\Big)", r"\ln \Big(e\Big)"),
        (r"\ln\,0.9", r"\ln\,0.9"),
        (r"\lnx \exponent", r"\lnx \exponent"),
    ],
)
def test_functions_are_spaced_as_tex_does(source: str, spaced: str) -> None:
    assert markdown.spaced(source) == spaced
