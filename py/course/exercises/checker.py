"""Checks a learner's program: whether it does what is right, and if not, what it does instead.

The program runs on fixed and on random inputs, beside the right function. If they differ, the
known mistakes run on the same inputs: the one whose results are the learner's is the diagnosis.
Nothing ever looks at the text of the program.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from typing import Any

from course.cells.errors import public_type
from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.compare import same, shown, shown_pair, size
from course.exercises.exercise import Check, Exercise
from course.exercises.gradients import Entry, Found, Gradients, Search
from course.exercises.mistakes import Mistake

SECONDS = 3.0  # for a learner's program
MISTAKE_SECONDS = 1.0  # for each known mistake
UNCHANGED = 1e-10  # an input nudged and put back is off by a rounding; left nudged, by far more
FIRST = "More than one thing is wrong; this comes first, counted from the output."
MAYBE = "More than one thing is wrong. This may be the first, counted from the output."
NOTHING = Outcome(raised=NotImplementedError())  # of a program that cannot be run


@dataclass(frozen=True)
class Verdict:
    """What the page and the command line tell; the fields after `message` are its parts."""

    result: str  # pass, fail, or error: the program could not be run to its end
    message: str
    diagnosis: str | None = None  # the slug of the mistake found
    see: str | None = None  # the anchor of the paragraph that treats it
    call: str | None = None  # the smallest input that fails
    expected: str | None = None
    actual: str | None = None
    line: int | None = None  # of the program, where an error happened
    help: str | None = None
    traceback: str | None = None
    gradients: list[Entry] | None = None  # as `Gradients.table` has them


def check(exercise: Exercise, code: str, guard: Guard, seconds: float = SECONDS) -> Verdict:
    """Return the verdict on a program. Never raises for what the program does."""
    program = Program(code, exercise.name, guard, seconds)
    loaded = program.load()
    if loaded.timed_out:
        return Verdict("error", "The code did not come to its end: does a loop never stop?")
    if loaded.raised is not None:
        return raised_verdict("error", "The code cannot be run", program.describe(loaded.raised))
    gradients = None
    for declared in exercise.checks:
        missing = declared.missing(program)
        if missing:
            return Verdict("fail", missing)
        comparison = Comparison(declared, program, exercise, guard)
        verdict, gradients = comparison.verdict(), comparison.gradients()
        if verdict is not None:
            return replace(verdict, gradients=gradients)
    return Verdict("pass", "Right: it agrees on every input that was tried.", gradients=gradients)


def raised_verdict(
    result: str, what: str, raised: dict[str, Any], call: str | None = None
) -> Verdict:
    """Return a verdict that tells of an error: Python's message first, then the help."""
    message = f"{what}: {raised['type']}: {raised['message']}"
    if "line" in raised:
        message += f" (line {raised['line']})"
    if "help" in raised:
        message += f"\n{raised['help']}"
    return Verdict(
        result,
        message,
        call=call,
        line=raised.get("line"),
        help=raised.get("help"),
        traceback=raised["traceback"],
    )


@dataclass(frozen=True)
class Example:
    """The smallest input that fails, with what came out; expected is None where it is secret."""

    call: str
    actual: str
    expected: str | None

    def told(self, why: str, mistake: Mistake | None = None) -> Verdict:
        """Return the verdict that gives the reason and then shows the example."""
        lines = [why, self.call]
        if self.expected is not None:
            lines.append(f"  expected: {self.expected}")
        lines.append(f"  yours:    {self.actual}")
        return Verdict(
            "fail",
            "\n".join(lines),
            diagnosis=mistake.slug if mistake else None,
            see=mistake.see if mistake else None,
            call=self.call,
            expected=self.expected,
            actual=self.actual,
        )


