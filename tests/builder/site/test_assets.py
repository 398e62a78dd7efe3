"""The style files that all pages share: whose rules meet whose."""

from __future__ import annotations

import re
from itertools import combinations

from builder.base.places import SITE

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def rules(css: str) -> dict[str, str]:
    """Return each selector with what is declared for it."""
    return {
        selector.strip(): " ".join(body.split())
        for selectors, body in RULE.findall(COMMENT.sub("", css))
        for selector in selectors.split(",")
    }


def test_no_page_dresses_what_another_page_shows() -> None:
    paths = [*SITE.glob("lessons/*/*.css"), *SITE.glob("pages/*/*.css")]
    read = {path: rules(path.read_text(encoding="utf-8")) for path in sorted(paths)}
    assert len(read) >= 5
    for one, other in combinations(read, 2):
        shared = read[one].keys() & read[other].keys()
        assert {s for s in shared if read[one][s] != read[other][s]} == set(), (one, other)
