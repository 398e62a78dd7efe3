import { createEmitter } from "./emitter.js";
import { keysOf, ownStorage } from "./host.js";
import { FORMER, OWN } from "./own.js";

/**
 * What the learner's browser remembers. Storage may be forbidden, full or absent: then
 * everything is remembered until the page is left, and `keeps` tells.
 * @typedef {ReturnType<typeof createStore>} Store
 */

const BROUGHT = "brought/"; // stands before a key whose value came with a file

/** @param {() => Storage} [open] opens the browser's storage; it may throw */
export function createStore(open = ownStorage) {
  /** @type {Map<string, string>} what storage did not take */
  const memory = new Map();

  /** @template T @param {(storage: Storage) => T} use @returns {T | undefined} */
  function attempt(use) {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  }

  /** @type {import("./emitter.js").Emitter<string>} the key whose value is another now */
  const changed = createEmitter();
  let keeps = attempt((storage) => {
    storage.setItem(OWN, "");
    storage.removeItem(OWN);
    return true;
  });

  attempt(carryOver);

  /** @param {string} key @param {string} value */
  function put(key, value) {
    const set = attempt((storage) => {
      storage.setItem(OWN + key, value);
      return true;
    });
    if (set) memory.delete(key);
    else memory.set(key, value);
    keeps &&= set;
    changed.emit(key);
  }

  // What another tab of the course has set.
  addEventListener("storage", ({ key }) => {
    if (key?.startsWith(OWN)) changed.emit(key.slice(OWN.length));
  });

  return {
    changed,

    /** Whether all that was set will be here at the next visit. */
    get keeps() {
      return keeps === true;
    },

    /** @returns {string[]} every key that has a value */
    keys() {
      const stored = attempt(keysOf) ?? [];
      const own = stored.filter((key) => key.startsWith(OWN) && key !== OWN);
      return [...new Set([...own.map((key) => key.slice(OWN.length)), ...memory.keys()])];
    },

    /** @param {string} key @returns {string | null} */
    get(key) {
      const stored = attempt((storage) => storage.getItem(OWN + key));
      return memory.get(key) ?? stored ?? null;
    },

    /** What the learner does here; see `bring`. @param {string} key @param {string} value */
    set(key, value) {
      this.vouch(key);
      put(key, value);
    },

    /**
     * Set what a file brings, which anyone may have written: code among it may not run before the
     * learner has seen it. @param {string} key @param {string} value
     */
    bring(key, value) {
      if (this.get(key) === value) return;
      put(BROUGHT + key, "1"); // first: nobody may find the value without it
      put(key, value);
    },

    /** Whether a file brought this value and the learner has neither changed nor run it since. @param {string} key */
    isBrought(key) {
      return this.get(BROUGHT + key) !== null;
    },

    /** The learner has seen this value. @param {string} key */
    vouch(key) {
      if (this.isBrought(key)) this.remove(BROUGHT + key);
    },

    /** @param {string} key */
    remove(key) {
      this.vouch(key);
      memory.delete(key);
      attempt((storage) => storage.removeItem(OWN + key));
      changed.emit(key);
    },
  };
}

/** Take over, once, what was stored before names had the course's folder in them. @param {Storage} storage */
function carryOver(storage) {
  const former = keysOf(storage).filter((key) => key.startsWith(FORMER));
  for (const key of former.filter((key) => !key.startsWith(`${FORMER}/`))) {
    const own = OWN + key.slice(FORMER.length);
    if (storage.getItem(own) === null) storage.setItem(own, storage.getItem(key) ?? "");
    storage.removeItem(key);
  }
}
