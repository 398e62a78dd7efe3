"""Looks for the mistake to mend first in a program that makes none of the known ones alone.

A function may return several results, which come from one another. A mistake spoils its own
result and all that follow from it, so the first group of results that disagrees holds the mistake
to mend first, and the known mistakes are compared with the program on that group alone. Backward
goes from the output to the input, so there the first group is the output's.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from course.cells.program import Outcome
from course.exercises.mistakes import Mistake
from course.exercises.recipe import Recipe
from course.exercises.values import alike, is_complete, same

Known = Sequence[tuple[Mistake, Sequence[Outcome]]]  # what each form of a mistake does, by case
Forms = Callable[[Mistake], Iterator[Iterator[Outcome]]]  # runs each form on all cases


def parts(value: Any, count: int | None) -> Sequence[Any] | None:
    """Return the results that a value has, or None if they aren't as many as they should be."""
    if count is None:
        return [value]
    return value if is_complete(value, count) else None


@dataclass(frozen=True)
class Found:
    """The mistake to mend first; alone: it explains all; sure: nothing is left unexplained."""

    mistake: Mistake
    alone: bool
    sure: bool = True


class Search:
    """Looks for the mistake to mend first.

    groups: the places of results that come from one line each, the first one first; count: how
    many results there are, None for a value alone; outcomes: what the program does in each case;
    right: what it should do; known: what each form of the known mistakes does; telling: the
    slugs that may be told beside another; forms: runs every form of another one on the same cases;
    until: when to give up, as `time.monotonic` has it.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        count: int | None,
        outcomes: Sequence[Outcome],
        right: Sequence[Any],
        known: Known,
        telling: Collection[str],
        forms: Forms,
        until: float,
    ) -> None:
        self.groups, self.count = groups, count
        self.outcomes = outcomes
        self.known, self.telling = known, telling
        self.forms, self.until = forms, until
        # A case tells which results are wrong only if all of them are there.
        found = [None if o.raised else parts(o.value, count) for o in outcomes]
        self.mine = {i: mine for i, mine in enumerate(found) if mine is not None}
        self.right = right
        self.wrong = self._wrong(self.mine)

    def _wrong(self, found: Mapping[int, Sequence[Any]]) -> set[int]:
        """Return the places of results that are wrong in some case; found: the results by case."""
        return {
            place
            for group in self.groups
            for place in group
            if not all(
                same(results[place], (parts(self.right[i], self.count) or ())[place])
                for i, results in found.items()
            )
        }

    def _spoiled(self, outcomes: Sequence[Outcome]) -> set[int]:
        """Return the places of results that a known mistake makes wrong."""
        found = [None if o.raised else parts(o.value, self.count) for o in outcomes]
        return self._wrong({i: results for i, results in enumerate(found) if results is not None})

    def group(self, wrong: Collection[int] | None = None) -> int | None:
        """Return the first group with a wrong result; by default, of the learner's."""
        wrong = self.wrong if wrong is None else wrong
        disagree = (i for i, group in enumerate(self.groups) if not set(group).isdisjoint(wrong))
        return next(disagree, None)

    def is_constant(self) -> bool:
        """Return whether all results, or all numbers in them, are one: many mistakes lead there."""
        values = [outcome.value for outcome in self.outcomes if outcome.raised is None]
        arrays = [value for value in values if isinstance(value, np.ndarray)]
        numbers = [number for array in arrays for number in array.flat]
        ways = [values, numbers] if len(arrays) == len(values) else [values]
        return any(all(same(way[0], other) for other in way[1:]) for way in ways)

    def among(self, group: int) -> Found | None:
        """Return the mistake that explains most of a group's wrong results, then of all."""
        here = self.wrong.intersection(self.groups[group])
        best, score = None, (0, 0)
        for mistake, theirs in self.known:
            explained = self._explained(theirs)
            reached = (len(explained & here), len(explained))
            alone = explained == self.wrong
            told = alone or mistake.slug in self.telling
            if reached[0] and reached > score and told and self._spoiled(theirs) <= self.wrong:
                best, score = Found(mistake, alone, sure=alone), reached
        return best

    def _explained(self, mistaken: Sequence[Outcome]) -> set[int]:
        """Return which of the wrong results are, in every case, just those of the mistake."""
        left = set(self.wrong)
        for i, theirs in enumerate(mistaken):
            if i in self.mine:
                other = None if theirs.raised else parts(theirs.value, self.count)
                if other is None:
                    return set()
                left = {p for p in left if same(other[p], self.mine[i][p])}
            elif self.outcomes[i].raised is not None and not alike(self.outcomes[i], theirs):
                return set()  # it leaves an error unexplained
            if not left:
                break
        return left

    def pair(self, solution: str) -> Found | None:
        """Return the nearer of two mistakes that, made together, do what the program does."""
        recipe = Recipe(solution)
        mistakes = {mistake.slug: mistake for mistake, _ in self.known}
        changes = [(m, recipe.edits(m.code), recipe.values(m.code)) for m in mistakes.values()]
        for (one, first, these), (other, second, those) in combinations(changes, 2):
            if time.monotonic() > self.until:
                break
            told = [mistake for mistake in (one, other) if mistake.slug in self.telling]
            if not told:
                continue
            made = recipe.merged([*first, *second])
            if made and self._does_the_same(f"{made}\n{these or those}"):
                own = {one.slug: set(first) - set(second), other.slug: set(second) - set(first)}
                nearest = min(told, key=lambda m: (self._first(m), recipe.place(own[m.slug])))
                return Found(nearest, alone=False)
        return None

    def _first(self, mistake: Mistake) -> int:
        """Return the first group that a known mistake spoils."""
        outcomes = next(theirs for known, theirs in self.known if known is mistake)
        group = self.group(self._spoiled(outcomes))
        return len(self.groups) if group is None else group

    def _does_the_same(self, made: str) -> bool:
        """Return whether a program does what the learner's does, in every case."""
        both = Mistake("two at once", made, "", None, 0)
        return any(
            all(alike(mine, theirs) for mine, theirs in zip(self.outcomes, form, strict=True))
            for form in self.forms(both)
        )
