import { course } from "./generated/course.js";
import { createEmitter } from "./emitter.js";
import { OWN } from "./own.js";

/**
 * Larger things that the learner's browser remembers, such as trained weights, in IndexedDB.
 * Where it is forbidden or full they are remembered until the page is left.
 */

const TABLE = "kept";

export class Keep {
  /** @type {Map<string, unknown>} what is not stored yet, or was refused */
  #memory = new Map();
  #others = new BroadcastChannel(`${OWN}${TABLE}`);

  /** @type {import("./emitter.js").Emitter<string>} the key whose value another tab has changed */
  changed = createEmitter();

  constructor() {
    this.#others.onmessage = ({ data }) => this.changed.emit(data);
  }

  /** @returns {Promise<string[]>} every key that has a value */
  async keys() {
    const stored = await attempt("readonly", (table) => table.getAllKeys());
    return [...new Set([...(stored ?? []), ...this.#memory.keys()])];
  }

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
    const stored = (await attempt("readwrite", (table) => table.put(value, key))) !== undefined;
    if (stored && this.#memory.get(key) === value) this.#memory.delete(key);
    if (stored) this.#others.postMessage(key);
    return stored;
  }

  /** @param {string} key */
  async remove(key) {
    this.#memory.delete(key);
    await attempt("readwrite", (table) => table.delete(key));
    this.#others.postMessage(key);
  }
}

/** Whether the browser gives its pages a database. */
export async function keeps() {
  return (await attempt("readonly", (table) => table.count())) !== undefined;
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
    const request = use(transaction.objectStore(TABLE));
    // A request that succeeds may still be undone: storage turns out to be full at the very end.
    await completed(transaction).finally(() => database.close());
    return request.result;
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
  const taking = own.transaction(TABLE, "readwrite");
  const kept = taking.objectStore(TABLE);
  for (const [place, key] of keys.entries()) {
    if ((await settled(kept.getKey(key))) === undefined) kept.put(values[place], key);
  }
  await completed(taking).finally(() => own.close()); // else the former ones stay
  indexedDB.deleteDatabase(course.id);
}

/** @param {string} name */
function opened(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  return request;
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
