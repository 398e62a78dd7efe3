"""In your own words: every question has its answer."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from builder.base.errors import ContentError

BODY = "1. Why not?\n2. What is $z$, and\n   why?\n---\n1. Because.\n2. A sum, {value}`1 + 1`.\n"


def test_each_question_has_its_answer(render: Callable[[str], str]) -> None:
    html = render(f":::{{recap}}\n{BODY}:::\n")
    assert len(re.findall(r'data-recap="\w+/[0-9a-f]{5}"', html)) == 2
    first, second = html.split("<li ")[1:]
    assert "Why not?" in first and "<p>Because.</p>" in first
    assert "<math" in second and ">2</span>" in second


def test_an_answer_is_kept_under_its_question(render: Callable[[str], str]) -> None:
    def names(body: str) -> list[str]:
        return re.findall(r'data-recap="([^"]+)"', render(f":::{{recap}}\n{body}:::\n"))

    one, two = names(BODY)
    assert names("1. New?\n2. Why not?\n---\n1. A\n2. B\n")[1] == one != two


@pytest.mark.parametrize(
    "body",
    [
        "",
        "1. Why?\n",
        "1. Why?\n---\n",
        "1. Why?\n2. What?\n---\n1. Because.\n",
        "1. Why?\n---\n1. Because.\n2. That.\n",
        "Why?\n---\nBecause.\n",
    ],
)
def test_a_question_without_its_answer_is_refused(render: Callable[[str], str], body: str) -> None:
    with pytest.raises(ContentError, match="a numbered list of questions"):
        render(f":::{{recap}}\n{body}:::\n")
