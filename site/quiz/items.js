/**
 * The quiz's items, which the build has made from a few seeds: one file for each of them.
 *
 * @typedef {{ text: string, reason: string, right: boolean, place?: string, line?: number }} Option
 * @typedef {{ href: string, text: string }} See
 * @typedef {object} Item all texts are HTML of our own build
 * @property {string} name
 * @property {string} lesson
 * @property {number} goal
 * @property {number} level
 * @property {string} kind
 * @property {"one" | "several" | "number" | "order"} ask
 * @property {string} stem
 * @property {See} see
 * @property {string} figure where the figure that shows it stands, or ""
 * @property {Option[]} [options]
 * @property {boolean} [fixed] whether the options keep their order
 * @property {boolean} [code] whether the options are the lines of a program
 * @property {string} [drawing]
 * @property {number} [answer]
 * @property {string} [shown] the answer with the digits that are asked for
 * @property {string} [unit]
 * @property {string} [reason]
 * @property {{ shown: string, reason: string }[]} [slips]
 * @property {string[]} [lines]
 * @property {number[][]} [orders]
 *
 * @typedef {{ lessons: Record<string, string>, items: Item[] }} Version titles by slug, and items
 */

export class QuizItems {
  /** @type {Map<number, Promise<Version>>} */
  #loaded = new Map();

  /** @param {string} root @param {typeof import("../kit/generated/parts.js").parts} parts */
  constructor(root, parts) {
    this.root = root;
    this.files = /** @type {Record<string, { path: string }>} */ (parts.quiz);
  }

  /** How many versions there are. */
  get count() {
    return Object.keys(this.files).length;
  }

  /** @param {number} version from 0 @returns {Promise<Version>} rejects when it cannot be fetched */
  load(version) {
    const known = this.#loaded.get(version);
    if (known) return known;
    const loading = this.#fetch(version);
    this.#loaded.set(version, loading);
    loading.catch(() => this.#loaded.delete(version)); // so that it can be tried again
    return loading;
  }

  /** @param {number} version */
  async #fetch(version) {
    const response = await fetch(this.root + this.files[`${version % this.count}.json`].path);
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  }
}
