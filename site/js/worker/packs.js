// Brings the packages that a cell imports: fetched when they are asked for, not at the start.
import { parts, root } from "../generated/parts.js";
import { Download } from "../lib/download.js";

/**
 * @param {string[]} names of packages, as course.packages knows them
 * @param {(bytes: import("../lib/download.js").Bytes) => void} onProgress
 * @returns {Promise<ArrayBuffer[]>} their packs, decompressed
 */
export function fetchPacks(names, onProgress) {
  const download = new Download(root, onProgress);
  /** @type {Record<string, import("../lib/download.js").FilePart>} */
  const files = parts.packages;
  return Promise.all(names.map((name) => download.pack(files[`${name}.pack`])));
}
