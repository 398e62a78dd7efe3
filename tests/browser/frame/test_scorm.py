"""The SCORM package on a learning platform (scorm-again): it keeps each learner's progress."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from builder.base.bootstrap import ROOT
from builder.base.tree import Tree, read
from builder.pages.content import load_lessons
from builder.site.assemble import Site
from builder.site.scripts import Scripts
from builder.tools import pack
from tests.support import serve

pytestmark = pytest.mark.python("off")

PLATFORM = ROOT / "node_modules" / "scorm-again" / "dist" / "scorm2004.js"
MOST = 64_000
# A platform's page: it shows the package in a frame, in a frame's frame, or in a window of its own.
START = """([kept, how, spoil]) => {
  window.API_1484_11 = new Scorm2004API({ autocommit: false, logLevel: 5 });
  if (kept) window.API_1484_11.loadFromJSON(JSON.parse(kept), '');
  new Function(spoil)();
  if (how === 'window') return void window.open('course/scorm.html');
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
  frame.src = how === 'frame' ? 'course/scorm.html' : 'between.html';
  document.body.replaceChildren(frame);
}"""
BETWEEN = "<!doctype html><title>-</title><iframe src='course/scorm.html'></iframe>"
IS_KEPT = "text => window.API_1484_11.GetValue('cmi.suspend_data') === text"


@pytest.fixture(scope="module")
def platform(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a platform that has the package in course/."""
    folder = tmp_path_factory.mktemp("platform")
    for name, content in pack.scorm(built(dist)).items():
        target = folder / "course" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            target.symlink_to(content)
        else:
            target.write_bytes(read(content))
    (folder / "index.html").write_text("<!doctype html><title>Platform</title><body></body>")
    (folder / "between.html").write_text(BETWEEN)
    yield from serve(folder, 8300)


def built(dist: Path) -> Site:
    """What packing takes of the built site."""
    found = [path for path in dist.rglob("*") if path.is_file()]
    files: Tree = {path.relative_to(dist).as_posix(): path for path in found}
    lessons = load_lessons(ROOT / "site" / "lessons")
    for lesson in lessons:
        lesson.exercises = [path.name for path in lesson.folder.glob("exercises/*")]
    return Site(files, [*lessons], {}, {}, Scripts({}, ""), [])


Open = Callable[..., tuple[Page, Frame]]


@pytest.fixture
def launch(platform: str) -> Open:
    """A function that opens the platform with what it kept; returns its page and the course."""

    def opened(
        context: BrowserContext, saved: str = "", how: str = "frame", spoil: str = ""
    ) -> tuple[Page, Frame]:
        page = context.new_page()
        page.goto(platform)
        page.add_script_tag(path=PLATFORM)
        page.evaluate(START, [saved, how, spoil])
        if how == "window":
            page.wait_for_timeout(200)
        return page, course_in(context)

    return opened


def course_in(context: BrowserContext) -> Frame:
    """The frame that shows the course, once it is live."""
    last = context.pages[-1]
    last.wait_for_function("() => true")
    for _ in range(200):
        found = [one for one in last.frames if one.url.endswith(("course/index.html", "course/"))]
        if found:
            found[0].wait_for_selector("main[data-live]")
            return found[0]
        last.wait_for_timeout(50)
    raise AssertionError([one.url for one in last.frames])


def go(course: Frame, name: str) -> None:
    """Go on by the page's own links."""
    course.get_by_role("link", name=name).first.click()
    expect(course.locator("h1")).to_contain_text(name, ignore_case=True)
    course.wait_for_selector("main[data-live]")


def predict(course: Frame) -> None:
    """Commit to the first prediction of a lesson."""
    go(course, "Perceptron")
    asked = course.locator("[data-predict]").first
    asked.get_by_role("radio").first.check()
    asked.get_by_role("button").first.click()


def predicted(course: Frame) -> str:
    go(course, "Your progress")
    return course.locator("[data-progress=perceptron] [data-count=predictions]").last.inner_text()


