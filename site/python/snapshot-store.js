// Python's memory as it was after the first start, kept in the browser's storage for later visits.
// Whatever is wrong with a kept snapshot, it is thrown away and Python starts without one.

import { course } from "../kit/generated/course.js";
import { sha256 } from "../kit/hash.js";

/**
 * What must be again as it was when the memory was copied, since the memory points at it.
 * @typedef {object} Layout
 * @property {number} table how many functions the table held before Python ran
 * @property {Record<string, string>} handles of the libraries that Python has opened
 *
 * @typedef {{ memory: Uint8Array<ArrayBuffer>, layout: Layout }} Snapshot
 * @typedef {{ memory: Blob, layout: Layout }} Keepsake a snapshot that the page can hand on
 * @typedef {{ cache: string, address: string }} Place
 */

const ABOUT = "X-Snapshot"; // the header that says what the body must be
const PAGE = 4096; // bytes; nearly half of Python's pages are empty, and those are not stored

/**
 * Where the snapshot for exactly this version of the site lies.
 * @param {string} root the site's root
 * @param {string} version changes with all files that a start uses
 * @returns {Place}
 */
export function placeFor(root, version) {
  const { pathname } = new URL(root);
  const browser = encodeURIComponent(navigator.userAgent); // another engine, another table
  const address = `${root}snapshot/${version}?browser=${browser}`;
  return { cache: `${course.id}:${pathname}:snapshot`, address };
}

/** @param {Place} place @returns {Promise<Snapshot | null>} null also if anything is wrong */
export async function recall(place) {
  try {
    const response = await caches.match(place.address, { cacheName: place.cache });
    if (!response) return null;
    const { bytes, runs, sha256: wanted, layout } = JSON.parse(response.headers.get(ABOUT) ?? "{}");
    const packed = await response.arrayBuffer();
    if ((await sha256(packed)) !== wanted) throw new Error("damaged");
    return { memory: await unpacked(packed, runs, bytes), layout };
  } catch {
    await forget(place);
    return null;
  }
}

/** Keep a snapshot, and only this one. @param {Place} place @param {Snapshot} snapshot */
export async function keep({ cache, address }, { memory, layout }) {
  const runs = filledRuns(memory);
  const filled = new Blob(runs.map(([start, end]) => memory.subarray(start, end)));
  const packing = filled.stream().pipeThrough(new CompressionStream("gzip"));
  const packed = await new Response(packing).arrayBuffer();
  const about = { bytes: memory.length, runs, sha256: await sha256(packed), layout };
  const store = await caches.open(cache);
  for (const old of await store.keys()) await store.delete(old);
  const headers = { [ABOUT]: JSON.stringify(about) };
  await store.put(address, new Response(packed, { headers }));
}

/** @param {Place} place */
export async function forget({ cache }) {
  try {
    await caches.delete(cache);
  } catch {
    // there are none, or a sandboxed frame may not have any
  }
}

/**
 * Where a memory holds anything but zeros.
 * @param {Uint8Array} memory
 * @returns {[number, number][]} from where to where, in bytes
 */
function filledRuns(memory) {
  /** @type {[number, number][]} */
  const runs = [];
  for (let start = 0; start < memory.length; start += PAGE) {
    const page = memory.subarray(start, start + PAGE);
    if (page.every((byte) => byte === 0)) continue;
    const last = runs.at(-1);
    if (last?.[1] === start) last[1] += page.length;
    else runs.push([start, start + page.length]);
  }
  return runs;
}

/**
 * Put what was stored back to where it was, while it is being decompressed.
 * @param {ArrayBuffer} packed
 * @param {[number, number][]} runs
 * @param {number} bytes of the memory
 */
async function unpacked(packed, runs, bytes) {
  const memory = new Uint8Array(bytes);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  let rest = new Uint8Array();
  for (const run of runs) {
    let [at] = run;
    while (at < run[1]) {
      if (rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) throw new Error("cut off");
        rest = value;
      }
      const taken = rest.subarray(0, run[1] - at);
      memory.set(taken, at);
      at += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  return memory;
}
