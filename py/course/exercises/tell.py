"""Third step of a check: what the learner is told."""

from dataclasses import dataclass, replace
from typing import Any

from course.cells.errors import public_type
from course.cells.program import Outcome, Program
from course.exercises.compare import UNCHANGED, Comparison
from course.exercises.diagnose import Diagnosis
from course.exercises.gradients import Entry
from course.exercises.mistakes import Mistake
from course.exercises.values import same
from course.exercises.words import sentences, shown, shown_pair

RIGHT = "Correct: your code gives the right result on every input we tried."
FIRST = "More than one thing is wrong. Fix this first:"
COPY = "Work on a copy, `x.copy()`, so that the input stays as it was."
START = (
    "This is still the code you started from. Below is one input and what it should give. "
    "Change the code, then check again."
)
LONG = 100  # characters of a message of Python or NumPy that comes after ours
MAYBE = "This explains only part of what's wrong, so start here:"
TOO_LONG = "took too long, so it was stopped. Is there a loop that never ends?"


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
    printed: str | None = None  # by the program, on the way to the shown case
    gradients: list[Entry] | None = None  # as `Gradients.table` has them


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


def tell(compared: Comparison, diagnosis: Diagnosis) -> Verdict:
    """Return the verdict on a program that fails."""
    failed = sorted(compared.failed, key=lambda i: i not in diagnosis.shows)
    compared = replace(compared, failed=failed)
    outcome, example = compared.shown, example_of(compared)
    call = example.call
    if outcome.timed_out:
        return Verdict("fail", f"{call} {TOO_LONG}", call=call)
    found = diagnosis.found
    if found is not None:
        first = "" if found.alone else f"{FIRST if found.sure else MAYBE} "
        return example.told(first + found.mistake.reason, found.mistake)
    if outcome.raised is not None:
        described = compared.program.describe(outcome.raised)
        return raised_verdict("fail", f"{call} raises", described, call)
    differing = [i for i in compared.failed if compared.differs(i)]
    if differing:
        pairs = [(compared.outcomes[i].value, compared.right[i]) for i in differing]
        why = compared.declared.why(pairs, [compared.cases[i] for i in differing])
        if diagnosis.where:  # it's the next step, instead of one in general
            why = " ".join([*sentences(why)[:-1], diagnosis.where])
        return example.told(why)
    return example.told(f"Your result is right, but your code changes an input. {COPY}")


def tell_start(compared: Comparison) -> Verdict:
    """Return the verdict on a start that nobody has changed: what it does, but not why."""
    if not compared.declared.reveals:
        return tell(compared, Diagnosis())
    return example_of(compared).told(START)


def example_of(compared: Comparison) -> Example:
    """Return the case that is shown."""
    i, declared = compared.failed[0], compared.declared
    outcome, right = compared.outcomes[i], compared.right[i]
    if outcome.raised is not None:
        actual, expected = public_type(outcome.raised), shown(right)
    elif compared.differs(i):
        actual, expected = shown_pair(outcome.value, right)
    else:  # the result is right, an argument is changed
        before, after = (declared.inputs(a) for a in (compared.cases[i], outcome.arguments))
        name = next(name for name in before if not same(after[name], before[name], UNCHANGED))
        pair = shown_pair(after[name], before[name])
        actual, expected = f"{name} is {pair[0]} afterward", f"{name} stays {pair[1]}"
    call = declared.text([shown(argument) for argument in compared.cases[i]])
    return Example(call, actual, expected if declared.reveals else None)


def tell_not_run(program: Program, loaded: Outcome) -> Verdict:
    """Return the verdict on a program whose top level does not come to its end."""
    if loaded.timed_out:
        return Verdict("error", f"Your code {TOO_LONG}")
    assert loaded.raised is not None
    return raised_verdict("error", "Your code can't run", program.describe(loaded.raised))


def raised_verdict(
    result: str, what: str, raised: dict[str, Any], call: str | None = None
) -> Verdict:
    """Return a verdict that tells of an error: Python's message first, then the help."""
    line = f" (line {raised['line']})" if "line" in raised else ""
    own, ours = raised["message"], raised.get("help")
    if ours and len(own) > LONG:
        message = f"{what}: {raised['type']}{line}\n{ours}\nPython's own words: `{own}`"
    else:
        message = "\n".join(filter(None, [f"{what}: {raised['type']}: {own}{line}", ours]))
    return Verdict(
        result,
        message,
        call=call,
        line=raised.get("line"),
        help=raised.get("help"),
        traceback=raised["traceback"],
    )
