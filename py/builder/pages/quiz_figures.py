"""The figures that quiz items lead to: whether they can show the state, and whether it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from course.figures.controls import Choice, Control, Point, Slider, Steps, Switch
from course.figures.figure import Figure

SLACK = 1e-6
OFF = re.compile(r"(?:\bh_?|hidden neuron )([12₁₂])\$? (?:is|are) off")
SUBSCRIPTS = str.maketrans("₁₂", "12")
DRAWN: set[str] = set()  # states that were drawn before, and could be

opened = cache(Figure)


def check_state(figure: str, folders: Mapping[str, Path], stem: str = "") -> None:
    """Refuse a state that the figure cannot show, or that contradicts the stem. Raises ValueError.

    figure: its address, "SLUG#figure-NAME?control=value".
    """
    slug, _, rest = figure.partition("#figure-")
    name, _, state = rest.partition("?")
    if not state:
        return
    path = folders[slug] / "figures" / f"{name}.py" if slug in folders else None
    if path is None or not path.exists():
        raise ValueError(f"{figure}: there's no such figure")
    shown = opened(path)
    controls = {control.name: control for control in shown.controls}
    values = {}
    for key, text in parse_qsl(state, keep_blank_values=True):
        if key not in controls:
            raise ValueError(f"{figure}: the figure has no control {key!r}")
        values[key] = state_value(controls[key], text)
        refuse_contradiction(controls[key], text, stem)
    if figure not in DRAWN:
        shown.draw(values)
        DRAWN.add(figure)


def state_value(control: Control, text: str) -> Any:
    """Return what a control makes of a text in an address. Raises ValueError."""
    match control:
        case Slider() | Steps():
            value = float(text)
            step = control.step if isinstance(control, Slider) else 1
            low = control.low if isinstance(control, Slider) else 0
            if abs((value - low) / step - round((value - low) / step)) > SLACK:
                raise ValueError(f"{control.name} moves in steps of {step}, so it's never {text}")
            return value
        case Switch():
            if text not in ("true", "false"):
                raise ValueError(f"{control.name} is true or false, not {text!r}")
            return text == "true"
        case Point():
            return tuple(float(part) for part in text.split(","))
        case Choice():
            return text


def refuse_contradiction(control: Control, text: str, stem: str) -> None:
    """Raise ValueError if the stem speaks of this control, and of another value than the state's.

    It does where a value follows the control's name ("temperature is 2", "$z = 3$") or comes right
    before it ("the second example"), where it names a neuron that is off, and another one is off
    in the figure, and where it names activations.
    """
    said = {_plain(one) for one in _said_of(control, stem)}
    if said and _plain(text) not in said:
        raise ValueError(f"the figure has {control.name}={text}, but the stem says {sorted(said)}")
    if isinstance(control, Choice):
        labels = dict(control.options)
        off, shown = (set(map(_plain, OFF.findall(one))) for one in (stem, labels.get(text, "")))
        if off and any(OFF.search(label) for label in labels.values()) and off != shown:
            raise ValueError(f"neuron {', '.join(off)} is off, but not in the figure: {text}")


def _said_of(control: Control, stem: str) -> Iterator[str]:
    plain = re.sub(r"[$`*]", "", stem).replace("−", "-").casefold()
    names = "|".join(re.escape(one.casefold()) for one in (control.name, control.label))
    if isinstance(control, Choice):
        keys = "|".join(re.escape(key.casefold()) for key, _ in control.options)
        yield from re.findall(rf"\b({keys}) (?:{names})\b", plain)
        if control.name == "activation":
            yield from re.findall(rf"\b({keys})\b", plain)
    else:
        keys = r"-?\d+(?:\.\d+)?"
    link = r"(?: [a-z])?(?:,? is|,? of|,? at|:| =)?"
    follows = rf"\b(?:{names}){link} ({keys})(?![\w.]*\w)"
    yield from re.findall(follows, plain)


def _plain(value: str) -> str:
    """Return a value so that 2, 2.0 and ₂ are the same."""
    try:
        return f"{float(value.translate(SUBSCRIPTS)):g}"
    except ValueError:
        return value.casefold()