class Comparison:
    """One declared function or variable of a program, case by case beside the right one."""

    def __init__(self, declared: Check, program: Program, exercise: Exercise, guard: Guard) -> None:
        self.declared = declared
        self.exercise = exercise
        self.guard = guard
        self.program = program
        self.cases = declared.cases()
        self.outcomes = list(declared.run(program, self.cases))
        # Of several right conventions, the one that the program comes closest to.
        self.right = min(declared.right(self.cases), key=lambda right: len(self.failing(right)))
        self.failed = sorted(self.failing(self.right), key=self.rank)

    def rank(self, i: int) -> tuple[bool, int]:
        """Sort the smallest case first; but after a time-out, later cases fail of that alone."""
        late = self.outcomes[i].timed_out
        if isinstance(self.declared, Gradients):  # the author's own case first, to follow by hand
            return not late, i
        return not late, i if late else size(self.cases[i])

    def failing(self, right: Sequence[Any]) -> list[int]:
        """Return which cases are not as they should be."""
        return [i for i in range(len(self.cases)) if not self.is_right(self.outcomes[i], i, right)]

    def is_right(self, outcome: Outcome, i: int, right: Sequence[Any]) -> bool:
        """Return whether an outcome of case i is right: no error, no changed input, same value."""
        return (
            outcome.raised is None
            and not self.changed(outcome, i)
            and same(outcome.value, right[i])
        )

    def changed(self, outcome: Outcome, i: int) -> bool:
        """Return whether the call changed its arguments."""
        return bool(outcome.arguments) and not same(outcome.arguments, self.cases[i], UNCHANGED)

    def verdict(self) -> Verdict | None:
        """Return what is wrong, or None."""
        if not self.failed:
            return None
        call = self.example().call
        outcome = self.outcomes[self.failed[0]]
        if outcome.timed_out:
            return Verdict("fail", f"{call} does not end: does a loop never stop?", call=call)
        found = self.found()
        if found is not None:
            first = "" if found.alone else f"{FIRST if found.sure else MAYBE} "
            return self.example().told(first + found.mistake.reason, found.mistake)
        if outcome.raised is not None:
            described = self.program.describe(outcome.raised)
            return raised_verdict("fail", f"{call} raises", described, call)
        returned = [i for i in self.failed if self.outcomes[i].raised is None]
        pairs = [(self.outcomes[i].value, self.right[i]) for i in returned]
        differing = [(a, e) for a, e in pairs if not same(a, e)]
        if differing:
            line = self.search.line() if self.search else ""
            return self.example().told(f"{self.declared.why(differing)} {line}".strip())
        why = "The result is right, but an input is changed: work on a copy, `x.copy()`."
        return Verdict("fail", f"{why}\n{call}", call=call)

    def example(self) -> Example:
        """Return the smallest case that fails."""
        i = self.failed[0]
        outcome = self.outcomes[i]
        if outcome.raised is None:
            actual, expected = shown_pair(outcome.value, self.right[i])
        else:
            actual, expected = public_type(outcome.raised), shown(self.right[i])
        call = self.declared.text([shown(argument) for argument in self.cases[i]])
        return Example(call, actual, expected if self.declared.reveals else None)

    def found(self) -> Found | None:
        """Return the known mistake that the program makes; of several, the one to mend first."""
        mistakes = self.exercise.mistakes
        exact = next((m for m in mistakes if self.fits(m)), None)
        if exact is not None:
            return Found(exact, alone=True)
        return self.search.found(mistakes, self.exercise.solution) if self.search else None

    @cached_property
    def search(self) -> Search | None:
        """What looks for mistakes in a backward pass; None for any other function."""
        if not isinstance(self.declared, Gradients):
            return None
        return Search(self.declared, self.cases, self.outcomes, self.right, self.forms)

    def gradients(self) -> list[Entry] | None:
        """Return every gradient beside its measured slope, in the case that fails or the last."""
        if not isinstance(self.declared, Gradients):
            return None
        i = self.failed[0] if self.failed else len(self.declared.fixed) - 1
        return self.declared.table(self.cases[i], self.outcomes[i].value)

    def forms(self, mistake: Mistake) -> Iterator[Iterator[Outcome]]:
        """Yield what each form of a known mistake does, case by case; nothing if it cannot run."""
        program = Program(mistake.code, mistake.slug, self.guard, MISTAKE_SECONDS)
        if program.load().raised is None and not self.declared.missing(program):
            yield self.declared.run(program, self.cases)
            names = program.namespace
            for form in names.get("FORMS", []):
                program.namespace = {**names, self.declared.name: form}
                yield self.declared.run(program, self.cases)

    def fits(self, mistake: Mistake) -> bool:
        """Return whether a known mistake, in one of its forms, does just what the program does."""
        # A mistake in another function of the exercise leaves this one right: the program,
        # which is not, then differs from it somewhere.
        return any(
            all(alike(*pair) for pair in zip_longest(self.outcomes, theirs, fillvalue=NOTHING))
            for theirs in self.forms(mistake)
        )


def alike(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes are the same: value and arguments, or kind of error."""
    if a.raised is not None or b.raised is not None:
        return type(a.raised) is type(b.raised)
    return (same(a.value, b.value) or same(b.value, a.value)) and same(a.arguments, b.arguments)
