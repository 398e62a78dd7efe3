"""Training on MNIST in the page: beside jax-js and plain NumPy, and what the page feels."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from builder.parts import pinned
from course.project import mnist
from tests.bench.figures import Results
from tests.support import PATIENCE, open_isolated, serve

BATCH, BATCHES, TURNS = 64, 100, 5
SETTINGS = {
    "hidden": [128],
    "optimiser": "sgd",
    "learning_rate": 0.5,
    "batch": BATCH,
    "examples": 10_000,
    "epochs": 1,
}

# The same network, written as most people would.
PLAIN = """
import time
import numpy as np

rng = np.random.default_rng(0)
W1 = (rng.normal(size=(784, 128)) * (2 / 784) ** 0.5).astype(np.float32)
W2 = (rng.normal(size=(128, 10)) * (2 / 128) ** 0.5).astype(np.float32)
b1, b2 = np.zeros(128, np.float32), np.zeros(10, np.float32)
images = rng.random((6400, 784), np.float32)
labels = np.eye(10, dtype=np.float32)[rng.integers(0, 10, 6400)]
begin = time.perf_counter()
for start in range(0, 6400, 64):
    x, y = images[start : start + 64], labels[start : start + 64]
    z1 = x @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    d2 = (e / e.sum(axis=1, keepdims=True) - y) / 64
    d1 = d2 @ W2.T * (z1 > 0)
    W2 -= 0.5 * a1.T @ d2
    b2 -= 0.5 * d2.sum(axis=0)
    W1 -= 0.5 * x.T @ d1
    b1 -= 0.5 * d1.sum(axis=0)
time.perf_counter() - begin
"""
# In jax-js a value is used up by what takes it, unless that gets a `ref`.
JAX = """
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from './index.js';
await init('wasm');
defaultDevice('wasm');
const images = Float32Array.from({ length: 6400 * 784 }, Math.random);
const labels = Float32Array.from({ length: 64000 }, (_, i) => Number(i % 11 === 0));
const weights = (n, fanIn) =>
  np.array(Float32Array.from({ length: n * fanIn }, () => Math.random() - 0.5)).mul(fanIn ** -0.5);
