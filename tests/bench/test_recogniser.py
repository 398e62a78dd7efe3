"""How long one prediction takes in the browser, and whether a lighter network would be faster."""

from __future__ import annotations

import base64
import statistics
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.base.places import MODELS
from tests.bench.figures import Results
from tests.support import PATIENCE

LIMIT = 4  # ms, median
ROUNDS = 200
WARM_UP = 30
THREE = [[42, 67], [87, 31], [136, 73], [106, 133], [76, 140], [127, 179], [107, 239], [22, 217]]

# A drawn 3 on the page's ink buffer, through the service that the pad uses.
PREDICT = """async ([stroke, warmUp, rounds]) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Recogniser } = await import(folder + 'pad/recogniser.js');
  const canvas = new OffscreenCanvas(280, 280);
  const context = canvas.getContext('2d');
  Object.assign(context, { lineWidth: 20, lineCap: 'round', lineJoin: 'round' });
  context.beginPath();
  for (const [x, y] of stroke) context.lineTo(x, y);
  context.stroke();
  const { data } = context.getImageData(0, 0, 280, 280);
  const ink = Float32Array.from({ length: 280 * 280 }, (_, i) => data[4 * i + 3] / 255);
  const pen = [stroke.map(([x, y]) => ({ x, y }))];
  const recogniser = new Recogniser();
  await recogniser.load();
  const times = [];
  let answer;
  for (let i = 0; i < warmUp + rounds; i++) {
    const started = performance.now();
    answer = await recogniser.recognise(ink, {}, pen);
    if (i >= warmUp) times.push(performance.now() - started);
  }
  return { times, digit: answer.digit, state: answer.state };
}"""
# One network alone, given as base64, on one image; the variants take turns.
COMPARE = """async ([graphs, warmUp, rounds]) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { parts, root } = await import(folder + 'kit/generated/parts.js');
  const ort = await import(root + parts.ort['ort.wasm.bundle.min.js'].path);
  const { Download } = await import(folder + 'kit/download.js');
  const download = new Download(root, () => {});
  ort.env.wasm.wasmBinary = await download.buffer(parts.ort['ort-wasm-simd-threaded.wasm']);
  ort.env.wasm.numThreads = 1;
  const sessions = [];
  for (const graph of graphs) {
    const bytes = Uint8Array.from(atob(graph), (letter) => letter.charCodeAt(0));
    const options = { executionProviders: ['wasm'] };
    sessions.push(await ort.InferenceSession.create(bytes, options));
  }
  const image = new ort.Tensor('float32', new Float32Array(784).fill(0.3), [1, 1, 28, 28]);
  const times = sessions.map(() => []);
  for (let i = 0; i < warmUp + rounds; i++) {
    for (const [place, session] of sessions.entries()) {
      const started = performance.now();
      await session.run({ image });
      if (i >= warmUp) times[place].push(performance.now() - started);
    }
  }
  return times;
}"""


@pytest.fixture
def page(browser: Browser, fast_site: str) -> Page:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{fast_site}quiz/")  # a page without a pad of its own
    page.wait_for_selector("html[data-python=ready]")  # its start would be measured, too
    return page


def test_one_prediction(page: Page, results: Results) -> None:
    found = page.evaluate(PREDICT, [THREE, WARM_UP, ROUNDS])
    assert (found["digit"], found["state"]) == (3, "digit")
    median = statistics.median(found["times"])
    results.absolute(
        "one prediction, four graphs, from ink and strokes, median", median, "ms", LIMIT
    )


def test_lighter_networks(page: Page, results: Results, mnist_dir: Path, tmp_path: Path) -> None:
    from training import data, lighter

    images = data.load(mnist_dir, "train").images[: lighter.CALIBRATION]
    paths = lighter.variants(MODELS, images, tmp_path)
    graphs = [base64.b64encode(path.read_bytes()).decode() for path in paths.values()]
    times = page.evaluate(COMPARE, [graphs, WARM_UP, ROUNDS])
    seconds = [statistics.median(each) / 1000 for each in times]
    for name, value in list(zip(paths, seconds, strict=True))[1:]:
        size = paths[name].stat().st_size / 1000
        what = f"digits.onnx as {name} ({size:.0f} kB)"
        results.ratio(what, value, "as float32", seconds[0], 1.0)
