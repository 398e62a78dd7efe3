"""What a learner takes home: it must decide as the network in the page does, everywhere."""

from __future__ import annotations

import ast
import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest

from builder.base.bootstrap import ROOT
from builder.parts.onnx_templates import templates
from course.home import files
from course.home.program import network as home
from course.project.architecture import offered
from nn import MLP, ConvNet

BACKWARD = ROOT / "site" / "lessons" / "05-backprop" / "exercises" / "backward" / "solution.py"


@pytest.fixture(scope="module")
def shipped() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(templates())
    return found


@pytest.fixture(scope="module")
def test_images(mnist_dir: Path) -> tuple[np.ndarray, np.ndarray]:
    return home.mnist(mnist_dir, "t10k")


@pytest.fixture(scope="module")
def trained(mnist_dir: Path) -> MLP:
    network = random_network((32,), "relu")
    x, y = home.mnist(mnist_dir, "train")
    home.train(network, x[:6000], y[:6000], 0.1, 32, np.random.default_rng(1))
    return network


def random_network(hidden: tuple[int, ...], activation: str, filters: int = 0) -> MLP:
    rng = np.random.default_rng(7)
    network = MLP.random((784, *hidden, 10), rng, activation, np.float32)
    if filters:
        network = ConvNet.random_filters(28, filters, 3, 10, rng, activation, np.float32)
    for b in network.biases:  # so that a bias at the wrong place would show
        b[:] = rng.normal(0, 0.1, b.shape)
    return network


