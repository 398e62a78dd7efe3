"""The course on other hosts than its own: ten steps on each, in CI those that need no Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from builder.base.bootstrap import ROOT
from builder.serving.server import Handler
from tests.browser import pads
from tests.browser.coding import check, output, run, write
from tests.support import Problems, serve

FOLDER = ROOT / "site" / "lessons" / "02-perceptron" / "exercises" / "predict"
AROUND = "<!doctype html><link rel=icon href='data:,'><iframe {} width=1000 height=700></iframe>"
CLOSED = 'sandbox="allow-scripts"'
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"


class PlainModules(Handler):
    """A host that doesn't know what .mjs is, nor .wasm."""

    extensions_map = {**Handler.extensions_map, ".mjs": "text/plain", ".wasm": "text/plain"}  # noqa: RUF012


class NoIndex(Handler):
    """A host that has no page for a folder."""

    def send_head(self) -> object:  # type: ignore[override]
        if self.path.partition("?")[0].endswith("/"):
            self.send_error(404)
            return None
        return super().send_head()


class ForAll(Handler):
    """A host whose files every page may read, as GitHub Pages'."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@dataclass
class Host:
    """How the course is served and opened."""

    handler: type[Handler] = Handler
    prefix: str = "/"
    start: str = ""  # the address's end
    name: str = "127.0.0.1"
    frame: str | None = None  # attributes of the frame of another site that shows it
    before: str = ""  # runs before the pages' own scripts
    keeps: bool = True
    python: bool = True


HOSTS = {
    "below a path": Host(prefix="/a/b/"),
    "not secure": Host(name="0.0.0.0"),  # other than 127.0.0.1, no browser trusts it
    "in a frame": Host(frame=""),
    "in a closed frame": Host(ForAll, frame=CLOSED, keeps=False, python=False),
    "types unknown": Host(PlainModules),
    "no folder index": Host(NoIndex, prefix="/c/", start="index.html"),
    "no storage": Host(before=FORBIDDEN, keeps=False),
}


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> Host:
    return HOSTS[request.param]


@dataclass
class Visit:
    """An open course: its page, its frame, and what it can do here."""

    page: Page
    place: Frame
    host: Host


@pytest.fixture
def visit(
    host: Host, dist: Path, context: BrowserContext, problems: Problems, tmp_path: Path
) -> Iterator[Visit]:
    problems.expect("foreign request: http://0.0.0.0:")
    page = context.new_page()
    page.add_init_script(host.before)
    for address in serve(dist, 8400, host.prefix, host.handler):
        course = address.replace("127.0.0.1", host.name) + host.start
        if host.frame is None:
            page.goto(course)
            yield Visit(page, page.main_frame, host)
        else:
            (tmp_path / "index.html").write_text(AROUND.format(f'{host.frame} src="{course}"'))
            for around in serve(tmp_path, 8500):
                page.goto(around)
                yield Visit(page, page.frames[-1], host)


def go(place: Frame, name: str) -> None:
    """Go on by the page's own links."""
    place.get_by_role("link", name=name).first.click()
    expect(place.locator("h1")).to_contain_text(name, ignore_case=True)
    place.wait_for_selector("main[data-live]")


def told(visit: Visit) -> None:
    """What can't be kept here is told, and what to do."""
    notice = "[data-framed-notice]" if visit.host.frame == CLOSED else "[data-not-kept]"
    expect(visit.place.locator(notice)).to_be_visible(visible=not visit.host.keeps)
    expect(visit.place.locator("[data-incomplete-notice]")).to_be_hidden()


def draw(visit: Visit) -> None:
    visit.place.wait_for_selector("[data-pad][data-recogniser=ready]")
    canvas = visit.place.locator("[data-pad] canvas[data-draw-pad]")
    canvas.evaluate(f"(canvas) => ({pads.DRAW})(canvas, [[[140, 40], [140, 240]]], 280)")
    answered = visit.place.locator("[data-pad] [data-prediction]")
    expect(answered).to_have_attribute("data-digit", "1")


