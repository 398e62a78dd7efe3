"""The whole of dist/: lessons rendered into pages, beside the assets that they load."""

from __future__ import annotations

import html
import json
import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

import nn
from builder.base import tree
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError, ContentError
from builder.base.kept import keep, stored
from builder.base.pip import LOCKS
from builder.base.places import SITE
from builder.base.tree import Tree, digest, read
from builder.pages import app, cells, notebooks, quiz, terms
from builder.pages.content import ENGLISH, Lesson, Page, load_lessons, load_pages
from builder.pages.directives.registry import Directives, check_all_used
from builder.pages.languages import translations
from builder.pages.markdown import highlighted
from builder.pages.names import Names, read_by_python
from builder.parts import course, credits, fonts
from builder.site import assets, links, scripts, service_worker, translated

DIST = ROOT / "dist"
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)  # code, figures, captions
GATHERS = re.compile(r"^```\{(?:glossary|parts|progress)\}", re.MULTILINE)
LEFT_OVER = re.compile(r"\{[a-z]+\}`.{0,40}")  # a role that was read as plain text


@dataclass
class Site:
    """What a build made: its files, its pages, and where the parts are."""

    tree: Tree
    pages: list[Page]  # the lessons first
    sources: Tree  # our JavaScript and CSS as it is written
    index: dict[str, dict[str, dict[str, Any]]]
    scripts: scripts.Scripts
    links: list[tuple[str, str]]  # what leads somewhere and stands in no page, and where it leads


def build(dist: Path = DIST, *, readable: bool = False) -> Site:
    """Render everything, refuse dead links, and write `dist`.

    readable: with our JavaScript as it is written, for developers.
    """
    try:
        site = assemble(readable=readable)
    except TemplateError as error:
        raise broken_template(error) from error
    links.refuse_dead(site.tree, site.links)
    tree.write(site.tree, dist)
    return site


def broken_template(error: TemplateError) -> ContentError:
    """Say in which template's line an error lies."""
    if isinstance(error, TemplateSyntaxError):
        return ContentError(Path(error.filename or "a template"), error.lineno, str(error.message))
    frames = traceback.extract_tb(error.__traceback__)
    last = next((one for one in reversed(frames) if one.filename.endswith(".html")), frames[-1])
    return ContentError(Path(last.filename), last.lineno, str(error))


def assemble(*, readable: bool = False) -> Site:
    """Make all files of the site in memory."""
    files: tree.Tree = {}
    texts = assets.strings()
    lessons = load_lessons(SITE / "lessons")
    names = Names(computed_values(), read_by_python())
    pages = load_pages(SITE / "pages")
    questions = quiz.make([*lessons, *pages], names)
    apps = app.load(lessons)
    collected: assets.Parts = {**assets.collect_parts(), "quiz": {**questions.versions}}
    bare = environment(texts, lessons)
    for one in apps:
        collected["app"] = app.part(one, bare, collected)
    directives = Directives(bare, lessons, names, [*pages, *apps])
    spoken = {language: translated.strings(language) for language in translated.languages()}
    foreign = translations.load([*lessons, *pages], spoken)
    for page in (*lessons, *apps, *sorted(pages, key=gathers)):
        render_text(page, directives)
    directives.remind(lessons)
    terms.refuse((*lessons, *pages), directives.markdown.terms, assets.words(texts))
    directives.offer(lessons, pages)
    for language, told in spoken.items():
        render_language(language, told, lessons, pages, apps, names)
    everything = (*lessons, *apps, *pages, *foreign)
    htmls = [page.html for page in everything]
    htmls += [word for told in (texts, *spoken.values()) for word in assets.words(told)]
    htmls += [json.dumps(page.says, ensure_ascii=False) for page in foreign]
    htmls += [read(version).decode() for version in questions.versions.values()]
    collected["fonts"] = fonts.files(map(html.unescape, htmls))
    credits.refuse_unknown(collected)
    collected["credits"] = {**credits.files()}
    index = assets.add_parts(files, collected)
    live = scripts.table(bare)
    written = assets.sources(index, texts, live, [*lessons, *pages])
    loaded = scripts.as_written(written) if readable else scripts.in_few(written)
    static = assets.add_static(files, loaded.files)
    loads = scripts.Scripts(loaded.imports, static)
    templates = environment(texts, lessons, static, loads, index["fonts"])
    for one in apps:
        text = templates.get_template("frame/app.html").render(
            page=one,
            root=one.root,
            pad=app.rendered(one, "pad.html", templates, on_page=True),
            config=app.page_config(one, index),
            steps=app.shown(one, directives.markdown),
            whole=highlighted(one.program, "python"),
        )
        files[f"{one.address}index.html"] = text.encode()
    for page in (*lessons, *pages, *foreign):  # the quiz shows figures of all lessons
        shown = lessons if page.has_quiz else [page]
        page.styles = assets.styles_of(page, shown)
    files |= home_files([*lessons, *pages], directives)
    names.keep()
    files |= page_files(templates, lessons, pages)
    for language, told in spoken.items():
        made = translated.made(language, told, foreign, loads)
        files |= made.files
        mixed = translations.in_their_language(lessons, language)
        others = translations.in_their_language(pages, language)
        their = environment(told, mixed, static, made.scripts, index["fonts"])
        files |= page_files(their, mixed, others, made)
    files["404.html"] = not_found(templates)
    files[".nojekyll"] = b""  # GitHub Pages serves every file as it is
    service_worker.add(files, static, index, spoken)
    texts_links = [link for page in everything for link in page.placed(page.links)]
    mistakes_links = [link for page in everything for link in page.sees]
    more = [*texts_links, *questions.links, *mistakes_links]
    return Site(files, [*lessons, *pages, *apps, *foreign], written, index, loads, more)


