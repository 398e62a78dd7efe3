// Python's memory as it was after the first start, kept in the browser's storage for later visits.
// Whatever is wrong with a kept snapshot, it is thrown away and Python starts without one.

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
  return { cache: `module3:${pathname}:snapshot`, address };
}

/** @param {Place} place @returns {Promise<Snapshot | null>} null also if anything is wrong */
export async function recall(place) {
  try {
    const response = await caches.match(place.address, { cacheName: place.cache });
    if (!response) return null;
    const { bytes, sha256, layout } = JSON.parse(response.headers.get(ABOUT) ?? "{}");
    const packed = await response.arrayBuffer();
    if ((await hash(packed)) !== sha256) throw new Error("damaged");
    const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const memory = new Uint8Array(await new Response(plain).arrayBuffer());
    if (memory.length !== bytes) throw new Error("cut off");
    return { memory, layout };
  } catch {
    await forget(place);
    return null;
  }
}

/** Keep a snapshot, and only this one. @param {Place} place @param {Keepsake} snapshot */
export async function keep({ cache, address }, { memory, layout }) {
  const packing = memory.stream().pipeThrough(new CompressionStream("gzip"));
  const packed = await new Response(packing).arrayBuffer();
  const about = JSON.stringify({ bytes: memory.size, sha256: await hash(packed), layout });
  const store = await caches.open(cache);
  for (const old of await store.keys()) await store.delete(old);
  await store.put(address, new Response(packed, { headers: { [ABOUT]: about } }));
}

/** @param {Place} place */
export async function forget({ cache }) {
  await globalThis.caches?.delete(cache).catch(() => false);
}

/** @param {ArrayBuffer} bytes */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
