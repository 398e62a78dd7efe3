"""The learner's project natively: MNIST in chunks, training in slices, the network kept."""

from __future__ import annotations

import base64
import io
import json
import re
from functools import partial
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
import torch

import nn
from course import lessons, samples
from course.bridge import Bridge
from course.cells.guard import Guard
from course.project import mnist, sheets, trainer
from course.project.curves import curves
from course.project.mnist import CHUNK, PIXELS, Examples, Mnist
from course.project.operations import Project
from course.project.settings import EXAMPLES, MOMENTUM, Optimiser, Settings
from course.project.trainer import Measure, Run, State
from tests.support import awaited, loaded

SMALL = {"hidden": [16], "examples": 1_000, "epochs": 2, "optimiser": "sgd", "learning_rate": 0.5}
FILTERS = {"hidden": [], "filters": 8, "learning_rate": 0.05}


@pytest.fixture
def project(data: Mnist) -> Project:
    made = Project(Guard())
    made.mnist = data
    return made


def trained(project: Project, **chosen: Any) -> State:
    project.begin_training({**SMALL, **chosen}, "7")
    while not (state := project.train())["done"]:
        pass
    return state


# ---- The data


def test_chunks_hold_mnist_in_its_order(data: Mnist, mnist_dir: Path) -> None:
    images = (mnist_dir / "train-images-idx3-ubyte").read_bytes()[16:]
    labels = (mnist_dir / "train-labels-idx1-ubyte").read_bytes()[8:]
    parts = data.training(mnist.ALL)
    assert b"".join(part.images.tobytes() for part in parts) == images
    assert b"".join(part.labels.tobytes() for part in parts) == labels
    test = (mnist_dir / "t10k-images-idx3-ubyte").read_bytes()[16:]
    assert data.test().images.tobytes() == test


def test_training_never_sees_the_validation_images(data: Mnist) -> None:
    parts = data.training(mnist.ALL - mnist.VALIDATION)
    assert sum(map(len, parts)) == mnist.ALL - mnist.VALIDATION
    end = parts[-1].images.ctypes.data + parts[-1].images.nbytes
    assert data.validation().images.ctypes.data == end
    assert len(data.validation()) == mnist.VALIDATION


@pytest.mark.parametrize("examples", EXAMPLES)
def test_only_the_chunks_that_training_needs_are_asked_for(chunks: Path, examples: int) -> None:
    needed = mnist.chunks_for(examples)
    data = loaded(chunks, needed)
    Run(Settings(examples=examples), data)
    for left_out in needed:
        with pytest.raises(LookupError, match=left_out):
            Run(Settings(examples=examples), loaded(chunks, [n for n in needed if n != left_out]))


def test_a_chunk_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / mnist.FOLDER).mkdir()
    (tmp_path / mnist.FOLDER / mnist.TEST).write_bytes(b"too short")
    with pytest.raises(ImportError, match="7850000 bytes, not 9"):
        loaded(tmp_path, [mnist.TEST])


def test_what_came_before_the_network_ended_stays(chunks: Path, tmp_path: Path) -> None:
    asked = []

    async def load(names: list[str]) -> None:
        asked.append(names)
        if len(asked) == 2:
            raise OSError("no network")
        target = tmp_path / mnist.FOLDER / names[0]
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((chunks / mnist.FOLDER / names[0]).read_bytes())

    data = Mnist(load, tmp_path)
    with pytest.raises(ImportError, match="no network"):
        awaited(data.bring(mnist.TRAIN))
    assert data.loaded == [mnist.TRAIN[0]]
    assert not (tmp_path / mnist.FOLDER / mnist.TRAIN[0]).exists()  # memory holds it once
    awaited(data.bring(mnist.TRAIN[:2]))
    assert asked[2] == [mnist.TRAIN[1]]


