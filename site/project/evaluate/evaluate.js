import { strings } from "../generated/strings.js";
import { createConfusion } from "../confusion.js";
import { callAll, find, offer, press } from "../../kit/dom.js";
import { showDrawing } from "../../kit/drawing.js";
import { tell } from "../../kit/live.js";
import { LabelledSheet } from "./labelled-sheet.js";
import { fill, megabytes, percent, reason, share } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.evaluate;

/**
 * The evaluation, [data-project=evaluate]: the learner's network on the test images.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const view = new View(element, services);
  return () => callAll(view.cleanups);
}

class View {
  /** @type {import("../state/evaluation.js").Report | null} the one that is shown */
  #report = null;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    this.element = element;
    this.project = project;
    this.chunk = element.dataset.chunk ?? "";
    this.button = find(element, "[data-test]");
    this.note = find(element, "[data-note]");
    this.bar = /** @type {HTMLProgressElement} */ (find(element, "[data-progress-bar]"));
    const table = /** @type {HTMLTableElement} */ (find(element, "[data-confusion]"));
    this.confusion = createConfusion(table, texts, (row, column) => void this.#choose(row, column));
    this.cell = new LabelledSheet(find(element, "[data-chosen]"), project, this.chunk);
    this.mistakes = new LabelledSheet(find(element, "[data-mistakes]"), project, this.chunk);
    const show = () => this.#show();
    this.cleanups = [
      press(this.button, () => project.evaluation.test(this.chunk)),
      press(find(element, "[data-show-mistakes]"), () => this.#showMistakes()),
      project.watch({ images: show, network: show, training: show, evaluation: show }),
      () => this.cell.unmount(),
      () => this.mistakes.unmount(),
    ];
    this.#show();
    void project.network.recall();
  }

  /** How far it is, what can be done now, and what it costs. */
  #show() {
    const { images, network, training, evaluation } = this.project;
    const { report, step, share } = evaluation.state;
    const size = megabytes(images.cost([this.chunk]));
    this.button.textContent = fill(images.has(this.chunk) ? texts.again : texts.test, { size });
    offer(this.button, !evaluation.busy && !training.busy && Boolean(network.current));
    tell(this.note, this.#said(), this.#hasNews);
    this.bar.hidden = step !== "testing";
    this.bar.value = share;
    this.element.dataset.state = evaluation.busy ? "testing" : report ? "ready" : "off";
    if (report && report !== this.#report) this.#tell(report);
    find(this.element, "[data-stale]").hidden = !evaluation.stale;
    const text = evaluation.looks === 1 ? texts.look : texts.looks;
    const looks = evaluation.looks ? fill(text, { count: evaluation.looks }) : texts.no_looks;
    find(this.element, "[data-looks]").textContent = looks;
  }

  /** Whether its own step has changed: what else keeps it waiting is announced where that is. */
  get #hasNews() {
    const { step, bytes, message } = this.project.evaluation.state;
    return step ? !bytes : message !== "" && !this.project.training.busy;
  }

  #said() {
    const { network, training, evaluation } = this.project;
    const { step, bytes, message } = evaluation.state;
    if (step === "loading" && bytes) {
      return fill(texts.loading, {
        loaded: megabytes(bytes.loaded),
        total: megabytes(bytes.total),
      });
    }
    if (step) return texts[step];
    if (training.busy) return texts.training;
    if (!network.current) return texts.no_network;
    return message && fill(texts.failed, { reason: message });
  }

  /** @param {import("../state/evaluation.js").Report} report */
  #tell(report) {
    this.#report = report;
    find(this.element, "[data-report]").hidden = false;
    const { accuracy, interval, calibration } = report;
    const run = this.project.runs.find(this.project.evaluation.about?.run ?? null);
    find(this.element, "[data-own-name]").textContent = run
      ? fill(texts.own_named, { name: run.name })
      : texts.own;
    find(this.element, "[data-own-right]").textContent = `${share(accuracy)}%`;
    find(this.element, "[data-own-interval]").textContent = interval.map(share).join(" – ");
    find(this.element, "[data-own-error]").textContent = share(calibration.error);
    find(this.element, "[data-verdict-text]").textContent = fill(texts.verdict, {
      wrong: report.mistakes.length,
    });
    this.confusion.show(report.confusion);
    showDrawing(find(this.element, "[data-calibration]"), calibration.svg);
    for (const part of ["[data-chosen]", "[data-mistakes]"]) find(this.element, part).hidden = true;
    find(this.element, "[data-chosen-said]").textContent = texts.choose;
    find(this.element, "[data-mistakes-said]").textContent = "";
  }

  /** @param {number} row @param {number} column */
  async #choose(row, column) {
    const rows = this.#report?.cells[`${row} ${column}`] ?? [];
    const text = row === column ? texts.chosen_right : texts.chosen_wrong;
    find(this.element, "[data-chosen-said]").textContent = fill(text, {
      count: rows.length,
      row,
      column,
    });
    const caption = (/** @type {number} */ image) => `${percent(this.#confidence(image))}%`;
    await this.#images("evaluate/cell", this.cell, rows, caption);
  }

  async #showMistakes() {
    const { mistakes = [], predicted = [] } = this.#report ?? {};
    await this.#images("evaluate/mistakes", this.mistakes, mistakes, (image, label) =>
      fill(texts.mistake, {
        label,
        said: predicted[image],
        percent: percent(this.#confidence(image)),
      }),
    );
    const said = fill(texts.mistakes_shown, { count: mistakes.length });
    tell(find(this.element, "[data-mistakes-said]"), said);
  }

  /** @param {number} image */
  #confidence(image) {
    return this.#report?.confidence[image] ?? 0;
  }

  /**
   * Show images; the task is done once there are some to see.
   * @param {string} task
   * @param {LabelledSheet} sheet
   * @param {number[]} rows
   * @param {(row: number, label: number) => string} caption
   */
  async #images(task, sheet, rows, caption) {
    try {
      sheet.element.hidden = false;
      await sheet.show(rows, caption);
      if (rows.length) this.project.finish(task);
    } catch (error) {
      tell(this.note, fill(texts.failed, { reason: reason(error) }));
    }
  }
}
