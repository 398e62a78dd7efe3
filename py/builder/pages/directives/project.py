"""The directive of the project's parts, and what they offer."""

from __future__ import annotations

import base64
import re
from typing import Any

from markupsafe import Markup

from builder.base.places import SITE
from builder.pages.content import Page
from builder.pages.directives.shared import Shared
from builder.parts.mnist import one_of_each, packs
from course.home.dropped import MAX_BYTES
from course.project import breaking, mnist, teaching, theirs
from course.project.architecture import CLASSES
from course.project.curves import COLORS
from course.project.settings import Settings

# Each part of the project, by name, and its macro: site/PATH.html.
PARTS = {
    path.stem: path.relative_to(SITE).with_suffix("").as_posix()
    for path in sorted((*SITE.glob("project/*/*.html"), *SITE.glob("home/*.html")))
}


class Project(Shared):
    """The parts of the project, each with its list of tasks."""

    def project(self, lesson: Page, name: str, body: str, line: int) -> str:
        """A fence `{project} NAME`: a part of the project, and what to do in it.

        Each line of the body is `task: what to do`; the page ticks off what has been done.
        """
        tasks = dict(re.findall(r"^([a-z]+): (.+)$", body, re.MULTILINE))
        if name not in PARTS or len(tasks) != len(body.strip().splitlines()):
            known = ", ".join(PARTS)
            raise lesson.error(line, f"{{project}} NAME (one of {known}), and lines `task: text`")
        lesson.tasks += [f"{name}/{task}" for task in tasks]
        checklist = Markup(self.put(lesson, "progress/tasks", name, tasks))
        shown = {"card": self.model_card, "teaching": teaching}
        offered = training_options() | model_options() | shown
        return self.put(lesson, PARTS[name], checklist, offered)


def training_options() -> dict[str, Any]:
    """Return what the learner may choose for a run, and how many chunks each choice needs."""
    settings = Settings.offered()
    return {
        "settings": settings,
        "chunks": {count: mnist.chunks_for(count) for count in settings["examples"]["choices"]},
        "own": theirs,
        "damages": breaking.DAMAGES,
        "ends": (mnist.PIXELS, CLASSES),
        "compared": COLORS,
        "all": mnist.ALL,
        "train": mnist.TRAIN,
        "test": mnist.TEST,
    }


def model_options() -> dict[str, Any]:
    """Return what a model that a learner brings may be, and what it is tried on."""
    return {
        "most_bytes": MAX_BYTES,
        "ten": base64.b64encode(one_of_each()).decode("ascii"),
        "mnist_megabytes": f"{sum(map(len, packs().values())) / 1e6:.1f}",
    }
