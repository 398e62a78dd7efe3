"""Help with what Python in a browser cannot do; outside of one, these sentences would be false."""

import sys

from course.cells.help.spot import Failure, Row, Sentence

NO_SITES = "Python in this page can't reach other sites: put what you need into the code."


def in_page(sentence: str) -> Sentence:
    """Say it only where Python runs in a page."""

    def told(failure: Failure) -> str | None:
        return sentence if sys.platform == "emscripten" else None

    return told


ROWS: list[Row] = [
    (
        RuntimeError,
        "Cannot stack switch|cannot be called from a running event loop",
        "A cell waits by itself: write `await main()` instead of `asyncio.run(main())`.",
    ),
    (
        RuntimeError,
        "can't start new thread",
        in_page("Python in a page has one thread: call the function directly, without a thread."),
    ),
    (
        OSError,
        "does not support processes",
        in_page("A page can start no other programs; Python can do most of it by itself."),
    ),
    (
        RuntimeError,
        "TLS not supported",
        in_page(NO_SITES),
    ),
    (
        OSError,
        "unreachable|unknown url type|refused|not known|resolution|timed out",
        in_page(NO_SITES),
    ),
    (
        FileNotFoundError,
        "",
        in_page("No such file is here: Python in this page doesn't see your computer's files."),
    ),
    (
        ValueError,
        "This site has no",
        "Only what this site itself holds can be installed; the message lists it.",
    ),
    (EOFError, r"input\(\)", "Write the value into the code instead: `name = 'Ada'`."),
]
