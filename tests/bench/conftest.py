"""The benchmarks' server and table."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from builder.base.browsers import SHELL, WHOLE
from builder.parts import pinned
from builder.serving.server import Handler
from builder.site.assemble import build
from tests.bench.figures import Results
from tests.conftest import CHROMIUM_FLAGS
from tests.support import serve


@pytest.fixture(scope="session")
def chromium_names() -> tuple[str, ...]:
    """A learner's has windows; the other only where there's no such Chromium."""
    return (*WHOLE, SHELL)


@pytest.fixture(scope="session")
def chromium_flags() -> list[str]:
    """Those with which code runs as fast as a learner's."""
    return CHROMIUM_FLAGS


class CachingHandler(Handler):
    """Lets the browser keep files for ten minutes, as GitHub Pages does."""

    cache_control = "max-age=600"


@pytest.fixture(scope="session")
def fast_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder of its own: a build meanwhile does not change what is measured."""
    folder = tmp_path_factory.mktemp("site")
    build(folder)
    return folder


@pytest.fixture(scope="session")
def fast_site(fast_folder: Path) -> Iterator[str]:
    yield from serve(fast_folder, 8400, handler=CachingHandler)


@pytest.fixture(scope="session")
def bare(bare_folder: Path) -> Iterator[str]:
    yield from serve(bare_folder, 8450, handler=CachingHandler)


@pytest.fixture(scope="session")
def bare_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The peer: a page that only calls loadPyodide with NumPy in a worker, parts as published."""
    folder = tmp_path_factory.mktemp("bare")
    for name, path in {**pinned.npm_files("pyodide"), **pinned.wheels()}.items():
        (folder / name).symlink_to(path)
    (folder / "index.html").write_text(
        "<!doctype html><script type=module>"
        "new Worker('worker.mjs', {type: 'module'}).onmessage = ({data}) => {"
        "window.result = data; window.took = performance.now(); }"
        "</script>"
    )
    (folder / "worker.mjs").write_text(
        "import { loadPyodide } from './pyodide.mjs';"
        "const pyodide = await loadPyodide({packages: ['numpy']});"
        "postMessage(pyodide.runPython('import numpy as np; int(np.arange(5).sum())'));"
    )
    return folder


@pytest.fixture(scope="session")
def jupyterlite() -> Iterator[str]:
    """JupyterLite's REPL, which runs a NumPy cell as it opens; a folder that `jupyter lite build`
    made, with Pyodide's files in it, is named by MODULE3_JUPYTERLITE.
    """
    folder = os.environ.get("MODULE3_JUPYTERLITE")
    if not folder:
        pytest.skip("MODULE3_JUPYTERLITE names no folder made by `jupyter lite build --apps repl`")
    code = quote("import numpy as np; np.full(5, 2469).sum()")
    for address in serve(Path(folder), 8480, handler=CachingHandler):
        yield f"{address}repl/index.html?kernel=python&code={code}"


@pytest.fixture(scope="session")
def results() -> Iterator[Results]:
    """Collects the figures; at the end they are printed and kept for the README."""
    collected = Results()
    yield collected
    collected.keep()
