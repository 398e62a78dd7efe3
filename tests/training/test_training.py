"""The training path on a small subset, and what the parts promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper

from training import (
    batches,
    corruptions,
    data,
    evaluate,
    export,
    faces,
    learn_paths,
    nondigits,
    paths,
    pens,
    realpens,
    signs,
    sketches,
    start,
    strokes,
    train,
    unseen,
)
from training import ways as writing
from training.model import KINDS, DigitNet, Summary, parameter_count, read
from training.preprocess import FITTED, MASS_OFFSET, MIDDLE, SIZE, Preprocess
from training.readout import BLANK, DIGIT, NOT_A_DIGIT, UNSURE, Readout, Rules
from training.train import Plan, rate_at

ROOT = Path(__file__).parents[2]
ON, OFF = torch.ones(()), torch.zeros(())


def run_training(*options: str | Path) -> subprocess.CompletedProcess[str]:
    """Call the command that people call; warnings are errors, one thread is enough."""
    command = [sys.executable, "-W", "error", "-m", "training.train", *map(str, options)]
    alone = os.environ | {"OMP_NUM_THREADS": "1"}
    return subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True)


@pytest.fixture(scope="module")
def quick(mnist_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the models of a quick run."""
    out = tmp_path_factory.mktemp("models")
    done = run_training("--mnist", mnist_dir, "--quick", "--out", out)
    assert done.returncode == 0, done.stderr[-2000:]
    return out


def test_quick_run_learns_and_writes_everything(quick: Path) -> None:
    card = json.loads((quick / "digits.json").read_text(encoding="utf-8"))
    assert card["test"]["accuracy"] > 0.9
    assert {path.name for path in quick.glob("*.onnx")} == {
        graph["file"] for graph in card["graphs"].values()
    }


