import { createEmitter } from "../kit/emitter.js";
import { createStore } from "../kit/store.js";
import { KeptOutputs } from "./kept-outputs.js";

/**
 * The cells of the open page, and which of them have run in the lesson's namespace.
 * @typedef {object} NotebookCell
 * @property {string} id
 * @property {HTMLElement} element
 * @property {() => Promise<CellStatus>} run resolves to how it ended
 * @property {() => void} stop
 * @property {() => void} clear takes its output away
 *
 * @typedef {"idle" | "queued" | "running" | "done" | "error" | "stopped"} CellStatus
 */

const BUSY = ["queued", "running"];

/** Running a cell first runs the cells above it that have not run. */
export class Notebook {
  /** @type {Set<NotebookCell>} */
  #cells = new Set();
  /** @type {Set<string>} */
  #ran = new Set();
  #count = 0;
  outputs = new KeptOutputs(createStore(() => sessionStorage)); // what cells have shown
  began = Date.now(); // when Python's variables began
  /** A cell has ended. */
  changed = /** @type {import("../kit/emitter.js").Emitter<void>} */ (createEmitter());

  /** @param {import("../python/service.js").Python} python */
  constructor(python) {
    python.lost.on(() => {
      this.#ran.clear();
      this.#count = 0;
      this.began = Date.now();
    });
  }

  /** The page's cells, from top to bottom. */
  get cells() {
    return [...this.#cells].sort((one, other) => (precedes(one.element, other.element) ? -1 : 1));
  }

  /** Which run this is, since Python's variables began. */
  count() {
    return ++this.#count;
  }

  /** @param {NotebookCell} cell @returns {() => void} takes it out again */
  add(cell) {
    this.#cells.add(cell);
    return () => this.#cells.delete(cell);
  }

  /** The cell with this id has run and left its names behind. @param {string} id */
  hasRun(id) {
    this.#ran.add(id);
  }

  /**
   * Run what stands above `element` and has not run. Stopping ends the cell that this has started.
   * @param {HTMLElement} element
   * @param {AbortSignal} signal aborting is Stop
   * @param {(cell: HTMLElement) => void} onRun which cell runs first
   * @returns {Promise<CellStatus>} "done", or how the first ended that did not end well
   */
  runAbove(element, signal, onRun) {
    const above = this.cells.filter(
      (cell) => precedes(cell.element, element) && !this.#ran.has(cell.id),
    );
    return runEach(above, signal, onRun);
  }

  /**
   * Run all cells, also those that have run.
   * @param {AbortSignal} signal
   * @param {(cell: HTMLElement) => void} onRun which one runs
   */
  runAll(signal, onRun) {
    return runEach(this.cells, signal, onRun);
  }
}

/**
 * @param {NotebookCell[]} cells
 * @param {AbortSignal} signal
 * @param {(cell: HTMLElement) => void} onRun
 * @returns {Promise<CellStatus>} "done", or how the first ended that did not end well
 */
async function runEach(cells, signal, onRun) {
  for (const cell of cells) {
    onRun(cell.element);
    const ended = await runUntil(cell, signal);
    if (ended !== "done") return ended;
  }
  return "done";
}

/** Run a cell; stopping ends it unless the learner had started it. @param {NotebookCell} cell @param {AbortSignal} signal */
async function runUntil(cell, signal) {
  const started = BUSY.includes(cell.element.dataset.status ?? "");
  const stop = () => cell.stop();
  if (!started) signal.addEventListener("abort", stop);
  const ended = await cell.run();
  signal.removeEventListener("abort", stop);
  return signal.aborted ? "stopped" : ended;
}

/** @param {Node} one @param {Node} other */
function precedes(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}
