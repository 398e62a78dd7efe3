import { parts, root } from "./generated/parts.js";
import { strings } from "./generated/strings.js";
import { sha256 as hashOf } from "./hash.js";
import { fill } from "./text.js";

/**
 * @typedef {{ path: string, bytes: number, sha256: string }} FilePart
 * @typedef {{ loaded: number, total: number }} Bytes
 * @typedef {{ spoilt: boolean, counted: number }} Copy of a file: whether it's wrong, bytes that came
 * @typedef {Pick<typeof import("fzstd"), "Decompress" | "decompress">} Zstd
 */

const texts = strings.download;
const PATIENCE = 20_000; // ms in which at least one byte must come
const END = ".zst"; // of what is sent compressed, as squeeze.py has it
const AHEAD = 100_000; // bytes that are still to come when the last file is asked for: no pause
const WASM = "application/wasm"; // compiles while it comes in
export const CHECKED = "X-Checked"; // the service worker has stored it, as it was before it was sent

/** A file came whole, and is not the one that the build wrote. */
export class Damaged extends Error {}

/** Nothing came any more. */
export class Stalled extends Error {}

/** One download that several files share: every chunk moves the one count on. */
export class Download {
  #abort = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #alarm;
  /** @type {{ bytes: number, go: (value: unknown) => void } | null} what waits for its turn, at so many bytes */
  #last = null;

  /**
   * @param {string} root the site's root, ending in "/"
   * @param {(bytes: Bytes) => void} onProgress
   * @param {object} [options]
   * @param {number} [options.patience] ms without a byte of any file after which all has failed
   * @param {boolean} [options.checks] whether the hash of each file that wasn't sent compressed is
   *   compared; Python's start does without
   */
  constructor(root, onProgress, { patience = PATIENCE, checks = true } = {}) {
    this.root = root;
    this.onProgress = onProgress;
    this.patience = patience;
    this.checks = checks;
    this.damaged = ""; // what was said of the last copy that was not the right one
    this.loaded = 0;
    this.total = 0;
  }

  /**
   * Fetch a file and read it while it comes in. A damaged copy may lie in a cache, so it is asked
   * for once more past all caches; if that is damaged too, this rejects with Damaged.
   * @template T
   * @param {FilePart} part
   * @param {(response: Response) => Promise<T>} read
   * @returns {Promise<T>}
   */
  async read(part, read) {
    this.total += part.bytes;
    try {
      return await this.#attempt(part, read, "default");
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      this.damaged = error.message;
      return this.#attempt(part, read, "reload");
    }
  }

  /**
   * Read a file whose turn comes when all that was asked for before is nearly here.
   * @param {FilePart} part
   */
  async bufferLast(part) {
    this.total += part.bytes;
    await new Promise((go) => (this.#last = { bytes: part.bytes + AHEAD, go }));
    this.total -= part.bytes;
    return this.buffer(part);
  }

  /** @param {FilePart} part @returns {Promise<any>} */
  json(part) {
    return this.read(part, (response) => response.json());
  }

  /** @param {FilePart} part */
  buffer(part) {
    return this.read(part, (response) => response.arrayBuffer());
  }

  /**
   * Import a module. The browser alone sees its bytes, so it counts when it is whole, unchecked.
   * @param {FilePart} part
   */
  async module(part) {
    const { signal } = this.#abort;
    this.total += part.bytes;
    this.#watch();
    const stalled = new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    const module = await Promise.race([import(this.root + part.path), stalled]);
    this.#add(part.bytes);
    return module;
  }

  /**
   * @template T
   * @param {FilePart} part
   * @param {(response: Response) => Promise<T>} read
   * @param {RequestCache} cache
   * @returns {Promise<T>}
   */
  async #attempt(part, read, cache) {
    const { signal } = this.#abort;
    const copy = { spoilt: false, counted: 0 };
    try {
      const response = await this.#fetch(part, cache, copy);
      const checked =
        this.checks && !isSqueezed(part.path) ? check(part, response) : Promise.resolve();
      checked.catch(() => {}); // told below, before what the reader says of a damaged file
      return await read(response).finally(() => checked);
    } catch (error) {
      const why = signal.aborted ? signal.reason : copy.spoilt ? damaged(part) : error; // readers may tell else
      if (why instanceof Damaged) this.#add(-copy.counted);
      throw why;
    }
  }

  /** @param {FilePart} part @param {RequestCache} cache @param {Copy} copy what is found out of it */
  async #fetch(part, cache, copy) {
    const { signal } = this.#abort;
    this.#watch();
    const response = await fetch(this.root + part.path, { cache, signal });
    if (!response.ok || !response.body) throw new Error(`${part.path}: ${response.status}`);
    const add = (/** @type {number} */ bytes) => {
      const more = Math.min(part.bytes - copy.counted, bytes); // what is stored may be larger
      copy.counted += more;
      this.#add(more);
    };
    const count = new TransformStream({
      transform(chunk, controller) {
        add(chunk.byteLength);
        controller.enqueue(chunk);
      },
      flush: () => add(part.bytes),
    });
    const counted = new Response(response.body.pipeThrough(count), { headers: response.headers });
    return isSqueezed(part.path) && !response.headers.has(CHECKED)
      ? unsqueezed(counted, part, () => (copy.spoilt = true))
      : counted;
  }

