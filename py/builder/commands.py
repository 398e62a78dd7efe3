"""The commands of build.py, inside .venv."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from filelock import FileLock, Timeout
from watchfiles import watch

from builder.base import browsers, command_line, npm
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError, disk_errors
from builder.base.fetch import cache_dir
from builder.pages import listings
from builder.parts import pinned
from builder.serving import server
from builder.serving.live import LiveHandler
from builder.site.assemble import DIST, Site, assemble
from builder.site.assemble import build as build_site
from builder.tools import checks, collect, pack, quiz_sheet, readme, sizes

WATCHED = ("site", "py", "models")
TESTS = ROOT / "tests"
NO_TESTS = 5  # how pytest ends that has run none
STILL = "The last good build is still served."


def run(options: argparse.Namespace) -> int:
    """Run the command that the options name."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "serve": serve,
        "build": build,
        "test": test,
        "check": check,
        "train": train,
        "evaluate": evaluate,
        "bench": bench,
        "listings": run_listings,
        "quiz-sheet": write_sheet,
        "pack": write_packages,
        "collect": collect_class,
        "lock": lock,
    }
    return commands[options.command](options)


def cache_alone() -> AbstractContextManager[object]:
    """Let no other build.py work on the cache meanwhile; wait, and say so, while one does.

    Where the cache cannot be written, nobody works on it.
    """
    held = FileLock(cache_dir() / "lock")
    try:
        cache_dir().mkdir(parents=True, exist_ok=True)
        return held.acquire(blocking=False)
    except Timeout:
        print(f"Waiting for another build.py, which holds {held.lock_file} ...", flush=True)
        return held.acquire()
    except OSError:
        return nullcontext()


def make(*, readable: bool = False, tell_sizes: bool = False) -> Site:
    """Fetch what is missing, build dist/, and say how long it took; refuse a page that is large."""
    cold = not DIST.exists()
    with cache_alone():
        started = time.perf_counter()
        site = build_site(readable=readable)
    took = time.perf_counter() - started
    print(f"Built {len(site.pages)} pages in dist/ in {took:.1f} s")
    if cold or tell_sizes:
        print(sizes.table(site))
    if not readable:
        sizes.refuse_large(site)
    return site


def build(options: argparse.Namespace) -> int:
    """Make dist/."""
    site = make(readable=options.readable, tell_sizes=options.sizes)
    if options.readme:
        readme.update(site)
    return 0


def write_sheet(options: argparse.Namespace) -> int:
    """Write the quiz as a sheet to print, with its answer key."""
    text = quiz_sheet.sheet(options.seed, options.count)
    target = options.out or Path(f"quiz-sheet-{options.seed}.html")
    with disk_errors(f"writing {target}"):
        target.write_text(text, encoding="utf-8")
    print(f"Wrote {target}: open it in a browser and print it; the key starts on a new page")
    return 0


def write_packages(options: argparse.Namespace) -> int:
    """Write the site in the forms that teachers can use; what can't be made is told."""
    site = make()
    failed = 0
    for kind in options.kinds or command_line.PACK_KINDS:
        try:
            print(pack.write(kind, site, options.out), flush=True)
        except BuildError as error:
            print(f"No {kind}: {error}", file=sys.stderr)
            failed += kind in options.kinds
    return 1 if failed else 0


def collect_class(options: argparse.Namespace) -> int:
    """Make one table of a class's progress files."""
    with cache_alone():
        pages = assemble().pages
    collect.write(options.folder, options.out, pages)
    return 0


def serve(options: argparse.Namespace) -> int:
    """Build, serve, and rebuild whenever a source changes; open pages follow."""
    make(readable=True)
    prefix = f"/{options.prefix.strip('/')}/".replace("//", "/")
    listening = server.listen(DIST, options.host, options.port, prefix, LiveHandler)
    server.start(listening)
    host = f"[{options.host}]" if ":" in options.host else options.host
    print(f"\n    http://{host}:{listening.server_port}{prefix}\n\nCtrl+C stops it.")
    if options.no_watch:
        while True:
            time.sleep(3600)
    # A process of its own for each: this one has imported the mathematics as it was.
    rebuild = [sys.executable, str(ROOT / "build.py"), "build", "--readable"]
    for _changes in watch(*(ROOT / name for name in WATCHED), raise_interrupt=True):
        if subprocess.call(rebuild):
            print(STILL, file=sys.stderr)
    return 0


def test(options: argparse.Namespace) -> int:
    """Run pytest with everything in place: parts, dist/, browsers."""
    browsers.ensure_engines()
    prepare()
    # One process for each core, by files, in their order: a file of few tests may take the longest.
    at_once = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    bench = ["--ignore", str(TESTS / "bench")]
    if any(Path(argument.partition("::")[0]).exists() for argument in options.rest):
        return pytest([*bench, *at_once, *options.rest])
    # Apart from each other: where a browser is driven, no test may run an event loop of its own.
    driven = str(TESTS / "browser")
    native = pytest([*bench, "--ignore", driven, *at_once, *options.rest])
    ended = {native, pytest([*at_once, *options.rest, driven])}
    return max(ended - {NO_TESTS}, default=NO_TESTS)  # `-k` may choose from one half alone


def bench(options: argparse.Namespace) -> int:
    """Run the benchmarks, which print their table and never gate anything."""
    prepare()
    return pytest([str(TESTS / "bench"), "-s", "--timeout=0", *options.rest])


def prepare() -> None:
    """Put in place what tests need: parts, dist/, a browser."""
    with cache_alone():
        pinned.fetch_all()
        npm.install(dev=True)
    checks.write_modules(make())
    browsers.ensure_chromium()


def pytest(arguments: list[str]) -> int:
    """Run pytest on what `prepare` has put in place."""
    built = {**os.environ, "MODULE3_BUILT": "1"}  # tests/conftest.py need not build again
    return subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=built)


def check(options: argparse.Namespace) -> int:
    """Lint, types of both languages, prose, links (by building), duplicated code."""
    with cache_alone():
        npm.install(dev=True)
        site = build_site()
    return checks.run(site, whole=options.whole)


def train(options: argparse.Namespace) -> int:
    """Train on MNIST and export models/."""
    return training("train", options.rest)


def evaluate(options: argparse.Namespace) -> int:
    """Measure the shipped model."""
    return training("evaluate", options.rest)


def training(module: str, arguments: list[str]) -> int:
    """Run a module of training/ on the cached MNIST files."""
    with cache_alone():
        mnist = ["--mnist", str(pinned.mnist_dir())]
    return subprocess.call([sys.executable, "-m", f"training.{module}", *mnist, *arguments])


def run_listings(_options: argparse.Namespace) -> int:
    """Run the PyTorch listings of the lessons, and keep what they print for the build."""
    for path in listings.every():
        print(f"Running {path.relative_to(ROOT)} ...", flush=True)
        listings.write(path)
    return 0


def lock(_options: argparse.Namespace) -> int:
    """Write the lock files anew, with the newest of what the pins of pyproject.toml need."""
    from builder.tools import lock  # uv is installed for this command alone

    lock.write()
    return 0
