/** @typedef {(event: { loaded: number, total: number }) => void} OnBytes */

/** Which images of MNIST Python has, by chunks. */
export class Images {
  /** @type {Set<string>} */
  #loaded = new Set();

  /**
   * @param {import("../../python/service.js").Python} python
   * @param {Record<string, { bytes: number }>} files the chunks' packs
   * @param {() => void} tell
   */
  constructor(python, files, tell) {
    this.python = python;
    this.files = files;
    this.tell = tell;
    python.lost.on(() => {
      this.#loaded.clear();
      tell();
    });
  }

  /** @param {string} chunk */
  has(chunk) {
    return this.#loaded.has(chunk);
  }

  /** Bytes that loading these chunks would cost. @param {string[]} chunks */
  cost(chunks) {
    const missing = chunks.filter((chunk) => !this.has(chunk));
    return missing.reduce((sum, chunk) => sum + this.files[`${chunk}.pack`].bytes, 0);
  }

  /**
   * Have Python load chunks. Rejects with a PythonError; what came before it stays.
   * @param {string[]} chunks
   * @param {OnBytes} [onBytes]
   */
  async load(chunks, onBytes) {
    const missing = chunks.filter((chunk) => !this.has(chunk));
    const total = this.cost(missing);
    let before = 0;
    for (const chunk of missing) {
      const onEvent = (/** @type {any} */ { loaded }) =>
        onBytes?.({ loaded: before + loaded, total });
      await this.python.call("project.load_mnist", { chunks: [chunk] }, { onEvent });
      before += this.files[`${chunk}.pack`].bytes;
      this.#loaded.add(chunk);
      this.tell();
    }
  }
}

/** An image as Python takes it: 0 to 255. @param {Float32Array} image in 0..1 */
export function bytesOf(image) {
  return Uint8Array.from(image, (ink) => Math.round(255 * Math.min(1, Math.max(0, ink))));
}
