"""No page keeps an old number of the traced network: with another weight all of them change.

The site is made twice, in memory, with two traced networks. What the first makes of its examples
must not stand on any of the second's pages. A number that somebody has typed would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import numpy as np
import pytest

import nn
from builder.pages import exercises, quiz
from builder.pages.content import Lesson, load_lessons
from builder.site import assemble

REAL = nn.traced_network
BY = 0.5  # what the first weight of all is more in the other network
PLACES = {"z1": (1, 2, 3), "z2": (2, 3), "p": (2, 3), "loss": (2, 3), "gradient": (3,)}
NUMBER = re.compile(r"(?<![\d.])\d+\.\d+(?!\.?\d)")
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
# The attributes that hold numbers for readers, and not the places of a drawing.
TOLD = re.compile(r' (?:data-blank|data-slips|aria-valuetext|value)="([^"]*)"')
TYPED = "A number that somebody has typed:"
AROUND = 60  # characters of text on either side of a number that is told
# The same digits, but another number: (page, number) and how often it stands there.
COINCIDENCES: dict[tuple[str, str], int] = {
    ("forward", "1.9"): 5,  # a filter's sum
    ("forward", "0.81"): 1,  # what a word's pairs add up to
    ("backprop", "1.9"): 1,  # momentum's second step
    ("model-card", "0.88"): 1,  # the recognizer's unsure answers in percent ...
    ("project", "0.88"): 1,  # ... here too
}


def changed() -> set[str]:
    """Return what the traced network's pages may show and the other network's must not."""
    return set(numbers_of(REAL())) - set(numbers_of(other()))


def numbers_of(network: nn.MLP) -> Iterator[str]:
    """Yield what a page may write of a network's numbers on its example, without their signs."""
    x, y = nn.traced_example()
    trace = network.forward(x)
    slope = nn.cross_entropy_gradient(trace.logits, y)
    gradients = network.backward(trace, slope).parameters
    found = {
        "z1": trace.pre_activations[0],  # above 0 here, so they are the activations too
        "z2": trace.logits,
        "p": nn.softmax(trace.logits),
        "loss": np.array(nn.cross_entropy(trace.logits, y)),
        "gradient": np.concatenate([gradient.ravel() for gradient in gradients]),
    }
    for kind, values in found.items():
        for value in np.abs(values).ravel().tolist():
            yield from (f"{value:.{places}f}" for places in PLACES[kind])


def made(monkeypatch: pytest.MonkeyPatch, network: Callable[[], nn.MLP]) -> dict[str, str]:
    """Return the pages of a site whose traced network is another, with one sentence more."""
    real = load_lessons

    def lessons(folder: Path) -> list[Lesson]:
        found = real(folder)
        next(one for one in found if one.slug == "loss").text += f"\n\n{TYPED} {min(changed())}.\n"
        return found

    with monkeypatch.context() as patch:
        patch.setattr(nn, "traced_network", network)
        patch.setattr(assemble, "load_lessons", lessons)
        patch.setattr(assemble, "read_by_python", lambda: "")  # nothing is kept
        patch.setattr(exercises, "verify", lambda folder: [])
        patch.setattr(quiz, "make", lambda lessons, values: quiz.Quiz({}, []))
        tree = assemble.assemble().tree
    return {
        name.removesuffix("/index.html"): content.decode()
        for name, content in tree.items()
        if name.endswith("index.html") and isinstance(content, bytes)
    }


def other() -> nn.MLP:
    network = REAL()
    network.weights[0][0, 0] += BY
    return network


def shown(page: str) -> Iterator[tuple[str, str]]:
    """Yield each number of a page with the text around it."""
    text = TAG.sub(lambda tag: " ".join(["", *TOLD.findall(tag[0]), ""]), SCRIPT.sub("", page))
    text = unescape(text)
    for match in NUMBER.finditer(text):
        start, end = match.span()
        yield match[0], " ".join(text[max(0, start - AROUND) : end + AROUND].split())


def test_another_weight_changes_every_number_on_every_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = made(monkeypatch, REAL), made(monkeypatch, other)
    assert old.keys() == new.keys()
    gone = changed()
    counts = {slug: sum(number in gone for number, _ in shown(page)) for slug, page in old.items()}
    for slug in ("forward", "backprop", "loss"):
        assert counts[slug] > 10, counts
    kept = [
        (slug, number, around)
        for slug, page in new.items()
        for number, around in shown(page)
        if number in gone
    ]
    typed = [one for one in kept if TYPED in one[2]]
    assert len(typed) == 1  # so a number that is typed is found
    rest = [one for one in kept if one not in typed]
    for place, count in COINCIDENCES.items():
        same = [one for one in rest if one[:2] == place]
        assert len(same) == count, (place, same)
        rest = [one for one in rest if one not in same]
    assert rest == []
