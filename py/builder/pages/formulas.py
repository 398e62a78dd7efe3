"""LaTeX to MathML that looks as TeX's and is read aloud as it's meant.

A screen reader has to guess what a superscript is. Here it's told, by MathML's `intent`
(https://www.w3.org/TR/mathml4/#mixing_intent): a T is a transpose, a number in parentheses is a
layer. Invisible operators tell what is a function and what a factor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import latex2mathml.converter

NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'  # which HTML does without
FUNCTION = r"\\(?:exp|ln|log)(?![a-zA-Z])"
FACTORS = {"mi", "mn", "msub", "msup", "msubsup"}
FUNCTIONS = {"L", "f", "σ", "exp", "ln", "log", "max", "min"}  # where a parenthesis follows
APPLY = "\N{FUNCTION APPLICATION}"
TIMES = "\N{INVISIBLE TIMES}"
DOWN_TACK = "⊤"
MEANS = {DOWN_TACK: "transpose({})", "*": "_star:postfix({})"}  # of a superscript


def mathematics(source: str, options: Mapping[str, Any]) -> str:
    """Turn LaTeX into MathML, block or inline. Raises ValueError for what isn't LaTeX."""
    display = "block" if options["display_mode"] else "inline"
    try:
        math = latex2mathml.converter.convert(spaced(source), display=display)
        root = ElementTree.fromstring(math.replace(NAMESPACE, "", 1))
    except Exception as error:  # each of its own kind, most without a word
        raise ValueError(f"this formula can't be read: {source.strip()!r}") from error
    for row in list(root.iter()):
        group_transposed(row)
        tell_operations(row)
    for script in root.iter():
        if script.tag in ("msup", "msubsup"):
            tell(script)
    for mark in root.iter("mo"):
        if mark.text == DOWN_TACK:
            mark.tag, mark.text = "mtext", "T"  # which is upright
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)


def spaced(source: str) -> str:
    """Return LaTeX with TeX's thin spaces beside a function's name, which latex2mathml omits."""
    source = re.sub(rf"([\w)}}])\s*(?={FUNCTION})", r"\1\,", source)
    return re.sub(rf"({FUNCTION})\s*(?=\w|\\(?!left|cdot|to)[a-z])", r"\1\,", source)


def group_transposed(row: Element) -> None:
    """Let a transpose belong to all that's between the parentheses before it, not just the last."""
    for script in list(row):
        if script.tag != "msup" or not is_mark(script[0], ")") or last_mark(script) != DOWN_TACK:
            continue
        end = list(row).index(script)
        depths = accumulate(depth(one) for one in reversed(list(row)[:end]))
        length = next((i for i, found in enumerate(depths, start=1) if found > 0), end)
        inside = list(row)[end - length : end]
        group = Element("mrow")
        group.extend([*inside, script[0]])
        script[0] = group
        for one in inside:
            row.remove(one)


def depth(element: Element) -> int:
    """Return 1 where a parenthesis opens, -1 where one closes, which may have a script."""
    mark = element[0] if element.tag in ("msup", "msub", "msubsup") else element
    return is_mark(mark, "(") - is_mark(mark, ")")


def tell_operations(row: Element) -> None:
    """Put the operator that nobody writes before parentheses: function application, or times."""
    for name, after in pairwise(list(row)):
        function = name.tag in ("mi", "mo") and name.text in FUNCTIONS
        if is_mark(after, "(") and (function or name.tag in FACTORS):
            operator = Element("mo")
            operator.text = APPLY if function else TIMES
            row.insert(list(row).index(after), operator)


def tell(script: Element) -> None:
    """Say what a superscript means, if it's a layer, a transpose, or both."""
    base, power = script[0], script[-1]
    means = plain = "$x"
    if len(power) >= 3 and is_mark(power[0], "(") and is_mark(power[2], ")"):
        power[1].set("arg", "n")
        if script.tag == "msubsup":
            script[1].set("arg", "i")
            means = "_sub:infix($x,$i)"
        means = f"_layer:infix({means},$n)"
    means = MEANS.get(last_mark(script) or "", "{}").format(means)
    if means != plain:
        base.set("arg", "x")
        script.set("intent", means)


def last_mark(script: Element) -> str | None:
    """Return the last that stands in a superscript."""
    return list(script[-1].iter())[-1].text


def is_mark(element: Element, text: str) -> bool:
    """Tell whether an element is this parenthesis."""
    return element.tag == "mo" and element.text == text
