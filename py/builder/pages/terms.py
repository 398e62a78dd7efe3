"""Key terms: each is explained once, and other places lead to the glossary's entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from builder.base.errors import BuildError
from builder.pages.content import Page
from builder.pages.roles import Term

RUN_IN = ".,:;?!"  # bold words that end with one of these head their paragraph
LONGEST = 3  # words of a term; more are a stressed sentence


def refuse(pages: Iterable[Page], terms: Sequence[Term], buttons: Collection[str]) -> None:
    """Refuse a bold term that has no entry, and an entry that nothing leads to.

    buttons: the words of the interface, which a text may set in bold too.

    Raises:
        BuildError: all of them, one a line.

    """
    pages = list(pages)
    entries = {name.lower() for term in terms for name in (term.entry, term.shown)}
    told = [
        f"{where}: **{words}** looks like a term, and the glossary has no entry for it: "
        "write {term}`name: meaning`, or *words* for stress"
        for page in pages
        for where, words in page.placed(page.bold)
        if words[-1] not in RUN_IN
        and len(words.split()) <= LONGEST
        and words not in buttons
        and words.lower() not in entries
    ]
    led = {address for page in pages for _, address in page.links}
    told += [
        f"{term.page.source}: no text leads to the glossary's entry {term.entry}: "
        f"link it where it's used again, [{term.entry}](glossary#{term.anchor})"
        for term in terms
        if f"glossary/#{term.anchor}" not in led
    ]
    if told:
        raise BuildError("\n".join(["the glossary and the texts don't match:", *told]))
