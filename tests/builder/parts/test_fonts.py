"""The letters of the built pages: all there, few bytes, each with its license."""

from __future__ import annotations

import html
import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from builder.base.tree import read
from builder.parts import fonts

MOST = 160_000  # bytes of all faces together
TEXTS = ["Is η ≥ 0?", "w₁x₁ + b"]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {name: read(content) for name, content in fonts.files(TEXTS).items()}


def face(made: dict[str, bytes], name: str) -> TTFont:
    return TTFont(BytesIO(made[name]))


def test_they_are_few_bytes_and_bring_their_licenses(made: dict[str, bytes]) -> None:
    assert sum(len(data) for name, data in made.items() if name.endswith(".woff2")) <= MOST
    licenses = [data.decode() for name, data in made.items() if name.endswith(".txt")]
    assert len(licenses) == 2
    assert all("SIL OPEN FONT LICENSE" in text.upper() for text in licenses)


@pytest.mark.parametrize("letter", [*"az09[]{}()|√ηwb≥", "𝑤", "𝜂", "ℎ"])
def test_mathematics_has_its_letters_upright_and_italic(
    made: dict[str, bytes], letter: str
) -> None:
    assert ord(letter) in face(made, "math.woff2").getBestCmap()


@pytest.mark.parametrize("sign", "([{|√")
def test_what_grows_has_its_larger_forms(made: dict[str, bytes], sign: str) -> None:
    font = face(made, "math.woff2")
    variants = font["MATH"].table.MathVariants
    place = variants.VertGlyphCoverage.glyphs.index(font.getBestCmap()[ord(sign)])
    assert variants.VertGlyphConstruction[place].MathGlyphVariantRecord


@pytest.mark.parametrize("name", ["text.woff2", "text-italic.woff2"])
def test_text_keeps_its_weights(made: dict[str, bytes], name: str) -> None:
    font = face(made, name)
    (axis,) = font["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)
    assert {*map(ord, "az09—’")} <= font.getBestCmap().keys()


def test_another_text_brings_its_letters() -> None:
    font = face({name: read(it) for name, it in fonts.files(["∂"]).items()}, "math.woff2")
    assert {ord("∂"), ord("𝜕")} <= font.getBestCmap().keys()


def test_every_formula_of_the_pages_is_in_the_face(dist: Path) -> None:
    pages = [path.read_text() for path in dist.rglob("*.html")]
    (path,) = dist.glob("parts/*/math.woff2")
    formulas = re.findall(r"<math.*?</math>", "".join(pages), re.DOTALL)
    letters = {*html.unescape(re.sub(r"<[^>]+>", "", "".join(formulas)))} - {"\n", " "}
    assert {ord(one) for one in letters} <= TTFont(path).getBestCmap().keys()
