"""The bridge's operations for the project page: each is one of `course.project.Project`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.cells.guard import Guard
    from course.cells.packages import Load
    from course.project.project import Project


class ProjectOperations:
    """A part of `course.bridge.Bridge`. What they take and return is told in `Project`."""

    def __init__(self, guard: Guard, load: Load | None) -> None:
        self._project_guard, self._project_load = guard, load
        self._made: Project | None = None

    @property
    def _project(self) -> Project:
        """The project, made when it is first asked for: no lesson needs to import it."""
        if self._made is None:
            from course.project.project import Project

            self._made = Project(self._project_guard, self._project_load)
        return self._made

    def load_mnist(self, chunks: list[str]) -> Coroutine[Any, Any, dict[str, Any]]:
        """Bring chunks of MNIST."""
        return self._project.load_mnist(chunks)

    def browse(self, chunk: str, **which: Any) -> dict[str, Any]:
        """Show images of a chunk."""
        return self._project.browse(chunk, **which)

    def mean_images(self, chunk: str) -> dict[str, Any]:
        """Show the mean image of each digit."""
        return self._project.mean_images(chunk)

    def begin_training(self, settings: dict[str, Any], code: str | None = None) -> dict[str, Any]:
        """Make a run, which `train` goes on with."""
        return self._project.begin_training(settings, code)

    def train(self, seconds: float = 0.05, batches: int | None = None) -> dict[str, Any]:
        """Train for at most 50 ms, or for so many batches."""
        return self._project.train(seconds, batches)

    def training_record(self) -> dict[str, Any]:
        """Tell what is worth keeping of the run."""
        return self._project.training_record()

    def training_curves(self, records: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        """Draw the curves of runs."""
        return self._project.training_curves(records or [])

    def weights(self) -> dict[str, Any]:
        """Show the first layer's weights as images."""
        return self._project.weights()

    def predict_own(self, image: list[int]) -> dict[str, Any]:
        """Ask the learner's network for an image."""
        return self._project.predict_own(image)

    def explain_own(self, image: list[int], against: int | None = None) -> dict[str, Any]:
        """Take the answer of the learner's network to an image apart."""
        return self._project.explain_own(image, against)

    def keep_network(self) -> dict[str, Any]:
        """Return the network as the page can store it."""
        return self._project.keep_network()

    def restore_network(self, npz: str, activation: str, code: str | None = None) -> dict[str, Any]:
        """Take back what `keep_network` returned."""
        return self._project.restore_network(npz, activation, code)

    def evaluate(self, seconds: float = 0.05, again: bool = False) -> dict[str, Any]:
        """Run the network over the test images, for a moment."""
        return self._project.evaluate(seconds, again)

    def read_drawings(self, images: str) -> dict[str, Any]:
        """Tell what the network reads in the learner's drawings."""
        return self._project.read_drawings(images)

    def begin_teaching(
        self, images: str, labels: list[int], seen: list[bool], replay: bool = True
    ) -> dict[str, Any]:
        """Begin to teach the network with the learner's drawings."""
        return self._project.begin_teaching(images, labels, seen, replay)

    def teach(self, seconds: float = 0.05) -> dict[str, Any]:
        """Teach for at most 50 ms."""
        return self._project.teach(seconds)

    def keep_taught(self) -> dict[str, Any]:
        """Take over the network that was taught."""
        return self._project.keep_taught()
