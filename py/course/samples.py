"""The samples that come with a lesson: small data sets and weights, for its cells and figures."""

from collections.abc import Awaitable, Callable

import numpy as np
from numpy.typing import NDArray

from course.lessons import lessons_folder, part

Bring = Callable[[list[str]], Awaitable[None]]

bring: Bring | None = None  # how the page brings packs that are too large to come along


def load(lesson: str, name: str) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a lesson's `data/NAME.npz` by name; numbers in float16 as float64.

    Raises ValueError, with the names there are, if there is no such file.
    """
    with np.load(part(lessons_folder(), lesson, "data", name), allow_pickle=False) as arrays:
        read = {key: arrays[key] for key in arrays.files}
    return {k: v.astype(np.float64) if v.dtype == np.float16 else v for k, v in read.items()}
