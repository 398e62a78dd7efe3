"""The site in the forms that teachers can use: a zip, a SCORM package, a file for Kiwix."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from builder.base import esbuild, tree
from builder.base.errors import BuildError, disk_errors
from builder.base.places import SITE
from builder.base.tree import Tree, read
from builder.pages.content import Lesson
from builder.site import assets
from builder.site.assemble import Site, environment
from builder.site.scripts import csp_hash

SCORM = SITE / "frame" / "scorm"
SCORM_START = "scorm.html"  # what a learning platform opens; the site is in its frame
PICTURE = SITE / "icon-48.png"  # Kiwix shows it in its list
LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80  # characters, by the ZIM format
OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip file's own beginning of time: the same site, the same bytes


def write(kind: str, site: Site, folder: Path) -> str:
    """Write one kind of package and say what was written.

    Raises BuildError where it can't be made.
    """
    name, make, use = KINDS[kind]
    target = folder / name.format(course=assets.course_names()["id"])
    with disk_errors(f"writing {target}"):
        folder.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"new-{target.name}")  # zimwriterfs wants the ending
        try:
            partial.unlink(missing_ok=True)
            make(site, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return f"Wrote {target} ({target.stat().st_size / 1e6:.0f} MB): {use}"


def write_zip(site: Site, target: Path) -> None:
    """Write the site as one folder in a zip."""
    folder = assets.course_names()["id"]
    zipped({f"{folder}/{name}": content for name, content in site.tree.items()}, target)


def write_scorm(site: Site, target: Path) -> None:
    """Write the site as a SCORM 2004 package."""
    zipped(scorm(site), target)


def scorm(site: Site) -> Tree:
    """Return the files of the SCORM package: the site's, the page around it, the manifest."""
    lessons = [page for page in site.pages if isinstance(page, Lesson)]
    templates = environment(assets.strings(), lessons)
    style = b"\n".join(map(read, (SITE / "frame" / "tokens.css", SCORM / "scorm.css"))).decode()
    start = templates.get_template(f"frame/scorm/{SCORM_START}").render(
        exercises=[f"{one.slug}/{name}" for one in lessons for name in one.exercises],
        style=style,
        style_hash=csp_hash(style),
    )
    script = esbuild.bundled(SCORM / "scorm.js")
    files = {**site.tree, SCORM_START: start.encode(), "scorm.js": script}
    manifest = templates.get_template("frame/scorm/imsmanifest.xml").render(files=sorted(files))
    return {**files, "imsmanifest.xml": manifest.encode()}


def zipped(files: Tree, target: Path) -> None:
    """Write files into a zip."""
    with ZipFile(target, "w") as archive:
        for name in sorted(files):
            about = ZipInfo(name, OLDEST)
            about.external_attr = 0o644 << 16
            archive.writestr(about, read(files[name]), ZIP_DEFLATED)


def write_zim(site: Site, target: Path) -> None:
    """Write the site as a file for Kiwix, by zimwriterfs."""
    tool = shutil.which("zimwriterfs")
    if tool is None:
        raise BuildError(
            "a file for Kiwix needs zimwriterfs, which isn't installed "
            "(on Debian and Ubuntu: apt install zim-tools)"
        )
    texts = assets.strings()["site"]
    about = {
        "welcome": "index.html",
        "illustration": PICTURE.name,
        "language": "eng",
        "title": texts["subject"][:LONGEST_TITLE],
        "description": site.pages[0].meta["question"][:LONGEST_DESCRIPTION],
        "name": assets.course_names()["id"],
        "creator": texts["name"],
        "publisher": texts["name"],
    }
    options = [f"--{name}={value}" for name, value in about.items()]
    with tempfile.TemporaryDirectory() as folder:
        tree.write({**site.tree, PICTURE.name: PICTURE}, Path(folder))
        done = subprocess.run([tool, *options, folder, target], capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise BuildError(f"zimwriterfs failed: {said[-1] if said else done.returncode}")


KINDS: dict[str, tuple[str, Callable[[Site, Path], None], str]] = {
    "zip": (
        "{course}.zip",
        write_zip,
        "unzip it on any web server",
    ),
    "scorm": (
        "{course}-scorm2004.zip",
        write_scorm,
        "upload it to a learning platform as a SCORM 2004 package",
    ),
    "zim": ("{course}.zim", write_zim, "open it with Kiwix"),
}
