"""A class's progress files as one table, with everything that was passed checked again."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from builder.base.errors import BuildError, disk_errors
from builder.base.places import SITE
from builder.pages.content import Page
from builder.site import assets
from builder.site.assemble import environment
from builder.tools import recheck
from builder.tools.class_files import Learner, RefusedError, read

FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would compute
KINDS = ("predictions", "blanks", "cells", "tasks", "questions")


@dataclass(frozen=True)
class Table:
    """Columns with how many there are of each, one row per file, and the files left out."""

    columns: dict[str, int]
    rows: list[dict[str, Any]]
    left_out: list[tuple[str, str]]  # a file, and why


def collect(folder: Path, pages: Sequence[Page]) -> Table:
    """Read all files below a folder and check again what was passed."""
    if not folder.is_dir():
        raise BuildError(f"{folder} isn't a folder")
    format_ = f"{assets.course_names()['id']}-progress"
    learners: list[Learner] = []
    left_out = []
    for path in sorted(path for path in folder.rglob("*") if not path.is_dir()):
        place = path.relative_to(folder).as_posix()
        try:
            learners.append(read(path, place, format_))
        except RefusedError as error:
            left_out.append((place, str(error)))
    known = {f"{page.slug}/{name}" for page in pages for name in page.exercises}
    claimed = [program for one in learners for program in one.passed() if program[0] in known]
    results = recheck.verdicts(claimed)
    rows = [row(one, pages, results) for one in learners]
    return Table(columns(pages), rows, left_out)


def columns(pages: Sequence[Page]) -> dict[str, int]:
    """Return what is counted, and how many there are."""
    totals = {kind: sum(len(getattr(page, kind)) for page in pages) for kind in KINDS}
    by_page = {page.slug: len(page.exercises) for page in pages if page.exercises}
    return {"exercises": sum(by_page.values()), **by_page, **totals}


def row(
    learner: Learner, pages: Sequence[Page], results: Mapping[recheck.Program, str]
) -> dict[str, Any]:
    """Return one learner's line of the table."""
    passed = {program[0] for program in learner.passed() if results.get(program) == "pass"}
    by_page = {
        page.slug: sum(f"{page.slug}/{name}" in passed for name in page.exercises)
        for page in pages
        if page.exercises
    }
    return {
        "learner": learner.name,
        "saved": learner.saved,
        "exercises": len(passed),
        **by_page,
        **learner.counted(pages),
        "unconfirmed": " ".join(sorted({name for name, _ in learner.passed()} - passed)),
        "file": learner.file,
    }


def as_csv(table: Table) -> str:
    """Return the table for a spreadsheet, which must not compute what a learner wrote."""
    ends = {"learner": 0, "saved": 0, **table.columns, "unconfirmed": 0, "file": 0}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(f"{name} (of {count})" if count else name for name, count in ends.items())
    for one in table.rows:
        writer.writerow(safe(one[name]) for name in ends)
    return text.getvalue()


def safe(value: object) -> object:
    """Return a text that a spreadsheet takes for a text."""
    risky = isinstance(value, str) and value.startswith(FORMULA)
    return f"'{value}" if risky else value


def as_page(table: Table, pages: Sequence[Page]) -> str:
    """Return the table as a page to print, which needs no other file."""
    texts = assets.strings()
    style = (SITE / "progress" / "class-sheet.css").read_text(encoding="utf-8")
    titles = {page.slug: page.meta["title"] for page in pages} | texts["collect"]
    template = environment(texts, []).get_template("progress/class-sheet.html")
    today = date.today().isoformat()
    return template.render(table=table, titles=titles, style=style, date=today)


def write(folder: Path, out: Path, pages: Sequence[Page]) -> None:
    """Collect a folder into a CSV file and, beside it, a page; say what was left out."""
    table = collect(folder, pages)
    page = out.with_suffix(".html")
    with disk_errors(f"writing {out}"):
        out.write_text(as_csv(table), encoding="utf-8-sig", newline="")
        page.write_text(as_page(table, pages), encoding="utf-8")
    for name, why in table.left_out:
        print(f"{name}: not read, {why}")
    for one in table.rows:
        if one["unconfirmed"]:
            print(f"{one['file']}: didn't pass when checked again: {one['unconfirmed']}")
    print(f"Wrote {out} and {page}, with {len(table.rows)} learners")
