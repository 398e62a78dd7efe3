"""Quiz items: small programs that make a question with fresh numbers, and what makes one sound.

Each `questions/NAME.py` of a lesson declares GOAL (which of that lesson's goals, from 0), LEVEL
(1, 2 or 3) and `make(rng)`, which returns one of the items below. One that asks about several
cases declares them, CASES, and `make(rng, case)`: the seeds go through them in turn, so that the
few seeds which ship have them all. One that examines a question of the lesson's "In your own
words", or of the quiz's, says how this question begins: RECAP, a tuple if there are several.
All texts are Markdown with $mathematics$ and `code`; a reason is what the learner is told who has
chosen that option. Every number and every wrong option comes from `nn`, the wrong ones by the
mistaken formula; `mistake` is the slug of the mistake that leads there.

see: "SLUG#anchor", the paragraph that treats it. figure: "SLUG#figure-NAME?control=value", the
figure in the state that shows why, or "".
"""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from course.figures.svg import Element, Svg
from course.lessons import NAME, load, slug_of
from course.quiz.printed import look, refuse_unprintable

LEVELS = (1, 2, 3)
FEWEST_WRONG = 2  # with a single wrong option, half of the learners would guess right
FEWEST_LINES = 3
SENTENCE = re.compile(r"(?<=[.:?!]) ")
SEE = re.compile(r"[a-z][a-z-]*#[\w.%-]+")
FIGURE = re.compile(r"[a-z][a-z-]*#figure-[a-z0-9-]+(?:\?[^#\s]+)?")


@dataclass(frozen=True)
class Option:
    """An answer to choose, why it is right or wrong, and the mistake that leads to it.

    mistake is a slug such as "bias-forgotten", and "" for a right option.
    """

    text: str
    reason: str
    mistake: str = ""


@dataclass(frozen=True)
class Slip:
    """A wrong number that learners are known to give, and what to tell them."""

    value: float
    reason: str
    mistake: str


@dataclass(frozen=True)
class Choice:
    """One right option among wrong ones."""

    stem: str
    right: Option
    wrong: tuple[Option, ...]
    see: str
    figure: str = ""


@dataclass(frozen=True)
class Several:
    """All the right options, and none of the wrong ones, are to be chosen."""

    stem: str
    right: tuple[Option, ...]
    wrong: tuple[Option, ...]
    see: str
    figure: str = ""


@dataclass(frozen=True)
class Numeric:
    """A number to work out, to so many digits after the point.

    reason says how it comes about; unit, where there is one, stands behind the field and may be
    written or left out. copied: the answer may be a number of the stem.
    """

    stem: str
    answer: float
    digits: int
    reason: str
    slips: tuple[Slip, ...]
    see: str
    figure: str = ""
    unit: str = ""
    copied: bool = False


@dataclass(frozen=True)
class Order:
    """Lines to be put into order; `lines` is the right one.

    alternatives are other right orders, each the places of `lines` from 0, as (1, 0, 2).
    """

    stem: str
    lines: tuple[str, ...]
    reason: str
    see: str
    figure: str = ""
    alternatives: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class Place:
    """A place to point at: elements of the drawing with data_place="NAME", by these names.

    The option's text names the place for who does not see it. right is the name of the right one.
    """

    stem: str
    drawing: Svg
    right: str
    places: dict[str, Option]
    see: str
    figure: str = ""


@dataclass(frozen=True)
class Bug:
    """Code with one wrong line, counted from 1.

    reason says what is wrong with it; others says of every other line that is not empty why it is
    right. mistake is the slug of what was done in the wrong line.
    """

    stem: str
    code: str
    line: int
    reason: str
    others: dict[int, str]
    see: str
    figure: str = ""
    mistake: str = ""


Item: TypeAlias = Choice | Several | Numeric | Order | Place | Bug


@dataclass(frozen=True)
class Source:
    """A file of questions/: what it asks about, and how it makes an item."""

    name: str
    lesson: str
    goal: int  # which of the lesson's goals, from 0
    level: int
    path: Path = field(compare=False)
    make: Callable[..., Item] = field(compare=False, repr=False)
    cases: tuple[Any, ...] = field(default=(), compare=False, repr=False)
    recap: tuple[str, ...] = ()  # how the recap questions begin that it examines

    def item(self, seed: int) -> Item:
        """Return the item of a seed, checked. Raises ValueError, naming file and seed.

        The name is part of the seed, so that the items of one version don't share their numbers.
        """
        case = [self.cases[seed % len(self.cases)]] if self.cases else []
        try:
            made = self.make(np.random.default_rng([seed, *self.name.encode()]), *case)
            check_item(made)
        except Exception as error:
            raise ValueError(f"{self.path.name}, seed {seed}: {error}") from error
        return made


