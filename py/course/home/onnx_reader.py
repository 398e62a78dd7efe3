"""Says what is in an .onnx file that somebody drops on the page, without running it.

The file is read and not trusted, see `course.wire`; graphs within graphs are noted and not
entered. Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod

import numpy as np

from course.home.wire import BYTES, FIXED32, FIXED64, VARINT, Value, Wire, WireError, signed, varint

LONGEST_NAME = 500  # bytes; PyTorch's names of inner layers are long
MAX_DIMENSIONS = 8
MAX_NODES = 2_000
FLOAT = 1
TYPES = {
    1: "float32",
    2: "uint8",
    3: "int8",
    4: "uint16",
    5: "int16",
    6: "int32",
    7: "int64",
    8: "string",
    9: "bool",
    10: "float16",
    11: "float64",
    12: "uint32",
    13: "uint64",
    16: "bfloat16",
}
BYTES_OF = {1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2}
# How numbers stand in the fields of a tensor that has no raw_data: bytes each, 0 for varints.
TYPED = {4: 4, 5: 0, 7: 0, 10: 8, 11: 0}


@dataclass
class Tensor:
    """A value that stands in the file."""

    name: str = ""
    dims: list[int] = field(default_factory=list)
    type: int = 0
    held: int = 0  # numbers that are there
    external: bool = False

    @property
    def count(self) -> int:
        """How many numbers its shape claims."""
        return prod(self.dims)


@dataclass
class Place:
    """An input or an output; a dimension without a fixed length is its name, or "?"."""

    name: str = ""
    type: int | None = None  # None: it is no tensor, or nothing is said
    dims: list[int | str] | None = None

    def __str__(self) -> str:
        kind = "not a tensor" if self.type is None else TYPES.get(self.type, f"type {self.type}")
        dims = "shape unknown" if self.dims is None else " × ".join(map(str, self.dims))
        return f"{self.name}: {kind}, {dims or 'one number'}"


@dataclass
class Node:
    """An operator at work."""

    operator: str = ""
    domain: str = ""
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    constants: list[Tensor] = field(default_factory=list)


@dataclass
class Contents:
    """What an ONNX file holds."""

    ir_version: int = 0
    producer: str = ""
    opsets: dict[str, int] = field(default_factory=dict)
    graphs: int = 0
    inner_graphs: int = 0  # within operators, functions and training information
    sparse: int = 0
    nodes: list[Node] = field(default_factory=list)
    initialisers: list[Tensor] = field(default_factory=list)
    inputs: list[Place] = field(default_factory=list)
    outputs: list[Place] = field(default_factory=list)

    @property
    def tensors(self) -> list[Tensor]:
        """All values that stand in the file."""
        return [*self.initialisers, *(t for node in self.nodes for t in node.constants)]

    @property
    def parameters(self) -> int:
        """How many numbers that may have been learnt stand in the file."""
        return sum(t.count for t in self.initialisers)

    @property
    def operators(self) -> Counter[str]:
        """How often each operator works."""
        return Counter(node.operator for node in self.nodes)


def read(data: bytes) -> Contents:
    """Return what an ONNX file holds. Raises WireError when it is none, or not a whole one."""
    return Reader().model(memoryview(data))


Handler = tuple[int, Callable[[Value], None]]


class Reader:
    """Reads the messages of onnx.proto, each as far as it matters."""

    def __init__(self) -> None:
        self.wire = Wire()

    def model(self, message: memoryview) -> Contents:
        """ModelProto."""
        found = Contents()

        def graph(value: Value) -> None:
            found.graphs += 1
            self.graph(view(value), found)

        def opset(value: Value) -> None:
            domain, version = self.opset(view(value))
            found.opsets[domain] = version

        def inner(value: Value) -> None:
            found.inner_graphs += 1

        self.each(
            message,
            {
                1: (VARINT, lambda value: setattr(found, "ir_version", value)),
                2: (BYTES, lambda value: setattr(found, "producer", text(value))),
                7: (BYTES, graph),
                8: (BYTES, opset),
                20: (BYTES, inner),
                25: (BYTES, inner),
            },
        )
        return found

    def graph(self, message: memoryview, found: Contents) -> None:
        """GraphProto."""

        def sparse(value: Value) -> None:
            found.sparse += 1

        self.each(
            message,
            {
                1: (BYTES, lambda value: found.nodes.append(self.node(view(value), found))),
                5: (BYTES, lambda value: found.initialisers.append(self.tensor(view(value)))),
                11: (BYTES, lambda value: found.inputs.append(self.place(view(value)))),
                12: (BYTES, lambda value: found.outputs.append(self.place(view(value)))),
                15: (BYTES, sparse),
            },
        )

    def node(self, message: memoryview, found: Contents) -> Node:
        """NodeProto."""
        if len(found.nodes) == MAX_NODES:
            raise WireError(f"it has more than {MAX_NODES:,} operators")
        node = Node()
        self.each(
            message,
            {
                1: (BYTES, lambda value: node.inputs.append(text(value))),
                2: (BYTES, lambda value: node.outputs.append(text(value))),
                4: (BYTES, lambda value: setattr(node, "operator", text(value))),
                5: (BYTES, lambda value: self.attribute(view(value), node, found)),
                7: (BYTES, lambda value: setattr(node, "domain", text(value))),
            },
        )
        return node

    def attribute(self, message: memoryview, node: Node, found: Contents) -> None:
        """AttributeProto: its tensors are constants; other numbers are the operator's."""

        def tensor(value: Value) -> None:
            node.constants.append(self.tensor(view(value)))

        def inner(value: Value) -> None:
            found.inner_graphs += 1

        def sparse(value: Value) -> None:
            found.sparse += 1

        self.each(
            message,
            {
                5: (BYTES, tensor),
                6: (BYTES, inner),
                10: (BYTES, tensor),
                11: (BYTES, inner),
                22: (BYTES, sparse),
                23: (BYTES, sparse),
            },
        )

    def tensor(self, message: memoryview) -> Tensor:
        """TensorProto. Numbers are counted, not read."""
        tensor = Tensor()
        raw = 0
        for number, kind, value in self.wire.fields(message):
            if number == 1:
                tensor.dims += numbers(kind, value)
            elif number == 2:
                tensor.type = whole(value)
            elif number == 8:
                tensor.name = text(value)
            elif number == 9:
                raw += len(view(value))
            elif number in (13, 14):
                tensor.external = tensor.external or value != 0
            elif number == 6:
                tensor.held += 1
            elif number in TYPED:
                tensor.held += counted(kind, value, TYPED[number])
        if raw:
            tensor.held += raw // BYTES_OF.get(tensor.type, 1)
        if len(tensor.dims) > MAX_DIMENSIONS:
            raise WireError(f"an array has more than {MAX_DIMENSIONS} dimensions")
        return tensor

    def place(self, message: memoryview) -> Place:
        """ValueInfoProto, of which the type is a tensor's or not said."""
        place = Place()
        self.each(
            message,
            {
                1: (BYTES, lambda value: setattr(place, "name", text(value))),
                2: (BYTES, lambda value: self.type(view(value), place)),
            },
        )
        return place

    def type(self, message: memoryview, place: Place) -> None:
        """TypeProto and its Tensor."""
        inner: dict[int, Handler] = {
            1: (VARINT, lambda value: setattr(place, "type", value)),
            2: (BYTES, lambda value: setattr(place, "dims", self.shape(view(value)))),
        }
        self.each(message, {1: (BYTES, lambda value: self.each(view(value), inner))})

    def shape(self, message: memoryview) -> list[int | str]:
        """TensorShapeProto."""
        dims: list[int | str] = []

        def dimension(value: Value) -> None:
            length: int | str = "?"
            for number, _, inner in self.wire.fields(view(value)):
                if number == 1:
                    length = signed(whole(inner))
                elif number == 2:
                    length = text(inner) or "?"
            dims.append(length)

        self.each(message, {1: (BYTES, dimension)})
        return dims

    def opset(self, message: memoryview) -> tuple[str, int]:
        """OperatorSetIdProto."""
        domain, version = "", 0
        for number, _, value in self.wire.fields(message):
            if number == 1:
                domain = text(value)
            elif number == 2:
                version = whole(value)
        return domain, version

    def each(self, message: memoryview, handlers: Mapping[int, Handler]) -> None:
        """Call a message's handlers; fields without one are skipped, as protobuf has it."""
        for number, kind, value in self.wire.fields(message):
            if number in handlers:
                expected, handle = handlers[number]
                if kind != expected:
                    raise WireError("it's damaged: a part is of another kind")
                handle(value)


