"""The bridge's operations for what a learner takes home, and for a model that they bring."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

from course.project.operations import ProjectOperations


class TakeHomeOperations(ProjectOperations):
    """A part of `course.bridge.Bridge`: the network is the project's."""

    def take_home(self, kind: str) -> dict[str, Any]:
        """Return {"name", "data": base64} of the network as a file: kind "onnx", "npz" or "py".

        Raises LookupError while there is no network, ValueError where it cannot be written so.
        """
        from course.home import files

        network = self._project.network
        if network is None:
            raise LookupError("there is no network yet: train one first")
        if kind == "py":
            data = files.program(self._project.code).encode()
        else:
            data = {"onnx": files.onnx_bytes, "npz": files.npz_bytes}[kind](network)
        return {"name": files.FILES[kind], "data": base64.b64encode(data).decode("ascii")}

    def judge_model(self, size: int, data: str = "") -> dict[str, Any]:
        """Return the fields of `course.dropped.Report` for a file of so many bytes, in base64.

        One that is too large is judged by its size alone, and need not be sent.
        """
        from course.home.dropped import judge

        return asdict(judge(base64.b64decode(data), size))
