import { strings } from "../generated/strings.js";
import { callAll, find, make, press } from "../../kit/dom.js";
import { drawPixels } from "../../kit/picture.js";
import { duration, fill, megabytes, reason, share } from "../../kit/text.js";
import { describeNetwork, describeSettings, readForm } from "./form.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../project.js").Project} project
 */

const texts = strings.train;
const REDRAW = 500; // ms between two drawings of the curves while it trains

/**
 * Training, [data-project=train]: settings, a run with its curves, and the runs so far.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const training = new Training(element, services);
  return () => callAll(training.cleanups);
}

class Training {
  /** @type {Set<string>} ids of the runs whose curves are shown */
  #compared = new Set();
  #drawn = 0;
  #drawing = false;
  /** @type {(() => void) | null} */
  #undo = null;
  #status = "";

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { project }) {
    const { training } = project;
    this.element = element;
    this.project = project;
    this.training = training;
    this.table = find(element, "[data-runs-table]");
    this.form = /** @type {HTMLFormElement} */ (find(element, "[data-settings]"));
    this.note = find(element, "[data-note]");
    const begin = (/** @type {Event} */ event) => {
      event.preventDefault();
      void this.#begin();
    };
    this.form.addEventListener("submit", begin);
    this.cleanups = [
      press(find(element, "[data-pause]"), () => this.#pause()),
      press(find(element, "[data-step-once]"), () => training.step()),
      press(find(element, "[data-stop]"), () => training.stop()),
      press(find(element, "[data-undo]"), () => this.#takeBack()),
      project.watch({
        training: () => this.#show(),
        slice: () => this.#show(),
        runs: () => this.#showRuns(),
        code: () => this.#offerOwn(),
      }),
    ];
    find(element, "[data-begin]").removeAttribute("disabled");
    this.#status = training.state.status;
    this.#offerOwn();
    this.#showRuns();
    this.#show();
  }

  /** The learner's own code may train where it passed its check. */
  #offerOwn() {
    const code = this.project.code.text;
    const own = /** @type {HTMLInputElement} */ (find(this.form, "[name=whose][value=theirs]"));
    if (code !== null && own.disabled) own.checked = true;
    own.disabled = code === null;
    find(this.element, "[data-whose]").textContent =
      code === null ? texts.whose_none : texts.whose_ready;
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
    this.#compared.clear();
    this.#showRuns();
    const code = chosen.theirs ? this.project.code.text : null;
    if (code !== null && !(await this.#stillPasses(code))) return;
    await this.training.begin(chosen, code);
  }

  /** @param {string} code */
  async #stillPasses(code) {
    this.note.textContent = texts.starting;
    const why = await this.project.code.refused(code);
    if (why !== null) this.note.textContent = fill(texts.not_passed, { reason: why });
    return why === null;
  }

  #pause() {
    if (this.training.state.status === "paused") return this.training.resume();
    return this.training.pause();
  }

  /** Where the run is. */
  #show() {
    const { status, run } = this.training.state;
    const ended = status !== this.#status && (status === "done" || status === "paused");
    this.#status = status;
    this.element.dataset.state = status;
    this.note.textContent = this.#said();
    const pause = find(this.element, "[data-pause]");
    pause.textContent = status === "paused" ? texts.resume : texts.pause;
    pause.toggleAttribute("disabled", status !== "running" && status !== "paused");
    find(this.element, "[data-stop]").toggleAttribute(
      "disabled",
      status !== "running" && status !== "paused",
    );
    find(this.element, "[data-step-once]").toggleAttribute("disabled", status !== "paused");
    find(this.element, "[data-begin]").toggleAttribute("disabled", this.training.busy);
    const bar = /** @type {HTMLProgressElement} */ (find(this.element, "[data-progress-bar]"));
    bar.hidden = status === "idle" || status === "failed";
    bar.value = run ? run.images / run.of_images : 0;
    this.#showNow();
    if (run && (ended || performance.now() - this.#drawn > REDRAW)) void this.#draw();
  }

  /** What the state is, in words. */
  #said() {
    const { status, run, bytes, message, settings, kept } = this.training.state;
    if (status === "failed") return message ? fill(texts.failed, { reason: message }) : texts.lost;
    if (status === "loading" && bytes) {
      return fill(texts.loading, {
        loaded: megabytes(bytes.loaded),
        total: megabytes(bytes.total),
      });
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
    const text = fill(
      status === "done" ? ended : texts[status === "paused" ? "paused" : "running"],
      values,
    );
    return kept ? text : `${text} ${texts.not_kept}`;
  }

  #showNow() {
    const last = this.training.state.run?.last;
    const now = last?.train
      ? fill(texts.now, {
          train_loss: last.train.loss.toFixed(3),
          train_right: share(last.train.accuracy),
        })
      : "";
    const measured = last?.validation
      ? fill(texts.now_validation, {
          loss: last.validation.loss.toFixed(3),
          right: share(last.validation.accuracy),
        })
      : "";
    find(this.element, "[data-now]").textContent = now && now + measured;
  }

  /** Curves and weights; never two drawings at once, so that they hold up no training. */
  async #draw() {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      const records = this.project.runs.list.filter(({ id }) => this.#compared.has(id));
      const shown = records.length > 0 || this.training.there;
      if (shown) await this.#drawCurves(records);
      find(this.element, "[data-curves-figure]").hidden = !shown;
      if (shown && !records.length) await this.#drawWeights();
    } catch (error) {
      this.note.textContent = reason(error);
    }
    this.#drawn = performance.now();
    this.#drawing = false;
  }

  /** @param {import("../state/runs.js").Run[]} records of none: the run under way */
  async #drawCurves(records) {
    const curves = await this.project.ask("project.training_curves", { records });
    find(this.element, "[data-curves]").innerHTML = curves.svg; // only our own Python makes it
    if (!this.training.busy) find(this.element, "[data-curves-said]").textContent = curves.summary;
  }

  async #drawWeights() {
    const { pixels } = await this.project.network.ask("project.weights", {});
    const canvas = /** @type {HTMLCanvasElement} */ (find(this.element, "[data-weights]"));
    drawPixels(canvas, pixels);
    find(this.element, "[data-weights-figure]").hidden = false;
  }

  // ---- The runs so far

  #showRuns() {
    const runs = this.project.runs.list;
    this.table.hidden = runs.length === 0;
    find(this.element, "[data-runs-body]").replaceChildren(...runs.map((run) => this.#row(run)));
  }

  /** @param {import("../state/runs.js").Run} run */
  #row(run) {
    const row = make("tr");
    const name = describeNetwork(run.settings, (this.table.dataset.ends ?? "").split(" "));
    const box = make("input");
    box.type = "checkbox";
    box.checked = this.#compared.has(run.id);
    box.disabled = !box.checked && this.#compared.size >= Number(this.table.dataset.most);
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
    if (this.#compared.size > 1) this.project.finish("train/compare");
    void this.#draw();
  }

  /** @param {import("../state/runs.js").Run} run */
  #forget(run) {
    this.#compared.delete(run.id);
    this.#undo = this.project.runs.forget(run);
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