def test_two_digits_come_out_of_the_first_chunk(
    data: Mnist, chunks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def load(names: list[str]) -> None:
        asked.extend(names)
        target = tmp_path / mnist.FOLDER / names[0]
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((chunks / mnist.FOLDER / names[0]).read_bytes())

    monkeypatch.setattr(samples, "bring", None)
    monkeypatch.setattr(mnist, "Mnist", partial(Mnist, folder=tmp_path))
    with pytest.raises(ImportError, match=r"mnist-train-0 isn't here"):
        awaited(mnist.two_digits(3, 7))
    Bridge(lambda _text: None, load=load)  # the page's own way is the one that cells have
    x, y = awaited(mnist.two_digits(3, 7))
    first = data.part(mnist.TRAIN[0])
    assert asked == [mnist.TRAIN[0]]
    assert len(x) == len(y) == np.isin(first.labels, (3, 7)).sum()
    assert y.sum() == (first.labels == 7).sum()
    np.testing.assert_allclose(x[y == 1] * 255, first.images[first.labels == 7])


def test_a_chunk_that_is_none_is_refused(data: Mnist) -> None:
    with pytest.raises(ValueError, match=r"no chunk '\.\./secret'"):
        awaited(data.bring(["../secret"]))


# ---- Settings


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"hidden": [17]}, "hidden"),
        ({"hidden": [16, 16, 16]}, "hidden"),
        ({"filters": 8}, "filters has no other hidden layer"),
        ({"hidden": [], "filters": 5}, "filters"),
        ({"learning_rate": 0}, "learning_rate"),
        ({"learning_rate": "0.1"}, "learning_rate is a number"),
        ({"epochs": 1e9}, "epochs"),
        ({"examples": 12}, "examples"),
        ({"activation": "exec"}, "activation"),
        ({"batch": 0}, "batch"),
        ({"colour": "red"}, "no setting 'colour'"),
    ],
)
def test_settings_that_are_none_are_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Settings.read({**SMALL, **wrong})


@pytest.mark.parametrize("name", Settings.offered())
def test_every_setting_takes_what_it_offers_and_nothing_else(name: str) -> None:
    about = Settings.offered()[name]
    low, high = about.get("limits", (None, None))
    fine = [low, high] if low is not None else about["choices"]
    wrong = [low - 1, high + 1, None] if low is not None else ["else", None, 0.5]
    for value in fine:
        given = (value,) * about["most"] if "most" in about else value
        others: dict[str, Any] = {"hidden": []} if name == "filters" else {}
        assert getattr(Settings.read({**others, name: given}), name) == given
    for value in wrong:
        with pytest.raises(ValueError, match=name):
            Settings.read({name: (value,) if "most" in about else value})


# ---- Training


@pytest.mark.parametrize("seconds", [0.0, 0.003, 10.0])
def test_slices_change_nothing(data: Mnist, seconds: float) -> None:
    settings = Settings.read(SMALL)
    whole, sliced = Run(settings, data), Run(settings, data)
    whole.slice(1e9)
    while not sliced.done:
        sliced.slice(seconds)
    assert whole.done
    for a, b in zip(whole.network.parameters, sliced.network.parameters, strict=True):
        np.testing.assert_array_equal(a, b)
    assert whole.train == sliced.train
    assert whole.validation == sliced.validation


def test_a_step_is_one_batch(data: Mnist) -> None:
    run = Run(Settings.read(SMALL), data)
    run.slice(0, batches=1)
    assert run.batches == 1
    run.slice(0, batches=3)
    assert run.batches == 4
    assert not run.done


