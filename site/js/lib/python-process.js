import { version } from "../generated/parts.js";
import { whenIdle } from "./dom.js";
import { fetchAssets, pyodideFolder } from "./python-assets.js";
import { forget, placeFor } from "./snapshot-store.js";
import { reason } from "./text.js";

const KEEP_BY = 10_000; // ms from a snapshot to its storing, however busy the page is
const SMALL = 2; // GiB of a device's memory
const BOOT_LIMIT = 90_000; // ms from the last byte to "ready"

/**
 * What becomes of a worker: each is called for the one that runs now, never for an ended one.
 * @typedef {object} ProcessListener
 * @property {(stage: "download" | "starting" | "unpacking") => void} stage
 * @property {(bytes: import("./download.js").Bytes) => void} progress
 * @property {() => void} ready
 * @property {(message: any) => void} message an event or an answer of the protocol
 * @property {(why: "network" | "start" | "timeout", detail: string) => void} failed to start
 * @property {(detail: string) => void} crashed after it was ready
 */

/** The one worker with Python in it, and what the next one needs to start quickly. */
export class PythonProcess {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Promise<import("./python-assets.js").Assets> | null} */
  #assets = null;
  /** @type {import("./snapshot-store.js").Keepsake | null} made by a worker of this page */
  #snapshot = null;
  #quick = true; // until a start has failed: snapshots are what may be wrong
  #ready = false;
  #alarm = 0;
  #interrupt = mayShareMemory() ? new Int32Array(new SharedArrayBuffer(4)) : null;

  /**
   * @param {string} root the site's root
   * @param {typeof import("../generated/parts.js").parts} parts
   * @param {ProcessListener} listener
   */
  constructor(root, parts, listener) {
    this.root = root;
    this.parts = parts;
    this.listener = listener;
    this.place = placeFor(root, version);
  }

  /** Start a worker; the one before must have ended. */
  async start() {
    this.listener.stage("download");
    /** @type {Worker | null} */
    let worker = null;
    try {
      worker = this.#worker = this.#spawn();
      const place = this.#usesSnapshots() && !this.#snapshot ? this.place : null;
      worker.postMessage({ prepare: { index: pyodideFolder(this.root, this.parts), place } });
      this.#assets ??= fetchAssets(this.root, this.parts, this.listener.progress);
      const assets = await this.#assets;
      if (worker === this.#worker) this.#boot(worker, assets);
    } catch (error) {
      this.#assets = null;
      if (worker === this.#worker) this.listener.failed("network", reason(error));
    }
  }

  /** @param {string} text a request, as JSON */
  post(text) {
    this.#worker?.postMessage(text);
  }

  /** Raise KeyboardInterrupt in Python; false where the browser has no way to. */
  interrupt() {
    if (this.#interrupt) Atomics.store(this.#interrupt, 0, 2); // SIGINT
    return this.#interrupt !== null;
  }

  /** Take back an interrupt that came too late. */
  calm() {
    if (this.#interrupt) Atomics.store(this.#interrupt, 0, 0);
  }

  /** End the worker, whatever it does. */
  end() {
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.calm();
  }

  #spawn() {
    const address = new URL("../worker/python-worker.js", import.meta.url);
    const worker = new Worker(address, { type: "module" });
    const current = () => worker === this.#worker;
    worker.onmessage = ({ data }) => current() && this.#receive(data);
    worker.onmessageerror = () => current() && this.#broken("messageerror");
    worker.onerror = (event) => {
      event.preventDefault();
      if (current()) this.#broken(event.message || "worker");
    };
    return worker;
  }

  /** @param {Worker} worker @param {import("./python-assets.js").Assets} assets */
  #boot(worker, assets) {
    this.listener.stage("starting");
    this.#alarm = window.setTimeout(() => this.listener.failed("timeout", ""), BOOT_LIMIT);
    const snapshot = this.#snapshot;
    const makeSnapshot = this.#usesSnapshots();
    const quick = this.#quick;
    worker.postMessage({
      boot: { ...assets, interrupt: this.#interrupt, snapshot, makeSnapshot, quick },
    });
  }

  /** @param {any} data a JSON text of the protocol, or a stage */
  #receive(data) {
    if (typeof data === "string") return this.listener.message(JSON.parse(data));
    if (data.snapshot) this.#keep(data.snapshot);
    else if (data.stage === "ready") this.#started();
    else if (data.stage === "network") this.listener.failed("network", data.message);
    else if (data.stage === "broken") this.#broken(data.message);
    else this.listener.stage(data.stage);
  }

  #started() {
    clearTimeout(this.#alarm);
    this.#ready = true;
    this.listener.ready();
  }

  /**
   * Keep it for restarts in this page, and for later visits.
   * @param {import("./snapshot-store.js").Snapshot} snapshot
   */
  #keep(snapshot) {
    whenIdle(() => {
      const address = new URL("../worker/snapshot-worker.js", import.meta.url);
      const keeper = new Worker(address, { type: "module" });
      keeper.onmessage = ({ data }) => (this.#snapshot = data);
      keeper.postMessage({ place: this.place, snapshot }, [snapshot.memory.buffer]);
    }, KEEP_BY);
  }

  #usesSnapshots() {
    return this.#quick && maySnapshot();
  }

  /** @param {string} detail */
  #broken(detail) {
    if (this.#ready) return this.listener.crashed(detail);
    if (!this.#quick) return this.listener.failed("start", detail);
    this.#quick = false;
    this.#snapshot = null;
    void forget(this.place);
    this.end();
    void this.start();
  }
}

/** Snapshots take 38 MB of memory, which phones may not have to spare. */
function maySnapshot() {
  const { deviceMemory } = /** @type {any} */ (navigator);
  return !matchMedia("(pointer: coarse)").matches && (deviceMemory ?? SMALL + 1) > SMALL;
}

/** WebKitGTK calls a page isolated and still keeps SharedArrayBuffer from it. */
function mayShareMemory() {
  return globalThis.crossOriginIsolated && "SharedArrayBuffer" in globalThis;
}
