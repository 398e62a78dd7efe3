/**
 * The tasks of the project, each PART/TASK: progress.js counts what is noted here.
 * @typedef {import("../kit/store.js").Store} Store
 */

const LESSON = "project";

/** Note that a task has been done; doing it again changes nothing. @param {Store} store @param {string} task */
export function finish(store, task) {
  if (!isDone(store, task)) store.set(key(task), "1");
}

/** @param {Store} store @param {string} task */
export function isDone(store, task) {
  return store.get(key(task)) !== null;
}

/** @param {string} task */
function key(task) {
  return `done:${LESSON}/${task}`;
}