def predict(visit: Visit) -> None:
    asked = visit.place.locator("[data-predict]").first
    asked.get_by_role("radio").first.check()
    asked.get_by_role("button").first.click()
    expect(asked.locator(".predict-verdict")).to_be_visible()


def take_home(visit: Visit) -> None:
    go(visit.place, "Your progress")
    save = visit.place.locator("[data-export]")
    if visit.host.frame == CLOSED:
        return  # a closed frame saves nothing: `told`
    with visit.page.expect_download() as download:
        save.click()
    assert "predicted:perceptron/" in Path(download.value.path()).read_text()


def predictions(visit: Visit) -> str:
    row = visit.place.locator("main [data-progress=perceptron]")
    return row.locator("[data-count=predictions]").inner_text()


@pytest.mark.python("off")
def test_every_host_takes_the_steps_that_need_no_python(visit: Visit) -> None:
    told(visit)
    draw(visit)
    go(visit.place, "Perceptron")
    predict(visit)
    told(visit)
    go(visit.place, "Activations")
    take_home(visit)
    assert predictions(visit).startswith("1 / ")
    if not visit.host.keeps:
        return
    visit.page.reload()
    place = visit.page.frames[-1]
    place.wait_for_selector("main[data-live]")
    if visit.host.frame is not None:  # it begins anew where the frame began
        go(place, "Your progress")
    assert predictions(Visit(visit.page, place, visit.host)).startswith("1 / ")


@pytest.mark.slow
def test_every_host_takes_all_ten_steps(visit: Visit) -> None:
    place = visit.place
    told(visit)  # open
    draw(visit)
    go(place, "Perceptron")
    predict(visit)
    if visit.host.python:
        program(place)
    go(place, "Quiz")
    place.get_by_role("button", name="Begin").click()
    expect(place.locator("[data-quiz]")).to_have_attribute("data-state", "asking")
    place.locator(".brand").click()
    go(place, "Perceptron")  # the next page
    take_home(visit)
    if visit.host.keeps:
        visit.page.reload()
        place = visit.page.frames[-1]
        place.wait_for_selector("main[data-live]")
        go(place, "Perceptron")
        expect(place.locator("[data-exercise='perceptron/predict'] [data-passed]")).to_be_visible()


def program(place: Frame) -> None:
    """Run a cell, stop it, and have wrong and right code checked."""
    place.wait_for_selector("html[data-python=ready]")
    cell = place.locator("[data-cell]").first
    assert run(cell, "print(6 * 7)") == "done"
    assert "42" in output(cell)
    write(cell, "while True:\n    pass")
    cell.get_by_role("button", name="Run").click()
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_have_attribute("data-status", "stopped")
    exercise = place.locator("[data-exercise='perceptron/predict']")
    wrong = check(exercise, (FOLDER / "start.py").read_text())
    expect(wrong).to_have_attribute("data-result", re.compile("fail|error"))
    right = check(exercise, (FOLDER / "solution.py").read_text())
    expect(right).to_have_attribute("data-result", "pass")


@pytest.mark.python("off")
@pytest.mark.parametrize("handler", [Handler, ForAll])
def test_a_closed_frame_says_what_to_do(
    handler: type[Handler], dist: Path, page: Page, problems: Problems, tmp_path: Path
) -> None:
    """Where the host's files may not be read from there, no script of the page runs but one."""
    problems.expect("CORS|origin 'null'|ERR_FAILED|Failed to load")
    for site in serve(dist, 8400, handler=handler):
        around = AROUND.format(f'{CLOSED} src="{site}perceptron/#two-kinds"')
        (tmp_path / "index.html").write_text(around)
        page.goto((tmp_path / "index.html").as_uri())
        place = page.frames[-1]
        notice = place.locator("[data-framed-notice]")
        expect(notice).to_contain_text(f"{site}perceptron/#two-kinds")
        expect(place.locator("[data-incomplete-notice]")).to_be_hidden()
        expect(place.locator("h1")).to_have_text("The perceptron")


def test_no_part_is_named_mjs(dist: Path) -> None:
    assert [*dist.rglob("*.mjs")] == []
