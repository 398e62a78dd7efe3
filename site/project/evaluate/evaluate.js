import { strings } from "../../kit/generated/strings.js";
import { createConfusion } from "../confusion.js";
import { callAll, find, press } from "../../kit/dom.js";
import { LabelledSheet } from "./labelled-sheet.js";
import { noteTest } from "../runs.js";
import { finish } from "../../progress/done.js";
import { fill, megabytes, percent, reason, share } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 * @property {import("../../python/service.js").Python} python
 * @property {import("../../kit/store.js").Store} store
 * @property {import("../trainer.js").Trainer} trainer
 */

const texts = strings.evaluate;
const LOOKS = "project:test-looks"; // how often the learner has looked at the test images

/** @typedef {import("../../kit/generated/operations.js").evaluation_Report} Report */

/**
 * The evaluation, [data-project=evaluate]: the learner's network on the test images.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const evaluation = new Evaluation(element, services);
  return () => callAll(evaluation.cleanups);
}

class Evaluation {
  /** @type {Report | null} */
  #report = null;
  /** @type {unknown} the network that the report is about */
  #about = null;
  #busy = false;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project, trainer, python, store }) {
    this.element = element;
    this.project = project;
    this.trainer = trainer;
    this.store = store;
    this.chunk = element.dataset.chunk ?? "";
    this.button = find(element, "[data-test]");
    this.note = find(element, "[data-note]");
    this.bar = /** @type {HTMLProgressElement} */ (find(element, "[data-progress-bar]"));
    const table = /** @type {HTMLTableElement} */ (find(element, "[data-confusion]"));
    this.confusion = createConfusion(table, texts, (row, column) => void this.#choose(row, column));
    this.cell = new LabelledSheet(find(element, "[data-chosen]"), python, this.chunk);
    this.mistakes = new LabelledSheet(find(element, "[data-mistakes]"), python, this.chunk);
    this.cleanups = [
      press(this.button, () => this.#test()),
      press(find(element, "[data-show-mistakes]"), () => this.#showMistakes()),
      project.changed.on(() => this.#offer()),
      trainer.changed.on(() => this.#offer()),
      () => this.cell.unmount(),
      () => this.mistakes.unmount(),
    ];
    this.#offer();
    this.#showLooks();
    void project.recall();
  }

  /** What can be done now, and what it costs. */
  #offer() {
    const { project, trainer } = this;
    const training = trainer.busy;
    const size = megabytes(project.cost([this.chunk]));
    const here = project.loaded.has(this.chunk);
    this.button.textContent = fill(here ? texts.again : texts.test, { size });
    this.button.toggleAttribute("disabled", this.#busy || training || !project.network);
    find(this.element, "[data-stale]").hidden = !this.#report || project.network === this.#about;
    if (this.#busy) return;
    this.element.dataset.state = this.#report ? "ready" : "off";
    if (training) this.note.textContent = texts.training;
    else if (!project.network) this.note.textContent = texts.no_network;
    else if ([texts.training, texts.no_network].includes(this.note.textContent ?? "")) this.note.textContent = "";
  }

  async #test() {
    this.#busy = true;
    this.#offer();
    this.element.dataset.state = "testing";
    this.note.textContent = texts.starting;
    try {
      await this.project.load([this.chunk], ({ loaded, total }) => {
        this.note.textContent = fill(texts.loading, { loaded: megabytes(loaded), total: megabytes(total) });
      });
      this.#about = this.project.network;
      this.#show(await this.#evaluate());
      this.note.textContent = "";
    } catch (error) {
      this.note.textContent = fill(texts.failed, { reason: reason(error) });
    }
    this.#busy = false;
    this.bar.hidden = true;
    this.#offer();
  }

  /** Slice by slice, so that Python answers others between two. @returns {Promise<Report>} */
  async #evaluate() {
    this.bar.hidden = false;
    this.note.textContent = texts.testing;
    for (let again = true; ; again = false) {
      const { seen, of, report } = await this.project.ask("project.evaluate", { again });
      this.bar.value = seen / of;
      if (report) return report;
    }
  }

  /** @param {Report} report */
  #show(report) {
    this.#report = report;
    this.store.set(LOOKS, String(looks(this.store) + 1));
    this.#showLooks();
    find(this.element, "[data-report]").hidden = false;
    const { accuracy, interval, calibration } = report;
    find(this.element, "[data-own-right]").textContent = `${share(accuracy)}%`;
    find(this.element, "[data-own-interval]").textContent = interval.map(share).join(" – ");
    find(this.element, "[data-own-error]").textContent = share(calibration.error);
    find(this.element, "[data-verdict-text]").textContent = fill(texts.verdict, { wrong: report.mistakes.length });
    this.confusion.show(report.confusion);
    find(this.element, "[data-calibration]").innerHTML = calibration.svg; // only our own Python makes it
    for (const part of ["[data-chosen]", "[data-mistakes]"]) find(this.element, part).hidden = true;
    find(this.element, "[data-chosen-said]").textContent = texts.choose;
    noteTest(this.store, this.project.network, accuracy);
    finish(this.store, "evaluate/test");
  }

  /** @param {number} row @param {number} column */
  async #choose(row, column) {
    const rows = this.#report?.cells[`${row} ${column}`] ?? [];
    const text = row === column ? texts.chosen_right : texts.chosen_wrong;
    find(this.element, "[data-chosen-said]").textContent = fill(text, { count: rows.length, row, column });
    await this.#images(this.cell, rows, (image) => `${percent(this.#confidence(image))}%`);
    finish(this.store, "evaluate/cell");
  }

  async #showMistakes() {
    const { mistakes = [], predicted = [] } = this.#report ?? {};
    await this.#images(this.mistakes, mistakes, (image, label) =>
      fill(texts.mistake, { label, said: predicted[image], percent: percent(this.#confidence(image)) }),
    );
    finish(this.store, "evaluate/mistakes");
  }

  /** @param {number} image */
  #confidence(image) {
    return this.#report?.confidence[image] ?? 0;
  }

  /** @param {LabelledSheet} sheet @param {number[]} rows @param {(row: number, label: number) => string} caption */
  async #images(sheet, rows, caption) {
    try {
      sheet.element.hidden = false;
      await sheet.show(rows, caption);
    } catch (error) {
      this.note.textContent = fill(texts.failed, { reason: reason(error) });
    }
  }

  #showLooks() {
    const count = looks(this.store);
    const text = count === 1 ? texts.look : texts.looks;
    find(this.element, "[data-looks]").textContent = count ? fill(text, { count }) : texts.no_looks;
  }
}

/** @param {import("../../kit/store.js").Store} store */
function looks(store) {
  const count = Number(store.get(LOOKS));
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}
