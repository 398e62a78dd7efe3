import { fill, megabytes } from "../kit/text.js";

/**
 * One sentence for a state of Python.
 * @param {import("./service.js").Status} status
 * @param {Record<string, string>} texts the strings of [python]
 */
export function pythonText({ state, stage, loaded, total }, texts) {
  if (state !== "booting") return texts[state];
  return fill(texts[stage], { loaded: megabytes(loaded), total: megabytes(total) });
}
