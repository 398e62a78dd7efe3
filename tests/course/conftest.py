"""MNIST in chunks, as the page's Python finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.parts import mnist as packed
from builder.parts import slim
from course.project import mnist
from course.project.mnist import Mnist
from tests.support import loaded


@pytest.fixture(scope="session")
def chunks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds mnist/ as the page's Python finds it."""
    folder = tmp_path_factory.mktemp("site-packages")
    (folder / mnist.FOLDER).mkdir()
    for name, pack in packed.packs().items():
        plain = slim.unpack(pack)
        for path, data in plain.items():
            (folder / path).write_bytes(data)
        assert list(plain) == [f"{mnist.FOLDER}/{name.removesuffix('.pack')}"]
    return folder


@pytest.fixture(scope="session")
def data(chunks: Path) -> Mnist:
    return loaded(chunks, list(mnist.CHUNKS))