@pytest.fixture
def no_training(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of train.main() but what takes time: the network stays as it began."""
    monkeypatch.setattr(train, "train", lambda *_arguments: None)
    monkeypatch.setattr(train, "calibrate", lambda *_arguments: Rules())
    untrained = learn_paths.Learned(paths.PathNet().eval(), 0.9, {"parameters": 0})
    monkeypatch.setattr(learn_paths, "learn", lambda *_arguments: untrained)
    monkeypatch.setattr(train, "write_card", lambda _mnist, out, *_rest: (out / "card").touch())


def call_train(monkeypatch: pytest.MonkeyPatch, mnist_dir: Path, *options: str) -> None:
    monkeypatch.setattr(sys, "argv", ["train", "--mnist", str(mnist_dir), "--quick", *options])
    train.main()


def test_a_trial_leaves_the_real_models_alone(
    no_training: None, mnist_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "QUICK_OUT", tmp_path / "quick")
    monkeypatch.setattr(train, "MODELS", tmp_path / "models")
    call_train(monkeypatch, mnist_dir)
    made = {path.name for path in (tmp_path / "quick").iterdir()}
    assert made == {f"{name}.onnx" for name in export.GRAPHS} | {"card"}
    assert not (tmp_path / "models").exists()


def test_a_run_without_strokes_has_as_many_sketches_instead() -> None:
    options = {"quick": False, "whole": False, "out": None}
    usual, usual_paths, out, kept = train.chosen(Namespace(**options, without_strokes=False))
    plan, of_paths, elsewhere, kept_too = train.chosen(Namespace(**options, without_strokes=True))
    digits = realpens.counts()["digits"]
    assert plan == replace(usual, real=0, fresh=usual.fresh + usual.real * digits)
    assert of_paths == replace(usual_paths, real=False, sketches=usual_paths.sketches + digits)
    assert out == evaluate.MODELS
    assert elsewhere != out
    assert kept_too != kept


def test_a_refused_export_leaves_the_old_models_whole(
    no_training: None, mnist_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "preprocess.onnx").write_bytes(b"the old one")

    def refuse(*_arguments: object) -> None:
        raise AssertionError("decides differently from PyTorch")

    monkeypatch.setattr(export, "export_readout", refuse)
    with pytest.raises(AssertionError, match="differently"):
        call_train(monkeypatch, mnist_dir, "--out", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["preprocess.onnx"]
    assert (tmp_path / "preprocess.onnx").read_bytes() == b"the old one"


def test_an_earlier_run_is_kept_when_another_begins(
    no_training: None,
    mnist_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "checkpoint.pt").write_bytes(b"an earlier run")
    call_train(monkeypatch, mnist_dir, "--out", str(tmp_path))
    assert (tmp_path / "checkpoint-before.pt").read_bytes() == b"an earlier run"
    assert "--resume" in capsys.readouterr().out


def test_damaged_files_of_an_earlier_run_are_not_used(
    mnist_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digits = data.load(mnist_dir, "t10k").take(slice(4))
    path = tmp_path / "fields.pt"
    whole = batches.traced(digits, path)
    path.write_bytes(path.read_bytes()[:1000])
    assert batches.traced(digits, path).fields.equal(whole.fields)
    assert "damaged" in capsys.readouterr().err
    assert batches.traced(digits, path).fields.equal(whole.fields)  # from the file, made anew
    assert capsys.readouterr().err == ""


def test_a_stopped_run_goes_on_as_if_it_had_not(
    mnist_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = replace(train.QUICK, digits=64, validation=32, epochs=2, cooling=1, settling=1, batch=32)
    plan = replace(plan, sketches=24, others=84, fresh=24)
    digits = data.load(mnist_dir, "t10k")
    own, validation = digits.take(slice(64)), digits.take(slice(64, 96))
    through = train.begin(plan)
    train.train(through, own, validation, tmp_path / "through" / "checkpoint.pt")

    save = train.checkpoint

    def save_and_stop(run: train.Run, path: Path) -> None:
        save(run, path)
        raise KeyboardInterrupt

    stopped = tmp_path / "stopped" / "checkpoint.pt"
    monkeypatch.setattr(train, "checkpoint", save_and_stop)
    with pytest.raises(KeyboardInterrupt):
        train.train(train.begin(plan), own, validation, stopped)
    monkeypatch.undo()
    resumed = train.begin(plan)
    train.resume(resumed, stopped)
    train.train(resumed, own, validation, stopped)
    for one, other in zip(through.model.parameters(), resumed.model.parameters(), strict=True):
        assert torch.equal(one, other)


def test_a_checkpoint_of_another_plan_is_refused(tmp_path: Path) -> None:
    plan = Plan(digits=64, epochs=2, warm=False)
    train.checkpoint(train.begin(plan), tmp_path / "checkpoint.pt")
    with pytest.raises(SystemExit, match="another plan"):
        train.resume(train.begin(replace(plan, seed=4)), tmp_path / "checkpoint.pt")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(data.DataError, match="train-images-idx3-ubyte"):
        data.load(tmp_path, "train")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"\0\0", "too few for a header"),
        (b"\0\0\x08\x01" + bytes(12), "magic"),
        (b"\0\0\x08\x03" + b"\0\0\0\x02" + b"\0\0\0\x1c" * 2 + bytes(9), "damaged"),
    ],
)
def test_damaged_file_is_explained(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "images"
    path.write_bytes(content)
    with pytest.raises(data.DataError, match=complaint):
        data.read_idx(path, data.IMAGES_MAGIC)


def test_split_is_fixed_and_disjoint(mnist_dir: Path) -> None:
    whole = data.load(mnist_dir, "train")
    training, validation = data.split(whole)
    assert (len(training), len(validation)) == (55_000, 5_000)
    again, _ = data.split(whole)
    assert torch.equal(training.labels, again.labels)
    assert torch.equal(
        torch.bincount(training.labels) + torch.bincount(validation.labels),
        torch.bincount(whole.labels),
    )


def a_seven(height: int, width: int, top: float, left: float, size: float) -> torch.Tensor:
    """Ink [height, width] of a 7, `size` pixels high, drawn with a pen in proportion."""
    lines = [torch.tensor([[0.1, 0.1], [0.9, 0.1], [0.4, 0.9]]) * size]
    lines[0] += torch.tensor([left, top])
    pen = 0.14 * size
    field = strokes.distance(lines, pen, max(height, width))[:height, :width]
    return strokes.ink(field, pen)


def test_preprocess_fits_and_centres_as_mnist_does() -> None:
    image, _, _ = Preprocess()(a_seven(280, 280, 30, 90, 120), ON, ON)
    inked = image[0, 0] > 0.05
    rows, columns = inked.any(1).sum(), inked.any(0).sum()
    assert FITTED <= max(rows, columns) <= FITTED + 2
    places = torch.arange(SIZE) + 0.5
    for axis in (0, 1):
        profile = image[0, 0].sum(1 - axis)
        mass = (profile * places).sum() / profile.sum()
        assert mass.item() == pytest.approx(MIDDLE + MASS_OFFSET, abs=0.02)


def test_preprocess_does_not_care_where_or_how_large() -> None:
    wanted, _, _ = Preprocess()(a_seven(280, 280, 20, 20, 240), ON, ON)
    for size, top, left in [(60, 10, 200), (100, 170.3, 4.6), (150, 77, 60.5)]:
        image, _, _ = Preprocess()(a_seven(280, 280, top, left, size), ON, ON)
        assert (image - wanted).abs().max() < 0.2  # of antialiasing at a small size
        assert (image - wanted).abs().mean() < 0.01
    image, _, _ = Preprocess()(a_seven(150, 400, 5, 250, 140), ON, ON)
    assert (image - wanted).abs().max() < 0.2


def test_preprocess_reports_box_and_mass_in_ink_pixels() -> None:
    ink = torch.zeros(100, 60)
    ink[20:50, 10:30] = 1
    _, box, mass = Preprocess()(ink, ON, ON)
    assert box.tolist() == [20, 10, 50, 30]
    assert mass.tolist() == [35, 20]


def test_preprocess_without_its_steps_scales_the_whole_canvas() -> None:
    ink = torch.zeros(280, 280)
    ink[70:210, 100:180] = 1
    image, _, _ = Preprocess()(ink, OFF, OFF)
    assert image[0, 0].sum().item() == pytest.approx(14 * 8, abs=1e-3)
    assert torch.allclose(image[0, 0], image[0, 0].flip(0, 1), atol=1e-5)


def test_preprocess_keeps_mnist_as_it_is(mnist_dir: Path) -> None:
    """MNIST went through this recipe already; only its rounding to whole pixels is undone."""
    images = data.load(mnist_dir, "t10k").images[:50]
    for image in images:
        again, _, _ = Preprocess()(image[0], ON, ON)
        assert (again - image).abs().mean() < 0.05


@pytest.mark.parametrize("size", [(280, 280), (28, 28), (1, 1), (50, 400)])
def test_preprocess_of_nothing_is_nothing(size: tuple[int, int]) -> None:
    image, box, mass = Preprocess()(torch.zeros(size), ON, ON)
    assert image.abs().sum() == 0
    assert box.tolist() == [0, 0, *size]
    assert mass.tolist() == [size[0] / 2, size[1] / 2]


def test_readout_names_each_state() -> None:
    sure, torn = torch.tensor([9.0] + [0.0] * 9), torch.tensor([4.0, 4.0] + [0.0] * 8)
    digit = torch.tensor([5.0] + [0.0] * (len(KINDS) - 1))
    image = torch.zeros(5, 1, SIZE, SIZE)
    image[:3, :, 4:24, 12:16] = 1  # a line
    image[4, :, 4:24, 4:24] = 1  # a spot, whatever the network says of it
    _, state, reason = Readout(Rules(confident=0.6))(
        torch.stack([sure, torn, sure, sure, sure]),
        torch.stack([digit, digit, digit.flip(0), digit, digit]),
        image,
        export.NO_BOX,
        export.NO_PATH.repeat(5, 1),
    )
    assert state.tolist() == [DIGIT, UNSURE, NOT_A_DIGIT, BLANK, NOT_A_DIGIT]
    assert KINDS[int(reason[2])] == KINDS[-1]
    assert KINDS[int(reason[4])] == "scrap"


def test_tracing_a_bar_gives_its_middle_line() -> None:
    image = torch.zeros(1, 1, SIZE, SIZE)
    image[0, 0, 4:24, 12:16] = 1
    field = pens.unpack(pens.fields_of(image, progress=False))[0]
    row = field[pens.CANVAS // 2]
    assert abs(int(row.argmin()) / pens.SAMPLES - 14) <= 1
    assert row.min() <= 0.5
    assert row[0].item() == pytest.approx(pens.FAR, abs=pens.STEP)


def test_nondigits_are_of_every_other_kind() -> None:
    torch.manual_seed(0)
    fields, labels = sketches.digit_sketches(120)
    digits = data.Digits(torch.zeros(120, 1, SIZE, SIZE), labels)
    made, kinds = nondigits.nondigits(digits, fields, 84)
    assert made.shape == (84, pens.CANVAS, pens.CANVAS)
    assert set(kinds.tolist()) == set(range(1, len(KINDS)))


def test_every_digit_is_sketched() -> None:
    torch.manual_seed(0)
    fields, labels = sketches.digit_sketches(400)
    assert set(labels.tolist()) == set(range(10))
    on_paper = pens.unpack(fields) < 0.5
    assert on_paper.flatten(1).any(1).all()


def test_batches_depend_on_their_number_alone(mnist_dir: Path) -> None:
    digits = data.load(mnist_dir, "t10k").take(slice(64))
    torch.manual_seed(0)
    own = batches.traced(digits)
    extra = batches.invented(digits, own.fields, sketches=24, others=84)
    epoch = batches.Epoch(digits, own, extra, size=16, extra=8, seed=5)
    first, again, other = epoch[1], epoch[1], epoch[2]
    assert torch.equal(first.images, again.images)
    assert not torch.equal(first.images, other.images)
    assert first.images.shape == (24, 1, SIZE, SIZE)
    assert first.images.min() >= 0
    assert first.images.max() <= 1 + 1e-5
    is_digit = first.kinds == KINDS.index("digit")
    assert torch.equal(is_digit, first.labels != batches.NO_LABEL)


def test_the_rate_rises_stays_and_falls() -> None:
    plan = Plan(epochs=20, cooling=5)
    assert rate_at(plan, 0) == rate_at(plan, 20) == 0
    assert rate_at(plan, 1) == rate_at(plan, 15) == plan.rate
    assert rate_at(plan, 17.5) == plan.rate / 2


def test_an_export_that_differs_is_refused(tmp_path: Path) -> None:
    images = torch.rand(8, 1, SIZE, SIZE)
    model = DigitNet().eval()
    export.export_digits(tmp_path / "digits.onnx", model, images)
    graph = export.session(tmp_path / "digits.onnx")
    with torch.no_grad():
        model.digit.bias.add_(1)
        changed = model(images).logits
    with pytest.raises(AssertionError):
        torch.testing.assert_close(export.run(graph, images)["logits"], changed)


@pytest.mark.parametrize("corrupt", corruptions.CORRUPTIONS)
def test_corruptions_change_images_and_keep_their_shape(
    corrupt: corruptions.Corruption, mnist_dir: Path
) -> None:
    images = data.load(mnist_dir, "t10k").images[:4]
    spoilt = corrupt(images)
    assert spoilt.shape == images.shape
    assert torch.isfinite(spoilt).all()
    assert not torch.equal(spoilt, images)


def test_the_network_is_small() -> None:
    assert parameter_count(DigitNet()) <= 150_000


def test_strokes_are_drawn_with_the_pens_width() -> None:
    ink = strokes.render([[(0, 0), (0, 1)]], pen=20, span=100)
    assert ink.shape == (strokes.CANVAS, strokes.CANVAS)
    assert ink[strokes.CANVAS // 2].sum().item() == pytest.approx(20, abs=0.1)
    assert ink[0].sum() == 0


def test_a_warm_network_says_what_the_graph_says(mnist_dir: Path) -> None:
    images = data.load(mnist_dir, "t10k").images[:200]
    model = DigitNet()
    start.load(model, start.START, images[:100])
    found = export.run(export.session(start.START), images)
    logits, kinds = read(model, images)
    torch.testing.assert_close(logits, found["logits"], rtol=0, atol=1e-3)
    torch.testing.assert_close(kinds, found["kinds"], rtol=0, atol=1e-3)


def test_a_blend_lies_between_the_two(mnist_dir: Path) -> None:
    images = data.load(mnist_dir, "t10k").images[:100]
    torch.manual_seed(0)
    model = DigitNet()
    model.train()(torch.rand(64, 1, SIZE, SIZE))  # normalizations get statistics of their own
    model.eval()
    wanted = {0.0: read(model, images)[0], 1.0: stored_logits(images)}
    for share, logits in wanted.items():
        found, _ = read(start.blended(model, share), images)
        torch.testing.assert_close(found, logits, rtol=0, atol=1e-3)
    half = start.folded(start.blended(model, 0.5))
    ends = zip(start.folded(model), start.stored(start.START), strict=True)
    for (weight, _), ((new, _), (old, _)) in zip(half, ends, strict=True):
        torch.testing.assert_close(weight, (new + old) / 2, rtol=0, atol=1e-5)


def stored_logits(images: torch.Tensor) -> torch.Tensor:
    return export.run(export.session(start.START), images)["logits"]


def test_the_summary_is_the_same_in_training() -> None:
    part = Summary(8, 8, 5, groups=8, bias=False)
    maps = torch.rand(3, 8, 5, 5)
    torch.testing.assert_close(part.train()(maps), part.eval()(maps))


@pytest.mark.parametrize("maker", [*faces.STYLES, *unseen.FACES])
def test_faces_and_rings_are_drawn_on_the_canvas(maker: Callable[[], faces.Strokes]) -> None:
    torch.manual_seed(0)
    fields = faces.fields_of_strokes([maker() for _ in range(8)])
    on_paper = pens.unpack(fields) < 0.5
    assert on_paper.flatten(1).any(1).all()
    edges = on_paper[:, [0, -1]].any() | on_paper[:, :, [0, -1]].any()
    assert not edges


def test_faces_to_measure_with_are_not_those_of_training() -> None:
    assert not {one.__name__ for one in faces.STYLES} & {one.__name__ for one in unseen.FACES}
    assert len(unseen.faces(200)) == 200
    assert not set(unseen.THINGS.values()) & {*signs.LETTERS, *signs.SIGNS, *signs.PARTS}


def test_the_writers_are_split_by_a_fixed_rule() -> None:
    writers = [str(number) for number in range(1, 31)]
    choosing = realpens.choosing(writers)
    assert choosing == {"1", "4", "7", "10", "13", "16", "19", "22", "25", "28"}
    drawings = [strokes.Drawing(0, writer, []) for writer in writers]
    learned, apart = realpens.split(drawings)
    assert (len(learned), len(apart)) == (20, 10)
    own = list(strokes.read_drawings(realpens.OWN))
    assert {one.writer for one in own} == set(writers) - choosing


def test_real_strokes_become_digits_on_the_canvas() -> None:
    torch.manual_seed(0)
    fields, labels = realpens.real_sketches(2)
    count = realpens.counts()["digits"]
    assert fields.shape == (2 * count, pens.CANVAS, pens.CANVAS)
    assert labels[:count].equal(labels[count:])
    assert not fields[:count].equal(fields[count:])
    assert (pens.unpack(fields) < 0.5).flatten(1).any(1).all()


@pytest.mark.parametrize("digit", range(10))
def test_every_way_to_write_a_digit_can_be_drawn(digit: int) -> None:
    torch.manual_seed(digit)
    ways = list(writing.DIGITS[digit])
    points, down = sketches.parse(ways)
    assert points.min() >= 0
    assert points.max() <= 1
    assert down.any(1).all()
    for path, drawn in sketches.hands(ways, torch.arange(len(ways))):
        assert path.amin() >= 0
        assert path.amax() <= SIZE
        assert drawn.any(1).all()


def test_a_path_knows_order_and_pen() -> None:
    lines = [torch.tensor([[0.0, 0.0], [10.0, 0.0]]), torch.tensor([[10.0, 10.0], [0.0, 10.0]])]
    path = path_of(lines)
    assert path.shape == (1, 3, paths.POINTS)
    assert path[:, :2].abs().max() == 1
    assert 0 < path[:, 2].mean() < 1
    backwards = path_of([line.flip(0) for line in lines[::-1]])
    torch.testing.assert_close(backwards[:, :2], path[:, :2].flip(2), rtol=0, atol=1e-4)
    assert paths.PathNet().eval()(path).shape == (1, 10)


def path_of(lines: faces.Strokes) -> torch.Tensor:
    path: torch.Tensor = paths.Resample()(*paths.joined([lines]))
    return path


CURVE = torch.tensor([[0.0, 0.0], [3.0, 0.0], [3.0, 4.0], [0.0, 9.0]])


HALVED = torch.stack([CURVE[:-1], (CURVE[:-1] + CURVE[1:]) / 2], 1).flatten(0, 1)


@pytest.mark.parametrize(
    "same",
    [CURVE * 40 + 100, CURVE.repeat_interleave(3, 0), torch.cat([HALVED, CURVE[-1:]])],
    ids=["elsewhere and larger", "the pen rests", "more points"],
)
def test_a_path_is_its_shape(same: torch.Tensor) -> None:
    torch.testing.assert_close(path_of([same]), path_of([CURVE]), rtol=0, atol=1e-4)


@pytest.mark.parametrize("points", [1, 2, 50])
def test_a_dot_has_a_path_too(points: int) -> None:
    path = path_of([torch.full((points, 2), 7.0)])
    assert torch.isfinite(path).all()
    assert path[:, :2].abs().max() == 0


def test_shuffled_strokes_are_the_same_ink() -> None:
    torch.manual_seed(0)
    lines = [torch.rand(9, 2), torch.rand(5, 2), torch.rand(1, 2), torch.rand(2, 2)]
    ends = {tuple(place) for line in lines for place in line.tolist()}
    for _ in range(20):
        found = paths.shuffled(lines)
        assert {tuple(place) for line in found for place in line.tolist()} == ends
        assert len(found) >= len(lines)


def logits_for(digits: list[int], height: float) -> torch.Tensor:
    return height * torch.nn.functional.one_hot(torch.tensor(digits), 10).float()


def test_a_path_counts_where_it_is_sure() -> None:
    image = torch.zeros(3, 1, SIZE, SIZE)
    image[:, :, 4:24, 12:16] = 1
    given = torch.zeros(3, len(KINDS)), image, export.NO_BOX
    readout = Readout(Rules(path_sure=0.9))
    seen = logits_for([3, 3, 3], 2.0)
    alone, _, _ = readout(seen, *given, export.NO_PATH.repeat(3, 1))
    torch.testing.assert_close(alone, torch.softmax(seen, 1))
    heights = torch.tensor([[9.0], [4.0], [9.0]])  # the second gives its 7 less than 0.9
    shares, _, _ = readout(seen, *given, heights * logits_for([7, 7, 3], 1.0))
    assert shares.argmax(1).tolist() == [7, 3, 3]
    torch.testing.assert_close(shares[1], alone[1])
    assert shares[2, 3] > alone[2, 3]


@pytest.mark.parametrize(("misread", "sure"), [(0, 0.5), (1, 0.5), (40, 0.8), (400, 1.0)])
def test_a_path_is_sure_from_where_it_is_reliable(misread: int, sure: float) -> None:
    """Half of 1,000 drawings are read with 0.795, and of those some are misread."""
    labels = torch.randint(10, (1_000,), generator=torch.Generator().manual_seed(0))
    said = labels.clone()
    said[:misread] = (said[:misread] + 1) % 10
    shares = torch.where(torch.arange(1_000) < 500, 0.795, 0.999)[:, None]
    if sure == 1:
        shares = shares.flip(0)
    hot = torch.nn.functional.one_hot(said, 10)
    logits = (shares * hot + (1 - shares) / 9 * (1 - hot)).log()
    assert learn_paths.least_sure(logits, labels) == sure


def test_a_path_network_that_differs_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.manual_seed(0)
    drawn = [[torch.rand(9, 2), torch.rand(4, 2)], [torch.rand(1, 2)], [torch.rand(40, 2)]]
    export.export_path(tmp_path / "path.onnx", paths.PathNet().eval(), drawn)
    assert [path.name for path in tmp_path.iterdir()] == ["path.onnx"]
    monkeypatch.setattr(export, "half", lambda source, target: target.write_bytes(ones(source)))
    with pytest.raises(AssertionError):
        export.export_path(tmp_path / "path.onnx", paths.PathNet().eval(), drawn)


def ones(source: Path) -> bytes:
    """Return a graph whose weights are all 1."""
    model = onnx.load(source)
    for weights in model.graph.initializer:
        values = numpy_helper.to_array(weights)
        if values.dtype == np.float32 and values.size > 9:
            weights.CopyFrom(numpy_helper.from_array(np.ones_like(values), weights.name))
    return model.SerializeToString()
