"""What the page asks for what a learner takes home, and for a model that they bring."""

import base64
from typing import Annotated, Any, Literal, TypedDict

import nn
from course.home import files
from course.home.dropped import Report, judge
from course.home.torch_program import settings_of, torch_program
from course.project.operations import Project
from course.project.settings import Settings


class File(TypedDict):
    """A file to take home; data is base64."""

    name: str
    data: str


class Home:
    """Operations "home.NAME": the network is the project's."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def take_home(
        self,
        kind: Literal["onnx", "npz", "py", "train"],
        settings: Annotated[dict[str, Any], Settings] | None = None,
    ) -> File:
        """Return the network as a file, or the program that trains one like it.

        settings: of the run that the network comes from, where they are known.
        Raises LookupError while there is no network, ValueError where it cannot be written so.
        """
        network = self._project.network
        if network is None:
            raise LookupError("there's no network yet; train one first")
        if kind == "py":
            filters = isinstance(network.mlp, nn.ConvNet)
            data = files.program(network.code, filters=filters).encode()
        elif kind == "train":
            chosen = settings_of(network.mlp) if settings is None else Settings.read(settings)
            data = torch_program(chosen).encode()
        else:
            data = {"onnx": files.onnx_bytes, "npz": files.npz_bytes}[kind](network.mlp)
        return {"name": files.FILES[kind], "data": base64.b64encode(data).decode("ascii")}

    def judge_model(self, size: int, data: str = "") -> Report:
        """Say what a file of so many bytes is, in base64, and whether the page runs it.

        One that is too large is judged by its size alone, and need not be sent.
        """
        return judge(base64.b64decode(data), size)
