"""Formulas: what latex2mathml makes of them, and what it's helped with."""

from __future__ import annotations

import re

import pytest

from builder.pages import formulas


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
    assert formulas.spaced(source) == spaced


def mathml(source: str) -> str:
    return formulas.mathematics(source, {"display_mode": False})


@pytest.mark.parametrize(
    ("source", "intents"),
    [
        (r"x^2", []),
        (r"w^* \cdot x", ["_star:postfix($x)"]),
        (r"W^{(1)}", ["_layer:infix($x,$n)"]),
        (r"z^{(2)}_1", ["_layer:infix(_sub:infix($x,$i),$n)"]),
        (r"W^{(1)\top}", ["transpose(_layer:infix($x,$n))"]),
        (r"W^\top + A^{\top}", ["transpose($x)"] * 2),
        (r"(dz^{(2)})^{\top} a", ["transpose($x)", "_layer:infix($x,$n)"]),
        (r"(R/\gamma)^2 e^{-(z)}", []),
    ],
)
def test_superscripts_say_what_they_mean(source: str, intents: list[str]) -> None:
    found = mathml(source)
    assert re.findall(r'intent="([^"]+)"', found) == intents
    assert "⊤" not in found
    named = re.findall(r"\$(\w)", " ".join(intents))
    assert all(f'arg="{name}"' in found for name in named)


@pytest.mark.parametrize(
    ("source", "applied"),
    [
        (r"L(w + h) - L(w - h)", 2),
        (r"\sigma(z) = f(z)", 2),
        (r"\max(0, z) + \exp(-z) - \ln(1/2)", 3),
        (r"a(1 - a) + p_y(1 - p_y) + 2(3)", 0),
        (r"L = w^2", 0),
    ],
)
def test_a_function_is_applied_and_a_product_is_not(source: str, applied: int) -> None:
    found = mathml(source)
    assert found.count(formulas.APPLY) == applied
    assert (formulas.TIMES in found) == ("(1 - a)" in source)


def test_all_that_is_transposed_belongs_to_the_script() -> None:
    transposed = re.search(
        r'<msup intent="transpose\(\$x\)">(.*)</msup><mi>b', mathml(r"a(d((z)^2 + c))^\top b")
    )
    assert transposed is not None
    assert re.sub("<.*?>", "", transposed[1]) == "(d((z)2+c))T"
