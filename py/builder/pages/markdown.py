"""Markdown to HTML: markdown-it with mathematics, highlighted code and our directives.

A directive is a fence whose info string begins with its name in braces, e.g.

    ```{cell} forward
    import numpy as np
    ```

or, where its body is prose, a colon fence: `:::{aside} Why a bias?` ... `:::`. Inline roles
such as {value}`expression:.2f` are in `builder.roles`. What is not known here is refused.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, _TokenType
from pygments.util import ClassNotFound

from builder.base.errors import ContentError, authored
from builder.base.places import SITE
from builder.pages.content import Page, Section
from builder.pages.formulas import mathematics
from builder.pages.names import Names
from builder.pages.roles import LIVE, ROLES, Term, blank, blank_name, read_term

# A link to a page of ours: its slug, `loss#two-curves`; SLUG/app is a lesson's program.
PAGE_LINK = re.compile(r"(?P<slug>[a-z]+(?:-[a-z]+)*(?P<app>/app)?)(?P<fragment>#.+)?")
TITLED = {"aside": 0, "exercise": 1}  # directives with a title, and the words before it
LINE = "line"  # of a token within a line, in its meta
DIRECTIVE = re.compile(r"\{(?P<name>[\w-]+)\}\s*(?P<argument>.*)")

# A directive gets the lesson, what follows its name, its body and its first line in the text.
Directive = Callable[[Page, str, str, int], str]


def lasting(name: str, argument: str) -> str:
    """Return a directive without its title, as it is in every language."""
    words = argument.split()[: TITLED.get(name)]
    return " ".join([f"{{{name}}}", *words])


def highlighted(code: str, language: str) -> str:
    """Return code as HTML spans that site/css/code.css colours.

    Raises:
        ValueError: the language is not known.

    """
    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        raise ValueError(f"no language is called {language!r}") from None
    kinds = groupby(lexer.get_tokens(code), key=lambda piece: _class_of(piece[0]))
    return "".join(
        _span(kind, html.escape("".join(text for _, text in pieces), quote=False))
        for kind, pieces in kinds
    )


@cache
def _coloured() -> frozenset[str]:
    """Return Pygments' short names of what code.css colours: a span for the rest is dead weight."""
    style = (SITE / "cells" / "code.css").read_text(encoding="utf-8")
    named = re.findall(r"^\.(\w+)(?=[,\s])", style, flags=re.M)
    return frozenset({*named} & {*STANDARD_TYPES.values()})


def _class_of(kind: _TokenType) -> str:
    name = STANDARD_TYPES.get(kind, "")
    return name if name in _coloured() else ""


def _span(kind: str, text: str) -> str:
    return f'<span class="{kind}">{text}</span>' if kind else text


def number_lines(state: StateCore) -> None:
    """Note at each role and link the line on which it is, from its text's first."""
    for token in state.tokens:
        line = (token.map or [0])[0]
        for child in token.children or []:
            child.meta = {**child.meta, LINE: line}
            line += child.type in ("softbreak", "hardbreak")


def plain(token: Token) -> str:
    """Return a line's text without its marks: `@` is @."""
    return "".join(child.content for child in token.children or [])


