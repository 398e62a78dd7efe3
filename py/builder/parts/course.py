"""Our own Python and the data of the pages: an archive for the browser, a wheel for notebooks."""

from __future__ import annotations

import base64
import hashlib
import io
import tomllib
import zipfile
from collections.abc import Collection, Iterator

from builder.base.bootstrap import ROOT
from builder.base.places import SITE
from builder.parts import onnx_templates, packages, product

ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # fixed, so that equal sources give equal archives

# The page /project/app/ runs its own Python, listings don't run in the browser, what a notebook
# runs stands in it, and the quiz makes its items at build time.
ELSEWHERE = {"app", "course/quiz", "listings", "notebook", "questions"}
# Checking from a command line or a notebook needs one.
LEFT_OUT = {*ELSEWHERE, "course/check.py", "course/exercises/replay.py", "course/notebook.py"}
PAGES = "course/site"  # the pages in the wheel, see course.lessons


def files(without: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield py/nn, py/course, and the Python and the data of the pages, by path."""
    for base, pattern in (
        (ROOT / "py", "nn/**/*.py"),
        (ROOT / "py", "course/**/*.py"),
        *((SITE, f"{pages}/**/*.py") for pages in ("lessons", "pages")),
        *((SITE, f"{pages}/*/data/*.npz") for pages in ("lessons", "pages")),
    ):
        for path in sorted(base.glob(pattern)):
            name = path.relative_to(base)
            if {*without}.isdisjoint({name.as_posix(), name.parent.as_posix(), path.parent.name}):
                yield name.as_posix(), path.read_bytes()
    yield "course/cells/packages.json", packages.catalogue()
    yield "nn/product.wasm", product.compiled()
    yield "course/home/templates.json", onnx_templates.templates()


def archive() -> bytes:
    """Zip our Python for the browser."""
    return zipped(dict(files(LEFT_OUT)))


def wheel_name() -> str:
    """Return the wheel's file name."""
    return f"{'-'.join(named())}-py3-none-any.whl"


def wheel() -> bytes:
    """Return our Python as pip installs it, for notebooks.

    Source: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
    """
    name, version = named()
    found = {
        path if path.startswith(("nn/", "course/")) else f"{PAGES}/{path}": data
        for path, data in files(ELSEWHERE)
    }
    about = f"{name}-{version}.dist-info"
    needs = "Requires-Dist: numpy\nRequires-Dist: matplotlib\nRequires-Python: >=3.11\n"
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}"
    kind = "Wheel-Version: 1.0\nGenerator: build.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    found |= {f"{about}/METADATA": head.encode(), f"{about}/WHEEL": kind.encode()}
    record = [f"{path},{_hash(data)},{len(data)}\n" for path, data in found.items()]
    found[f"{about}/RECORD"] = "".join([*record, f"{about}/RECORD,,\n"]).encode()
    return zipped(found)


def named() -> tuple[str, str]:
    """Return the wheel's name and version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["name"], project["version"]


def _hash(data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return f"sha256={digest}"


def zipped(found: dict[str, bytes]) -> bytes:
    """Return files as a zip archive, the same for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in found.items():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()