@pytest.mark.parametrize(
    ("optimiser", "decay"), [*((one, 0.0) for one in get_args(Optimiser)), ("adam", 1.0)]
)
def test_a_run_is_the_one_that_pytorch_makes(data: Mnist, optimiser: str, decay: float) -> None:
    rate = 0.001 if optimiser == "adam" else 0.05
    chosen = {"optimiser": optimiser, "learning_rate": rate, "weight_decay": decay, "epochs": 1}
    settings = Settings.read({**SMALL, **chosen})
    run = Run(settings, data)
    start = settings.network(np.random.default_rng(settings.seed))
    model = torch.nn.Sequential(
        torch.nn.Linear(784, 16), torch.nn.ReLU(), torch.nn.Linear(16, 10)
    ).double()
    for mine, first in zip(model.parameters(), start.parameters, strict=True):
        mine.data = torch.tensor(first).double()
    make = {
        "sgd": lambda p: torch.optim.SGD(p, rate),
        "momentum": lambda p: torch.optim.SGD(p, rate, momentum=MOMENTUM),
        "adam": lambda p: torch.optim.AdamW(p, rate, weight_decay=decay),
    }
    biases = [p for p in model.parameters() if p.ndim == 1]
    weights = [p for p in model.parameters() if p.ndim == 2]
    peer = make[optimiser]([{"params": weights}, {"params": biases, "weight_decay": 0.0}])
    rng = np.random.default_rng(settings.seed)
    settings.network(rng)
    order = rng.permutation(settings.examples)
    [part] = data.training(settings.examples)
    for batch in range(settings.batches):
        rows = order[batch * 64 : (batch + 1) * 64]
        for group in peer.param_groups:
            group["lr"] = rate * (1 - batch / settings.batches)
        peer.zero_grad()
        x = torch.tensor(part.images[rows] / 255)
        torch.nn.functional.cross_entropy(
            model(x), torch.tensor(part.labels[rows]).long()
        ).backward()
        peer.step()
    run.slice(1e9)
    for ours, theirs in zip(run.network.parameters, model.parameters(), strict=True):
        np.testing.assert_allclose(ours, theirs.detach().numpy(), atol=2e-4)


def test_it_learns_and_tells_how_far_it_is(project: Project) -> None:
    state = trained(project, hidden=[32], examples=10_000, epochs=2)
    assert state["last"]["validation"]["accuracy"] > 0.9
    assert state["images"] == state["of_images"] == 20_000
    assert state["batches"] == state["of_batches"]
    assert state["epoch"] == 2
    assert state["left"] == 0
    record = json.loads(json.dumps(project.training_record()))
    assert record["validation"]["images"] == [0, 10_000, 20_000]
    assert record["train"]["images"][-1] == 20_000
    assert record["parameters"] == 784 * 32 + 32 + 32 * 10 + 10


def test_few_images_are_validated_often_at_first(data: Mnist) -> None:
    """Where few images overfit soon, the turn is seen, by few looks."""
    run = Run(Settings(hidden=(16,), examples=1_000, epochs=50), data)
    run.slice(1e9)
    looks = run.validation.images
    assert looks[:8] == [0, 2_000, 4_000, 6_000, 8_000, 10_000, 13_000, 17_000]
    assert looks[-1] == 50_000
    assert len(looks) < 15


def test_all_60000_leave_nothing_to_validate_by(data: Mnist) -> None:
    run = Run(Settings(examples=mnist.ALL), data)
    run.slice(0, batches=1)
    assert run.validation.images == []


def test_a_learning_rate_that_is_too_large_does_no_harm(project: Project) -> None:
    with np.errstate(all="ignore"):
        state = trained(project, learning_rate=10.0, optimiser="momentum", decay=False)
    assert state["done"]
    json.loads(json.dumps(state, allow_nan=False))
    drawn = project.training_curves([{"name": "Run 1", "color": 0, "record": None}])["svg"]
    assert drawn.startswith("<svg")


def test_a_long_run_keeps_few_points(data: Mnist) -> None:
    curve = trainer.Curve(*(list(map(float, range(5_000))) for _ in range(3)))  # type: ignore[arg-type]
    thin = curve.thinned()
    assert len(thin.images) == trainer.KEPT
    assert (thin.images[0], thin.images[-1]) == (0, 4_999)
    assert trainer.Curve().thinned() == trainer.Curve()


# ---- The learner's own backward


