"""The development server: the MIME types that browsers insist on, and a path prefix."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from socket import AI_PASSIVE, SOCK_STREAM, getaddrinfo
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from builder.base.errors import BuildError

PORTS_TO_TRY, LAST_PORT = 20, 65535


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix, as GitHub Pages would: no headers of our own."""

    protocol_version = "HTTP/1.1"
    # Head and body go out in one piece; else the second waits for the first to be acknowledged.
    wbufsize = -1
    disable_nagle_algorithm = True
    cache_control = "no-cache"  # the browser asks again each time: a rebuilt page is seen
    extensions_map = {  # noqa: RUF012 (typed so in the base class)
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".json": "application/json",
        ".onnx": "application/octet-stream",
        ".whl": "application/zip",
    }

    def __init__(self, *args: object, prefix: str, **options: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Map an address to a file; what is outside the prefix is no file."""
        below = unquote(urlsplit(path).path)
        if not below.startswith(self.prefix) or "\0" in below:
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + below.removeprefix(self.prefix))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer; the site's own folder without its last slash is another name of the site."""
        if urlsplit(self.path).path == self.prefix.rstrip("/"):
            self.send_response(301)
            self.send_header("Location", self.prefix)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return super().send_head()

    def list_directory(self, path: str | PathLike[str]) -> None:
        """Show no listing: a folder without a page is missing, as on GitHub Pages."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Say how long the browser may keep the answer."""
        self.send_header("Cache-Control", self.cache_control)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet: the terminal shows builds."""


class Server(ThreadingHTTPServer):
    """Does not print a traceback when a browser closes a connection early."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: Callable[..., Handler]) -> None:
        """Listen on an address of either family: 127.0.0.1, ::1, a host's name."""
        found = getaddrinfo(*address, type=SOCK_STREAM, flags=AI_PASSIVE)
        self.address_family = found[0][0]
        super().__init__(address, handler)

    def handle_error(self, *_arguments: object) -> None:
        """Ignore broken connections."""


def listen(
    folder: Path, host: str, port: int, prefix: str = "/", handler: type[Handler] = Handler
) -> Server:
    """Return a server for `folder` on the first free port from `port` on (0: any).

    Raises:
        BuildError: none of the next ports is free, or this machine has no such address.

    """
    answering = partial(handler, directory=str(folder), prefix=prefix)
    for candidate in range(port, min(port + PORTS_TO_TRY, LAST_PORT + 1)):
        try:
            return Server((host, candidate), answering)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise BuildError(f"cannot listen on {host}: {error.strerror}") from error
    raise BuildError(f"no free port from {port} on (try --port)")


def start(server: Server) -> threading.Thread:
    """Serve in the background."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    return thread
