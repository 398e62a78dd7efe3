"""A cache of its own, and a host whose downloads break off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path

import pytest

from builder.base import fetch
from tests.downloads import PAYLOAD, Flaky


@pytest.fixture
def flaky() -> Iterator[tuple[str, type[Flaky]]]:
    handler = type("Handler", (Flaky,), {"calls": [], "payload": PAYLOAD})
    running = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/file", handler
    running.shutdown()
    running.server_close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MODULE3_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(fetch, "unreachable", {})
    return tmp_path / "cache"