def solution() -> str:
    folder = lessons.part(lessons.lessons_folder(), "backprop", "exercises", "backward")
    return (folder / "solution.py").read_text()


def test_the_learners_own_backward_trains_as_ours_does(project: Project) -> None:
    trained(project)
    mine = [p.copy() for p in project._mlp().parameters]
    project.begin_training(SMALL, "7", solution())
    project.use_run()
    while not project.train()["done"]:
        pass
    for a, b in zip(project._mlp().parameters, mine, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-4)
    assert project._network().code == solution()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("x = 1", "no function backward"),
        ("def backward(:", "SyntaxError"),
        ("def backward(*a): return 1", "must return dW1, db1, dW2, db2"),
        ("def backward(*a): return 1.0, 2.0, 3.0, 4.0", r"dW1 as float64 \(\)"),
        ("def backward(*a): return a[2].T, a[3], a[4], a[5]", r"dW1 as float32 \(784, 16\)"),
        ("def backward(*a):\n    return 1 / 0", "line 2: .*zero"),
        ("def backward(*a):\n    while True: pass", "more than 2 s"),
        ("def backward(*a):\n    raise SystemExit", "SystemExit"),
    ],
)
def test_a_backward_that_cannot_train_says_why(
    project: Project, code: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match=message):
        project.begin_training(SMALL, "7", code)
        project.train(batches=1)


def test_the_learners_backward_knows_one_hidden_layer(project: Project) -> None:
    with pytest.raises(ValueError, match="one hidden layer"):
        project.begin_training({**SMALL, "hidden": [16, 16]}, "7", solution())


# ---- The network


def test_a_kept_network_comes_back(project: Project, data: Mnist) -> None:
    trained(project)
    kept = json.loads(json.dumps(project.keep_network()))
    image = data.test().images[0].tolist()
    before = project.predict_own(image)
    fresh = Project(Guard())
    assert fresh.restore_network(**kept)["sizes"] == [784, 16, 10]
    assert fresh.predict_own(image) == before
    assert len(before["logits"]) == 10
    assert len(before["hidden"][0]) == 16


def test_a_network_carries_what_made_it(project: Project) -> None:
    """Through training, teaching, being kept and coming back; a test tells whose result it is."""
    project.begin_training({**SMALL, "epochs": 1}, "1700000000001", solution())
    while not project.train()["done"]:
        pass
    assert project.training_record()["id"] == "1700000000001"
    assert project.evaluate(again=True)["run"] == "1700000000001"
    images = base64.b64encode(project.mnist.test().images[:10].tobytes()).decode()
    labels = project.mnist.test().labels[:10].tolist()
    for ids in (list("abcdefghij"), list("hijklmnopq")):
        taught = project.begin_teaching(images, labels, ids)
        while "report" not in taught:
            taught = project.teach(seconds=10)
        project.keep_taught("1700000000002")
    assert taught["report"]["drawings"] == 7  # three have taught it before
    kept = json.loads(json.dumps(project.keep_network()))
    fresh = Project(Guard())
    fresh.mnist = project.mnist
    fresh.restore_network(**kept)
    network = fresh._network()
    assert (network.run, network.code) == ("1700000000002", solution())
    assert network.taught == list("abcdefghijklmnopq")
    assert fresh.evaluate(again=True)["run"] == "1700000000002"  # the run's result is another
    assert project.keep_run()["network"]["taught"] == []


def test_a_test_stays_with_the_network_as_it_was(project: Project) -> None:
    trained(project, hidden=[32], examples=10_000)
    again = project.evaluate(1e9, again=True)["report"]
    project.evaluate(0, again=True)
    project.begin_training({**SMALL, "seed": 8}, "8")
    project.use_run()
    project.train(batches=3)
    finished = project.evaluate(1e9)
    assert (finished["run"], finished["report"]) == ("7", again)
    assert project.evaluate(0, again=True)["run"] == "8"


