"""Checks a learner's program: whether it does what is right, and if not, what it does instead.

The program runs on fixed and on random inputs, beside the right function. If they differ, the
known mistakes run on the same inputs: the one whose results are the learner's is the diagnosis.
Nothing ever looks at the text of the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.compare import same, shown, shown_pair, size
from course.errors import public_type
from course.exercise import Check, Exercise, Mistake
from course.guard import Guard
from course.program import Outcome, Program

SECONDS = 3.0  # for a learner's program
MISTAKE_SECONDS = 1.0  # for each known mistake


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


def check(exercise: Exercise, code: str, guard: Guard, seconds: float = SECONDS) -> Verdict:
    """Return the verdict on a program. Never raises for what the program does."""
    program = Program(code, exercise.name, guard, seconds)
    loaded = program.load()
    if loaded.timed_out:
        return Verdict("error", "The code did not come to its end: does a loop never stop?")
    if loaded.raised is not None:
        return raised_verdict("error", "The code cannot be run", program.describe(loaded.raised))
    for declared in exercise.checks:
        missing = declared.missing(program)
        if missing:
            return Verdict("fail", missing)
        verdict = Comparison(declared, program, exercise.mistakes, guard).verdict()
        if verdict is not None:
            return verdict
    return Verdict("pass", "Right: it agrees on every input that was tried.")


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

    def __init__(
        self, declared: Check, program: Program, mistakes: Sequence[Mistake], guard: Guard
    ) -> None:
        self.declared = declared
        self.mistakes = mistakes
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
        return bool(outcome.arguments) and not same(outcome.arguments, self.cases[i])

    def verdict(self) -> Verdict | None:
        """Return what is wrong, or None."""
        if not self.failed:
            return None
        call = self.example().call
        outcome = self.outcomes[self.failed[0]]
        if outcome.timed_out:
            return Verdict("fail", f"{call} does not end: does a loop never stop?", call=call)
        mistake = next((m for m in self.mistakes if self.fits(m)), None)
        if mistake is not None:
            return self.example().told(mistake.reason, mistake)
        if outcome.raised is not None:
            described = self.program.describe(outcome.raised)
            return raised_verdict("fail", f"{call} raises", described, call)
        returned = [i for i in self.failed if self.outcomes[i].raised is None]
        pairs = [(self.outcomes[i].value, self.right[i]) for i in returned]
        differing = [(a, e) for a, e in pairs if not same(a, e)]
        if differing:
            return self.example().told(self.declared.why(differing))
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

    def fits(self, mistake: Mistake) -> bool:
        """Return whether a known mistake does just what the program does, in every case."""
        program = Program(mistake.code, mistake.slug, self.guard, MISTAKE_SECONDS)
        if program.load().raised is not None or self.declared.missing(program):
            return False
        # A mistake in another function of the exercise leaves this one right: the program,
        # which is not, then differs from it somewhere.
        theirs = self.declared.run(program, self.cases)
        return all(alike(mine, other) for mine, other in zip(self.outcomes, theirs, strict=True))


def alike(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes are the same: value and arguments, or kind of error."""
    if a.raised is not None or b.raised is not None:
        return type(a.raised) is type(b.raised)
    return (same(a.value, b.value) or same(b.value, a.value)) and same(a.arguments, b.arguments)