def located(rule: Callable[..., str]) -> Callable[..., str]:
    """Return what renders a formula by this rule, and says where one is that can't be read."""

    def render(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        token, lesson = tokens[index], env["lesson"]
        line = env["line"] + (token.map or [token.meta.get(LINE, 0)])[0]
        with authored(lesson.folder.parents[1], partial(lesson.error, line)):
            return rule(tokens, index, options, env)

    return render


class LessonMarkdown:
    """Renders one lesson's text; strict about directives, roles and languages."""

    def __init__(
        self,
        directives: Mapping[str, Directive],
        addresses: Mapping[str, str],
        names: Names,
        quotes: str = "“”‘’",
    ) -> None:
        self.directives = directives
        self.addresses = addresses  # slug -> the page's address below the root
        self.names = names  # of any text
        self.terms: list[Term] = []  # in the order of the texts
        options = {"html": False, "typographer": True, "quotes": quotes}
        self.parser = MarkdownIt("commonmark", options)
        self.parser.enable(["table", "strikethrough", "smartquotes", "replacements"])
        self.parser.use(dollarmath_plugin, renderer=mathematics, allow_space=False)
        self.parser.use(colon_fence_plugin).use(myst_role_plugin)
        # `{#address}` on the line above a heading keeps its address when its words change.
        self.parser.use(attrs_block_plugin, allowed=["id"])
        self.parser.use(anchors_plugin, min_level=2, max_level=3)
        self.parser.core.ruler.push("lines", number_lines)
        renderer = self.parser.renderer
        assert isinstance(renderer, RendererHTML)
        self.renderer = renderer
        for rule in (
            "fence",
            "colon_fence",
            "myst_role",
            "heading_open",
            "heading_close",
            "link_open",
            "strong_open",
            "table_open",
            "table_close",
            "math_block",
        ):
            renderer.rules[rule] = getattr(self, f"_render_{rule}")
        rules: dict[str, Any] = renderer.rules
        rules |= {name: located(rules[name]) for name in rules if name.startswith("math_")}

    def render(self, lesson: Page, text: str | None = None, line: int = 0) -> str:
        """Return the HTML of a lesson, or of a part of it that begins at `line`."""
        env = {"lesson": lesson, "line": line}
        body: str = self.parser.render(lesson.text if text is None else text, env)
        return body

    def inline(self, lesson: Page, text: str, line: int = 0) -> str:
        """Return the HTML of a text within a line."""
        return str(self.parser.renderInline(text, {"lesson": lesson, "line": line}))

    def names_of(self, lesson: Page) -> Names:
        """Return what expressions may use at this place of the text."""
        return lesson.names or self.names

    def _render_fence(
        self,
        tokens: Sequence[Token],
        index: int,
        _options: OptionsDict,
        env: EnvType,
    ) -> str:
        token = tokens[index]
        lesson, line = env["lesson"], env["line"] + (token.map or [0])[0]
        directive = DIRECTIVE.fullmatch(token.info.strip())
        if directive:
            if re.search(rf"^{token.markup}{{", token.content, re.M):
                raise lesson.error(line, f"another directive begins before {token.markup} ends it")
            return self._direct(lesson, directive, token.content, line)
        try:
            code = highlighted(token.content, token.info.strip() or "text")
        except ValueError as error:
            raise lesson.error(line, str(error)) from None
        return f'<pre class="code" tabindex="0"><code>{code}</code></pre>\n'

    _render_colon_fence = _render_fence

    def _direct(self, lesson: Page, directive: re.Match[str], body: str, line: int) -> str:
        known = self.directives.get(directive["name"])
        if known is None:
            names = ", ".join(sorted(self.directives))
            raise lesson.error(line, f"unknown directive {directive['name']!r} (known: {names})")
        argument = directive["argument"].strip()
        lesson.directives.append((line, directive["name"]))
        lesson.outline.append((line, lasting(directive["name"], argument)))
        with authored(lesson.folder.parents[1], partial(lesson.error, line)):
            return known(lesson, argument, body, line)

    def _render_link_open(
        self,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        """Lead `slug#place` to the page that has this slug."""
        token, lesson = tokens[index], env["lesson"]
        href, line = str(token.attrs["href"]), env["line"] + token.meta.get(LINE, 0)
        link = PAGE_LINK.fullmatch(href)
        if link:
            if link["slug"] not in self.addresses:
                known = ", ".join(sorted(self.addresses))
                raise lesson.error(line, f"link to {href}: no page has this slug (known: {known})")
            address = self.addresses[link["slug"]] + (link["fragment"] or "")
            token.attrSet("href", lesson.root + address)
            lesson.links.append((line, address))
            if "glossary/#term-" in address:
                lesson.live |= LIVE["link to a term"]
            if link["app"]:  # its content security policy differs
                token.attrSet("data-full-load", "")
        elif href.startswith("#"):
            lesson.links.append((line, lesson.address + href))
        elif not href.startswith("https://"):
            raise lesson.error(line, f"link to {href}: write https://..., #place or slug#place")
        return self.renderer.renderToken(tokens, index, options, env)

    def _render_heading_open(
        self,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        """Note where a section begins."""
        token = tokens[index]
        line = env["line"] + (token.map or [0])[0]
        env["lesson"].outline.append((line, f"#{token.attrs.get('id', '')}"))
        if token.tag == "h2":
            section = Section(str(token.attrs["id"]), plain(tokens[index + 1]))
            env["lesson"].sections.append(section)
        return self.renderer.renderToken(tokens, index, options, env)

    def _render_heading_close(
        self,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        """Give a heading a link to itself, for the mouse; the list of contents has one for all."""
        anchor = html.escape(str(tokens[index - 2].attrs.get("id", "")))
        link = f'<a class="permalink" href="#{anchor}" tabindex="-1" aria-hidden="true"></a>'
        return (link if anchor else "") + self.renderer.renderToken(tokens, index, options, env)

    def _render_strong_open(
        self,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        """Note what is bold: it may be a term."""
        token, lesson = tokens[index], env["lesson"]
        words, after = tokens[index + 1 : index + 3]
        if words.type == "text" and after.type == "strong_close":
            lesson.bold.append((env["line"] + token.meta.get(LINE, 0), words.content))
        return self.renderer.renderToken(tokens, index, options, env)

    def _render_table_open(
        self, _tokens: Sequence[Token], _index: int, _options: OptionsDict, env: EnvType
    ) -> str:
        """Let a wide table scroll by itself on a phone, and by keyboard, hence the tab stop."""
        env["lesson"].live |= LIVE["table"]
        return '<div class="table" tabindex="0"><table>\n'

    def _render_math_block(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Let a wide formula scroll, as a table does."""
        env["lesson"].live |= LIVE["formula"]
        formula = mathematics(tokens[index].content, {"display_mode": True})
        return f'<div class="math block" tabindex="0">\n{formula}\n</div>\n'

    def _render_table_close(self, *_arguments: object) -> str:
        return "</table></div>\n"

    def _render_myst_role(
        self,
        tokens: Sequence[Token],
        index: int,
        _options: OptionsDict,
        env: EnvType,
    ) -> str:
        token, lesson = tokens[index], env["lesson"]
        name, line = token.meta["name"], env["line"] + token.meta.get(LINE, 0)
        known = sorted([*ROLES, "blank", "term"])
        if name not in known:
            raise lesson.error(line, f"unknown role {name!r} (known: {', '.join(known)})")

        def refused(said: str) -> ContentError:
            error: ContentError = lesson.error(line, f"{{{name}}}`{token.content}`: {said}")
            return error

        with authored(lesson.folder.parents[1], refused):
            if name == "term":
                return self._term(lesson, token.content, line)
            lesson.live |= LIVE.get(name, {})
            names = self.names_of(lesson)
            if name == "blank":
                lesson.inline.append(
                    (line, f"{{blank}}`{token.content.partition('|')[0].strip()}`")
                )
                lesson.add("blanks", blank_name(token.content, lesson.blanks))
                return blank(token.content, names, f"{lesson.slug}/{lesson.blanks[-1]}")
            return ROLES[name](token.content, names)

    def _term(self, lesson: Page, text: str, line: int) -> str:
        """{term}`shown = entry: meaning`: a key term where it first stands; see the glossary."""
        term = read_term(lesson, text)
        if any(term.entry == other.entry for other in self.terms):
            raise ValueError(f"{term.entry} is explained twice")
        self.terms.append(term)
        lesson.inline.append((line, f"{{term}}`{term.entry}`"))
        # its role would be read out as "description term, 0 values"
        return f'<dfn id="{term.anchor}" role="none">{html.escape(term.shown)}</dfn>'