def test_what_is_broken_reads_the_validation_images(project: Project, chunks: Path) -> None:
    trained(project)
    project.mnist = loaded(chunks, [mnist.TRAIN[-1]])  # the test images aren't even here
    broken = project.begin_breaking("biases")
    while not broken["done"]:
        broken = project.go_on_breaking()
    examples = project.mnist.validation()
    right = project._network().mlp.predict(mnist.grey(examples.images)) == examples.labels
    assert broken["points"][0]["accuracy"] == pytest.approx(right.mean())


def test_a_run_trains_its_own_network_alone(project: Project) -> None:
    trained(project)
    kept = project.keep_network()
    project.begin_training(SMALL, "8")
    project.train(batches=1)
    assert project.keep_network() == kept  # a run takes nothing away
    project.use_run()
    assert project.keep_network()["run"] == "8"
    project.restore_network(**kept)
    project.train(batches=1)
    assert project.keep_network() == kept


@pytest.mark.parametrize("optimiser", get_args(Optimiser))
@pytest.mark.parametrize("batches", [0, 1, 33, 63, 64, 79, 127])
def test_a_kept_run_goes_on_as_if_nothing_had_been(
    project: Project, data: Mnist, optimiser: str, batches: int
) -> None:
    """From the first, within an epoch, at the end of one, and with a measurement outstanding."""
    chosen = {**SMALL, "optimiser": optimiser, "learning_rate": 0.01, "epochs": 8, "shifts": True}
    goes_on(project, data, chosen, batches)


@pytest.mark.parametrize("batches", [1, 17])
def test_a_kept_run_of_filters_goes_on(project: Project, data: Mnist, batches: int) -> None:
    goes_on(project, data, {**SMALL, **FILTERS, "shifts": True}, batches)


def goes_on(project: Project, data: Mnist, chosen: dict[str, Any], batches: int) -> None:
    """Check that a run is the same whether it was kept and taken up again or not."""
    project.begin_training(chosen, "7")
    project.train(batches=batches)
    kept = json.loads(json.dumps(project.keep_run()))
    fresh = Project(Guard())
    fresh.mnist = data
    state = fresh.resume_training(kept["record"]["settings"], kept["network"], kept["rest"])
    assert (state["batches"], state["done"]) == (batches, False)
    for one in (project, fresh):
        while not one.train()["done"]:
            pass
    whole, resumed = project.training_record(), fresh.training_record()
    assert {**whole, "seconds": 0} == {**resumed, "seconds": 0}
    assert project.keep_run()["network"] == fresh.keep_run()["network"]
    assert fresh.keep_run()["rest"] is None


def test_a_kept_run_of_another_network_is_refused(project: Project) -> None:
    project.begin_training(SMALL, "7")
    kept = project.keep_run()
    with pytest.raises(ValueError, match=r"another network|longer|shorter"):
        project.resume_training({**SMALL, "hidden": [32]}, kept["network"], kept["rest"])


def npz(*arrays: np.ndarray[Any, Any]) -> str:
    buffer = io.BytesIO()
    np.savez(buffer, *arrays)
    return base64.b64encode(buffer.getvalue()).decode()


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "AAAA",
        npz(np.zeros((3, 4)), np.zeros(3)),
        npz(np.zeros((10, 784))),
        npz(np.array([{"a": 1}], object)),
    ],
)
def test_a_damaged_network_is_refused_and_the_old_one_stays(project: Project, kept: str) -> None:
    trained(project)
    network = project.network
    with pytest.raises(Exception, match=r".") as refused:
        project.restore_network(kept, "relu")
    assert isinstance(refused.value, ValueError | EOFError | OSError)
    assert project.network is network


def test_without_a_network_it_says_what_to_do(data: Mnist) -> None:
    with pytest.raises(LookupError, match="train one first"):
        Project(Guard()).predict_own([0] * PIXELS)


