"""Reads protobuf's wire format, from files that nobody vouches for.

A length is believed only if so many bytes are there, nothing is copied, and nothing recurses.
Source: https://protobuf.dev/programming-guides/encoding/
"""

from collections.abc import Iterator
from typing import TypeAlias

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5  # the wire types in use
LONGEST_VARINT = 10  # bytes, for 64 bits
MAX_FIELDS = 40_000  # of a whole file; a network of a hundred layers has a few thousand

Value: TypeAlias = int | memoryview


class WireError(ValueError):
    """The bytes are no protobuf message, or not a whole one."""


class Wire:
    """Reads the messages of one file, which share MAX_FIELDS fields."""

    def __init__(self) -> None:
        self.left = MAX_FIELDS

    def fields(self, message: memoryview) -> Iterator[tuple[int, int, Value]]:
        """Yield (field number, wire type, value) of a message; the value of BYTES is a view.

        Raises WireError where the bytes are no message.
        """
        at = 0
        while at < len(message):
            self.left -= 1
            if self.left < 0:
                raise WireError(f"it has more than {MAX_FIELDS:,} parts")
            key, at = varint(message, at)
            number, kind = key >> 3, key & 7
            if number == 0:
                raise WireError("it's damaged")
            if kind == VARINT:
                value, at = varint(message, at)
                yield number, kind, value
                continue
            if kind == BYTES:
                size, at = varint(message, at)
            elif kind in (FIXED32, FIXED64):
                size = 4 if kind == FIXED32 else 8
            else:
                raise WireError("it's damaged")
            if size > len(message) - at:
                left = len(message) - at
                raise WireError(
                    f"it's cut off: a part claims {size:,} bytes, but only {left:,} are left"
                )
            yield number, kind, message[at : at + size]
            at += size


def varint(message: memoryview, at: int) -> tuple[int, int]:
    """Return the number that begins at a place, 0 to 2^64 - 1, and the place behind it."""
    number = 0
    for length in range(LONGEST_VARINT):
        if at + length >= len(message):
            raise WireError("it's cut off in the middle of a number")
        byte = message[at + length]
        number |= (byte & 0x7F) << (7 * length)
        if byte < 0x80:
            return number & (2**64 - 1), at + length + 1
    raise WireError("it's damaged")


def signed(number: int) -> int:
    """Return a varint as the int64 that it stands for."""
    return number - 2**64 if number >= 2**63 else number
