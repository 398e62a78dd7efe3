"""Help with what Python can't do in a browser; outside of one, these sentences would be false."""

import sys

from course.cells.help.spot import Failure, Row, Sentence

NO_SITES = "Python in this page can't reach other sites. Put what you need into the code."


def in_page(sentence: str) -> Sentence:
    """Say it only where Python runs in a page."""

    def told(failure: Failure) -> str | None:
        return sentence if sys.platform == "emscripten" else None

    return told


ROWS: list[Row] = [
    (
        RuntimeError,
        "[Ss]tack switch|cannot be called from a running event loop",
        "Code here can wait by itself: write `await main()` instead of `asyncio.run(main())`.",
    ),
    (
        RuntimeError,
        "can't start new thread",
        in_page("Python in a page has only one thread. Call the function directly."),
    ),
    (
        OSError,
        "does not support processes",
        in_page("A page can't start other programs. Most of what they do, Python can do itself."),
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
        in_page("There's no such file: Python in this page can't see your computer's files."),
    ),
    (
        ValueError,
        "This site has no",
        "You can only install packages that this site has. The message lists them.",
    ),
    (
        EOFError,
        r"input\(\) works after",
        "Reload the page and `input()` works. Or write the value into the code: `name = 'Ada'`.",
    ),
    (EOFError, r"input\(\) can't", "Write the value into the code instead: `name = 'Ada'`."),
]
