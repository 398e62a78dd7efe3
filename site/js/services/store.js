/**
 * What the learner's browser remembers. Storage may be forbidden, full or absent: then
 * everything is remembered until the page is left, and nobody notices.
 * @typedef {ReturnType<typeof createStore>} Store
 */

const PREFIX = "module3:";

/** @param {() => Storage} [open] opens the browser's storage; it may throw */
export function createStore(open = () => localStorage) {
  /** @type {Map<string, string>} */
  const memory = new Map();

  /** @template T @param {(storage: Storage) => T} use @returns {T | undefined} */
  function attempt(use) {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  }

  return {
    /** @param {string} key @returns {string | null} */
    get(key) {
      const stored = attempt((storage) => storage.getItem(PREFIX + key));
      return memory.get(key) ?? stored ?? null;
    },
    /** @param {string} key @param {string} value */
    set(key, value) {
      memory.set(key, value);
      attempt((storage) => storage.setItem(PREFIX + key, value));
    },
    /** @param {string} key */
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(PREFIX + key));
    },
  };
}
