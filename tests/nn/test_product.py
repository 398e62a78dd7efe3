"""The page's own matrix product: the compiled module in Node, and what calls it, against einsum."""

from __future__ import annotations

import ctypes
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import nn
import nn.product
from builder.base import npm
from builder.parts import product
from nn.arrays import PRODUCTS

SHAPES = [  # n, k, m: around the tile of 4 x 8, and those of the project's networks
    *((n, k, m) for n in (1, 3, 4, 5) for k in (1, 2, 9) for m in (1, 3, 4, 7, 8, 9, 15, 17)),
    (64, 784, 128),
    (128, 64, 784),
    (64, 128, 10),
    (8, 9, 676),
    (8, 2704, 9),
]
LAYOUTS = ("rows", "columns", "every other", "backwards")


def laid(array: np.ndarray, layout: str) -> np.ndarray:
    """The same numbers, lying in memory in another way."""
    if layout == "columns":
        return np.asfortranarray(array)
    if layout == "backwards":
        return np.ascontiguousarray(array[::-1, ::-1])[::-1, ::-1]
    if layout == "every other":
        apart = np.full((2 * array.shape[0], 3 * array.shape[1]), np.nan, array.dtype)
        apart[::2, ::3] = array
        return apart[::2, ::3]
    return array


class Memory:
    """A memory of float32 in which arrays get places; what no array has is NaN."""

    def __init__(self, floats: int) -> None:
        self.floats = np.full(floats, np.nan, np.float32)
        self.end = 5  # nothing lies at a round address

    def put(self, array: np.ndarray) -> tuple[int, int, int]:
        """Put an array there as it lies; return its address and its strides."""
        reach = [(n - 1) * s for n, s in zip(array.shape, array.strides, strict=True)]
        low = sum(min(0, r) for r in reach)
        span = sum(abs(r) for r in reach) // 4 + 1
        at = 4 * self.end - low
        view = np.ndarray(array.shape, np.float32, self.floats, at, array.strides)
        view[...] = array
        self.end += span + 3
        return at, *array.strides

    def room(self, floats: int) -> int:
        """Return the address of room for so many numbers."""
        at = 4 * self.end
        self.end += floats + 3
        return at


@pytest.mark.parametrize("layout_b", LAYOUTS)
@pytest.mark.parametrize("layout_a", LAYOUTS)
def test_the_module_multiplies(layout_a: str, layout_b: str, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    memory, calls, wanted, writable = Memory(4_000_000), [], [], []
    for n, k, m in SHAPES:
        a, b = (rng.normal(size=s).astype(np.float32) for s in ((n, k), (k, m)))
        places = *memory.put(laid(a, layout_a)), *memory.put(laid(b, layout_b))
        c, room = memory.room(n * m), memory.room(8 * k)
        calls.append([*places, c, room, n, k, m])
        wanted.append(np.einsum("nk,km->nm", a.astype(float), b.astype(float)))
        writable += [slice(c // 4, c // 4 + n * m), slice(room // 4, room // 4 + 8 * k)]
    file, module = tmp_path / "memory", tmp_path / "product.wasm"
    module.write_bytes(product.compiled())
    memory.floats.tofile(file)
    script = Path(__file__).with_name("product.mjs")
    command = [npm.node(), script, module, file, json.dumps(calls)]
    subprocess.run(list(map(str, command)), check=True, timeout=60)
    after = np.fromfile(file, np.float32)
    for (*_, c, _room, n, k, m), true in zip(calls, wanted, strict=True):
        made = after[c // 4 : c // 4 + n * m].reshape(n, m)
        np.testing.assert_allclose(made, true, rtol=1e-5, atol=2e-6 * k**0.5, err_msg=f"{n, k, m}")
    for part in writable:  # nothing else has changed
        after[part] = memory.floats[part]
    np.testing.assert_array_equal(after, memory.floats)


@pytest.fixture
def calls() -> Iterator[list[tuple[int, ...]]]:
    """Let the module's part be played by NumPy, at the addresses that it's called with."""
    heard: list[tuple[int, ...]] = []

    def at(place: int, shape: tuple[int, int], strides: tuple[int, int]) -> np.ndarray:
        reach = [(n - 1) * s for n, s in zip(shape, strides, strict=True)]
        low = sum(min(0, r) for r in reach)
        span = sum(map(abs, reach)) + 4
        buffer = (ctypes.c_byte * span).from_address(place + low)
        return np.ndarray(shape, np.float32, memoryview(buffer), -low, strides)

    def write(*call: int) -> None:
        a, a0, a1, b, b0, b1, c, room, n, k, m = call
        heard.append(call)
        at(room, (1, 8 * k), (32 * k, 4))[...] = np.nan
        at(c, (n, m), (4 * m, 4))[...] = at(a, (n, k), (a0, a1)) @ at(b, (k, m), (b0, b1))

    nn.product.use(write)
    yield heard
    PRODUCTS.clear()


@pytest.mark.parametrize("layout_b", LAYOUTS)
@pytest.mark.parametrize("layout_a", LAYOUTS)
def test_float32_goes_to_the_module(layout_a: str, layout_b: str, calls: list) -> None:
    rng = np.random.default_rng(2)
    a, b = (rng.normal(size=s).astype(np.float32) for s in ((6, 5), (5, 11)))
    made = nn.matmul(laid(a, layout_a), laid(b, layout_b))
    assert (len(calls), made.dtype) == (1, np.float32)
    np.testing.assert_allclose(made, np.einsum("nk,km->nm", a, b), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (np.ones((2, 3)), np.ones((3, 4))),
        (np.ones((2, 3), np.float32), np.ones((3, 4))),
        (np.ones((2, 3), np.int32), np.ones((3, 4), np.int32)),
        (np.ones((2, 0), np.float32), np.ones((0, 4), np.float32)),
        (np.ones((0, 3), np.float32), np.ones((3, 4), np.float32)),
        (np.ones((2, 3), ">f4"), np.ones((3, 4), ">f4")),
    ],
)
def test_everything_else_stays_with_einsum(a: np.ndarray, b: np.ndarray, calls: list) -> None:
    np.testing.assert_array_equal(nn.matmul(a, b), np.einsum("nk,km->nm", a, b))
    assert not calls


def test_a_network_has_the_same_gradients(calls: list) -> None:
    rng = np.random.default_rng(3)
    network = nn.MLP.random([20, 9, 10], rng, dtype=np.float32)
    x, y = rng.random((7, 20), np.float32), rng.integers(0, 10, 7)
    trace = network.forward(x)
    fast = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).parameters
    assert len(calls) == 5
    PRODUCTS.clear()
    trace = network.forward(x)
    plain = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).parameters
    for ours, theirs in zip(fast, plain, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-6)
