/**
 * A network as it was kept when only one was: first by its run's record, then by its run's id, be
 * it that drawings had taught it since.
 * @typedef {{ npz: string, activation: string, run?: string | null, code?: string | null,
 *   taught?: string[], record?: { seconds: number, images: number } | null }} Former
 */

/**
 * What taught it becomes a run of its own: the network of the run before is not known any more.
 * @param {Former} former
 * @param {import("./runs.js").Runs} runs
 * @returns {import("./network.js").Kept}
 */
export function takenOver({ npz, activation, run, code = null, taught = [], record }, runs) {
  const made = run
    ? runs.find(run)
    : runs.list.find(
        ({ seconds, images }) => seconds === record?.seconds && images === record?.images,
      );
  const id = made && !taught.length ? made.id : runs.newId();
  if (made && taught.length) noteTaught(made, id, taught, runs);
  return { npz, activation, code, taught, run: id };
}

/**
 * A network that drawings have taught is a run as well, with the curves of the one it came from.
 * @param {import("./runs.js").Run} from
 * @param {string} id
 * @param {string[]} taught
 * @param {import("./runs.js").Runs} runs
 */
export function noteTaught({ name: _name, color: _color, test: _test, ...from }, id, taught, runs) {
  runs.begin({ ...from, id, paused: false, taught: taught.length });
}
