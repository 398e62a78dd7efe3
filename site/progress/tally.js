import { course } from "../kit/generated/course.js";
import { openFile } from "../kit/own-file.js";

/**
 * What a learner has done: entries of the store, told apart by what their keys begin with.
 *
 * @typedef {import("../kit/store.js").Store} Store
 * @typedef {{ done: number, total: number }} Count
 * @typedef {{ cells: Count, exercises: Count, predictions: Count, blanks: Count, tasks: Count, questions: Count }} Tally
 */

const FORMAT = `${course.id}-progress`;
const VERSION = 1;
/** Where each kind of a lesson's parts is noted. */
const NOTED = /** @type {const} */ ({
  cells: "ran:",
  exercises: "passed:",
  predictions: "predicted:",
  blanks: "filled:",
  tasks: "done:",
});
const ASKED = "quiz:item/"; // where the quiz notes what it knows of a question
/** Everything that belongs to the learner; the theme, say, belongs to the browser. */
const KEY =
  /^(ran|passed|predicted|filled|done|own|place|seen|cell|exercise|quiz|project):[\w./-]{1,200}$/;
const MOST = 20_000; // entries of a file: ten times what all of the course can leave
const LONGEST = 200_000; // characters of one entry
const LARGEST = 5_000_000; // characters of a file

/** Whether a key of the store is one that `tally` counts. @param {string} key */
export function counts(key) {
  return Object.values(NOTED).some((prefix) => key.startsWith(prefix));
}

/**
 * Whether one of a lesson's parts is noted as done.
 * @param {Store} store
 * @param {keyof typeof NOTED} kind
 * @param {string} part LESSON/NAME
 */
export function noted(store, kind, part) {
  return store.get(NOTED[kind] + part) !== null;
}

/**
 * Count what is done of a lesson's parts, which its element names in data attributes.
 * @param {Store} store
 * @param {HTMLElement} element with data-progress, data-cells, data-exercises, data-predictions, data-blanks, data-tasks, data-questions
 * @returns {Tally}
 */
export function tally(store, element) {
  const lesson = element.dataset.progress;
  /** @param {string} kind @param {(name: string) => boolean} isDone @returns {Count} */
  function counted(kind, isDone) {
    const names = (element.dataset[kind] ?? "").split(" ").filter(Boolean);
    return { done: names.filter(isDone).length, total: names.length };
  }
  const count = (/** @type {keyof typeof NOTED} */ kind) =>
    counted(kind, (name) => noted(store, kind, `${lesson}/${name}`));
  const [cells, exercises] = [count("cells"), count("exercises")];
  const [predictions, blanks] = [count("predictions"), count("blanks")];
  const questions = counted("questions", (name) => isKnown(store.get(`${ASKED}${lesson}-${name}`)));
  return { cells, exercises, predictions, blanks, tasks: count("tasks"), questions };
}

/** Whether a question of the quiz was answered right last time, and not by a guess. @param {string | null} text */
function isKnown(text) {
  try {
    const { asked, plan } = JSON.parse(text ?? "{}");
    return asked > 0 && (plan === null || plan.step > 0);
  } catch {
    return false;
  }
}

/**
 * Whether all exercises are solved; without any, whether all tasks are done; or else all cells have run,
 * or all predictions are made.
 * @param {Tally} tally
 */
export function finished({ cells, exercises, predictions, tasks }) {
  const asked = [exercises, tasks, cells, predictions].find(({ total }) => total);
  return asked !== undefined && asked.done === asked.total;
}

/** All entries of the learner, as the text of a file. @param {Store} store @param {string} learner their name, or "" */
export function exported(store, learner) {
  const keys = store.keys().filter((key) => KEY.test(key));
  const entries = Object.fromEntries(keys.sort().map((key) => [key, store.get(key)]));
  const saved = new Date().toISOString();
  const named = learner ? { learner } : {};
  return JSON.stringify({ format: FORMAT, version: VERSION, ...named, saved, entries }, null, 1);
}

/**
 * Read such a file's text; it may come from anywhere.
 * @param {string} text
 * @returns {{ entries: Record<string, string> } | { refused: "large" | "json" | "foreign" | "newer" | "damaged" }}
 */
export function parsed(text) {
  const opened = openFile(text, { format: FORMAT, version: VERSION, largest: LARGEST });
  if ("refused" in opened) return opened;
  const { entries } = opened.file;
  if (typeof entries !== "object" || entries === null || Array.isArray(entries)) {
    return { refused: "damaged" };
  }
  const all = Object.entries(entries);
  if (all.length > MOST) return { refused: "large" };
  const sound = all.every(
    ([key, value]) => KEY.test(key) && typeof value === "string" && value.length <= LONGEST,
  );
  return sound ? { entries } : { refused: "damaged" };
}

/**
 * Take entries over; the returned function brings back what was there before.
 * @param {Store} store
 * @param {Record<string, string>} entries
 * @returns {() => void}
 */
export function takeOver(store, entries) {
  const before = Object.keys(entries).map((key) => copied(store, key));
  for (const [key, value] of Object.entries(entries)) store.bring(key, value);
  return () => restore(store, before);
}

/** Forget everything of the learner's; the returned function brings it back. @param {Store} store */
export function forgetAll(store) {
  const keys = store.keys().filter((key) => KEY.test(key));
  const before = keys.map((key) => copied(store, key));
  for (const key of keys) store.remove(key);
  return () => restore(store, before);
}

/** @typedef {{ key: string, value: string | null, brought: boolean }} Copy */

/** @param {Store} store @param {string} key @returns {Copy} */
function copied(store, key) {
  return { key, value: store.get(key), brought: store.isBrought(key) };
}

/** @param {Store} store @param {Copy[]} before */
function restore(store, before) {
  for (const { key, value, brought } of before) {
    store.remove(key);
    if (value !== null) store[brought ? "bring" : "set"](key, value);
  }
}
