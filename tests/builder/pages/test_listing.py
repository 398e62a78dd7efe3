"""Listings: the page shows a program with what this very program has printed."""

import json

import pytest

from builder.base import command_line
from builder.base.errors import BuildError, ContentError
from builder.pages import listings


@pytest.fixture
def program(tmp_path):
    (tmp_path / "01-first" / "listings").mkdir(parents=True)
    path = tmp_path / "01-first" / "listings" / "one.py"
    path.write_text("print('a < b', 0.25, -1.5)\n")
    return path


def test_a_listing_is_shown_with_what_it_printed(program, render):
    listings.write(program)
    html = render("```{listing} one\n```\n")
    assert "<code>one.py</code>" in html
    assert "<samp>a &lt; b 0.25 -1.5\n</samp>" in html
    assert listings.printed(program).torch in html
    assert listings.numbers(listings.printed(program).output) == [0.25, -1.5]
    assert command_line.parse(["listings"]).command == "listings"


def test_another_program_than_the_one_that_ran_is_refused(program, render):
    with pytest.raises(ContentError, match=r"isn't known .* run `python3 build\.py listings`"):
        render("```{listing} one\n```\n")
    listings.write(program)
    program.write_text(program.read_text() + "# another\n")
    with pytest.raises(ContentError, match=r"one\.py: .* changed .* run `python3 build\.py"):
        render("```{listing} one\n```\n")
    kept = json.loads(program.with_suffix(".json").read_text())
    program.write_bytes(b"print('a < b', 0.25, -1.5)\r\n")
    assert listings.digest(program) == kept["sha256"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```{listing} two\n```\n", r"lesson\.md:8: there is no listings/two\.py"),
        ("```{listing} one\nx = 1\n```\n", "has no body"),
        ("Text.", r"listings/one\.py is not used"),
    ],
)
def test_what_a_text_gets_wrong_is_said(program, render, text, message):
    with pytest.raises(ContentError, match=message):
        render(text)


def test_a_program_that_fails_is_shown_with_its_error(program):
    program.write_text("1 / 0\n")
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        listings.write(program)