def load_items(folder: Path) -> list[Source]:
    """Return the items of a lesson's folder NN-slug, each named SLUG-NAME.

    Raises ValueError, naming the file, for one that lacks GOAL, LEVEL or make.
    """
    slug = slug_of(folder)
    return [_source(slug, path) for path in sorted(folder.glob("questions/*.py"))]


def _source(slug: str, path: Path) -> Source:
    if not NAME.fullmatch(path.stem):
        raise ValueError(f"{path}: a question's name has small letters, digits and dashes")
    module = load(path)
    for name, kind in {"GOAL": int, "LEVEL": int}.items():
        if not isinstance(getattr(module, name, None), kind):
            raise ValueError(f"{path}: {name} must be a {kind.__name__}")
    if module.LEVEL not in LEVELS or module.GOAL < 0:
        raise ValueError(f"{path}: LEVEL is one of {LEVELS} and GOAL is 0 or more")
    if not callable(getattr(module, "make", None)):
        raise ValueError(f"{path}: make(rng) is missing")
    about = f"{slug}-{path.stem}", slug, module.GOAL, module.LEVEL
    recap = getattr(module, "RECAP", ())
    return Source(
        *about,
        path,
        module.make,
        tuple(getattr(module, "CASES", ())),
        (recap,) if isinstance(recap, str) else tuple(recap),
    )


def check_item(item: Item) -> None:
    """Refuse an item that would be unfair, or that would leave a learner without a reason.

    Raises ValueError: options that look alike, an option equal to the key, not exactly one key,
    a number that isn't one, decimals of a whole number, an empty text or reason, a reason that
    repeats the key's, a link of the wrong form.
    """
    if not isinstance(item, Choice | Several | Numeric | Order | Place | Bug):
        raise ValueError(f"{item!r} isn't an item")
    if isinstance(item, Choice) and not isinstance(item.right, Option):
        raise ValueError("a Choice has exactly one key")
    for what, text in texts(item):
        refuse_unprintable(what, text)
    if not SEE.fullmatch(item.see):
        raise ValueError(f'see is "SLUG#anchor", not {item.see!r}')
    if item.figure and not FIGURE.fullmatch(item.figure):
        raise ValueError(f'figure is "SLUG#figure-NAME?control=value", not {item.figure!r}')
    _CHECKS[type(item)](item)


def texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield every text of an item with what it is."""
    yield "the stem", item.stem
    if isinstance(item, Numeric | Order | Bug):
        yield "the reason", item.reason
    for option in options(item):
        yield "an option", option.text
        yield f"the reason of {option.text!r}", option.reason
    if isinstance(item, Numeric):
        for slip in item.slips:
            yield f"the reason of {slip.value}", slip.reason
    elif isinstance(item, Order):
        yield from (("a line", line) for line in item.lines)
    elif isinstance(item, Bug):
        yield "the code", item.code
        yield from ((f"the reason of line {line}", item.others[line]) for line in item.others)


def options(item: Item) -> list[Option]:
    """Return the options to choose from, right ones first; none where there are no options."""
    if isinstance(item, Choice):
        return [item.right, *item.wrong]
    if isinstance(item, Several):
        return [*item.right, *item.wrong]
    if isinstance(item, Place):
        return list(item.places.values())
    return []


def shown(value: float, digits: int) -> str:
    """Return a number as a key shows it: fixed digits, a plain minus, never minus zero."""
    return f"{round(value, digits) + 0.0:.{digits}f}"


def accepts(item: Numeric, given: float) -> bool:
    """Return whether a number that a learner gives is the answer, to the digits asked for.

    A half may be rounded either way; a whole number is exact. site/quiz/judge.js does the same.
    """
    rounded = float(shown(item.answer, item.digits))
    whole = item.digits == 0 and abs(rounded - item.answer) < 1e-9
    slack = 1e-9 if whole else 0.5 * 10**-item.digits * (1 + 1e-9)
    return bool(abs(given - item.answer) <= slack or abs(given - rounded) <= slack)


def _distinct(looks: Sequence[object], what: str) -> None:
    seen: set[object] = set()
    for one in looks:
        if one in seen:
            raise ValueError(f"two {what} are alike: {one}")
        seen.add(one)


def _refuse_repeats(right: Sequence[Option], wrong: Sequence[Option]) -> None:
    """Raise ValueError if a wrong option's reason repeats the key's, which is shown below it."""
    told = {sentence for option in right for sentence in SENTENCE.split(option.reason)}
    for option in wrong:
        again = told.intersection(SENTENCE.split(option.reason))
        if again:
            raise ValueError(f"the reason of {option.text!r} repeats the key's: {again.pop()!r}")


def _check_mistakes(right: Sequence[Option], wrong: Sequence[Option]) -> None:
    for option in right:
        if option.mistake:
            raise ValueError(f"{option.text!r} is right and has a mistake")
    for option in wrong:
        if not NAME.fullmatch(option.mistake):
            raise ValueError(f"{option.text!r} is wrong and names no mistake: a second key?")
    if len(wrong) < FEWEST_WRONG:
        raise ValueError(f"{len(wrong)} wrong options are too few")
    _refuse_repeats(right, wrong)


def _check_choice(item: Choice) -> None:
    keys = [option for option in item.wrong if look(option.text) == look(item.right.text)]
    if keys:
        raise ValueError(f"an option equals the key: {keys[0].text!r}")
    _distinct([look(option.text) for option in item.wrong], "options")
    _check_mistakes([item.right], item.wrong)


def _check_several(item: Several) -> None:
    if not item.right:
        raise ValueError("nothing is right")
    _distinct([look(option.text) for option in options(item)], "options")
    _check_mistakes(item.right, item.wrong)


def _check_numeric(item: Numeric) -> None:
    if item.digits not in range(7):
        raise ValueError(f"{item.digits} digits can't be asked for")
    for value in (item.answer, *(slip.value for slip in item.slips)):
        if not isfinite(value):
            raise ValueError(f"{value} isn't a number to work out")
    if item.digits and abs(item.answer - round(item.answer)) < 1e-9:
        raise ValueError(f"{item.digits} digits are asked for of {item.answer}, a whole number")
    for slip in item.slips:
        if accepts(item, float(shown(slip.value, item.digits))):
            raise ValueError(f"the slip {slip.mistake} gives the key, {slip.value}")
        if not NAME.fullmatch(slip.mistake):
            raise ValueError(f"the slip {slip.value} names no mistake")
    _distinct([shown(slip.value, item.digits) for slip in item.slips], "slips")


def _check_order(item: Order) -> None:
    if len(item.lines) < FEWEST_LINES:
        raise ValueError(f"{len(item.lines)} lines are too few to order")
    _distinct([look(line) for line in item.lines], "lines")
    places = list(range(len(item.lines)))
    _distinct([tuple(places), *item.alternatives], "orders")
    for order in item.alternatives:
        if sorted(order) != places:
            raise ValueError(f"{order} isn't an order of {len(places)} lines")


def _check_place(item: Place) -> None:
    if item.right not in item.places:
        raise ValueError(f"the right place {item.right!r} isn't one of the places")
    _distinct([look(option.text) for option in options(item)], "places")
    wrong = [option for name, option in item.places.items() if name != item.right]
    _check_mistakes([item.places[item.right]], wrong)
    drawn = set(_drawn_places(item.drawing))
    if drawn != set(item.places):
        raise ValueError(f"places {sorted(item.places)}, but the drawing has {sorted(drawn)}")


def _drawn_places(element: Element) -> Iterator[str]:
    if "data-place" in element.attributes:
        yield element.attributes["data-place"]
    for child in element.children:
        if isinstance(child, Element):
            yield from _drawn_places(child)


def _check_bug(item: Bug) -> None:
    try:
        ast.parse(item.code)
    except SyntaxError as error:
        raise ValueError(f"the code can't be read: {error}") from error
    lines = code_lines(item)
    if item.line not in lines:
        raise ValueError(f"line {item.line} isn't one of the code's lines, {lines}")
    others = [line for line in lines if line != item.line]
    if sorted(item.others) != others:
        raise ValueError(f"others must say of lines {others} why they are right")
    if len(others) < FEWEST_WRONG:
        raise ValueError("the code is too short to search")


def code_lines(item: Bug) -> list[int]:
    """Return the numbers, from 1, of the lines that are not empty."""
    lines = item.code.splitlines()
    return [place for place, line in enumerate(lines, start=1) if line.strip()]


_CHECKS: dict[type, Callable[[Any], None]] = {
    Choice: _check_choice,
    Several: _check_several,
    Numeric: _check_numeric,
    Order: _check_order,
    Place: _check_place,
    Bug: _check_bug,
}
