// Brings packages that a cell imports, and chunks of MNIST: fetched when they are asked for.
import { parts, root } from "../../kit/generated/parts.js";
import { packages } from "../generated/parts.js";
import { Download } from "../../kit/download.js";

/**
 * @param {string[]} names as course.packages and course.mnist know them
 * @param {(bytes: import("../../kit/download.js").Bytes) => void} onProgress
 * @returns {Promise<ArrayBuffer[]>} their packs
 */
export function fetchPacks(names, onProgress) {
  const download = new Download(root, onProgress);
  /** @type {Record<string, import("../../kit/download.js").FilePart>} */
  const files = { ...packages, ...parts.mnist };
  return Promise.all(names.map((name) => download.buffer(files[`${name}.pack`])));
}
