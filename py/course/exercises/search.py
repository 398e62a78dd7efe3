"""Looks for the mistake to mend first in a program that makes none of the known ones alone.

Backward goes from the output to the input, so a mistake spoils its own line and all that follow.
The first group of results that disagrees, counted from the output, holds the mistake to mend
first, and the known mistakes are compared with the learner's program on that group alone.
"""

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from course.cells.program import Outcome
from course.exercises.mistakes import Mistake
from course.exercises.recipe import Recipe
from course.exercises.values import alike, same

Forms = Callable[[Mistake], Iterator[Iterator[Outcome]]]  # runs each form on all cases


@dataclass(frozen=True)
class Group:
    """The parameters of one layer, whose gradients all come from one line.

    name: of what they come from, such as dz2. way: in words, what computes it. lines: for each
    parameter, the line that makes its gradient of it.
    """

    name: str
    way: str
    lines: Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """What a function returns: its name, that of each part, and the groups, the first one first."""

    function: str
    returned: Sequence[str]
    groups: Sequence[Group]


def is_complete(value: Any, count: int) -> bool:
    """Return whether a result has as many parts as there are gradients."""
    return isinstance(value, tuple | list) and len(value) == count


@dataclass(frozen=True)
class Found:
    """The mistake nearest the output; alone: it explains all; sure: nothing is left unexplained."""

    mistake: Mistake
    alone: bool
    sure: bool = True


class Search:
    """Looks for the mistake nearest the output in a program that makes none of the known alone.

    cases: the arguments of every call; outcomes: what the program does with them; right: what it
    should do; forms: runs every form of a known mistake on the same cases.
    """

    def __init__(
        self,
        layout: Layout,
        cases: Sequence[Sequence[Any]],
        outcomes: Sequence[Outcome],
        right: Sequence[Any],
        forms: Forms,
    ) -> None:
        self.layout = layout
        self.cases = cases
        self.outcomes = outcomes
        self.forms = forms
        self.count = len(layout.returned)
        # A case tells which gradients are wrong only if all of them are there.
        self.usable = [
            i for i, outcome in enumerate(outcomes) if is_complete(outcome.value, self.count)
        ]
        self.wrong = [
            place
            for place in range(self.count)
            if not all(same(outcomes[i].value[place], right[i][place]) for i in self.usable)
        ]

    def places(self, group: Group) -> list[int]:
        """Return where in the result the group's gradients are."""
        return [list(self.layout.returned).index(name) for name in group.lines]

    def group(self) -> Group | None:
        """Return the first group that disagrees, counted from the output."""
        return next((g for g in self.layout.groups if set(self.places(g)) & set(self.wrong)), None)

    def found(self, mistakes: Sequence[Mistake], solution: str) -> Found | None:
        """Return the known mistake nearest the output, if there is one.

        A mistake that explains all that is wrong comes first; then two that together do just what
        the program does; then one that explains a gradient of the first group that disagrees.
        """
        group = self.group()
        one = self._among(mistakes, group) if group else None
        if one and one.alone:
            return one
        return self._pair(mistakes, solution) or one

    def _among(self, mistakes: Sequence[Mistake], group: Group) -> Found | None:
        """Return the mistake that explains most of the group's wrong gradients, then of all."""
        here = set(self.places(group)) & set(self.wrong)
        best, score = None, (0, 0)
        forms = ((m, theirs) for m in mistakes for theirs in self.forms(m))
        for mistake, theirs in forms:
            explained = self._explained(theirs)
            reached = (len(explained & here), len(explained))
            if reached[0] and reached > score:
                alone = explained == set(self.wrong)
                best, score = Found(mistake, alone, sure=alone), reached
        return best

    def _explained(self, mistaken: Iterator[Outcome]) -> set[int]:
        """Return which of the wrong gradients are, in every case, just those of the mistake."""
        left = set(self.wrong)
        for i, theirs in enumerate(mistaken):
            if i in self.usable:
                if not is_complete(theirs.value, self.count):
                    return set()
                left = {p for p in left if same(theirs.value[p], self.outcomes[i].value[p])}
            if not left:
                break
        return left

    def _pair(self, mistakes: Sequence[Mistake], solution: str) -> Found | None:
        """Return the nearer of two mistakes that, made together, do what the program does."""
        recipe = Recipe(solution, self.layout.function)
        changes = [(m, recipe.edits(m.code)) for m in mistakes]
        for (one, first), (other, second) in combinations(changes, 2):
            made = recipe.merged([*first, *second])
            if made and self._does_the_same(made):
                nearer = recipe.place(first) <= recipe.place(second)
                return Found(one if nearer else other, alone=False)
        return None

    def _does_the_same(self, made: Callable[..., Any]) -> bool:
        """Return whether a function does what the program does, in every case."""
        with np.errstate(all="ignore"):
            for case, mine in zip(self.cases, self.outcomes, strict=True):
                copies = tuple(copy.deepcopy(case))
                try:
                    theirs = Outcome(made(*copies), arguments=copies)
                except Exception as error:
                    theirs = Outcome(raised=error)
                if not alike(mine, theirs):
                    return False
        return True

    def line(self) -> str:
        """Say which line of the chain rule to look at, when no known mistake is found."""
        group = self.group()
        if group is None:
            return ""
        names = list(self.layout.returned)
        wrong = [names[place] for place in self.places(group) if place in self.wrong]
        before = "" if group is self.layout.groups[0] else "All before it is right. "
        if len(wrong) == len(group.lines):
            return (
                f"{before}Look at {group.way}: the gradients of {' and '.join(wrong)}, "
                f"which are both computed from {group.name}, are both wrong."
            )
        lines = ", ".join(f"`{group.lines[name]}`" for name in wrong)
        return f"{before}{group.name} is right. Look at the line {lines}."