def view(value: Value) -> memoryview:
    """Return a field's bytes. Raises WireError for a number."""
    if isinstance(value, int):
        raise WireError("it's damaged: a part is of another kind")
    return value


def whole(value: Value) -> int:
    """Return a field's number. Raises WireError for bytes."""
    if not isinstance(value, int):
        raise WireError("it's damaged: a part is of another kind")
    return value


def text(value: Value) -> str:
    """Return a field's text. Raises WireError for what is none, or is too long for a name."""
    content = view(value)
    if len(content) > LONGEST_NAME:
        raise WireError(f"it has a name of {len(content):,} letters")
    try:
        return bytes(content).decode()
    except UnicodeDecodeError:
        raise WireError("it isn't an ONNX file: a name isn't text") from None


def numbers(kind: int, value: Value) -> list[int]:
    """Return the dimensions in a field, which may come one by one or packed."""
    if kind == VARINT:
        return [signed(whole(value))]
    packed = view(value)
    if counted(kind, value, 0) > MAX_DIMENSIONS:
        raise WireError(f"an array has more than {MAX_DIMENSIONS} dimensions")
    found, at = [], 0
    while at < len(packed):
        number, at = varint(packed, at)
        found.append(signed(number))
    return found


def counted(kind: int, value: Value, size: int) -> int:
    """Return how many numbers a field holds, of `size` bytes each, or varints if 0."""
    if kind in (VARINT, FIXED32, FIXED64):
        return 1
    packed = view(value)
    if size:
        return len(packed) // size
    return int((np.frombuffer(packed, np.uint8) < 0x80).sum())
