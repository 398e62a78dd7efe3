"""Your network for handwritten digits, from Module 3. It needs Python 3.11 and NumPy.

python my_network.py
    Read the images in ten-digits.npz and my-digits.npz, next to this file.
python my_network.py recognize images.npy
    Print the digit that it reads in each image. The file has one or more images of 28 x 28, as
    .npy (integers from 0 to 255 or decimals from 0 to 1, where high means ink), as .npz (where
    they're called "images"), or as IDX, like MNIST's. --labels FILE also counts how many it gets
    right.
python my_network.py train FOLDER
    Keep training with MNIST's four IDX files (as .gz or not) and save the network.

The weights are in my-network.npz, next to this file.
"""

import argparse
import gzip
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from course.home.program.made import made
from course.home.program.slopes import slopes
from nn.arrays import Array, Labels
from nn.data import minibatches
from nn.mlp import MLP
from nn.optim import SGD

WEIGHTS = "my-network.npz"
BESIDE = ("ten-digits.npz", "my-digits.npz")  # images and their labels


def named(network: MLP) -> dict[str, Any]:
    """Return what goes into the .npz file: W1, b1, W2, b2, ... and the activation's name."""
    pairs = enumerate(zip(network.weights, network.biases, strict=True), start=1)
    arrays = {f"{letter}{i}": p for i, pair in pairs for letter, p in zip("Wb", pair, strict=True)}
    return {**arrays, "activation": np.array(network.activation)}


def load(path: Path) -> MLP:
    """Read a network from an .npz file. Raises ValueError if there is none."""
    if not path.exists():
        raise ValueError(f"{path.name} isn't there. Save it on the project's page, too.")
    with opened(path) as file:
        layers = range(1, len(file.files) // 2 + 1)
        try:
            weights, biases = ([file[f"{letter}{i}"] for i in layers] for letter in "Wb")
            return made(weights, biases, str(file["activation"]))
        except KeyError as error:
            raise ValueError(f"there's no network in {path}: {error}") from None


def opened(path: Path) -> Any:
    """Open an .npy or .npz file. Raises ValueError if it isn't one."""
    try:
        return np.load(path, allow_pickle=False)
    except (ValueError, EOFError, BadZipFile):
        raise ValueError(f"{path} isn't a NumPy file, or it's damaged") from None


def read_idx(path: Path) -> Labels:
    """Read an IDX file of bytes, like MNIST's. Raises ValueError if it isn't one.

    Source: http://yann.lecun.com/exdb/mnist/
    """
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if len(data) < 4 or data[:3] != b"\0\0\x08":
        raise ValueError(f"{path} isn't an IDX file of bytes")
    start = 4 + 4 * data[3]
    shape = [int.from_bytes(data[i : i + 4], "big") for i in range(4, start, 4)]
    if len(data) != start + int(np.prod(shape)):
        raise ValueError(f"{path} is shorter or longer than its header says")
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape)


def read_images(path: Path) -> Array:
    """Return the images of an .npy, .npz, or IDX file as rows (n, 784) in 0..1."""
    found = read_array(path, "images") if path.suffix in (".npy", ".npz") else read_idx(path)
    if found.shape[-2:] != (28, 28) or found.size == 0:
        raise ValueError(f"{path} has the shape {found.shape}, so these aren't images of 28 x 28")
    scale = 255 if np.issubdtype(found.dtype, np.integer) else 1
    return (found.reshape(-1, 784) / scale).astype(np.float32)


def read_array(path: Path, name: str) -> NDArray[Any]:
    """Return the array of an .npy file, or the one of this name of an .npz file.

    Raises ValueError if there's none.
    """
    found = opened(path)
    if path.suffix == ".npy":
        array: NDArray[Any] = found
        return array
    with found:
        if name not in found:
            raise ValueError(f"{path} has no array called {name}, only {', '.join(found)}")
        named: NDArray[Any] = found[name]
        return named


def read_beside(network: MLP, folder: Path) -> None:
    """Print what the network reads in the images next to the program, with what was meant."""
    there = [folder / name for name in BESIDE if (folder / name).exists()]
    for path in there:
        x, y = read_images(path), read_array(path, "labels")
        print(f"{path.name}: {told(network, x, y)}")
        print("  meant", *y)
        print("  read ", *network.predict(x))
    if not there:
        print(f"There are no images next to this program. Put {' or '.join(BESIDE)} there.")
    print("For what else it can do: python my_network.py --help")


def train(
    network: MLP, x: Array, y: Labels, learning_rate: float, size: int, rng: np.random.Generator
) -> None:
    """Train one epoch by mini-batches of `size`; the network's own arrays change."""
    optimiser = SGD(network.parameters, learning_rate)
    for batch, labels in minibatches(x, y, size, rng):
        optimiser.step(slopes(network, batch, labels))


def mnist(folder: Path, which: str) -> tuple[Array, Labels]:
    """Return the images and labels of "train" or "t10k". Raises ValueError if one is missing."""
    paths = [min(folder.glob(f"{which}-{kind}*"), default=None) for kind in ("images", "labels")]
    if paths[0] is None or paths[1] is None:
        raise ValueError(
            f"{folder} doesn't have MNIST's files {which}-images... and {which}-labels..."
        )
    return read_images(paths[0]), read_idx(paths[1])


def told(network: MLP, x: Array, y: Labels) -> str:
    """Return how many images the network gets right, as a sentence."""
    right = int((network.predict(x) == y).sum())
    return f"{right} of {len(x)} right: {right / len(x):.2%}"


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    weights = Path(__file__).with_name(WEIGHTS)
    parser.add_argument("--network", type=Path, default=weights, metavar="FILE")
    commands = parser.add_subparsers(dest="command")
    reading = commands.add_parser("recognize")
    reading.add_argument("images", type=Path)
    reading.add_argument("--labels", type=Path, metavar="FILE")
    training = commands.add_parser("train")
    training.add_argument("folder", type=Path)
    training.add_argument("--epochs", type=int, default=1)
    training.add_argument("--learning-rate", type=float, default=0.1)
    training.add_argument("--batch", type=int, default=64)
    return parser


def main() -> None:
    """Do what the command line asks; a file that is missing or wrong gets one line of error."""
    parser = arguments()
    options = parser.parse_args()
    try:
        network = load(options.network)
        if options.command is None:
            read_beside(network, Path(__file__).parent)
            return
        if options.command == "recognize":
            x = read_images(options.images)
            print(*network.predict(x).tolist(), sep="\n")
            if options.labels:
                print(told(network, x, read_idx(options.labels)))
            return
        data, test = mnist(options.folder, "train"), mnist(options.folder, "t10k")
        print("Before:", told(network, *test))
        for epoch in range(1, options.epochs + 1):
            rng = np.random.default_rng()
            train(network, *data, options.learning_rate, options.batch, rng)
            print(f"After epoch {epoch}:", told(network, *test))
            np.savez(options.network, **named(network))
    except (OSError, ValueError, EOFError, BadZipFile) as error:
        parser.exit(2, f"{parser.prog}: error: {error}\n")


if __name__ == "__main__":
    main()
