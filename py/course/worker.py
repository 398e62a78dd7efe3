"""Where Python meets the web worker: the one module here that may import Pyodide's."""

from collections.abc import Callable

from course.bridge import Bridge


def start(post: Callable[[str], None]) -> Callable[[str], str]:
    """Return `dispatch` of a new Bridge whose events go to `post`, a JavaScript function.

    Only strings cross: `post(text)` for each event, and dispatch(text) -> text for a request.
    """
    return Bridge(post).dispatch
