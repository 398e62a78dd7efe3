import { course } from "../../kit/generated/course.js";
import { strings } from "../../kit/generated/strings.js";
import { callAll, find, make, press } from "../../kit/dom.js";
import { drawPixels } from "../../kit/picture.js";
import { forgetRun, isRun, keepRun, runsIn } from "../runs.js";
import { finish } from "../../progress/done.js";
import { duration, fill, megabytes, reason, share } from "../../kit/text.js";
import { describeNetwork, describeSettings, readForm } from "./form.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 * @property {import("../../python/service.js").Python} python
 * @property {import("../../kit/store.js").Store} store
 * @property {import("../trainer.js").Trainer} trainer
 */

const texts = strings.train;
const REDRAW = 500; // ms between two drawings of the curves while it trains
const COMPARED = 3; // runs that the curves can tell apart
const ENOUGH = 0.95; // of the validation images right: then the part is done
const OWN = `passed:${course.trains}`;

/**
 * Training, [data-project=train]: settings, a run with its curves, and the runs so far.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const training = new Training(element, services);
  return () => callAll(training.cleanups);
}

class Training {
  /** @type {number | null} */
  #guess = null;
  /** @type {Set<string>} ids of the runs whose curves are shown */
  #compared = new Set();
  #drawn = 0;
  #drawing = false;
  /** @type {(() => void) | null} */
  #undo = null;
  #status = "";

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { trainer, project, python, store }) {
    this.element = element;
    this.trainer = trainer;
    this.project = project;
    this.python = python;
    this.store = store;
    this.form = /** @type {HTMLFormElement} */ (find(element, "[data-settings]"));
    this.note = find(element, "[data-note]");
    const begin = (/** @type {Event} */ event) => {
      event.preventDefault();
      void this.#begin();
    };
    this.form.addEventListener("submit", begin);
    this.cleanups = [
      press(find(element, "[data-pause]"), () => this.#pause()),
      press(find(element, "[data-step-once]"), () => trainer.step()),
      press(find(element, "[data-stop]"), () => this.#stop()),
      press(find(element, "[data-undo]"), () => this.#takeBack()),
      trainer.changed.on(() => this.#show()),
      store.changed.on((key) => (isRun(key) ? this.#showRuns() : key === OWN && this.#offerOwn())),
    ];
    find(element, "[data-begin]").removeAttribute("disabled");
    this.#status = trainer.state.status;
    this.#offerOwn();
    this.#showRuns();
    this.#show();
  }

  /** The learner's own code may train where it passed its check. */
  #offerOwn() {
    const code = this.store.get(OWN);
    const own = /** @type {HTMLInputElement} */ (find(this.form, "[name=whose][value=theirs]"));
    if (code !== null && own.disabled) own.checked = true;
    own.disabled = code === null;
    find(this.element, "[data-whose]").textContent = code === null ? texts.whose_none : texts.whose_ready;
    find(this.element, "[data-code-details]").hidden = code === null;
    find(this.element, "[data-your-code]").textContent = code;
  }

  async #begin() {
    const chosen = readForm(this.form);
    if ("problem" in chosen) {
      this.note.textContent = chosen.problem;
      const field = this.form.elements.namedItem(chosen.field);
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    this.#guess = chosen.guess;
    this.#compared.clear();
    this.#showRuns();
    const code = chosen.theirs ? this.store.get(OWN) : null;
    if (code !== null && !(await this.#stillPasses(code))) return;
    await this.trainer.begin(chosen.settings, chosen.chunks, code);
  }

  /** What an imported file calls passed is checked before it trains. @param {string} code */
  async #stillPasses(code) {
    this.note.textContent = texts.starting;
    const [lesson, name] = course.trains.split("/");
    try {
      const verdict = await this.python.call("exercises.check", { lesson, name, code });
      if (verdict.result === "pass") return true;
      this.note.textContent = fill(texts.not_passed, { reason: verdict.message });
    } catch (error) {
      this.note.textContent = fill(texts.not_passed, { reason: reason(error) });
    }
    return false;
  }

  #pause() {
    if (this.trainer.state.status === "paused") return this.trainer.resume();
    return this.trainer.pause();
  }

  async #stop() {
    await this.trainer.stop();
  }

  /** Show the trainer's state. */
  #show() {
    const { state } = this.trainer;
    const { status, run } = state;
    const ended = status !== this.#status && (status === "done" || status === "paused");
    if (status === "done" && status !== this.#status) void this.#record();
    this.#status = status;
    this.element.dataset.state = status;
    this.note.textContent = this.#said();
    const pause = find(this.element, "[data-pause]");
    pause.textContent = status === "paused" ? texts.resume : texts.pause;
    pause.toggleAttribute("disabled", status !== "running" && status !== "paused");
    find(this.element, "[data-stop]").toggleAttribute("disabled", status !== "running" && status !== "paused");
    find(this.element, "[data-step-once]").toggleAttribute("disabled", status !== "paused");
    find(this.element, "[data-begin]").toggleAttribute("disabled", this.trainer.busy);
    const bar = /** @type {HTMLProgressElement} */ (find(this.element, "[data-progress-bar]"));
    bar.hidden = status === "idle" || status === "failed";
    bar.value = run ? run.images / run.of_images : 0;
    this.#showNow();
    if (run && (ended || performance.now() - this.#drawn > REDRAW)) void this.#draw();
  }

  /** What the state is, in words. */
  #said() {
    const { status, run, bytes, message, settings, kept } = this.trainer.state;
    if (status === "failed") return message ? fill(texts.failed, { reason: message }) : texts.lost;
    if (status === "loading" && bytes) {
      return fill(texts.loading, { loaded: megabytes(bytes.loaded), total: megabytes(bytes.total) });
    }
    if (!run) return status === "idle" ? "" : texts.starting;
    const values = {
      epoch: run.epoch,
      batches: run.batches,
      of_batches: run.of_batches,
      epochs: settings?.epochs ?? 0,
      speed: Math.round(run.speed).toLocaleString("en"),
      left: run.left === null ? "?" : duration(1000 * run.left),
      images: run.images.toLocaleString("en"),
      time: duration(1000 * run.seconds),
    };
    const ended = run.done ? texts.done : texts.ended;
    const text = fill(status === "done" ? ended : texts[status === "paused" ? "paused" : "running"], values);
    return kept ? text : `${text} ${texts.not_kept}`;
  }

  #showNow() {
    const last = this.trainer.state.run?.last;
    const now = last?.train
      ? fill(texts.now, { train_loss: last.train.loss.toFixed(3), train_right: share(last.train.accuracy) })
      : "";
    const measured = last?.validation
      ? fill(texts.now_validation, { loss: last.validation.loss.toFixed(3), right: share(last.validation.accuracy) })
      : "";
    find(this.element, "[data-now]").textContent = now && now + measured;
  }

  /** Curves and weights; never two drawings at once, so that they hold up no training. */
  async #draw() {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      const records = this.#chosen();
      const curves = await this.python.call("project.training_curves", { records });
      find(this.element, "[data-curves]").innerHTML = curves.svg; // only our own Python makes it
      find(this.element, "[data-curves-figure]").hidden = false;
      if (!this.trainer.busy) find(this.element, "[data-curves-said]").textContent = curves.summary;
      if (!records.length) await this.#drawWeights();
    } catch (error) {
      this.note.textContent = reason(error);
    }
    this.#drawn = performance.now();
    this.#drawing = false;
  }

  async #drawWeights() {
    const { pixels } = await this.project.ask("project.weights", {});
    const canvas = /** @type {HTMLCanvasElement} */ (find(this.element, "[data-weights]"));
    drawPixels(canvas, pixels);
    find(this.element, "[data-weights-figure]").hidden = false;
  }

  /** A run has ended: into the table with it. */
  async #record() {
    const record = this.project.network?.record;
    if (!record) return;
    const { theirs } = this.trainer.state;
    keepRun(this.store, { ...record, id: String(Date.now()), theirs, guess: this.#guess });
    const right = record.validation.accuracy.at(-1) ?? 0;
    finish(this.store, "train/run");
    if (right >= ENOUGH) finish(this.store, "train/enough");
    if (right < (record.train.accuracy.at(-1) ?? 0) - 0.05) finish(this.store, "train/overfit");
  }

  // ---- The runs so far

  #chosen() {
    return runsIn(this.store).filter(({ id }) => this.#compared.has(id));
  }

  #showRuns() {
    const runs = runsIn(this.store);
    find(this.element, "[data-runs-table]").hidden = runs.length === 0;
    find(this.element, "[data-runs-body]").replaceChildren(...runs.map((run) => this.#row(run)));
  }

  /** @param {import("../runs.js").Kept} run */
  #row(run) {
    const row = make("tr");
    const name = describeNetwork(run.settings);
    const box = make("input");
    box.type = "checkbox";
    box.checked = this.#compared.has(run.id);
    box.disabled = !box.checked && this.#compared.size >= COMPARED;
    box.ariaLabel = `${texts.compare}: ${name}`;
    box.addEventListener("change", () => this.#compare(run.id, box.checked));
    const forget = make("button", "quiet", "✕");
    forget.type = "button";
    forget.ariaLabel = `${texts.forget}: ${name}`;
    forget.addEventListener("click", () => this.#forget(run));
    const how = describeSettings(run.settings) + (run.theirs ? ` · ${texts.by_you}` : "");
    const cells = [
      box,
      name,
      how,
      run.parameters.toLocaleString("en"),
      run.guess === null ? "–" : `${run.guess}%`,
      right(run.train),
      right(run.validation),
      run.test === undefined ? "–" : `${share(run.test)}%`,
      duration(1000 * run.seconds),
      forget,
    ];
    for (const content of cells) row.insertCell().append(content);
    return row;
  }

  /** @param {string} id @param {boolean} chosen */
  #compare(id, chosen) {
    if (chosen) this.#compared.add(id);
    else this.#compared.delete(id);
    this.#showRuns();
    finish(this.store, "train/compare");
    void this.#draw();
  }

  /** @param {import("../runs.js").Kept} run */
  #forget(run) {
    this.#compared.delete(run.id);
    this.#undo = forgetRun(this.store, run);
    find(this.element, "[data-runs-note]").textContent = texts.forgotten;
    find(this.element, "[data-undo]").hidden = false;
  }

  #takeBack() {
    this.#undo?.();
    this.#undo = null;
    find(this.element, "[data-runs-note]").textContent = texts.undone;
    find(this.element, "[data-undo]").hidden = true;
  }
}

/** @param {import("../../kit/generated/operations.js").trainer_Points} curve */
function right({ accuracy }) {
  const last = accuracy.at(-1);
  return last === undefined ? "–" : `${share(last)}%`;
}