let network = {
  W1: weights(128, 784).reshape([784, 128]),
  b1: np.zeros([128]),
  W2: weights(10, 128).reshape([128, 10]),
  b2: np.zeros([10]),
};
const slopes = valueAndGrad(({ W1, b1, W2, b2 }, x, y) => {
  const a = nn.relu(np.matmul(x, W1).add(b1));
  return nn.logSoftmax(np.matmul(a, W2).add(b2)).mul(y).sum().mul(-1 / 64);
});
const step = jit((network, x, y) => {
  const names = Object.keys(network);
  const kept = Object.fromEntries(names.map((name) => [name, network[name].ref]));
  const [loss, slope] = slopes(kept, x, y);
  const moved = names.map((name) => [name, network[name].sub(slope[name].mul(0.5))]);
  return [loss, Object.fromEntries(moved)];
});
window.train = async () => {
  const begin = performance.now();
  let loss;
  for (let i = 0; i < 100; i++) {
    const x = np.array(images.subarray(i * 64 * 784, (i + 1) * 64 * 784)).reshape([64, 784]);
    const y = np.array(labels.subarray(i * 640, (i + 1) * 640)).reshape([64, 10]);
    loss?.dispose();
    [loss, network] = step(network, x, y);
  }
  await network.W1.ref.data();
  const took = performance.now() - begin;
  return [took, (await loss.data())[0], self.crossOriginIsolated];
};
"""
# The services that the page itself uses, on a page that trains nothing by itself.
SERVICES = """async () => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const load = (name) => import(folder + name);
  const { parts, root } = await load('kit/generated/parts.js');
  const { strings } = await load('kit/generated/strings.js');
  const { Python } = await load('python/service.js');
  const { Project } = await load('project/project.js');
  const { Keep } = await load('kit/keep.js');
  const { createStore } = await load('kit/store.js');
  const python = new Python(root, strings.python);
  const sources = { python, keep: new Keep(), store: createStore(), recogniser: null };
  window.bench = { python, project: new Project(sources, parts.mnist) };
}"""
OURS = """async ([settings, batches]) => {
  await bench.python.call('project.begin_training', { settings, run: '1' });
  await bench.python.call('project.train', { batches: 5 });
  const begin = performance.now();
  await bench.python.call('project.train', { batches });
  return performance.now() - begin;
}"""
WHOLE = """async ([settings, chunks]) => {
  await bench.project.images.load(chunks);
  await bench.python.call('project.begin_training', { settings, run: '1' });
  const begin = performance.now();
  await bench.python.call('project.train', { batches: 1e9 });
  return performance.now() - begin;
}"""
SLICED = """async ([settings, chunks]) => {
  await bench.project.images.load(chunks);
  let begin = 0, end = 0;
  const { training } = bench.project;
  let resolve;
  const ended = new Promise((settle) => (resolve = settle));
  const look = () => {
    const { status, run, message } = training.state;
    if (status === 'running') begin ||= performance.now();
    if (run?.done) end ||= performance.now();
    if (status === 'done' || status === 'failed') resolve(message);
  };
  bench.project.watch({ slice: look, training: look });
  await training.begin({ settings, chunks, guess: null }, null);
  return [end - begin, await ended];
}"""
TEST_ACCURACY = """async (chunk) => {
  await bench.project.images.load([chunk]);
  let answer = {};
  while (!answer.report) answer = await bench.python.call('project.evaluate', {});
  return answer.report.accuracy;
}"""
# The browser answers when it next collects garbage, in some seconds.
MEMORY = """() => {
  window.memory = performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes / 1e6);
}"""
REACTIONS = """() => {
  window.reactions = [];
  addEventListener('pointerdown', (event) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => reactions.push(performance.now() - event.timeStamp);
    channel.port2.postMessage(null);
  }), true);
}"""


@pytest.fixture(scope="module")
def jax(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page that trains the same network in jax-js, wasm: not isolated, so in one thread."""
    folder = tmp_path_factory.mktemp("jax")
    for name, path in pinned.npm_files("jax", "bench").items():
        (folder / name).symlink_to(path)
    (folder / "train.js").write_text(JAX)
    (folder / "index.html").write_text("<!doctype html><script type=module src=train.js></script>")
    yield from serve(folder, 8470)


@pytest.fixture
def page(browser: Browser, fast_site: str) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    open_isolated(page, f"{fast_site}model-card/")  # nothing else runs there
    page.evaluate(SERVICES)
    yield page
    context.close()


