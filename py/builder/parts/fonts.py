"""The letters: a face for text and one for mathematics, each cut down to what the pages show."""

from __future__ import annotations

import logging
import string
import unicodedata
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from builder.base.kept import kept
from builder.base.pip import LOCKS
from builder.base.tree import Content, digest
from builder.parts import pinned

# The file that a page loads, the part that it comes from, and which of its weights are kept.
FACES = (
    ("text.woff2", "source-serif-4", "source-serif-4-latin-wght-normal.woff2", (400, 700)),
    ("text-italic.woff2", "source-serif-4", "source-serif-4-latin-wght-italic.woff2", (400, 700)),
    ("math.woff2", "stix-two-math", "stix-two-math-latin-400-normal.woff2", None),
)
# What a page may come to show that no text holds: messages, code, the signs of a root.
ALWAYS = string.printable.strip() + "\N{NO-BREAK SPACE}‘’“”–—…−·×√"
# Italic letters of mathematics: browsers show them for the plain ones of MathML.
ITALIC = {
    unicodedata.normalize("NFKC", letter): letter
    for letter in map(chr, (*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C), 0x210E))
}
LEGAL_NAMES = [0, 13, 14]  # of a font's name table: copyright, license, where the license is
OPTIONS = {"flavor": "woff2", "hinting": False, "layout_features": ["*"], "name_IDs": LEGAL_NAMES}


def files(texts: Iterable[str]) -> dict[str, Content]:
    """Return the faces with all characters of these texts, and each face's license."""
    shown = {*ALWAYS, *"".join(texts)}
    letters = "".join(sorted(shown | {ITALIC[one] for one in shown & ITALIC.keys()}))
    made: dict[str, Content] = {}
    for name, part, source, weights in FACES:
        taken = pinned.npm_files(part)
        made[name] = _cut(taken[source], letters, weights)
        made[f"{part}-license.txt"] = taken["LICENSE"]
    return made


def _cut(source: Path, letters: str, weights: tuple[int, int] | None) -> bytes:
    """Return the face with these letters only, made anew only when something changes."""
    needs: Mapping[str, Content] = {
        "source": source,
        "letters": letters.encode(),
        "recipe": f"{OPTIONS} {weights}".encode(),
        "tools": LOCKS / "build.txt",
    }

    def made() -> bytes:
        from fontTools import subset  # slow to load, and seldom needed
        from fontTools.ttLib import TTFont
        from fontTools.varLib import instancer

        logging.getLogger("fontTools").setLevel(logging.ERROR)
        options = subset.Options(**OPTIONS)
        font = TTFont(source, recalcTimestamp=False)
        cutter = subset.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(font)
        if weights:
            font = instancer.instantiateVariableFont(font, {"wght": weights})
        file = BytesIO()
        subset.save_font(font, file, options)
        return file.getvalue()

    return kept(f"fonts/{source.stem}-{digest(needs)}.woff2", made)
