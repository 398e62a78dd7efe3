"""Help with networks that ONNX Runtime computes, when what they're given doesn't fit."""

import re

from course.cells.help.spot import Failure, Row

SIZES = re.compile(r"index: (\d+) Got: (\d+) Expected: (\d+)")
RESHAPE = "Look at the `.shape` of what you give the network, and `reshape` it."


def wrong_sizes(failure: Failure) -> str:
    """Explain an input whose sizes aren't those that the network takes."""
    wrong = [
        f"axis {axis} has size {got}, but the network takes {wanted}"
        for axis, got, wanted in SIZES.findall(str(failure.error))
    ]
    return f"In the input `{failure.match['name']}`, {'; '.join(wrong)}. {RESHAPE}"


# Each says the kind of error that ONNX Runtime raises in Python; in a page they're JavaScript's.
ROWS: list[Row] = [
    (Exception, r"Got invalid dimensions for input: (?P<name>\w+)", wrong_sizes),
    (
        Exception,
        r"Invalid rank for input: (?P<name>\w+) Got: (?P<got>\d+) Expected: (?P<wanted>\d+)",
        "The input `{name}` has {got} axes, but the network takes {wanted}. `reshape` adds axes of "
        "size 1: one gray image of 28 × 28 pixels becomes a batch by `x.reshape(1, 1, 28, 28)`.",
    ),
    (
        Exception,
        r"Unexpected input data type\. Actual: \(?tensor\((?P<got>\w+)\)\)? ?, ?"
        r"expected: \(?tensor\((?P<wanted>\w+)\)",
        "The network takes numbers of the type {wanted}, but these are {got}. In NumPy, "
        "`x.astype(np.float32)` makes float.",
    ),
    (
        Exception,
        r"input '(?P<name>\w+)' is missing in 'feeds'|Required inputs \(\['(?P<first>\w+)'",
        "The network needs one more input than it gets. Python's message names it.",
    ),
    (
        Exception,
        r"Tensor's size\((?P<room>\d+)\) does not match data length\((?P<count>\d+)\)",
        "A tensor of this shape has room for {room} numbers, but there are {count}: the sizes of "
        "the shape multiply.",
    ),
    (
        Exception,
        r"Non-zero status code returned while running (?P<node>\w+) node",
        f"Inside the network, the shapes don't fit together. {RESHAPE}",
    ),
]
