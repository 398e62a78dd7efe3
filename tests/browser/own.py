"""A network of the learner's own, trained natively in a second and laid where the page finds it."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from playwright.sync_api import Page, expect

from builder.parts import pinned
from course.cells.guard import Guard
from course.project.mnist import CHUNK, PIXELS, TEST, TRAIN, Examples
from course.project.operations import Project

KEEP = """async (network) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { Keep } = await import(folder + 'kit/keep.js');
  return new Keep().set('network', network);
}"""
# The learner's network as IndexedDB has it.
STORED = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('module3:/:', 1);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const kept = opening.result.transaction('kept').objectStore('kept');
    const chosen = kept.get('chosen');
    chosen.onsuccess = () => {
      const reading = kept.get(`network/${chosen.result}`);
      reading.onsuccess = () => { opening.result.close(); resolve(reading.result ?? null); };
    };
  };
})"""
# Resolves once there is one: `wait_for_function` takes a promise for true.
UNTIL_STORED = f"""async () => {{
  while (!(await ({STORED})())) await new Promise((go) => setTimeout(go, 50));
}}"""
SEED, RUN = 3, "7"
OUTCOMES = "[data-project=train]:is([data-state=done], [data-state=failed])"


@cache
def kept(
    hidden: tuple[int, ...] = (32,), activation: str = "relu", examples: int = 1_000
) -> dict[str, Any]:
    """Train, and return what `keep_network` does."""
    project = Project(Guard())
    folder = pinned.mnist_dir()
    images = np.fromfile(folder / "train-images-idx3-ubyte", np.uint8, CHUNK * PIXELS, offset=16)
    labels = np.fromfile(folder / "train-labels-idx1-ubyte", np.uint8, CHUNK, offset=8)
    few = Examples(images.reshape(CHUNK, PIXELS), labels)
    project.mnist._chunks = {TRAIN[0]: few, TRAIN[-1]: few, TEST: few}
    settings = {"hidden": list(hidden), "activation": activation, "examples": examples}
    project.begin_training({**settings, "epochs": 3, "seed": SEED}, RUN)
    while not project.train()["done"]:
        pass
    return dict(project.keep_network())


def give_network(page: Page, site: str, network: dict[str, Any] | None = None) -> None:
    """Have the browser remember a network from an earlier visit."""
    page.goto(f"{site}quiz/")
    assert page.evaluate(KEEP, network or kept())


def train(page: Page, examples: str = "1000") -> None:
    """Train a small network on few images."""
    part = page.locator("[data-project=train]")
    part.locator("[name=examples]").select_option(examples)
    part.locator("[name=hidden]").first.select_option("32")
    part.get_by_role("button", name="Train").click()
    page.wait_for_selector(OUTCOMES)
    expect(part).to_have_attribute("data-state", "done")
