// The worker that owns Pyodide. In: {prepare}, {boot}, then requests as JSON texts.
// Out: {stage} while it starts or dies; events and answers as JSON texts.

import { recall } from "../lib/snapshot-store.js";
import { PACKAGES, prepare, start, unpack } from "./python-boot.js";

/**
 * @typedef {object} Scope
 * @property {(message: any, transfer?: Transferable[]) => void} postMessage
 * @property {((event: MessageEvent) => void) | null} onmessage
 *
 * @typedef {import("./python-boot.js").Boot} Boot
 * @typedef {import("./python-boot.js").Loader} Loader
 * @typedef {import("../lib/snapshot-store.js").Snapshot} Snapshot
 * @typedef {(request: string) => any} Dispatch the answer, or a coroutine that ends with it
 */

const CANCEL = JSON.stringify({ id: 0, op: "cancel", args: {} });
const WATCH = 50; // ms between two looks

/** @param {Scope} scope */
function serve(scope) {
  /** @type {Promise<Loader> | null} */
  let loader = null;
  /** @type {Promise<Snapshot | null>} the one that an earlier visit left */
  let recalled = Promise.resolve(null);
  /** @type {Dispatch | null} */
  let dispatch = null;
  /** @type {Int32Array | null} */
  let interrupt = null;
  let asked = 0; // the id of the request under way

  /** @param {Boot} boot */
  async function begin(boot) {
    const snapshot = boot.snapshot ? await reopen(boot.snapshot) : await recalled;
    const { pyodide, made } = await start(
      await /** @type {Promise<Loader>} */ (loader),
      boot,
      snapshot,
      () => scope.postMessage({ stage: "unpacking" }),
    );
    interrupt = boot.interrupt;
    const progress = (/** @type {object} */ bytes) =>
      scope.postMessage(JSON.stringify({ id: asked, event: "progress", ...bytes }));
    dispatch = open(pyodide, (event) => scope.postMessage(event), progress);
    if (interrupt) pyodide.setInterruptBuffer(interrupt);
    scope.postMessage({ stage: "ready", restored: Boolean(snapshot) });
    if (made) scope.postMessage({ stage: "snapshot", snapshot: made }, [made.memory.buffer]);
  }

  /** @param {string} request */
  async function answer(request) {
    try {
      asked = JSON.parse(request).id;
      const reply = dispatch?.(request);
      scope.postMessage(typeof reply === "object" ? await later(reply) : reply);
    } catch (error) {
      scope.postMessage({ stage: "broken", message: String(error).split("\n")[0] });
    }
  }

  /** Python sees no interrupt while it waits, so this looks for one. @param {any} coroutine */
  async function later(coroutine) {
    const watch = setInterval(() => {
      if (!interrupt || Atomics.exchange(interrupt, 0, 0) === 0) return;
      dispatch?.(CANCEL);
    }, WATCH);
    try {
      return await coroutine;
    } finally {
      clearInterval(watch);
      coroutine.destroy();
    }
  }

  scope.onmessage = ({ data }) => {
    if (typeof data === "string") return void answer(data);
    if (data.prepare) {
      const { index, place } = data.prepare;
      loader = prepare(index);
      loader.catch((error) => scope.postMessage({ stage: "network", message: error.message }));
      if (place) recalled = recall(place);
    } else {
      begin(data.boot).catch((error) =>
        scope.postMessage({ stage: "broken", message: String(error?.message ?? error) }),
      );
    }
  };
}

/** @param {import("../lib/snapshot-store.js").Keepsake} keepsake @returns {Promise<Snapshot>} */
async function reopen({ memory, layout }) {
  return { memory: new Uint8Array(await memory.arrayBuffer()), layout };
}

/**
 * Open the course's door.
 * @param {any} pyodide
 * @param {(event: string) => void} emit
 * @param {(bytes: import("../lib/download.js").Bytes) => void} progress of a package's download
 * @returns {Dispatch}
 */
function open(pyodide, emit, progress) {
  /** @param {string} names a JSON list of packages */
  const load = async (names) => {
    const { fetchPacks } = await import("./packs.js");
    const packs = await fetchPacks(JSON.parse(names), progress);
    for (const pack of packs) unpack(pyodide.FS, pack, PACKAGES);
  };
  return pyodide.pyimport("course.worker").start(emit, load);
}

serve(/** @type {Scope} */ (/** @type {unknown} */ (self)));
