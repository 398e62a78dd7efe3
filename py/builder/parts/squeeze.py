"""Zstandard for what is large: a fifth less to send than by the gzip of any host.

Such a file lies in dist/ with `.zst` behind its name. Whoever fetches it in the page undoes that
(site/kit/download.js); the service worker stores it as it was. PyScript and ONNX Runtime, which
fetch their WebAssembly by its own name, find that beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import zstandard

from builder.base.kept import kept
from builder.base.tree import Content, read

END = ".zst"  # as site/kit/download.js and site/offline/sw.js have it
PAYS = (".pack", BESIDE := ".wasm")
LEVEL = 19  # from here on time goes into tenths of a percent
WINDOW = 21  # log2 of bytes, which fzstd moves with each block: half the time for a percent more


def squeezed(files: Mapping[str, Content], hashes: Mapping[str, str]) -> dict[str, bytes]:
    """Return those of the files that are sent compressed, by path, each as it is sent.

    hashes: their sha256, by path.
    """
    large = {name: content for name, content in files.items() if name.endswith(PAYS)}
    with ThreadPoolExecutor() as threads:
        made = threads.map(_squeezed, large.values(), (hashes[name] for name in large))
        return dict(zip(large, made, strict=True))


def _squeezed(content: Content, hashed: str) -> bytes:
    def make() -> bytes:
        plain = read(content)
        how = zstandard.ZstdCompressionParameters.from_level(
            LEVEL, source_size=len(plain), window_log=WINDOW
        )
        return zstandard.ZstdCompressor(compression_params=how).compress(plain)

    return kept(f"squeezed/{hashed}-{LEVEL}-{WINDOW}{END}", make)
