const OUTPUT = "output:"; // how the keys of kept outputs begin
const MOST = 1_000_000; // characters that all outputs together may have

/**
 * What a cell has shown, as Python told it: each part names the method of its output that shows it.
 * @typedef {object} Kept
 * @property {string} code that was run
 * @property {string} order as which run of all it ran
 * @property {number} began when the variables began that it has left behind
 * @property {import("./output.js").Told[]} told
 */

/** The outputs of cells, as long as this tab is open. Where they are too many, the largest go first. */
export class KeptOutputs {
  #store;

  /** @param {import("../kit/store.js").Store} store of this tab */
  constructor(store) {
    this.#store = store;
  }

  /** @param {string} key of a cell @returns {Kept | null} */
  get(key) {
    return JSON.parse(this.#store.get(OUTPUT + key) ?? "null");
  }

  /** @param {string} key @param {Kept} kept */
  set(key, kept) {
    this.remove(key); // an older one must not come back where this one finds no room
    this.#store.set(OUTPUT + key, JSON.stringify(kept));
    this.#makeRoom();
  }

  /** @param {string} key */
  remove(key) {
    this.#store.remove(OUTPUT + key);
  }

  #makeRoom() {
    const size = (/** @type {string} */ key) => this.#store.get(key)?.length ?? 0;
    const keys = this.#store.keys().filter((key) => key.startsWith(OUTPUT));
    const largest = keys.map((key) => ({ key, size: size(key) })).sort((a, b) => b.size - a.size);
    let total = largest.reduce((sum, one) => sum + one.size, 0);
    for (const one of largest) {
      if (total <= MOST) return;
      this.#store.remove(one.key);
      total -= one.size;
    }
  }
}