  /** @param {number} bytes */
  #add(bytes) {
    this.loaded += bytes;
    this.#watch();
    if (this.#last && this.total - this.loaded <= this.#last.bytes) this.#last.go(null);
    this.onProgress({ loaded: this.loaded, total: this.total });
  }

  /** A connection may stay open without a byte coming, for ever. */
  #watch() {
    clearTimeout(this.#alarm);
    if (this.loaded === this.total) return;
    const stalled = new Stalled(fill(texts.stalled, { seconds: this.patience / 1000 }));
    this.#alarm = setTimeout(() => this.#abort.abort(stalled), this.patience);
  }
}

/**
 * Whether a file is the one that the build wrote. What the service worker has stored it has
 * checked; for a page from another machine without TLS browsers do not hash, and it goes unchecked.
 * @param {FilePart} part
 * @param {Response} response which can still be read
 */
async function check(part, response) {
  if (!globalThis.crypto?.subtle || response.headers.has(CHECKED)) return;
  if ((await hashOf(await response.clone().arrayBuffer())) === part.sha256) return;
  throw damaged(part);
}

/** @param {FilePart} part */
function damaged({ path }) {
  return new Damaged(fill(texts.damaged, { file: plain(path).replace(/.*\//, "") }));
}

/** Whether the learner pays for each byte, or waits long for it: then only what is needed is fetched. */
export function savesData() {
  const { connection } = /** @type {any} */ (navigator);
  return Boolean(connection?.saveData) || /2g/.test(connection?.effectiveType);
}

// ---- What is sent compressed, as squeeze.py makes it

/** @type {Promise<Zstd> | null} */
let loading = null;

/** The path that a file had before it was compressed. @param {string} path */
function plain(path) {
  return isSqueezed(path) ? path.slice(0, -END.length) : path;
}

/** @param {string} path */
function isSqueezed(path) {
  return path.endsWith(END);
}

/** What decompresses; asked for while what it's needed for is on its way. */
export function zstd() {
  loading ??= import(root + parts.zstd["zstd.js"].path).then(
    () => /** @type {any} */ (globalThis).zstd,
  );
  loading.catch(() => (loading = null));
  return loading;
}

/**
 * A file as it was before it was compressed, while it comes in. To compare the hash of what came is
 * cheap: it has a quarter of the bytes.
 * @param {Response} response
 * @param {FilePart} part
 * @param {() => void} spoilt called if this isn't the file that the build wrote
 */
async function unsqueezed({ body, headers }, part, spoilt) {
  const { Decompress } = await zstd();
  /** @type {BlobPart[]} */
  const came = [];
  /** @type {TransformStreamDefaultController<Uint8Array>} */
  let out;
  const decompress = new Decompress((chunk) => {
    if (chunk.length) out.enqueue(chunk);
  });
  const stream = new TransformStream({
    start: (controller) => void (out = controller),
    transform(chunk) {
      came.push(chunk);
      try {
        decompress.push(chunk);
      } catch (error) {
        spoilt();
        throw error;
      }
    },
    async flush() {
      if (!globalThis.crypto?.subtle) return; // as for check
      if ((await hashOf(await new Blob(came).arrayBuffer())) === part.sha256) return;
      spoilt();
      throw new Error("another file");
    },
  });
  const type = plain(part.path).endsWith(".wasm") ? WASM : (headers.get("content-type") ?? "");
  const whole = /** @type {ReadableStream} */ (body).pipeThrough(stream);
  return new Response(whole, { headers: { "content-type": type } });
}