def decided(data: bytes, x: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    (logits,) = session.run(["logits"], {"image": x.reshape(-1, 1, 28, 28)})
    found: np.ndarray = logits.argmax(1)
    return found


@pytest.mark.parametrize(("hidden", "filters", "activation"), list(offered()), ids=str)
def test_every_architecture_makes_a_valid_file(
    hidden: tuple[int, ...], filters: int, activation: str, shipped: list[dict[str, Any]]
) -> None:
    network = random_network(hidden, activation, filters)
    model = onnx.load_from_string(files.onnx_bytes(network, shipped))
    onnx.checker.check_model(model, full_check=True)
    arrays = [onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer]
    for array, parameter in zip(arrays, network.parameters, strict=True):
        assert np.array_equal(array, parameter)
    image, logits = model.graph.input[0], model.graph.output[0]
    assert (image.name, logits.name) == ("image", "logits")
    assert [d.dim_value for d in image.type.tensor_type.shape.dim][1:] == [1, 28, 28]
    assert [d.dim_value for d in logits.type.tensor_type.shape.dim][1:] == [10]


@pytest.mark.parametrize(
    ("hidden", "filters", "activation"),
    [
        ((), 0, "relu"),
        ((16,), 0, "sigmoid"),
        ((128,), 0, "relu"),
        ((64, 32), 0, "tanh"),
        ((256, 256), 0, "relu"),
        ((), 8, "relu"),
        ((), 8, "sigmoid"),
        ((), 8, "tanh"),
    ],
)
def test_onnx_runtime_decides_alike_on_all_test_images(
    hidden: tuple[int, ...],
    filters: int,
    activation: str,
    shipped: list[dict[str, Any]],
    test_images: tuple[np.ndarray, np.ndarray],
) -> None:
    network = random_network(hidden, activation, filters)
    found = decided(files.onnx_bytes(network, shipped), test_images[0])
    assert np.array_equal(found, network.predict(test_images[0]))


def test_a_trained_network_decides_alike(
    trained: MLP, shipped: list[dict[str, Any]], test_images: tuple[np.ndarray, np.ndarray]
) -> None:
    x, y = test_images
    expected = trained.predict(x)
    assert (expected == y).mean() > 0.85
    assert np.array_equal(decided(files.onnx_bytes(trained, shipped), x), expected)


def test_an_architecture_without_template_is_refused(shipped: list[dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match="no template for the layers"):
        files.onnx_bytes(random_network((17,), "relu"), shipped)


def test_without_hidden_layer_any_activation_will_do(shipped: list[dict[str, Any]]) -> None:
    network = random_network((), "tanh")
    onnx.checker.check_model(onnx.load_from_string(files.onnx_bytes(network, shipped)))


def test_a_network_of_float64_becomes_float32(shipped: list[dict[str, Any]]) -> None:
    network = MLP.random((784, 16, 10), np.random.default_rng(0))
    twin = MLP([W.astype("f4") for W in network.weights], [b.astype("f4") for b in network.biases])
    assert files.onnx_bytes(network, shipped) == files.onnx_bytes(twin, shipped)
    assert files.npz_bytes(network) == files.npz_bytes(twin)


def test_templates_are_made_once() -> None:
    assert templates() == templates()
    assert len(gzip.compress(templates())) < 10_000


# ---- The program


def take_home(folder: Path, network: MLP, own: str | None) -> None:
    (folder / files.FILES["npz"]).write_bytes(files.npz_bytes(network))
    program = files.program(own, filters=isinstance(network, ConvNet))
    (folder / files.FILES["py"]).write_text(program, encoding="utf-8")


def run(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program where nothing of this project can be imported."""
    command = [sys.executable, "-I", files.FILES["py"], *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


PROGRAMS = {"ours": None, "own": BACKWARD.read_text(encoding="utf-8")}


@pytest.mark.parametrize("own", PROGRAMS.values(), ids=PROGRAMS)
def test_the_program_gives_the_same_labels(
    own: str | None,
    trained: MLP,
    tmp_path: Path,
    mnist_dir: Path,
    test_images: tuple[np.ndarray, np.ndarray],
) -> None:
    take_home(tmp_path, trained, own)
    labels = mnist_dir / "t10k-labels-idx1-ubyte"
    done = run(tmp_path, "recognize", mnist_dir / "t10k-images-idx3-ubyte", "--labels", labels)
    assert done.returncode == 0, done.stderr
    *found, said = done.stdout.splitlines()
    expected = trained.predict(test_images[0])
    assert list(map(int, found)) == expected.tolist()
    assert said.startswith(f"{(expected == test_images[1]).sum()} of 10000 right")


def test_the_program_has_filters_where_the_network_has(
    tmp_path: Path, mnist_dir: Path, test_images: tuple[np.ndarray, np.ndarray]
) -> None:
    network = random_network((), "relu", 8)
    take_home(tmp_path, network, None)
    few = tmp_path / "few.npy"
    np.save(few, test_images[0][:300].reshape(-1, 28, 28))
    done = run(tmp_path, "recognize", few)
    assert done.returncode == 0, done.stderr
    assert list(map(int, done.stdout.split())) == network.predict(test_images[0][:300]).tolist()
    for kind in ("images-idx3", "labels-idx1"):  # as MNIST's files, but short
        cut(mnist_dir / f"train-{kind}-ubyte", tmp_path, 1_000)
        cut(mnist_dir / f"t10k-{kind}-ubyte", tmp_path, 500)
    done = run(tmp_path, "train", tmp_path)
    assert done.returncode == 0, done.stderr
    before, after = (int(line.split(":")[1].split()[0]) for line in done.stdout.splitlines())
    assert after > before + 100
    assert "class ConvNet" not in files.program(None)


def cut(path: Path, folder: Path, count: int) -> None:
    """Copy the first `count` entries of an IDX file."""
    data = path.read_bytes()
    head = 4 + 4 * data[3]
    size = 28 * 28 if data[3] == 3 else 1
    short = data[:4] + count.to_bytes(4, "big") + data[8 : head + count * size]
    (folder / path.name).write_bytes(short)


def test_the_program_imports_numpy_alone() -> None:
    programs = [files.program(own) for own in PROGRAMS.values()]
    for program in [*programs, files.program(filters=True)]:
        for node in ast.walk(ast.parse(program)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            roots = {name.partition(".")[0] for name in names}
            assert roots <= sys.stdlib_module_names | {"numpy"}


@pytest.mark.parametrize("own", PROGRAMS.values(), ids=PROGRAMS)
def test_the_program_goes_on_training(
    own: str | None, tmp_path: Path, mnist_dir: Path, test_images: tuple[np.ndarray, np.ndarray]
) -> None:
    network = random_network((16,), "relu")
    take_home(tmp_path, network, own)
    done = run(tmp_path, "train", mnist_dir, "--batch", "128")
    assert done.returncode == 0, done.stderr
    better = home.load(tmp_path / files.FILES["npz"])
    right = int((better.predict(test_images[0]) == test_images[1]).sum())
    assert right > 8_500
    assert f"After epoch 1: {right} of 10000 right" in done.stdout
    assert all(p.dtype == np.float32 for p in better.parameters)


def test_the_learners_backward_is_what_trains(tmp_path: Path, mnist_dir: Path) -> None:
    network = random_network((16,), "relu")
    still = "def backward(x, y, *parameters):\n    return [0 * p for p in parameters]\n"
    take_home(tmp_path, network, still)
    assert run(tmp_path, "train", mnist_dir).returncode == 0
    after = home.load(tmp_path / files.FILES["npz"])
    for one, other in zip(network.parameters, after.parameters, strict=True):
        assert np.array_equal(one, other)


CLASHING = '''from __future__ import annotations
import numpy as np
x = np.zeros(3)  # a name that our functions have inside
def train(x): return x
def relu(z): return -z
class MLP: pass
main = load = 3
def backward(x, y, W1, b1, W2, b2):
    """A "train" of thought."""
    assert train(1) == 1 and relu(2) == -2 and main == 3
    return [0 * p for p in (W1, b1, W2, b2)]
'''


def test_names_of_the_learner_and_ours_stay_apart(trained: MLP, tmp_path: Path, mnist_dir: Path):
    take_home(tmp_path, trained, CLASHING)
    done = run(tmp_path, "train", mnist_dir)
    assert done.returncode == 0, done.stderr
    before, after = (line.partition(": ")[2] for line in done.stdout.splitlines())
    assert before == after
    kept = CLASHING.partition("\n")[2]  # all but the future import, which must come first
    assert kept.strip() in (tmp_path / files.FILES["py"]).read_text("utf-8")


@pytest.mark.parametrize("code", ["def backward(:\n", "x = 1", "", "\0", "(" * 5000])
def test_a_program_without_backward_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="this program"):
        files.program(code)


def test_arrays_of_one_or_many_images_are_read(trained: MLP, tmp_path: Path, mnist_dir: Path):
    take_home(tmp_path, trained, None)
    raw = home.read_idx(mnist_dir / "t10k-images-idx3-ubyte")[:5]
    expected = trained.predict(home.read_images(mnist_dir / "t10k-images-idx3-ubyte")[:5])
    for image in (raw, raw / 255, (raw / 255).astype("f4")[:, None], raw[0], raw[:1]):
        np.save(tmp_path / "images.npy", image)
        found = run(tmp_path, "recognize", "images.npy").stdout.split()
        assert list(map(int, found)) == expected[: len(found)].tolist()
        assert len(found) == image.size // 784


BAD: dict[str, Any] = {
    "missing.npy": None,
    "other.npy": np.zeros((3, 27, 28)),
    "none.npy": np.zeros((0, 28, 28)),
    "text-idx3": b"no images",
    "short-idx3": b"\0\0\x08\x03" + b"\0\0\0\x05\0\0\0\x1c\0\0\0\x1c" + bytes(20),
    "broken-idx3.gz": b"\x1f\x8bnot gzip",
    "text.npy": b"no array",
    "empty.npy": b"",
    "text.npz": b"no arrays",
    "cut.npz": b"PK\3\4" + bytes(40),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_file_ends_in_one_line(name: str, trained: MLP, tmp_path: Path) -> None:
    take_home(tmp_path, trained, None)
    content = BAD[name]
    if isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    elif content is not None:
        np.save(tmp_path / name, content)
    done = run(tmp_path, "recognize", name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("my_network.py: error: ")


def test_weights_that_are_none_end_in_one_line(trained: MLP, tmp_path: Path) -> None:
    take_home(tmp_path, trained, None)
    np.savez(tmp_path / files.FILES["npz"], x=np.zeros(3))
    np.save(tmp_path / "images.npy", np.zeros((28, 28)))
    done = run(tmp_path, "recognize", "images.npy")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "there's no network in" in done.stderr


def test_without_arguments_it_reads_the_images_beside_it(
    trained: MLP, tmp_path: Path, test_images: tuple[np.ndarray, np.ndarray]
) -> None:
    take_home(tmp_path, trained, None)
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no images next to this program" in done.stdout
    images = (255 * test_images[0][:10]).astype(np.uint8).reshape(-1, 28, 28)
    for name in home.BESIDE:
        np.savez(tmp_path / name, images=images, labels=test_images[1][:10])
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    read = trained.predict(test_images[0][:10])
    right = (read == test_images[1][:10]).sum()
    for name in home.BESIDE:
        assert f"{name}: {right} of 10 right" in done.stdout
    assert f"  read  {' '.join(map(str, read))}\n" in done.stdout
    assert run(tmp_path, "recognize", home.BESIDE[0]).stdout.split() == list(map(str, read))


def test_without_its_weights_it_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / files.FILES["py"]).write_text(files.program(None), encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("my_network.py: error: my-network.npz isn't there.")
