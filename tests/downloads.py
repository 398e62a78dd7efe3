"""A host whose downloads break off, for tests of what fetches from it."""

from __future__ import annotations

import hashlib
from http.server import BaseHTTPRequestHandler
from typing import Any

from builder.base.fetch import SourceError

PAYLOAD = bytes(range(256)) * 4000


SHA = hashlib.sha256(PAYLOAD).hexdigest()


class Flaky(BaseHTTPRequestHandler):
    """Serves a payload; the first answer breaks off after a third, Range is honoured."""

    payload: bytes
    calls: list[str | None]

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        type(self).calls.append(wanted)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(self.payload) - start))
        self.end_headers()
        end = len(self.payload) // 3 if len(self.calls) == 1 else len(self.payload)
        self.wfile.write(self.payload[start:end])

    def log_message(self, *_arguments: object) -> None:
        pass


def refuse(_target: object) -> Any:
    raise SourceError("not today")
