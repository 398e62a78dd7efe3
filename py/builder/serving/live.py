"""Live reload: what the development server adds to the site, and what no published file contains.

Each page gets one more script, which asks now and then which build there is and loads the page
again when it is another than its own. The service worker takes a new version without being asked.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from builder.base.tree import sha256
from builder.serving.server import Handler

SCRIPT = Path(__file__).with_name("live.js")
ADDRESS = "live/"  # below the site's root; no page is called so
TAKE_OVER = b"\nself.addEventListener('install', () => self.skipWaiting());\n"
HEAD_ENDS = b"</head>"


class LiveHandler(Handler):
    """Serves a site that is built again and again to pages that follow it."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with what is added or changed here, or with the file as it is."""
        made = self.made()
        if made is None:
            return super().send_head()
        kind, body = made
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def made(self) -> tuple[str, bytes] | None:
        """Return the type and the bytes of what is no plain file; None for all that is one."""
        address = urlsplit(self.path).path
        if address == f"{self.prefix}{ADDRESS}version":
            return "text/plain", self.version().encode()
        if address == f"{self.prefix}{ADDRESS}reload.js":
            return "text/javascript", SCRIPT.read_bytes()
        file = Path(self.translate_path(self.path))
        if file.is_dir() and address.endswith("/"):
            file /= "index.html"
        if not file.is_file():
            return None
        if address == f"{self.prefix}sw.js":
            return "text/javascript", file.read_bytes() + TAKE_OVER
        if file.name == "index.html":
            return "text/html; charset=utf-8", self.with_script(file.read_bytes())
        return None

    def version(self) -> str:
        """Return the name of the build. Its sw.js lists every file and is written last."""
        return sha256(Path(self.directory) / "sw.js")[:12]

    def with_script(self, page: bytes) -> bytes:
        """Return a page with the script, which is told what build the page belongs to."""
        address = f"{self.prefix}{ADDRESS}reload.js?{self.version()}"
        script = f'<script type="module" src="{address}"></script>'
        return page.replace(HEAD_ENDS, script.encode() + HEAD_ENDS, 1)
