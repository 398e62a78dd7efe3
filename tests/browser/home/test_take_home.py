"""Taking the network home, and models from elsewhere, in a real browser."""

from __future__ import annotations

import base64
import io
import json
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from onnx import checker, load_from_string
from playwright.sync_api import Page, expect

from builder.base.bootstrap import ROOT
from builder.parts.mnist import one_of_each
from builder.parts.onnx_templates import templates
from course.home import files
from course.home.program import network as program
from course.home.torch_program import torch_program
from course.project.settings import Settings
from nn import MLP
from tests import onnx_files
from tests.browser.own import train
from tests.browser.pads import by_picture, draw_all, open_pad
from tests.browser.strokefont import digit

# Leaves a network in the browser's storage, as an earlier visit does.
KEEP = """(kept) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('module3:/:', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction('kept', 'readwrite');
    writing.objectStore('kept').put(kept, 'network');
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""


@pytest.fixture
def page(warm_page: Page) -> Page:
    return warm_page


KEPT: dict[str, Any] = {"activation": "relu", "run": None, "taught": []}


def network(seed: int = 3) -> MLP:
    return MLP.random((784, 16, 10), np.random.default_rng(seed), "relu", np.float32)


def home(page: Page, site: str) -> None:
    open_pad(page, f"{site}project/")
    page.wait_for_selector("html[data-python=ready]")


def drop(page: Page, name: str, data: bytes) -> None:
    """Choose a file by the button's own input."""
    page.set_input_files(
        "[data-dropped] [data-file]",
        {"name": name, "mimeType": "application/octet-stream", "buffer": data},
    )


def runs(page: Page, name: str) -> None:
    page.wait_for_selector("[data-dropped][data-state=running]")
    expect(page.locator("[data-dropped] [data-note]")).to_have_text(f"{name} is running here.")
    page.wait_for_selector("[data-ten-said]:not(:empty)")


def refused(page: Page, name: str, data: bytes) -> str:
    drop(page, name, data)
    page.wait_for_selector("[data-dropped][data-refused]")
    note = page.locator("[data-dropped] [data-note]").text_content() or ""
    assert note.startswith(f"{name} was refused: ")
    return note


def alive(page: Page) -> None:
    """The pad recognises, and Python answers."""
    (answer,) = draw_all(page, [digit(3, random.Random(5))])
    assert (answer.digit, answer.state) == (3, "digit")


