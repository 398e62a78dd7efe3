"""What makes a whole quiz fair: lengths that tell nothing, and versions that really differ."""

import re
from collections.abc import Iterable, Iterator, Sequence

from course.figures.svg import Element
from course.quiz.items import Bug, Choice, Item, Order, Place, Several, options
from course.quiz.printed import length, look

MOST = 1.5  # how many times as often as by chance a key may be the longest option, or as rarely
HIDDEN = {"title", "desc"}  # they name the places by letters, which are dealt anew


def refuse_telling_lengths(items: Iterable[Item]) -> None:
    """Raise ValueError if keys are the longest option much more, or less, often than by chance."""
    telling = [told for item in items if (told := key_is_longest(item))]
    found, chance = (sum(column) for column in zip(*telling, strict=True)) if telling else (0, 0)
    if not chance / MOST <= found <= MOST * chance:
        often = "often" if found > chance else "rarely"
        times = f"{found:.0f} times of {len(telling)}, by chance {chance:.0f}"
        raise ValueError(f"a key is the longest option too {often}: {times}")


def key_is_longest(item: Item) -> tuple[float, float] | None:
    """Return how surely the longest option is a key, and how surely any option is.

    None where there are no written options to choose from.
    """
    if not isinstance(item, Choice | Several):
        return None
    lengths = [length(option.text) for option in options(item)]
    longest = [one for one in options(item) if length(one.text) == max(lengths)]
    keys = sum(not option.mistake for option in longest)
    rights = len(item.right) if isinstance(item, Several) else 1
    return keys / len(longest), rights / len(lengths)


def refuse_twins(versions: Sequence[Item]) -> None:
    """Raise ValueError if two versions ask the same; the letters of places don't count."""
    seen: dict[object, int] = {}
    for seed, item in enumerate(versions):
        twin = seen.setdefault(asked(item), seed)
        if twin != seed:
            raise ValueError(f"versions {twin} and {seed} are alike")


def asked(item: Item) -> object:
    """Return all that a learner is shown of an item, whatever the order of the options."""
    if isinstance(item, Place):
        return item.stem, tuple(_drawn(item.drawing))
    if isinstance(item, Order):
        return item.stem, tuple(sorted(item.lines))
    if isinstance(item, Bug):
        return item.stem, item.code
    return item.stem, tuple(sorted(look(option.text) for option in options(item)))


def _drawn(element: Element) -> Iterator[str]:
    if element.name in HIDDEN:
        return
    yield from (value for key, value in element.attributes.items() if key != "data-place")
    for child in element.children:
        if isinstance(child, Element):
            yield from _drawn(child)
        elif not re.fullmatch(r"[A-Z]", child):
            yield child
