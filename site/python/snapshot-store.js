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
    const filled = await response.arrayBuffer();
    if ((await sha256(filled)) !== wanted) throw new Error("damaged");
    return { memory: spread(filled, runs, bytes), layout };
  } catch {
    await forget(place);
    return null;
  }
}

/** Keep a snapshot, and only this one. @param {Place} place @param {Snapshot} snapshot */
export async function keep({ cache, address }, { memory, layout }) {
  const runs = filledRuns(memory);
  const pages = new Blob(runs.map(([start, end]) => memory.subarray(start, end)));
  const filled = await pages.arrayBuffer();
  const about = { bytes: memory.length, runs, sha256: await sha256(filled), layout };
  const store = await caches.open(cache);
  for (const old of await store.keys()) await store.delete(old);
  const headers = { [ABOUT]: JSON.stringify(about) };
  await store.put(address, new Response(filled, { headers }));
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
 * Put what was stored back to where it was.
 * @param {ArrayBuffer} filled
 * @param {[number, number][]} runs
 * @param {number} bytes of the memory
 */
function spread(filled, runs, bytes) {
  const memory = new Uint8Array(bytes);
  let from = 0;
  for (const [start, end] of runs) {
    memory.set(new Uint8Array(filled, from, end - start), start);
    from += end - start;
  }
  return memory;
}
