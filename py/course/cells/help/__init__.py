"""One sentence of help for an error, for beginners: true of this very error, or absent.

The sentence comes with Python's message, never instead of it. HELP is the table: the first
row whose exception and message fit decides.
"""

import ast
import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from course.cells.help import arrays, browser, calls, models, names, syntax, values
from course.cells.help.spot import Failure, Row, spot_of

HELP: list[Row] = [
    *syntax.ROWS,
    *browser.ROWS,
    *models.ROWS,
    *names.ROWS,
    *arrays.ROWS,
    *calls.ROWS,
    *values.ROWS,
]


def help_for(
    error: BaseException,
    message: str,
    places: list[TracebackType],
    variables: Mapping[str, Any],
) -> str | None:
    """Return the sentence of the first row that fits, or None.

    places: where in the learner's code the error passed, the outermost first. What the learner's
    own `raise` says needs no help.
    """
    place = places[-1] if places else None
    spot = spot_of(place)
    if place is not None and place.tb_next is None and isinstance(spot.node, ast.Raise):
        return None
    for kind, pattern, sentence in HELP:
        if isinstance(error, kind) and (match := re.search(pattern, message)):
            if callable(sentence):
                return sentence(Failure(error, match, places, variables, spot))
            return sentence.format(**match.groupdict())
    return None
