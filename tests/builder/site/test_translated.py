"""The interface in another language: whole sections, the same texts, the same placeholders."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.errors import BuildError, ContentError
from builder.base.tree import read
from builder.pages.content import Page
from builder.site import assets, translated
from builder.site.assemble import environment
from builder.site.scripts import Scripts, csp_hash

ENGLISH = """[words]
language = "en"
greeting = "Hello, {name}"

[site]
own_name = "English"

[formula]
star = "star"

[pad]
clear = "Clear {count|thing|things}"
"""
GERMAN = """[words]
language = "de"
greeting = "Hallo, {name}"

[site]
own_name = "Deutsch"

[formula]
star = "Stern"
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, object]]:
    """A function that reads the texts of a German interface, beside a small English one."""
    monkeypatch.setattr(assets, "SITE", tmp_path)
    monkeypatch.setattr(translated, "SITE", tmp_path)
    (tmp_path / "strings.toml").write_text(ENGLISH)

    def run(text: str) -> dict[str, object]:
        (tmp_path / "strings.de.toml").write_text(text)
        assert translated.languages() == ["de"]
        return translated.strings("de")

    return run


def test_sections_that_no_page_needs_may_be_missing(
    german: Callable[[str], dict[str, object]],
) -> None:
    assert german(GERMAN).keys() == {"words", "site", "formula"}
    lacking = german(GERMAN.replace('own_name = "Deutsch"\n', ""))
    assert lacking["site"] == {"own_name": "English"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GERMAN.replace("greeting", "greetings"), r":3: \[words\] has no text greetings"),
        (GERMAN.replace("{name}", "du"), r":3: greeting lacks \{name\}"),
        (GERMAN + '\n[pad]\nclear = "{one|a|b}"\n', r":12: clear lacks \{count\}"),
        (GERMAN.replace("{name}", "{name} {x}"), r":3: greeting has \{x\}, which nobody fills in"),
        (f"{GERMAN}\n[pads]\n", ":11: no section is called pads"),
        ('[site]\nown_name = "Deutsch"\n', r"every page shows texts of \[words\]"),
    ],
)
def test_texts_that_do_not_fit_are_refused(
    german: Callable[[str], dict[str, object]], text: str, told: str
) -> None:
    with pytest.raises(ContentError, match=rf"strings\.de\.toml{told}|strings\.de\.toml: {told}"):
        german(text)


def test_a_page_shows_no_texts_that_are_missing(tmp_path: Path) -> None:
    page = Page(tmp_path, "a", {}, "", 0, language="de", live={"[data-pad]": "pad/pad.js"})
    texts = translated.strings("de")
    translated.refuse_missing(page, texts)
    with pytest.raises(ContentError, match=r"page\.de\.md: strings\.de\.toml lacks \[pad\]"):
        translated.refuse_missing(page, {name: texts[name] for name in texts if name != "pad"})
    templates = environment({"words": texts["words"]}, [])
    with pytest.raises(BuildError, match=r"strings\.de\.toml: .* shows texts of \[pad\]"):
        templates.from_string("{{ t.pad.clear }}").render()


def test_a_page_loads_its_language_in_place_of_english(tmp_path: Path) -> None:
    loads = Scripts({"frame/main.js": ["kit/generated/strings.js"]}, "static/v")
    page = Page(tmp_path, "a", {}, "", 0, language="de")
    made = translated.made("de", translated.strings("de"), [page], loads)
    context = made.context(page)
    imports = json.loads(context["import_map"])["imports"]
    assert page.root == "../../"
    ours = imports["../../static/v/kit/generated/strings.js"]
    assert "Stopp" in read(made.files[ours.removeprefix("../../")]).decode()
    assert context["import_map_hash"] == csp_hash(context["import_map"])
    modules = made.scripts.of_page("frame/main.js", {})
    assert ours.removeprefix("../../") in modules
    assert "static/v/kit/generated/strings.js" not in modules
    assert "static/v/kit/generated/strings.js" in loads.of_page("frame/main.js", {})


def test_formulas_are_read_in_the_pages_language() -> None:
    source = '<msup intent="_layer:infix(transpose($x),$n)"><mi>w</mi></msup> a_star:b'
    texts = translated.strings("de")
    assert translated.formulas(source, texts) == source.replace("_layer", "_Schicht")
