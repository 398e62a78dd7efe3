/**
 * A network as it was kept before it had its run's id: which run made it was found by comparing.
 * @typedef {{ npz: string, activation: string, code?: string | null, taught?: string[],
 *   record?: { seconds: number, images: number } | null }} Former
 */

/**
 * @param {Former} former
 * @param {import("./runs.js").Run[]} runs
 * @returns {import("./network.js").Kept}
 */
export function takenOver({ npz, activation, code = null, taught = [], record }, runs) {
  const made = runs.find(
    ({ seconds, images }) => seconds === record?.seconds && images === record?.images,
  );
  return { npz, activation, code, taught, run: made?.id ?? null };
}
