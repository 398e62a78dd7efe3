"""Every link between the site's files leads somewhere, or the build fails."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from builder.base.errors import BuildError
from builder.base.tree import Tree, read


class _Page(HTMLParser):
    """Collects a page's ids and what it links to, with line numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[int, str]] = []

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src") and value is not None:
                self.links.append((self.getpos()[0], value))


def refuse_dead(tree: Tree, more: Iterable[tuple[str, str]] = ()) -> None:
    """Refuse a page that links to a file or an id that is not there, or is not relative.

    more: links that stand in no page, as (who holds it, address from the site's root).

    Raises:
        BuildError: all dead links, one a line.

    """
    pages: dict[str, _Page] = {}
    for name in tree:
        if name.endswith(".html") and name != "404.html":  # 404.html finds its links itself
            pages[name] = _Page()
            pages[name].feed(read(tree[name]).decode())
    dead = [
        f"{holder}: dead link {link}"
        for holder, link in more
        if not _alive("index.html", link or "./", tree, pages)
    ]
    dead = dead or [  # of templates: what is dead in a text has been told with its own line
        f"{name}:{line}: dead link {link}"
        for name, page in pages.items()
        for line, link in page.links
        if not _alive(name, link, tree, pages)
    ]
    if dead:
        raise BuildError("\n".join(["links that lead nowhere:", *dead]))


def _alive(name: str, link: str, tree: Tree, pages: dict[str, _Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme in ("https", "data", "mailto"):
        return True
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return False  # the site must work below any path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    if parts.path == "":
        target = name
    elif parts.path.endswith("/") or target == ".":
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target not in tree:
        return False
    anchor = parts.fragment.partition("?")[0]  # what follows is the state of a figure
    return not anchor or anchor in pages[target].ids