def test_evaluation_comes_in_slices_and_adds_up(project: Project) -> None:
    trained(project, hidden=[32], examples=10_000)
    seen = [project.evaluate(seconds=0)]
    while "report" not in seen[-1]:
        seen.append(project.evaluate(seconds=0))
    assert len(seen) == CHUNK // trainer.BLOCK
    report = json.loads(json.dumps(seen[-1]["report"]))
    counts = np.array(report["confusion"])
    assert counts.sum() == CHUNK
    assert report["accuracy"] == counts.trace() / CHUNK
    low, high = report["interval"]
    assert low < report["accuracy"] < high
    assert counts.sum(axis=1).tolist() == np.bincount(project.mnist.test().labels).tolist()
    assert len(report["predicted"]) == len(report["confidence"]) == CHUNK
    assert {place: len(rows) for place, rows in report["cells"].items()} == {
        f"{row} {column}": count for (row, column), count in np.ndenumerate(counts) if count
    }
    mistakes = report["mistakes"]
    assert len(mistakes) == CHUNK - counts.trace() == CHUNK - report["right"]
    sure = [report["confidence"][row] for row in mistakes]
    assert sure == sorted(sure, reverse=True)
    assert 0 < report["calibration"]["error"] < 0.2
    assert report["calibration"]["svg"].startswith("<svg")


def test_a_network_of_no_numbers_is_not_evaluated(project: Project) -> None:
    trained(project)
    assert project.network is not None
    project.network.mlp.biases[-1][:] = np.nan
    with pytest.raises(ValueError, match="aren't numbers"):
        project.evaluate(seconds=1e9)


# ---- Pictures


def test_browsing_shows_what_was_asked_for(project: Project, data: Mnist) -> None:
    page = project.browse(mnist.TEST, digit=3, page=2)
    labels = data.test().labels
    assert page["rows"] == np.flatnonzero(labels == 3)[80:120].tolist()
    assert page["count"] == int((labels == 3).sum())
    pixels = page["pixels"]
    picture = np.frombuffer(base64.b64decode(pixels["data"]), np.uint8)
    picture = picture.reshape(pixels["height"], pixels["width"])
    np.testing.assert_array_equal(
        picture[:28, 30:58], data.test().images[page["rows"][1]].reshape(28, 28)
    )
    assert project.browse(mnist.TEST, rows=[5, 7])["rows"] == [5, 7]
    assert project.browse(mnist.TEST, rows=[])["pixels"] is None
    with pytest.raises(ValueError, match="rows of a chunk"):
        project.browse(mnist.TEST, rows=[CHUNK])
    with pytest.raises(LookupError, match="isn't loaded"):
        Project(Guard()).browse(mnist.TEST)


def test_weights_are_blue_where_positive(project: Project) -> None:
    trained(project)
    pixels = project.weights()["pixels"]
    picture = np.frombuffer(base64.b64decode(pixels["data"]), np.uint8)
    picture = picture.reshape(pixels["height"], pixels["width"], 4)[:28, :28].reshape(-1, 4)
    W = project._mlp().weights[0][0]
    place = int(np.abs(W).argmax())
    assert picture[place, 3] == 255
    assert (picture[place, 2] > picture[place, 0]) == (W[place] > 0)


@pytest.mark.parametrize("hidden", [[], [16], [64], [128], [256]])
def test_every_neuron_has_its_image(project: Project, hidden: list[int]) -> None:
    project.begin_training({**SMALL, "hidden": hidden}, "7")
    pixels = project.weights()["pixels"]
    assert project.weights(project.keep_network())["pixels"] == pixels
    rows, columns = pixels["height"] // sheets.STEP, pixels["width"] // sheets.STEP
    count = hidden[0] if hidden else 10
    assert rows * columns == count


