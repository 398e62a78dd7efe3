/**
 * Larger things that the learner's browser remembers, such as trained weights, in IndexedDB.
 * Where it is forbidden or full they are remembered until the page is left.
 */

const DATABASE = "module3";
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
    const database = await settled(opened());
    const transaction = database.transaction(TABLE, mode);
    const result = await settled(use(transaction.objectStore(TABLE)));
    database.close();
    return result;
  } catch {
    return undefined;
  }
}

function opened() {
  const request = indexedDB.open(DATABASE, 1);
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