def wait_until(page: Page, condition: str, seconds: float = 120) -> None:
    """Poll from here: the page's CSP lets nothing evaluate text in the page while it waits."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def test_100_batches(page: Page, browser: Browser, jax: str, results: Results) -> None:
    peer = browser.new_context().new_page()
    peer.goto(jax)
    peer.wait_for_function("window.train")
    page.evaluate("chunks => bench.project.images.load(chunks)", mnist.chunks_for(10_000))
    plain = {"cell": "plain", "code": PLAIN, "lesson": "bench"}
    times: dict[str, list[float]] = {"ours": [], "jax": [], "plain": []}
    for _ in range(TURNS):  # until its kernels are made and compiled well
        peer.evaluate("train()")
    for _ in range(TURNS):
        times["ours"].append(page.evaluate(OURS, [SETTINGS, BATCHES]) / 1000)
        milliseconds, loss, isolated = peer.evaluate("train()")
        assert 0 < loss < 10
        assert not isolated
        times["jax"].append(milliseconds / 1000)
        run: Any = page.evaluate("args => bench.python.call('cells.run', args)", plain)
        times["plain"].append(float(run["value"]))
    peer.context.close()
    ours, theirs, at = (statistics.median(times[name]) for name in ("ours", "jax", "plain"))
    what = "100 training batches of 64, 784-128-10"
    results.ratio(what, ours, "jax-js, wasm backend, one thread", theirs, 1.2)
    results.ratio(f"{what}, again", ours, "the same network with plain @", at, 0.30)


def test_slicing(page: Page, results: Results) -> None:
    chunks = mnist.chunks_for(10_000)
    whole, sliced = [], []
    for _ in range(TURNS):
        whole.append(page.evaluate(WHOLE, [SETTINGS, chunks]) / 1000)
        milliseconds, message = page.evaluate(SLICED, [SETTINGS, chunks])
        assert message == ""
        sliced.append(milliseconds / 1000)
    what, peer = "a run of 10,000 images in slices of 50 ms", "in one uninterrupted request"
    results.ratio(what, statistics.median(sliced), peer, statistics.median(whole), 1.05)


def begin(page: Page, **settings: Any) -> None:
    """Begin a run with the default settings but these."""
    page.evaluate(
        "([settings, chunks]) => void bench.project.training.begin("
        "{ settings, chunks, guess: null }, null)",
        [{"examples": mnist.ALL, **settings}, list(mnist.TRAIN)],
    )
    wait_until(page, "bench.project.training.state.run?.images > 1000")


def test_the_page_while_it_trains(page: Page, results: Results) -> None:
    begin(page, epochs=50)
    page.evaluate(MEMORY)
    page.evaluate(REACTIONS)
    for place in range(60):
        page.mouse.click(5 + place, 5)
        page.wait_for_timeout(40)
    reactions = page.evaluate("reactions")
    memory = page.evaluate("memory")
    assert page.evaluate("bench.project.training.state.status") == "running"
    results.absolute("the page's memory while it trains on 60,000 images", memory, "MB", 400)
    p95 = statistics.quantiles(reactions, n=20)[-1]
    results.absolute("input to next paint while training runs, 95th percentile", p95, "ms", 50)


def test_three_epochs_on_all_images(page: Page, results: Results) -> None:
    begin(page)
    wait_until(page, "!bench.project.training.busy")
    assert page.evaluate("bench.project.training.state.message") == ""
    accuracy = 100 * page.evaluate(TEST_ACCURACY, mnist.TEST)
    what = "accuracy on the test images after 3 epochs on 60,000, 784-128-10, default settings"
    results.at_least(what, accuracy, "%", 97.5)


FILTERS = {
    "hidden": [],
    "filters": 8,
    "optimiser": "adam",
    "learning_rate": 0.01,
    "weight_decay": 0.01,
    "shifts": True,
    "examples": 20_000,
    "epochs": 12,
}


def used(browser: Browser) -> float:
    """Return the seconds of a core that the browser's pages have used so far."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(float(one["cpuTime"]) for one in processes if one["type"] == "renderer")


def test_filters(page: Page, browser: Browser, results: Results) -> None:
    page.evaluate("chunks => bench.project.images.load(chunks)", mnist.chunks_for(20_000))
    before, start = used(browser), time.monotonic()
    begin(page, **FILTERS)
    wait_until(page, "!bench.project.training.busy", 600)
    took, worked = time.monotonic() - start, used(browser) - before
    assert page.evaluate("bench.project.training.state.message") == ""
    what = "12 epochs on 20,000 shifted images, 8 filters"
    results.absolute(what, took, "s", 120)
    results.absolute(f"{what}: processor time", worked, "s", 120)
    accuracy = 100 * page.evaluate(TEST_ACCURACY, mnist.TEST)
    results.at_least(f"{what}: accuracy on the test images", accuracy, "%", 98.0)


def test_peers_are_pinned(jax: str) -> None:
    assert Path(pinned.npm_files("jax", "bench")["index.js"]).exists()
