"""The figures that the README tells."""

from __future__ import annotations

import json

import pytest

from builder.base import bootstrap
from builder.base.errors import BuildError
from builder.tools import readme


def test_the_readme_tells_the_cards_figures() -> None:
    card = json.loads((bootstrap.ROOT / "models" / "digits.json").read_text())
    assert readme.card_table(card) in (bootstrap.ROOT / "README.md").read_text()


def test_readme_markers_must_be_there() -> None:
    assert readme.replaced("a\n<!-- x -->\nold\n<!-- /x -->\n", "x", "new").splitlines()[2] == "new"
    with pytest.raises(BuildError, match="<!-- y -->"):
        readme.replaced("a", "y", "new")