def render_language(
    language: str,
    texts: Mapping[str, Any],
    lessons: list[Lesson],
    pages: list[Page],
    apps: Sequence[Page],
    names: Names,
) -> None:
    """Render the pages that there are in a language, between the English ones that fill in."""
    mixed = translations.in_their_language(lessons, language)
    others = translations.in_their_language(pages, language)
    quotes = texts["site"]["quotes"]
    bare = environment(texts, mixed)
    directives = Directives(bare, mixed, names, [*others, *apps], quotes)
    for page in (*mixed, *sorted(others, key=gathers)):
        if page.language == language:
            render_text(page, directives)
            translations.refuse_misfit(page)
            page.html = translated.formulas(page.html, texts)
            translated.refuse_missing(page, texts)
            for other in others:
                if other.meta.get("offered") == page.slug:
                    directives.offer_on(page, other)
    if mixed[0].language == language:
        directives.remind(mixed)


def page_files(
    templates: Environment,
    lessons: Sequence[Lesson],
    pages: Sequence[Page],
    made: translated.Made | None = None,
) -> Tree:
    """Return the files of all pages in a language, English if it isn't said; others fill in."""
    language = made.language if made else ENGLISH

    def written(page: Page, template: str, **more: object) -> Tree:
        context = made.context(page) if made else {}
        one = templates.get_template(template)
        text = one.render(page=page, root=page.root, **context, **more)
        return {f"{page.address}index.html": text.encode()}

    files: Tree = {}
    for page in pages:
        if page.language == language:
            files |= written(page, "frame/page.html")
    for lesson, before, after in zip(lessons, [None, *lessons], [*lessons[1:], None], strict=False):
        if lesson.language == language:
            files |= written(lesson, "frame/lesson.html", before=before, after=after)
    return files


def home_files(pages: list[Page], directives: Directives) -> Tree:
    """Return the pages' notebooks and the wheel that these need, each below its address."""
    written = notebooks.notebooks(
        pages, directives.markdown.parser, directives.markdown.names, course.wheel_name()
    )
    found: Tree = {course.wheel_name(): course.wheel(), **written}
    for page in filter(notebooks.has_notebook, pages):
        page.notebook = f"{notebooks.FOLDER}/{notebooks.name_of(page)}"
    return {f"{notebooks.FOLDER}/{name}": content for name, content in found.items()}


def gathers(page: Page) -> bool:
    """Tell whether a page shows what others hold: it is rendered after them."""
    return GATHERS.search(page.text) is not None


def render_text(page: Page, directives: Directives) -> None:
    """Fill in a page's HTML and count the words of its prose."""
    page.html = directives.markdown.render(page)
    left = LEFT_OVER.search(page.html)
    if left:
        hint = "in a table, its | is written \\|"
        raise page.error(None, f"the text shows {left[0]!r}: a role is broken off ({hint})")
    cells.run_all(page)
    page.words = len(FENCED.sub(" ", page.text).split())
    directives.equip(page)
    check_all_used(page)


def environment(
    texts: Mapping[str, Any],
    lessons: list[Lesson],
    static: str = "",
    loads: scripts.Scripts | None = None,
    letters: Mapping[str, Any] | None = None,
) -> Environment:
    """Return the templates with what all of them may use; an unknown name is an error."""
    templates = Environment(
        loader=FileSystemLoader(SITE),
        bytecode_cache=Compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["fill"] = assets.fill
    templates.globals.update(
        t=Texts(texts),
        language_names=translated.names(),
        lessons=lessons,
        static=static,
        scripts=loads,
        course=assets.course_names()["id"],
        letters=letters["text.woff2"]["path"] if letters else "",
        icon=f"{static}/icon.svg",
        wheel=f"{notebooks.FOLDER}/{course.wheel_name()}",
    )
    return templates


class Compiled(BytecodeCache):
    """Compiled templates. Jinja sees whether one has changed, but not how it's to be compiled."""

    def __init__(self) -> None:
        by = digest({"options": Path(__file__), "versions": LOCKS / "build.txt"})
        self.folder = f"jinja/{by}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept of a template."""
        if found := stored(f"{self.folder}/{bucket.key}"):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that has been compiled."""
        keep(f"{self.folder}/{bucket.key}", bucket.bytecode_to_string())


class Texts:
    """The texts by section, as attributes, since `clear` of a dict would be the dict's own."""

    def __init__(self, texts: Mapping[str, Any]) -> None:
        self._language = texts["words"]["language"]
        vars(self).update({name: SimpleNamespace(**texts[name]) for name in texts})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or self._language == ENGLISH:
            raise AttributeError(name)
        file = translated.file(self._language)
        raise BuildError(f"{file}: a page in this language shows texts of [{name}]")


def computed_values() -> dict[str, Any]:
    """Return the names that the expressions of any text may use."""
    return {"np": np, "nn": nn, "card": assets.model_card()}


def not_found(templates: Environment) -> bytes:
    """Render 404.html, which stands alone: it is served for addresses of any depth.

    Its style and its one script are inline, allowed by their hashes alone.
    """
    style = (SITE / "frame" / "tokens.css").read_text(encoding="utf-8")
    style += (SITE / "frame" / "404.css").read_text(encoding="utf-8")
    script = (SITE / "frame" / "404.js").read_text(encoding="utf-8")
    page = templates.get_template("frame/404.html").render(
        style=style,
        script=script,
        style_hash=scripts.csp_hash(style),
        script_hash=scripts.csp_hash(script),
    )
    return page.encode()
