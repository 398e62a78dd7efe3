"""Looks for the mistake to mend first in a program that makes none of the known ones alone.

A function may return several results, which come from one another. A mistake spoils its own
result and all that follow from it, so the first group of results that disagrees holds the mistake
to mend first, and the known mistakes are compared with the program on that group alone. Backward
goes from the output to the input, so there the first group is the output's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from course.cells.program import Outcome
from course.exercises.mistakes import Mistake
from course.exercises.recipe import Recipe
from course.exercises.values import alike, same

Forms = Callable[[Mistake], Iterator[Iterator[Outcome]]]  # runs each form on all cases


def parts(value: Any, count: int | None) -> Sequence[Any] | None:
    """Return the results that a value has, or None if they aren't as many as they should be."""
    if count is None:
        return [value]
    return value if is_complete(value, count) else None


def is_complete(value: Any, count: int) -> bool:
    """Return whether a result has as many parts as it should have."""
    return isinstance(value, tuple | list) and len(value) == count


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
    right: what it should do; forms: runs every form of a known mistake on the same cases.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        count: int | None,
        outcomes: Sequence[Outcome],
        right: Sequence[Any],
        forms: Forms,
    ) -> None:
        self.groups, self.count = groups, count
        self.outcomes = outcomes
        self.forms = forms
        # A case tells which results are wrong only if all of them are there.
        found = [None if o.raised else parts(o.value, count) for o in outcomes]
        self.mine = {i: mine for i, mine in enumerate(found) if mine is not None}
        self.wrong = {
            place
            for group in groups
            for place in group
            if not all(
                same(mine[place], (parts(right[i], count) or ())[place])
                for i, mine in self.mine.items()
            )
        }

    def group(self) -> int | None:
        """Return which group is the first that disagrees."""
        disagree = (i for i, group in enumerate(self.groups) if self.wrong.intersection(group))
        return next(disagree, None)

    def found(
        self, mistakes: Sequence[Mistake], solution: str, simple: bool = False
    ) -> Found | None:
        """Return the known mistake to mend first, if there is one.

        A mistake that explains all that is wrong comes first; then two that together do just what
        the program does; then one that explains a result of the first group that disagrees.
        simple: a plain sentence tells what two mistakes would only describe.
        """
        group = self.group()
        if group is None:  # it returns nothing that is wrong: an error alone has many causes
            return None
        one = self._among(mistakes, self.groups[group])
        if one and one.alone:
            return one
        if one is None and simple:
            return None
        return self._pair(mistakes, solution) or one

    def _among(self, mistakes: Sequence[Mistake], group: Sequence[int]) -> Found | None:
        """Return the mistake that explains most of the group's wrong results, then of all."""
        here = self.wrong.intersection(group)
        best, score = None, (0, 0)
        forms = ((m, theirs) for m in mistakes for theirs in self.forms(m))
        for mistake, theirs in forms:
            explained = self._explained(theirs)
            reached = (len(explained & here), len(explained))
            if reached[0] and reached > score:
                alone = explained == self.wrong
                best, score = Found(mistake, alone, sure=alone), reached
        return best

    def _explained(self, mistaken: Iterator[Outcome]) -> set[int]:
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

    def _pair(self, mistakes: Sequence[Mistake], solution: str) -> Found | None:
        """Return the nearer of two mistakes that, made together, do what the program does."""
        if len(mistakes) < 2:
            return None
        recipe = Recipe(solution)
        changes = [(m, recipe.edits(m.code)) for m in mistakes]
        for (one, first), (other, second) in combinations(changes, 2):
            made = recipe.merged([*first, *second])
            if made and self._does_the_same(made):
                mine, theirs = set(first) - set(second), set(second) - set(first)
                nearer = recipe.place(mine) <= recipe.place(theirs)
                return Found(one if nearer else other, alone=False)
        return None

    def _does_the_same(self, made: str) -> bool:
        """Return whether a program does what the learner's does, in every case."""
        both = Mistake("two at once", made, "", None, 0)
        return any(
            all(alike(mine, theirs) for mine, theirs in zip(self.outcomes, form, strict=True))
            for form in self.forms(both)
        )
