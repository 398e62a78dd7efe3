"""Runs a lesson's `figures/NAME.py`: its CONTROLS, and `draw(**values)` with their values."""

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course.figures.controls import Control
from course.figures.svg import Svg
from course.lessons import load


class Figure:
    """A loaded figure. Raises ValueError, naming the file, when a part of it is missing."""

    def __init__(self, path: Path) -> None:
        module = load(path)
        for name in ("CONTROLS", "draw"):
            if not hasattr(module, name):
                raise ValueError(f"{path}: a figure needs {name}")
        self.path = path
        self.controls: list[Control] = list(module.CONTROLS)
        self._draw = module.draw
        try:
            inspect.signature(module.draw).bind(**{one.name: None for one in self.controls})
        except TypeError as error:
            raise ValueError(f"{path}: draw gets its controls by name: {error}") from None

    def draw(self, values: Mapping[str, Any]) -> Svg:
        """Return the drawing; controls that values leave out keep their declared value.

        Raises ValueError for a value that no control has or that its control refuses.
        """
        by_name = {control.name: control for control in self.controls}
        unknown = [name for name in values if name not in by_name]
        if unknown:
            raise ValueError(f"{self.path.name} has no control {unknown[0]!r}")
        accepted = {name: by_name[name].accept(value) for name, value in values.items()}
        defaults = {name: control.value for name, control in by_name.items()}
        drawing = self._draw(**{**defaults, **accepted})
        if not isinstance(drawing, Svg):
            raise ValueError(f"{self.path}: draw must return Svg, not {drawing!r}")
        return drawing
