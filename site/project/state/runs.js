import { runColors } from "../../kit/generated/course.js";
import { strings } from "../generated/strings.js";
import { fill } from "../../kit/text.js";

/**
 * A run that the learner has made. color: of its curves; paused: whether it can go on; theirs:
 * whether their own backward() trained; guess: per cent; taught: drawings that its network learned
 * from afterwards; test: the share of the test images that is right, where they were looked at.
 * @typedef {import("../../kit/generated/operations.js").trainer_Record & { name: string,
 *   color: number, paused: boolean, theirs: boolean, guess: number | null, taught?: number,
 *   test?: number }} Run
 */

const PREFIX = "project:run/";
const MOST = 30;
const LONGEST = 40; // characters of a name
const COLORS = Array.from({ length: runColors }, (_, color) => color);

/** The runs so far, in the store: each its own entry, so that none can push another out of a file. */
export class Runs {
  most = MOST;
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
    const runs = keys.map((key) => this.find(key.slice(PREFIX.length)));
    return runs.filter((run) => run !== null).sort((a, b) => Number(b.id) - Number(a.id));
  }

  /** @param {string | null} id @returns {Run | null} */
  find(id) {
    return id === null ? null : parse(id, this.store.get(PREFIX + id));
  }

  /** Note a new run, which gets a name and a color. @param {Omit<Run, "name" | "color">} run */
  begin(run) {
    const { list } = this;
    const numbers = list.map(({ name }) => Number(/\d+$/.exec(name)?.[0] ?? 0));
    const number = Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1;
    const used = (/** @type {number} */ color) => list.filter((one) => one.color === color).length;
    const color = COLORS.reduce((least, one) => (used(one) < used(least) ? one : least));
    this.put({ name: fill(strings.project.run_name, { number }), color, ...run });
  }

  /** A run gets another color where one that it's shown beside has the same. @param {string} id @param {Set<string>} beside */
  tellApart(id, beside) {
    const others = this.list.filter((one) => one.id !== id && beside.has(one.id));
    const taken = others.map(({ color }) => color);
    const free = COLORS.find((color) => !taken.includes(color));
    if (free !== undefined && taken.includes(this.find(id)?.color ?? -1))
      this.note(id, { color: free });
  }

  /** @param {Run} run */
  put(run) {
    this.store.set(PREFIX + run.id, JSON.stringify(run));
  }

  /** Note something of a run, if it is still here. @param {string} id @param {Partial<Run>} changes */
  note(id, changes) {
    const run = this.find(id);
    if (run) this.put({ ...run, ...changes });
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    const text = name.trim().slice(0, LONGEST);
    if (text) this.note(id, { name: text });
  }

  /**
   * The oldest runs, which go when there are more than MOST of them; the learner's network stays.
   * @param {string | null | undefined} chosen the run of that
   * @param {number} more that are to come
   */
  surplus(chosen, more = 0) {
    const { list } = this;
    const others = list.filter(({ id }) => id !== chosen);
    return others.slice(others.length - Math.max(0, list.length + more - MOST));
  }

  /** @param {string} id */
  forget(id) {
    this.store.remove(PREFIX + id);
  }
}

/** What another version or a file left may be anything. @param {string} id @param {string | null} text @returns {Run | null} */
function parse(id, text) {
  try {
    const run = JSON.parse(text ?? "");
    const { hidden, examples, epochs } = run.settings;
    const sound = [run.train, run.validation].every(
      (curve) => isNumbers(curve.images) && isNumbers(curve.loss) && isNumbers(curve.accuracy),
    );
    if (typeof run.test !== "number") delete run.test;
    if (!sound || !isNumbers(hidden) || !isNumbers([examples, epochs, run.parameters, run.seconds]))
      return null;
    if (!/^\d{1,15}$/.test(id)) return null;
    return { ...run, id, name: nameOf(id, run.name), color: colorOf(id, run.color) };
  } catch {
    return null;
  }
}

/** Runs had no names once: such a one is called by the time when it began. @param {string} id @param {unknown} name */
function nameOf(id, name) {
  if (typeof name === "string" && name.trim()) return name.slice(0, LONGEST);
  const time = new Date(Number(id)).toLocaleString("en", {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  return fill(strings.project.run_of, { time });
}

/** @param {string} id @param {unknown} color */
function colorOf(id, color) {
  const wanted = Number.isInteger(color) ? Number(color) : Number(id);
  return Math.abs(wanted) % runColors;
}

/** @param {unknown} values */
function isNumbers(values) {
  return Array.isArray(values) && values.every((value) => typeof value === "number");
}
