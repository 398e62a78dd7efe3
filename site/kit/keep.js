import { course } from "./generated/course.js";
import { OWN } from "./own.js";

/**
 * Larger things that the learner's browser remembers, such as trained weights, in IndexedDB.
 * Where it is forbidden or full they are remembered until the page is left.
 */

const TABLE = "kept";

export class Keep {
  /** @type {Map<string, unknown>} */
  #memory = new Map();

  /**
   * @param {string} key
   * @returns {Promise<any>} undefined where there is nothing
   */
  async get(key) {
    if (this.#memory.has(key)) return this.#memory.get(key);
    return attempt("readonly", (table) => table.get(key));
  }

  /**
   * @param {string} key
   * @param {unknown} value what the browser can clone
   * @returns {Promise<boolean>} whether it will be here at the next visit
   */
  async set(key, value) {
    this.#memory.set(key, value);
    return (await attempt("readwrite", (table) => table.put(value, key))) !== undefined;
  }

  /** @param {string} key */
  async remove(key) {
    this.#memory.delete(key);
    await attempt("readwrite", (table) => table.delete(key));
  }
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(table: IDBObjectStore) => IDBRequest} use
 * @returns {Promise<any>} undefined where the browser refuses
 */
async function attempt(mode, use) {
  try {
    await (carried ??= carryOver());
    const database = await settled(opened(OWN));
    const transaction = database.transaction(TABLE, mode);
    const result = await settled(use(transaction.objectStore(TABLE)));
    database.close();
    return result;
  } catch {
    return undefined;
  }
}

/** @type {Promise<void> | undefined} */
let carried;

/** Take over, once, what was kept before the name had the course's folder in it. */
async function carryOver() {
  const names = (await indexedDB.databases?.()) ?? [];
  if (!names.some(({ name }) => name === course.id)) return;
  const former = await settled(opened(course.id));
  const table = former.transaction(TABLE).objectStore(TABLE);
  const [keys, values] = await Promise.all([settled(table.getAllKeys()), settled(table.getAll())]);
  former.close();
  const own = await settled(opened(OWN));
  const kept = own.transaction(TABLE, "readwrite").objectStore(TABLE);
  for (const [place, key] of keys.entries()) {
    if ((await settled(kept.getKey(key))) === undefined)
      await settled(kept.put(values[place], key));
  }
  own.close();
  indexedDB.deleteDatabase(course.id);
}

/** @param {string} name */
function opened(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  return request;
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
