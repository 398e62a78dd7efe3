"""Directives of the page "Licenses and privacy": who is behind this copy, whose work is in it."""

from __future__ import annotations

import os
import subprocess
import tomllib

from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.places import SITE
from builder.base.tree import digest
from builder.pages.content import Page
from builder.pages.directives.shared import Shared, refuse
from builder.parts import credits

ABOUT = SITE / "about.toml"
MADE_FROM = ("site", "py", "models", "pyproject.toml", "package-lock.json")
LINKS = ("https://", "mailto:")


class Credits(Shared):
    """What a reader, a teacher, or a lawyer asks about the site as a whole."""

    def about(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{about}`: author, version, date, source, and contact of this copy."""
        refuse(lesson, line, "about", argument, body)
        version = credits.course().version
        return self.put(lesson, "reading/about", about(), version, changed())

    def credits(self, lesson: Page, argument: str, body: str, line: int) -> str:
        """A fence `{credits}`: all works that the site ships, and the file of their licenses."""
        refuse(lesson, line, "credits", argument, body)
        place = f"parts/{digest(credits.files())}/{credits.FILE}"
        return self.put(lesson, "reading/credits", credits.every(), lesson.root + place)


def about() -> dict[str, str]:
    """Read about.toml; what it leaves open is the repository in which GitHub builds the site."""
    told = tomllib.loads(ABOUT.read_text(encoding="utf-8"))
    server, repository = (os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY"))
    home = f"{server}/{repository}" if server and repository else ""
    found = {"source": home, "contact": f"{home}/issues" if home else ""}
    found |= {name: text for name, text in told.items() if text}
    for name in ("source", "contact"):
        if found[name] and not found[name].startswith(LINKS):
            raise BuildError(f"{ABOUT}: {name} begins with https:// or mailto:, or is empty")
    return found


def changed() -> str:
    """Return the day on which what the site is made from last changed; "" where git can't tell."""
    command = ["git", "log", "-1", "--format=%cs", "--", *MADE_FROM]
    try:
        return subprocess.check_output(
            command, cwd=ROOT, text=True, stderr=subprocess.DEVNULL
        ).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
