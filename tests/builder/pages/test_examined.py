"""A goal or a question of "In your own words" without an item: the build says what to add."""

from pathlib import Path

import pytest

from builder.base.errors import BuildError
from builder.pages import examined
from builder.pages.content import Page
from course.quiz.items import Source

RECAP = "## In your own words\n\nAloud.\n\n1. Why `W.T`? Say\n   it in full.\n2. What's {math}?\n"
TEXT = f"Text.\n\n{RECAP.format(math='$p - Y$')}\n:::{{aside}} Answers\n1. Because.\n:::\n"
HOME = Page(Path("quiz"), "quiz", {"goals": ["Recall"]}, f"```{{quiz}}\n```\n\n{RECAP}", 4)


def page(*goals, text=TEXT):
    return Page(Path("one"), "one", {"goals": goals}, text, 4)


def item(goal, *recap, lesson="one"):
    return Source("an-item", lesson, goal, 1, Path("item.py"), lambda rng: None, recap=recap)


OF_HOME = ("Why `W.T`? Say it in", "What's {math}")


def test_recap_questions_are_read_as_a_learner_does():
    asked = [(2 + 4, "Why `W.T`? Say it in full."), (2 + 6, "What's $p - Y$?")]
    assert examined.recap(page()) == asked
    assert examined.recap(page(text="Text.\n")) == []


@pytest.mark.parametrize(
    ("goals", "items", "message"),
    [
        (
            ("a", "b"),
            [item(0, "Why `W", "What's $")],
            r"page\.md: .* goal 'b': .* GOAL = 1 in one/",
        ),
        (
            ("a",),
            [item(0, "What's $p")],
            r"page\.md:10: .* add RECAP = 'Why `W.T`\? Say it in full\.'",
        ),
        (("a",), [item(0, "Why `W")], r"page\.md:12: .* add RECAP = "),
        (("a",), [item(0, "Why `W", "What's $", "How")], r"item\.py: RECAP must be .* not 'How'"),
        (("a",), [item(0, "Why `W", "What's $", "Wh")], r"item\.py: RECAP must be .* not 'Wh'"),
    ],
)
def test_what_no_item_examines_is_refused(goals, items, message):
    with pytest.raises(BuildError, match=message):
        examined.refuse([page(*goals), HOME], HOME, [*items, item(0, "What's {math}")])


def test_an_item_for_each_is_enough():
    whole = [item(0, "Why `W", "What's {"), item(1, "What's $p")]
    examined.refuse([page("a", "b"), HOME], HOME, whole)
    project = page("a", "b", text="```{project} hand\n```\n")
    examined.refuse([project, HOME], HOME, [item(0, *OF_HOME)])


def test_another_lessons_item_does_not_do():
    two = Page(Path("two"), "two", {}, TEXT, 4)
    items = [item(0, "Why `W", "What's {", "What's $p")]
    with pytest.raises(BuildError, match="two/page") as raised:
        examined.refuse([page("a"), two, HOME], HOME, items)
    assert str(raised.value).count("no quiz item") == 2
    examined.refuse(
        [page("a"), two, HOME], HOME, [*items, item(0, "Why", "What's $", lesson="two")]
    )
