/**
 * The runs that the learner has made, in the store: the newest first, each its own entry, so that
 * none can push another out of an export file.
 * @typedef {import("../kit/store.js").Store} Store
 * @typedef {import("./project.js").RunRecord & { id: string, theirs: boolean, guess: number | null,
 *   test?: number }} Kept test: the share of the test images that is right, where they were looked at
 */

const PREFIX = "project:run/";
const MOST = 30;

/** @param {Store} store @returns {Kept[]} those that are whole */
export function runsIn(store) {
  const keys = store.keys().filter((key) => key.startsWith(PREFIX));
  const runs = keys.map((key) => parse(store.get(key))).filter((run) => run !== null);
  return runs.sort((a, b) => Number(b.id) - Number(a.id));
}

/** Keep a run; beyond MOST the oldest goes. @param {Store} store @param {Kept} run */
export function keepRun(store, run) {
  store.set(PREFIX + run.id, JSON.stringify(run));
  for (const old of runsIn(store).slice(MOST)) store.remove(PREFIX + old.id);
}

/** @param {Store} store @param {Kept} run @returns {() => void} brings it back */
export function forgetRun(store, run) {
  store.remove(PREFIX + run.id);
  return () => keepRun(store, run);
}

/**
 * Note what the test images said of the network that a run has made.
 * @param {Store} store
 * @param {import("./project.js").Kept | null} network
 * @param {number} accuracy
 */
export function noteTest(store, network, accuracy) {
  const record = network?.record;
  if (!record || network.taught?.length) return; // it is not that run's network any more
  const made = runsIn(store).find((run) => run.seconds === record.seconds && run.images === record.images);
  if (made) keepRun(store, { ...made, test: accuracy });
}

/** Whether a key is a run's. @param {string} key */
export function isRun(key) {
  return key.startsWith(PREFIX);
}

/** What another version or a file left may be anything. @param {string | null} text @returns {Kept | null} */
function parse(text) {
  try {
    const run = JSON.parse(text ?? "");
    const sound = [run.train, run.validation].every(
      (curve) => isNumbers(curve.images) && isNumbers(curve.loss) && isNumbers(curve.accuracy),
    );
    if (typeof run.test !== "number") delete run.test;
    return sound && isNumbers(run.settings.hidden) && /^\d{1,15}$/.test(run.id) ? run : null;
  } catch {
    return null;
  }
}

/** @param {unknown} values */
function isNumbers(values) {
  return Array.isArray(values) && values.every((value) => typeof value === "number");
}
