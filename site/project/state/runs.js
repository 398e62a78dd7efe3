/**
 * A run that the learner has made. theirs: whether their own backward() trained; guess: per cent;
 * test: the share of the test images that is right, where they were looked at.
 * @typedef {import("../../kit/generated/operations.js").trainer_Record & { theirs: boolean,
 *   guess: number | null, test?: number }} Run
 */

const PREFIX = "project:run/";
const MOST = 30;

/** The runs so far, in the store: each its own entry, so that none can push another out of a file. */
export class Runs {
  #last = 0;

  /** @param {import("../../kit/store.js").Store} store @param {() => void} tell */
  constructor(store, tell) {
    this.store = store;
    store.changed.on((key) => key.startsWith(PREFIX) && tell());
  }

  /** An id that no run has: later ones are larger. */
  newId() {
    this.#last = Math.max(Date.now(), this.#last + 1);
    return String(this.#last);
  }

  /** Those that are whole, the newest first. @returns {Run[]} */
  get list() {
    const keys = this.store.keys().filter((key) => key.startsWith(PREFIX));
    const runs = keys.map((key) => parse(key.slice(PREFIX.length), this.store.get(key)));
    return runs.filter((run) => run !== null).sort((a, b) => Number(b.id) - Number(a.id));
  }

  /** Keep a run; beyond MOST the oldest goes. @param {Run} run */
  add(run) {
    this.store.set(PREFIX + run.id, JSON.stringify(run));
    for (const old of this.list.slice(MOST)) this.store.remove(PREFIX + old.id);
  }

  /** Note something of a run, if it is still here. @param {string} id @param {Partial<Run>} changes */
  note(id, changes) {
    const run = this.list.find((one) => one.id === id);
    if (run) this.add({ ...run, ...changes });
  }

  /** @param {Run} run @returns {() => void} brings it back */
  forget(run) {
    this.store.remove(PREFIX + run.id);
    return () => this.add(run);
  }
}

/** What another version or a file left may be anything. @param {string} id @param {string | null} text @returns {Run | null} */
function parse(id, text) {
  try {
    const run = JSON.parse(text ?? "");
    const sound = [run.train, run.validation].every(
      (curve) => isNumbers(curve.images) && isNumbers(curve.loss) && isNumbers(curve.accuracy),
    );
    if (typeof run.test !== "number") delete run.test;
    return sound && isNumbers(run.settings.hidden) && /^\d{1,15}$/.test(id) ? { ...run, id } : null;
  } catch {
    return null;
  }
}

/** @param {unknown} values */
function isNumbers(values) {
  return Array.isArray(values) && values.every((value) => typeof value === "number");
}