def test_every_filter_has_its_image(project: Project) -> None:
    trained(project, **FILTERS)
    pixels = project.weights()["pixels"]
    assert project.weights(project.keep_network())["pixels"] == pixels
    assert (pixels["height"], pixels["width"]) == (sheets.STEP, 8 * sheets.STEP)
    shown = np.frombuffer(base64.b64decode(pixels["data"]), np.uint8)
    alpha = shown.reshape(sheets.STEP, 8, sheets.STEP, 4)[:27, :, :27, 3].swapaxes(0, 1)
    assert project.network is not None
    W = np.abs(project.network.mlp.weights[0][:, 0])
    for row, column in np.ndindex(3, 3):  # each weight is a square of 9 x 9 pixels
        square = alpha[:, 9 * row : 9 * row + 9, 9 * column : 9 * column + 9]
        assert (square == square[:, :1, :1]).all()
        wanted = 255 * W[:, row, column] / W.max(axis=(1, 2))
        np.testing.assert_allclose(square[:, 0, 0], wanted, atol=0.6)


@pytest.mark.parametrize(
    ("images", "ticks"), [(25_000, "0.0 12.5 25.0"), (50_000, "0 25 50"), (3_000, "0.0 1.5 3.0")]
)
def test_the_middle_of_the_axis_is_what_it_says(project: Project, images: int, ticks: str) -> None:
    drawing, _ = curves([drawable(images, [2.3, 0.3], done=1)])
    shown = re.findall(r'plane-middle">([^<]+)<', drawing.markup())
    assert shown == ticks.split()


def drawable(images: int, losses: list[float], done: float = 0.5) -> Any:
    """A run of so many images of which a part is done."""
    accuracy = [0.05] + [0.9] * (len(losses) - 1)
    at = np.linspace(0, done * images, len(losses)).astype(int).tolist()
    points = {"images": at, "loss": losses, "accuracy": accuracy}
    settings = {"examples": images, "epochs": 1}
    record = {"settings": settings, "images": at[-1], "train": points, "validation": points}
    return {"name": "Run 1", "color": 2, "record": record}


@pytest.mark.parametrize(
    ("losses", "y", "arrows"),
    [
        ([2.4, 0.5], "0.01 0.1 1 10", []),
        ([2.4], "0.01 0.1 1 10", []),
        ([2.4, 0.5, 0.0004], "0.0001 0.001 0.01 0.1 1 10", []),
        ([2.4, 0.0], "0.01 0.1 1 10", ["0.0"]),
        ([2.4, 11.5, 700.25, 9.0], "0.01 0.1 1 10", ["700.2"]),
        ([2.4, trainer.NO_NUMBER], "0.01 0.1 1 10", ["no number"]),
        ([2.4, 30.0, 2.0, 1e-9], "1e-06 1e-05 0.0001 0.001 0.01 0.1 1 10", ["30.0", "1e-09"]),
        ([12.0, 1.0], "0.01 0.1 1 10 100", []),
    ],
)
def test_the_axes_stand_still_and_what_leaves_them_is_told(
    losses: list[float], y: str, arrows: list[str]
) -> None:
    """x runs to the end of the run, accuracy from 0 to 1, loss over powers of ten."""
    loss, accuracy = (one.markup() for one in curves([drawable(20_000, losses)]))
    for drawing in (loss, accuracy):
        assert re.findall(r'plane-middle">([^<]+)<', drawing) == ["0", "10", "20"]
    ends = r'plane-tick plane-end">([^<]+)<'
    assert re.findall(ends, accuracy) == ["0", "0.25", "0.5", "0.75", "1"]
    assert [t for t in re.findall(ends, loss) if t not in arrows] == y.split()
    assert loss.count("run-beyond") == 2 * len(arrows)
    for value in arrows:
        assert loss.count(f">{value}<") == 2
    assert "run-beyond" not in accuracy
    inside = re.findall(r'points="([^"]+)" class="run-train', loss)
    for x, height in (map(float, at.split(",")) for line in inside for at in line.split()):
        assert 44 <= x <= 172
        assert 28 <= height <= 216


