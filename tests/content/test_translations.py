"""The translations that there are: whole, and with the same code as in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.base.places import SITE
from builder.base.toml import read_toml
from builder.pages.content import Page, load_lessons, load_pages
from builder.pages.exercises import hints, hints_in
from builder.pages.languages import said
from builder.pages.languages.translations import load
from builder.site import assets, translated
from course.exercises.mistakes import read_mistakes

PAGES = load([*load_lessons(SITE / "lessons"), *load_pages(SITE / "pages")], translated.languages())
EXERCISES = [
    pytest.param(page, folder, id=f"{page.address}{folder.name}")
    for page in PAGES
    for folder in sorted(page.folder.glob("exercises/*"))
]


def code_in(text: str) -> set[str]:
    """Return what a text has in code type."""
    return set(re.findall(r"`([^`]+)`", text))


@pytest.mark.parametrize(("page", "folder"), EXERCISES)
def test_every_mistake_and_every_hint_is_translated(page: Page, folder: Path) -> None:
    told = dict(said.mistakes(folder, page.language))
    for mistake in read_mistakes(folder):
        assert code_in(told[mistake.reason]) == code_in(mistake.reason), mistake.slug
    mine, language = hints_in(folder, page.language)
    assert language == page.language
    for own, english in zip(mine, hints(folder), strict=True):
        assert len(code_in(own)) == len(code_in(english))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_messages_have_the_same_code(page: Page) -> None:
    for pairs in said.tables(page).values():
        for english, own in pairs:
            assert code_in(own) == code_in(english)


@pytest.mark.parametrize("language", translated.languages())
def test_a_translated_section_is_whole(language: str) -> None:
    english = assets.strings()
    for section, texts in read_toml(translated.file(language)).items():
        assert texts.keys() == english[section].keys(), section
