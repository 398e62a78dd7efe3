import { strings } from "../kit/generated/strings.js";
import { CodeBox } from "./code-box.js";
import { callAll, find, make, press } from "../kit/dom.js";
import { tell } from "../kit/live.js";
import { createOutput } from "./output.js";
import { PythonError } from "../python/error.js";
import { pythonText } from "../python/text.js";
import { thereAndBack } from "./there-and-back.js";
import { duration, fill, megabytes } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./editor.js").Editors} editors
 * @property {import("./notebook.js").Notebook} notebook
 * @property {import("../python/service.js").Python} python
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.cell;

/** @typedef {import("./notebook.js").CellStatus} CellStatus */

/**
 * A code cell: [data-cell] with [data-code], [data-output] and its buttons.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const cell = new Cell(element, services);
  return () => cell.unmount();
}

class Cell {
  /** @type {AbortController | null} what Stop aborts, while the cell runs or waits */
  #running = null;
  /** @type {Promise<CellStatus>} */
  #ending = Promise.resolve("idle");
  #waiting = ""; // what it waits for, in words
  #heard = false; // the learner has run this very cell, so what becomes of it is read out
  #gone = false;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    this.id = element.dataset.cell ?? "";
    this.lesson = element.closest("html")?.dataset.lesson ?? "";
    const { number = "" } = element.dataset;
    this.apart = !number;
    this.name = this.apart ? texts.scratch_name : fill(texts.name, { number });
    this.key = `cell:${this.lesson}/${this.id}`;
    const leave = () => find(element, "[data-run]").focus();
    const output = find(element, "[data-output]");
    this.output = createOutput(output, texts, leave);
    this.note = find(element, "[data-note]");
    this.order = find(element, "[data-order]");
    this.spoken = make("p", "visually-hidden");
    this.spoken.ariaLive = "polite";
    this.note.after(this.spoken);
    this.box = new CodeBox(element, services, {
      key: this.key,
      label: fill(texts.code, { name: this.name }),
      texts,
      onRun: () => this.#runSeen(),
      onEdit: () => this.#aged(),
      say: (note) => tell(this.note, note),
      complete: (before) => this.#complete(before),
    });
    const { notebook, python } = services;
    const [run, stop, clear] = [() => this.run(), () => this.stop(), () => this.clear()];
    this.cleanups = [
      this.apart ? () => {} : notebook.add({ id: this.key, element, run, stop, clear }),
      thereAndBack(element, output, this.box),
      python.lost.on(() => this.#showOrder(this.output.told.length ? texts.earlier : "")),
      python.changed.on(() => this.#showWaiting()),
      press(find(element, "[data-run]"), () => (this.#running ? this.stop() : this.#runSeen())),
    ];
    this.#recall(services.notebook.outputs.get(this.key));
  }

  unmount() {
    this.#gone = true;
    this.#running?.abort();
    callAll(this.cleanups);
    this.box.destroy();
  }

  /** The learner runs this very cell. */
  #runSeen() {
    this.#heard = true;
    this.box.vouch();
    return this.run();
  }

  /** Run it, or wait for the run that is under way; resolves to how it ended. */
  run() {
    if (this.#running) return this.#ending;
    const controller = (this.#running = new AbortController());
    this.#show("queued");
    this.#ending = this.#run(controller);
    return this.#ending;
  }

  /** It counts as stopped at once; Python may take a moment longer. */
  stop() {
    this.#running?.abort();
    this.#running = null;
    this.#show("stopped", texts.stopped);
  }

  clear() {
    this.#forget();
    if (!this.#running) this.#show("idle");
  }

  #forget() {
    this.output.clear();
    this.box.mark(null);
    if (this.order.textContent === texts.earlier) this.#showOrder("");
    this.services.notebook.outputs.remove(this.key);
  }

  /** @param {AbortController} run */
  async #run(run) {
    this.#forget();
    tell(this.spoken, "");
    if (this.box.brought) return this.#finish(run, "error", texts.look_first);
    this.#waitFor(texts.queued);
    if (this.apart) return this.#execute(run);
    const first = (/** @type {HTMLElement} */ { dataset: { number = "" } }) =>
      this.#waitFor(fill(texts.runs_first, { number }));
    const above = await this.services.notebook.runAbove(this.element, run.signal, first);
    if (run.signal.aborted) return this.#finish(run, "stopped", texts.stopped);
    if (above === "stopped") return this.#finish(run, "stopped", texts.above_stopped);
    if (above !== "done") return this.#finish(run, "error", texts.above_failed);
    this.#waitFor(texts.queued);
    return this.#execute(run);
  }

  /** @param {AbortController} run */
  async #execute(run) {
    const { signal } = run;
    let started = performance.now();
    const onStart = () => {
      started = performance.now();
      this.#show("running", texts.running);
      this.#showOrder(fill(texts.order, { count: this.services.notebook.count() }));
    };
    const onEvent = (/** @type {any} */ event) => {
      if (!signal.aborted) this.#tell(event);
      if (!this.#running) this.#keep(code); // what comes late
    };
    const { color: ink } = getComputedStyle(this.element);
    const { code } = this.box;
    const args = { cell: this.id, code, lesson: this.lesson, ink, passed: this.#passed };
    const onWait = (/** @type {string} */ other) =>
      this.#waitFor(fill(strings.python.waits, { name: other }));
    try {
      const options = { signal, name: this.name, onWait, onStart, onEvent };
      const done = await this.services.python.call("cells.run", args, options);
      this.output.value(done);
      this.services.notebook.hasRun(this.key);
      if (!this.apart) this.services.store.set(`ran:${this.lesson}/${this.id}`, "1");
      const time = duration(performance.now() - started);
      return this.#finish(run, "done", fill(texts.done, { time }));
    } catch (error) {
      return this.#fail(run, /** @type {PythonError} */ (error));
    } finally {
      if (!this.#running) this.#keep(code);
    }
  }

  /** The reader's programs for exercises of this page, as they have passed. */
  get #passed() {
    const { store } = this.services;
    const head = `passed:${this.lesson}/`;
    const keys = store.keys().filter((key) => key.startsWith(head) && !store.isBrought(key));
    return Object.fromEntries(keys.map((key) => [key.slice(head.length), store.get(key) ?? ""]));
  }

  /** Names for what is being typed, unless Python has something better to do. */
  async #complete(/** @type {string} */ before) {
    const { python } = this.services;
    if (!python.idle) return null;
    return python.call("cells.complete", { lesson: this.lesson, before }).catch(() => null);
  }

  /** Show what a run tells while it goes on. @param {any} event */
  #tell(event) {
    if (event.event === "output") this.output.print(event);
    else if (event.event === "picture") this.output.picture(event);
    else if (event.event === "input") this.#ask();
    else if (event.event === "progress" && this.#running) {
      const [loaded, total] = [megabytes(event.loaded), megabytes(event.total)];
      this.#show("running", fill(texts.packages, { loaded, total }), false);
    }
  }

  /** Python waits for a line. */
  #ask() {
    const say = (/** @type {string} */ text) => this.#running && this.#show("running", text);
    say(texts.asking);
    this.output.ask((line) => {
      say(texts.running);
      this.services.python.answer(line);
    });
  }

  /** @param {AbortController} run @param {PythonError} error */
  #fail(run, error) {
    if (!(error instanceof PythonError)) throw error;
    if (error.kind === "stopped") {
      return this.#finish(run, "stopped", error.lost ? texts.stopped_lost : texts.stopped);
    }
    this.output.error(error.details);
    this.box.mark(error.details.line ?? null);
    return this.#finish(run, "error", texts.failed);
  }

  /**
   * Count a run that has ended, and show how, unless the next one has begun.
   * @param {AbortController} run
   * @param {CellStatus} status
   * @param {string} note
   */
  #finish(run, status, note) {
    this.element.dataset.runs = String(Number(this.element.dataset.runs) + 1);
    if (this.#running && this.#running !== run) return status;
    this.#running = null;
    this.output.settle();
    const brief = this.#heard ? this.output.brief() : "";
    if (brief) tell(this.spoken, `${note}. ${brief}`);
    this.#show(status, note, !brief);
    this.#heard = false;
    this.services.notebook.changed.emit();
    return status;
  }

  /** Keep what is shown. @param {string} code that has shown it */
  #keep(code) {
    const { told } = this.output;
    if (!told.length) return;
    const { began, outputs } = this.services.notebook;
    outputs.set(this.key, { code, order: this.order.textContent ?? "", began, told });
  }

  /** Show what an earlier visit to the page has left. @param {import("./kept-outputs.js").Kept | null} kept */
  #recall(kept) {
    if (!kept || this.#gone || this.#running || this.element.dataset.runs !== "0") return;
    const { code, order, began, told } = kept;
    const [same, here] = [code === this.box.code, began === this.services.notebook.began];
    this.output.replay(told);
    this.#showOrder(here ? order : texts.earlier);
    if (!same) return tell(this.note, texts.edited_since, false);
    for (const [kind, part] of told) if (kind === "error") this.box.mark(part.line ?? null);
    if (!here) tell(this.note, texts.variables_gone, false);
  }

  /** @param {CellStatus} status @param {string} [note] @param {boolean} [aloud] */
  #show(status, note = "", aloud = true) {
    const busy = status === "queued" || status === "running";
    this.element.dataset.status = status;
    tell(this.note, note, aloud && this.#heard && status !== "queued");
    find(this.element, "[data-run]").textContent = busy ? texts.stop : texts.run;
  }

  /** Its output is of other code. */
  #aged() {
    const { status = "" } = this.element.dataset;
    const recalled = status === "idle" && this.output.told.length;
    if (recalled || ["done", "error"].includes(status)) tell(this.note, texts.edited_since);
  }

  /** @param {string} order as which run of all it ran */
  #showOrder(order) {
    this.order.textContent = order;
    this.order.title = order && order !== texts.earlier ? texts.order_title : "";
  }

  /** @param {string} what in words */
  #waitFor(what) {
    this.#waiting = what;
    this.#showWaiting();
  }

  /** While it waits, say what for. */
  #showWaiting() {
    if (this.element.dataset.status !== "queued") return;
    const { status } = this.services.python;
    const progress = pythonText(status, strings.python);
    this.note.textContent =
      status.state === "ready" ? this.#waiting : fill(texts.booting, { progress });
  }
}
