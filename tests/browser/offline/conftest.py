"""A server of our own, whose site a test may change; and what an installation comes to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.serving import server

# The worker of the first installation is kept: when an installation fails, the browser soon
# forgets its registration, and a test that asks for it later may find none.
KEEP_THE_WORKER = """window.installed = new Promise((found) => {
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = async function (...wanted) {
    const registration = await register.apply(this, wanted);
    found(registration.installing ?? registration.waiting ?? registration.active);
    return registration;
  };
});"""
ENDED = """async () => {
  const worker = await window.installed;
  while (!['activated', 'redundant'].includes(worker.state)) {
    await new Promise((next) => worker.addEventListener('statechange', next, { once: true }));
  }
  return worker.state;
}"""


@dataclass
class Host:
    """A server of our own, with a copy of the site that a test may change, and stop."""

    folder: Path
    listening: server.Server

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listening.server_port}/repo/"

    def stop(self) -> None:
        self.listening.shutdown()
        self.listening.server_close()


def linked_or_copied(source: str, target: str) -> None:
    """A link is made at once, but only within a file system, and /tmp may be one of its own."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@pytest.fixture
def host(dist: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "dist"
    shutil.copytree(dist, folder, copy_function=linked_or_copied)
    listening = server.listen(folder, "127.0.0.1", 8300, "/repo/")
    server.start(listening)
    running = Host(folder, listening)
    yield running
    running.stop()
