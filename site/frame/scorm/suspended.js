import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

const MOST = 64_000; // characters that a learning platform keeps of cmi.suspend_data, by SCORM 2004
const SPARE = 4_000; // of them for what is short and counts, such as a passed exercise
const LONG = /^(cell|exercise|own|project|quiz):/; // what a learner writes
const OF_THE_BROWSER = new Set(["copied", "letters", ""]);
const FORMAT = "module-1:";

/**
 * What a browser's storage does (https://html.spec.whatwg.org/#the-storage-interface), with all of it in one
 * short text. Where that would become too long, `setItem` throws, as a full storage does.
 */
export class Suspended {
  /** @type {Map<string, string>} */
  #entries = new Map();
  #bound = 0; // the text is not longer

  /**
   * @param {string} prefix begins every key; it has the site's address, which may be another next time
   * @param {string} text what was kept
   * @param {() => void} changed called when there is another text
   */
  constructor(prefix, text, changed) {
    this.prefix = prefix;
    this.changed = changed;
    for (const [key, value] of Object.entries(unpacked(text))) {
      this.#entries.set(prefix + key, value);
    }
    this.#bound = text.length;
  }

  get length() {
    return this.#entries.size;
  }

  /** @param {number} place */
  key(place) {
    return [...this.#entries.keys()][place] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.#entries.get(key) ?? null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    const before = this.getItem(key);
    if (before === value) return;
    this.#entries.set(key, value);
    if (!this.#fits(key.slice(this.prefix.length), value)) {
      this.#put(key, before);
      throw new DOMException("The learning platform has no room left.", "QuotaExceededError");
    }
    this.changed();
  }

  /** @param {string} key */
  removeItem(key) {
    if (this.#entries.delete(key)) this.changed();
  }

  /** All of it, for the platform to keep. */
  get text() {
    const own = [...this.#entries].map(([key, value]) => [key.slice(this.prefix.length), value]);
    return packed(Object.fromEntries(own.filter(([key]) => !OF_THE_BROWSER.has(key))));
  }

  /** @param {string} key @param {string | null} value */
  #put(key, value) {
    if (value === null) this.#entries.delete(key);
    else this.#entries.set(key, value);
  }

  /** Packing takes some ms, so it's done only where the text may have become too long. @param {string} key @param {string} value */
  #fits(key, value) {
    const most = LONG.test(key) ? MOST - SPARE : MOST;
    this.#bound += 8 * (key.length + value.length); // UTF-8 and Base64 of what can't be packed
    if (this.#bound > most) this.#bound = this.text.length;
    return this.#bound <= most;
  }
}

/** @param {Record<string, string>} entries */
function packed(entries) {
  const bytes = deflateSync(strToU8(JSON.stringify(entries)), { level: 9 });
  return FORMAT + btoa(strFromU8(bytes, true));
}

/** @param {string} text @returns {Record<string, string>} throws for one that's not ours */
function unpacked(text) {
  if (!text) return {};
  if (!text.startsWith(FORMAT)) throw new Error("not a text of this course");
  const bytes = strToU8(atob(text.slice(FORMAT.length)), true);
  return JSON.parse(strFromU8(inflateSync(bytes)));
}