def logits_of(model: bytes, images: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    (found,) = session.run(["logits"], {session.get_inputs()[0].name: images})
    return np.asarray(found)


# ---- The network as files


def test_nothing_can_be_saved_before_there_is_a_network(page: Page, site: str) -> None:
    home(page, site)
    for kind in ("onnx", "npz", "py", "train", "drawings", "folder"):
        expect(page.locator(f"[data-take={kind}]")).to_be_disabled()
    expect(page.locator("[data-take-note]")).to_contain_text("You don’t have a network yet")


def keep(page: Page, site: str, trained: MLP, code: str | None) -> None:
    page.goto(f"{site}quiz/")
    buffer = io.BytesIO()
    np.savez(buffer, *trained.parameters)
    npz = base64.b64encode(buffer.getvalue()).decode()
    page.evaluate(KEEP, {**KEPT, "npz": npz, "code": code})


def save(page: Page, kind: str) -> tuple[str, bytes]:
    button = page.locator(f"[data-take={kind}]")
    expect(button).to_be_enabled()
    with page.expect_download() as saving:
        button.click()
    expect(page.locator("[data-take-note]")).to_contain_text("Saved as")
    return saving.value.suggested_filename, Path(saving.value.path()).read_bytes()


BACKWARD = ROOT / "site" / "lessons" / "05-backprop" / "exercises" / "backward" / "solution.py"


@pytest.mark.parametrize("code", [None, BACKWARD.read_text(encoding="utf-8")], ids=["ours", "own"])
def test_a_network_is_saved_as_three_files(code: str | None, page: Page, site: str) -> None:
    trained = network()
    keep(page, site, trained, code)
    home(page, site)
    expect(page.locator("[data-take-note]")).to_contain_text("Your network can be saved")
    assert save(page, "py") == ("my_network.py", files.program(code).encode())
    name, npz = save(page, "npz")
    assert name == "my-network.npz"
    with np.load(io.BytesIO(npz)) as arrays:
        assert np.array_equal(arrays["W1"], trained.weights[0])
        assert str(arrays["activation"]) == "relu"
    name, model = save(page, "onnx")
    assert name == "my-network.onnx"
    assert model == files.onnx_bytes(trained, json.loads(templates()))
    checker.check_model(load_from_string(model), full_check=True)
    expect(page.locator("[data-task='home/save']")).to_have_attribute("data-done", "")


# ---- What runs at home


def test_train_py_has_the_settings_of_the_run(page: Page, site: str) -> None:
    home(page, site)
    train(page)
    name, text = save(page, "train")
    settings = Settings(examples=1_000, hidden=(32,))
    assert (name, text.decode()) == ("train.py", torch_program(settings))


def keep_drawings(page: Page, labels: list[int]) -> None:
    for place, label in enumerate(labels, start=1):
        strokes = [
            [round(one) for point in stroke for one in point]
            for stroke in digit(label, random.Random(label))
        ]
        drawing = json.dumps({"label": label, "strokes": strokes})
        page.evaluate(
            "([id, text]) => localStorage.setItem(`module3:/:project:drawing/${id}`, text)",
            [place, drawing],
        )


def test_the_folder_runs_at_once(page: Page, site: str, tmp_path: Path) -> None:
    keep(page, site, network(), None)
    keep_drawings(page, [3, 8])
    home(page, site)
    name, data = save(page, "folder")
    assert name == "my-network.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "my-network"
    assert {path.name for path in folder.iterdir()} == {
        *files.FILES.values(),
        "ten-digits.npz",
        "my-digits.npz",
    }
    with np.load(folder / "my-digits.npz") as drawn:
        assert drawn["images"].shape == (2, 28, 28)
        assert drawn["images"].max() == 255
        assert drawn["labels"].tolist() == [3, 8]
    done = subprocess.run(
        [sys.executable, "-I", "my_network.py"], cwd=folder, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "  meant 0 1 2 3 4 5 6 7 8 9" in done.stdout
    assert "  meant 3 8" in done.stdout


def test_mnist_is_saved_whole(page: Page, site: str, mnist_dir: Path) -> None:
    home(page, site)
    name, data = save(page, "mnist")
    assert name == "mnist.npz"
    with np.load(io.BytesIO(data)) as found:
        for which, stem in (("train", "train"), ("test", "t10k")):
            images = program.read_idx(mnist_dir / f"{stem}-images-idx3-ubyte")
            assert np.array_equal(found[f"x_{which}"], images)
            labels = program.read_idx(mnist_dir / f"{stem}-labels-idx1-ubyte")
            assert np.array_equal(found[f"y_{which}"], labels)


# ---- Models from elsewhere


def test_a_model_of_ones_own_runs_and_agrees(page: Page, site: str) -> None:
    home(page, site)
    model = files.onnx_bytes(network(), json.loads(templates()))
    drop(page, "mine.onnx", model)
    runs(page, "mine.onnx")
    images = np.frombuffer(one_of_each(), np.uint8).reshape(10, 1, 28, 28).astype("f4") / 255
    expected = logits_of(model, images).argmax(1)
    said = page.locator("[data-ten] li span").all_text_contents()
    assert [int(text.removeprefix("✕ ")) for text in said] == expected.tolist()
    right = int((expected == np.arange(10)).sum())
    expect(page.locator("[data-ten-said]")).to_have_text(f"{right} of 10 test images right")
    report = page.locator("[data-model-report]")
    expect(report).to_contain_text("2 × Gemm")
    expect(report).to_contain_text("12,730")
    expect(report).to_contain_text("Module 3")


COLOURS = """() => [...document.querySelectorAll('[data-ten] canvas')].map((canvas) => {
  const {data} = canvas.getContext('2d').getImageData(0, 0, 28, 28);
  let most = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] > data[most + 3]) most = i;
  return data[most];
})"""


def test_the_ten_images_have_the_themes_colour(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark")
    home(page, site)
    drop(page, "mine.onnx", onnx_files.linear())
    runs(page, "mine.onnx")
    assert min(page.evaluate(COLOURS)) > 128
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(500)
    assert max(page.evaluate(COLOURS)) < 128


def test_its_answer_follows_the_pad(page: Page, site: str) -> None:
    home(page, site)
    drop(page, "digits.onnx", (Path(__file__).parents[3] / "models" / "digits.onnx").read_bytes())
    runs(page, "digits.onnx")
    expect(page.locator("[data-ten-said]")).to_have_text("10 of 10 test images right")
    for label in (4, 7):
        drawing = digit(label, random.Random(label))
        (full,) = draw_all(page, [drawing])
        (alone,) = by_picture(page, [drawing])  # a dropped model doesn't read the pen's path
        target = page.locator(f"[data-prediction-dropped][data-digit='{label}']")
        expect(target).to_have_attribute("data-state", full.state)
        found = json.loads(target.get_attribute("data-probabilities") or "")
        assert np.allclose(found, alone, atol=1e-5)
    page.locator("[data-pad]").get_by_role("button", name="Clear").click()
    expect(page.locator("[data-prediction-dropped]")).to_have_attribute("data-state", "blank")


@pytest.mark.parametrize("shape", [["n", 784], [1, 28, 28]], ids=str)
def test_other_shapes_of_an_image_run(shape: Any, page: Page, site: str) -> None:
    home(page, site)
    drop(page, "other.onnx", onnx_files.linear(shape))
    runs(page, "other.onnx")


def test_a_file_can_be_dropped_and_removed(page: Page, site: str) -> None:
    home(page, site)
    dropping = """([data, where]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], 'drop.onnx'));
      const options = {bubbles: true, cancelable: true, dataTransfer: transfer};
      const target = document.querySelector(where);
      target.dispatchEvent(new DragEvent('dragover', options));
      return target.dispatchEvent(new DragEvent('drop', options));
    }"""
    data = base64.b64encode(onnx_files.linear()).decode()
    assert page.evaluate(dropping, [data, "h1"]) is False  # beside it, nothing is opened
    expect(page.locator("[data-dropped]")).to_have_attribute("data-state", "none")
    page.evaluate(dropping, [data, "[data-drop] span"])
    runs(page, "drop.onnx")
    page.get_by_role("button", name="Remove this model").click()
    expect(page.locator("[data-dropped]")).to_have_attribute("data-state", "none")
    expect(page.locator("[data-dropped] [data-model]")).to_be_hidden()
    expect(page.locator("[data-dropped] [data-note]")).to_have_text(
        "drop.onnx has been removed from this page."
    )


def test_it_stays_while_other_pages_are_read(page: Page, site: str) -> None:
    home(page, site)
    drop(page, "mine.onnx", onnx_files.linear())
    runs(page, "mine.onnx")
    page.get_by_role("link", name="Activations").first.click()
    page.wait_for_url("**/activations/")
    page.go_back()
    page.wait_for_url("**/project/")
    runs(page, "mine.onnx")


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "text.onnx": (lambda: b"this is no model at all", "isn't an ONNX file but a text file"),
    "network.npz": (lambda: files.npz_bytes(network()), "but a NumPy archive"),
    "image.png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "but an image"),
    "cut.onnx": (lambda: onnx_files.linear()[:-500], "cut off"),
    "shape.onnx": (lambda: onnx_files.tiny(input_shape=["n", 3, 224, 224]), "float32 images"),
    "loop.onnx": (onnx_files.looping, "graphs within"),
    "elsewhere.onnx": (onnx_files.external, "external data"),
    "random.onnx": (
        lambda: onnx_files.tiny(onnx_files.node("RandomNormalLike", ["scores"], "logits")),
        "RandomNormalLike",
    ),
    "infinite.onnx": (onnx_files.not_finite, "ten finite numbers"),
    "large.onnx": (lambda: bytes(16_000_001), "at most 16 MB"),
    "empty.onnx": (lambda: onnx_files.file([]), "ONNX Runtime said: This is an invalid model."),
}


def test_bad_files_are_refused_and_the_page_lives(page: Page, site: str) -> None:
    home(page, site)
    for name, (make, reason) in BAD.items():
        assert reason in refused(page, name, make()), name
    alive(page)
    drop(page, "good.onnx", onnx_files.linear())
    runs(page, "good.onnx")
    note = refused(page, "again.onnx", b"no model")
    assert note.endswith("good.onnx is still running.")
    alive(page)
    expect(page.locator("[data-prediction-dropped]")).to_have_attribute(
        "data-digit", re.compile(r"\d")
    )


@pytest.mark.parametrize("make", [onnx_files.endless, onnx_files.huge])
def test_a_model_that_never_ends_or_wants_all_memory_is_ended(
    make: Callable[[], bytes], page: Page, site: str
) -> None:
    home(page, site)
    page.wait_for_selector("html[data-python=ready]")
    before = len(page.workers)
    with page.expect_worker():
        drop(page, "bomb.onnx", make())
    # One that wants too much may be refused before anybody has looked.
    page.wait_for_selector("[data-dropped]:is([data-state=starting], [data-refused])")
    alive(page)
    page.wait_for_selector("[data-dropped][data-refused]")
    for _ in range(100):
        if len(page.workers) == before:
            break
        page.wait_for_timeout(100)
    assert len(page.workers) == before
    reason = "took more than" if make is onnx_files.endless else "more memory"
    expect(page.locator("[data-dropped] [data-note]")).to_contain_text(reason)
    alive(page)
