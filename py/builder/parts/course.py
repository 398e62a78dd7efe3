"""Our own Python for the browser, and the Python and the data of the pages, as one archive."""

from __future__ import annotations

import io
import zipfile

from builder.base.bootstrap import ROOT
from builder.base.places import SITE
from builder.parts import onnx_templates, packages, product

ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # fixed, so that equal sources give equal archives


# The quiz makes its items at build time, checking from a command line needs one, the page
# /project/app/ runs its own Python, and listings don't run in the browser.
LEFT_OUT = {"course/quiz", "course/check.py", "questions", "app", "listings"}


def archive() -> bytes:
    """Zip py/nn, py/course, and the Python and the data of the pages for the browser."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def add(name: str, data: bytes) -> None:
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)

        for base, pattern in (
            (ROOT / "py", "nn/**/*.py"),
            (ROOT / "py", "course/**/*.py"),
            *((SITE, f"{pages}/**/*.py") for pages in ("lessons", "pages")),
            *((SITE, f"{pages}/*/data/*.npz") for pages in ("lessons", "pages")),
        ):
            for path in sorted(base.glob(pattern)):
                name = path.relative_to(base)
                if LEFT_OUT.isdisjoint({name.as_posix(), name.parent.as_posix(), path.parent.name}):
                    add(name.as_posix(), path.read_bytes())
        add("course/cells/packages.json", packages.catalogue())
        add("nn/product.wasm", product.compiled())
        add("course/home/templates.json", onnx_templates.templates())
    return buffer.getvalue()
