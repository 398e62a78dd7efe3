"""What expressions in a text may use, and what they give, which is kept from build to build."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from builder.base.bootstrap import ROOT
from builder.base.kept import keep, stored
from builder.base.places import MODELS, SITE
from builder.base.tree import Content, digest

# The format is optional, and the colon of a slice, x[1:2], begins none.
COMPUTED = re.compile(r"(?P<expression>.+?)(?::(?P<form>[+,]?,?(?:\.\d+)?[defg%]?))?", re.DOTALL)


class Let(NamedTuple):
    """Python that computes names for a text, and the line of its file above it, counted from 1."""

    code: str
    file: Path
    line: int


class Names:
    """Names for expressions: those that any text may use or, by `after`, a text's own as well.

    made_from: a digest of all that they are computed from. With it, what expressions give is kept,
    and Python runs only for what has never been asked. Without it, nothing is kept.
    """

    def __init__(
        self, values: Callable[[], Mapping[str, Any]] | Mapping[str, Any], made_from: str = ""
    ) -> None:
        self._compute = values if callable(values) else lambda: values
        self.made_from = made_from
        self._kept_as = f"values/{made_from}.json"
        found = stored(self._kept_as) if made_from else None
        self.known = found is not None
        self._texts: dict[str, str] = json.loads(found or b"{}")
        self._changed = not self.known
        self._after: dict[Let, Names] = {}

    @cached_property
    def values(self) -> dict[str, Any]:
        """The values of the names."""
        return dict(self._compute())

    def text(self, source: str) -> str:
        """Return the text of `expression:format`, where the format may be left out.

        Raises whatever the expression raises.
        """
        if source not in self._texts:
            parts = COMPUTED.fullmatch(source)
            assert parts is not None
            found = eval(parts["expression"], dict(self.values))
            self._texts[source] = format(found, parts["form"] or "")
            self._changed = True
        return self._texts[source]

    def after(self, let: Let) -> Names:
        """Return these names with those that a {let} adds. Raises what it raises."""
        if let not in self._after:
            code = {"before": self.made_from.encode(), "code": let.code.encode()}
            later = Names(lambda: self._run(let), self.made_from and digest(code))
            if not later.known:
                _ = later.values  # it runs here and now, so that what it raises is told
            self._after[let] = later
        return self._after[let]

    def _run(self, let: Let) -> dict[str, Any]:
        names = dict(self.values)
        # Its lines are those of the file, so that an error names the one that it happened in.
        exec(compile("\n" * let.line + let.code, str(let.file), "exec"), names)
        return {name: names[name] for name in names if not name.startswith("__")}

    def keep(self) -> None:
        """Keep what has been computed for the next build."""
        if self._changed and self.made_from:
            keep(self._kept_as, json.dumps(self._texts, ensure_ascii=False).encode())
        for later in self._after.values():
            later.keep()


def read_by_python() -> str:
    """Return a digest of all that Python may read when it computes what pages show.

    That is our code, the versions that it runs with, the model, and of the pages all but the texts.
    """
    pages = [SITE / "lessons", SITE / "pages"]
    files: dict[str, Content] = {
        path.relative_to(ROOT).as_posix(): path
        for folder in (ROOT / "py", MODELS, *pages)
        for path in folder.rglob("*.*")
        if path.suffix not in (".md", ".pyc") and path.is_file()
    }
    return digest({**files, "Python": sys.version.encode()})