def kept(page: Page, course: Frame) -> str:
    """What the platform keeps of the learner, once it has all of the course's."""
    page.wait_for_function(IS_KEPT, arg=course.parent_frame.evaluate("courseHost.text"))
    return str(page.evaluate("window.API_1484_11.renderCMIToJSONString()"))


def told(page: Page, element: str) -> str:
    return str(page.evaluate("name => window.API_1484_11.GetValue('cmi.' + name)", element))


def bring(course: Frame, entries: dict[str, str]) -> None:
    if not course.locator("[data-progress-page]").count():
        go(course, "Your progress")
    content = {"format": "module3-progress", "version": 1, "entries": entries}
    file: Any = {"name": "mine.json", "mimeType": "application/json"}
    file["buffer"] = json.dumps(content).encode()
    course.locator("[data-file]").set_input_files(file)
    expect(course.locator("[data-progress-page] [data-note]")).not_to_be_empty()


@pytest.mark.parametrize("how", ["frame in a frame", "window"])
def test_another_browser_finds_the_progress(
    new_context: Callable[..., BrowserContext], launch: Open, how: str
) -> None:
    page, course = launch(new_context(), how=how)
    predict(course)
    saved = kept(page, course)
    assert course.evaluate("Object.keys(localStorage).filter((key) => /predict/.test(key))") == []
    _, again = launch(new_context(), saved, how)
    assert predicted(again).startswith("1 / ")


def test_the_platform_hears_of_exercises(context: BrowserContext, launch: Open) -> None:
    page, course = launch(context)
    exercises = str(course.parent_frame.evaluate("document.documentElement.dataset.exercises"))
    names = exercises.split()
    bring(course, {f"passed:{name}": "x = 1" for name in names[:-1]})
    page.wait_for_function("window.API_1484_11.GetValue('cmi.score.raw') > 1")
    assert told(page, "score.raw") == str(len(names) - 1)
    assert float(told(page, "score.scaled")) == pytest.approx(1 - 1 / len(names), abs=1e-4)
    assert told(page, "completion_status") == "incomplete"
    bring(course, {f"passed:{names[-1]}": "x = 1"})
    page.wait_for_function("window.API_1484_11.GetValue('cmi.completion_status') === 'completed'")
    assert told(page, "progress_measure") == "1.0000"


def test_what_does_not_fit_is_told_and_the_rest_is_kept(
    new_context: Callable[..., BrowserContext], launch: Open
) -> None:
    page, course = launch(new_context())
    notice = course.locator("[data-not-kept]")
    noise = random.Random(0).randbytes(30_000).hex()
    bring(course, {f"exercise:loss/{name}": noise for name in "abcd"})
    expect(notice).to_be_visible()
    predict(course)  # what is short still has room
    saved = kept(page, course)
    assert 30_000 < len(json.loads(saved)["cmi"]["suspend_data"]) <= MOST
    _, again = launch(new_context(), saved)
    assert predicted(again).startswith("1 / ")


@pytest.mark.parametrize(
    ("spoil", "notice"),
    [
        ("delete window.API_1484_11", "[data-no-platform]"),
        ("window.API_1484_11.Initialize = () => 'false'", "[data-no-platform]"),
        ("window.API_1484_11.cmi.suspend_data = 'of another course'", "[data-unreadable]"),
        ("window.API_1484_11.Commit = () => 'false'", "[data-refused]"),
    ],
)
def test_a_platform_that_does_not_work_is_told_and_the_course_goes_on(
    context: BrowserContext, launch: Open, spoil: str, notice: str
) -> None:
    page, course = launch(context, spoil=spoil)
    predict(course)
    around = course.parent_frame
    expect(around.locator(notice)).to_be_visible()
    assert predicted(course).startswith("1 / ")
    if notice == "[data-unreadable]":
        assert told(page, "suspend_data") == "of another course"