@pytest.mark.parametrize(
    ("losses", "lowest"),
    [
        ([2.4, 0.334, 0.378], "0.334"),
        ([2.4, 0.334, 0.34], None),  # hardly more
        ([2.4, 0.5, 0.4], None),
        ([2.4], None),
        ([], None),
        ([2.4, 1.5, trainer.NO_NUMBER], "1.5"),
        ([trainer.NO_NUMBER] * 2, None),
        ([2.4, 0.0, 0.3], None),  # below the plane
    ],
)
def test_a_ring_marks_where_the_validation_loss_was_lowest(
    losses: list[float], lowest: str | None
) -> None:
    loss, right = curves([drawable(20_000, losses)]) if losses else curves([unmeasured()])
    assert loss.markup().count("run-lowest") == (lowest is not None)
    assert "run-lowest" not in right.markup()
    if lowest is not None:
        assert f">{lowest}<" in loss.markup()
        assert f"lowest after 5,000 images, {lowest}" in loss.summary


def unmeasured() -> Any:
    """A run on all images, which has nothing to validate by."""
    run = drawable(20_000, [2.3, 0.3])
    run["record"]["validation"] = {"images": [], "loss": [], "accuracy": []}
    return run


def test_curves_are_told_in_words(project: Project) -> None:
    trained(project)
    record = project.training_record()
    loss, right = curves([{"name": "Run 1", "color": 0, "record": record}] * 2)
    assert f"validation {record['validation']['loss'][-1]:.3f}" in loss.summary
    assert f"training {record['train']['accuracy'][-1]:.3f}" in right.summary
    assert right.summary.startswith("Run 1, after 2,000 images: accuracy")
    for drawing in (loss, right):
        assert drawing.markup().count("<polyline") == 4


def test_every_operation_is_reached_through_the_bridge(data: Mnist) -> None:
    bridge = Bridge(lambda text: None)
    bridge._room("project").mnist = data  # type: ignore[attr-defined]

    def ask(op: str, **args: Any) -> Any:
        answer = bridge.dispatch(json.dumps({"id": 1, "op": op, "args": args}))
        assert isinstance(answer, str)
        return json.loads(answer)

    assert "no run has been" in ask("project.weights")["error"]["message"]
    assert ask("project.begin_training", settings=SMALL, run="7")["done"]["of_batches"] == 32
    assert ask("project.train", batches=2)["done"]["batches"] == 2
    run = {"name": "Run 1", "color": 0, "record": None}
    assert "svg" in ask("project.training_curves", runs=[run])["done"]
    kept = ask("project.keep_run")["done"]
    args = {"settings": kept["record"]["settings"], **{k: kept[k] for k in ("network", "rest")}}
    assert ask("project.resume_training", **args)["done"]["batches"] == 2
    assert ask("project.use_run")["done"]["sizes"] == [784, 16, 10]
    assert ask("project._network")["error"]["type"] == "ValueError"


def test_measure_agrees_with_the_whole_batch(data: Mnist) -> None:
    network = nn.MLP.random([PIXELS, 10], np.random.default_rng(0), dtype=np.float32)
    part = data.test()[:1_200]
    measure = Measure(network, Examples(part.images, part.labels))
    assert list(measure) == [500, 1_000, 1_200]
    x = mnist.grey(part.images)
    np.testing.assert_allclose(measure.logits, network.forward(x).logits, atol=1e-5)


@pytest.mark.parametrize("chunk", mnist.CHUNKS)
def test_the_hardest_images_are_told_with_what_the_full_model_reads(
    project: Project, chunk: str
) -> None:
    hardest = project.browse(chunk, view="hardest")
    assert len(hardest["said"]) == len(hardest["rows"]) == 40
    disputed = project.browse(chunk, view="disputed")
    assert disputed["rows"] == list(mnist.DISPUTED[chunk])
    assert disputed["rows"] == hardest["rows"][: len(disputed["rows"])]
    wrong = [a != b for a, b in zip(hardest["said"], hardest["labels"], strict=True)]
    assert any(wrong)
