import { staticVersion } from "../kit/generated/parts.js";
import { createLine, give } from "./answer-line.js";
import { confined } from "../kit/workers/confined.js";
import { whenIdle } from "../kit/dom.js";
import { forget, placeFor } from "./snapshot-store.js";

const KEEP_BY = 10_000; // ms from a snapshot to its storing, however busy the page is
const SMALL = 2; // GiB of a device's memory
const GRACE = 1000; // ms from an interrupt to the end of a worker that does not heed it ...
const MESSAGE_GRACE = 250; // ... and of one that hears of it only while Python waits
const BOOT_LIMIT = 90_000; // ms from the last byte to "ready"

/**
 * What becomes of a worker: each is called for the one that runs now, never for an ended one.
 * @typedef {object} ProcessListener
 * @property {(stage: "download" | "starting" | "unpacking") => void} stage
 * @property {(bytes: import("../kit/download.js").Bytes) => void} progress
 * @property {() => void} ready
 * @property {(message: any) => void} message an event or an answer of the protocol
 * @property {(why: "network" | "damaged" | "start" | "timeout", detail: string) => void} failed to start
 * @property {(detail: string) => void} crashed after it was ready
 */

/** The one worker with Python in it, and what the next one needs to start quickly. */
export class PythonProcess {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {import("./assets.js").Assets | null} */
  #assets = null;
  /** @type {import("./snapshot-store.js").Keepsake | null} made by a worker of this page */
  #snapshot = null;
  #quick = true; // until a start has failed: snapshots are what may be wrong
  #ready = false;
  #waits = false; // Python has waited in this request: then the worker is free for messages ...
  #heard = false; // ... and has taken the last one beside its request
  #alarm = 0;
  #line = mayShareMemory() ? createLine() : null;
  #interrupt = mayShareMemory() ? new Int32Array(new SharedArrayBuffer(4)) : null;

  /**
   * @param {string} root the site's root
   * @param {ProcessListener} listener
   */
  constructor(root, listener) {
    this.listener = listener;
    this.place = placeFor(root, staticVersion);
  }

  /** Start a worker; the one before must have ended. */
  start() {
    this.listener.stage("download");
    const boot = {
      assets: this.#assets,
      interrupt: this.#interrupt,
      line: this.#line,
      reloads: mayReload(),
      snapshot: this.#snapshot,
      makeSnapshot: this.#quick && maySnapshot(),
      quick: this.#quick,
    };
    this.#worker = this.#spawn();
    this.#worker.postMessage({ boot });
  }

  /** @param {string} text a request, as JSON */
  post(text) {
    this.#waits = false;
    this.#worker?.postMessage(text);
  }

  /** Answer Python, which waits for a line. @param {string} text */
  answer(text) {
    if (this.#line) give(this.#line, text);
    else this.#beside("bridge.answer", { line: text });
  }

  /**
   * Raise KeyboardInterrupt in what Python does for a request. Without shared memory only Python
   * that waits hears of it. Returns how long that may take, in ms; 0 where it hears of nothing.
   * @param {number} id the request's
   */
  interrupt(id) {
    this.#heard = false;
    if (this.#interrupt) Atomics.store(this.#interrupt, 0, id);
    else this.#beside("bridge.cancel", {});
    if (this.#interrupt) return GRACE;
    return this.#waits ? MESSAGE_GRACE : 0;
  }

  /** Whether Python has taken the last interrupt. */
  get heeded() {
    return this.#interrupt ? Atomics.load(this.#interrupt, 0) === 0 : this.#heard;
  }

  /** @param {string} op @param {object} args */
  #beside(op, args) {
    this.#worker?.postMessage({ beside: { op, args } });
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
    const worker = earlyWorker() ?? newWorker("worker");
    const current = () => worker === this.#worker;
    worker.onmessage = ({ data }) => current() && this.#receive(data);
    worker.onmessageerror = () => current() && this.#broken("messageerror");
    worker.onerror = (event) => {
      event.preventDefault();
      if (current()) this.#broken(event.message || "worker");
    };
    return worker;
  }

  /** @param {any} data a JSON text of the protocol, or a stage */
  #receive(data) {
    if (typeof data === "string") return this.listener.message(JSON.parse(data));
    const { stage, message, bytes } = data;
    if (stage === "waits") this.#waits = true;
    else if (stage === "heeded") this.#heard = true;
    else if (stage === "snapshot") this.#ready || this.#keep(data.snapshot);
    else if (stage === "assets") this.#assets = data.assets;
    else if (stage === "download") this.listener.progress(bytes);
    else if (stage === "ready") this.#started();
    else if (stage === "network" || stage === "damaged") this.listener.failed(stage, message);
    else if (stage === "broken") this.#broken(message);
    else this.#goesOn(stage);
  }

  /** @param {"starting" | "unpacking"} stage */
  #goesOn(stage) {
    this.listener.stage(stage);
    if (stage !== "starting") return;
    this.#alarm = window.setTimeout(() => this.listener.failed("timeout", ""), BOOT_LIMIT);
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
      const keeper = newWorker("snapshot");
      keeper.onmessage = ({ data }) => (this.#snapshot = data);
      keeper.postMessage({ place: this.place, snapshot }, [snapshot.memory.buffer]);
    }, KEEP_BY);
  }

  /** @param {string} detail */
  #broken(detail) {
    if (this.#ready) return this.listener.crashed(detail);
    if (!this.#quick) return this.listener.failed("start", detail);
    this.#quick = false;
    this.#snapshot = null;
    void forget(this.place);
    this.end();
    this.start();
  }
}

/** Snapshots take 38 MB of memory, which phones may not have to spare. */
function maySnapshot() {
  const { deviceMemory } = /** @type {any} */ (navigator);
  return !matchMedia("(pointer: coarse)").matches && (deviceMemory ?? SMALL + 1) > SMALL;
}

/** Whether a second view of this page may share memory: the service worker sees to that. */
function mayReload() {
  return "serviceWorker" in navigator && globalThis.isSecureContext && window.top === window;
}

/** WebKitGTK calls a page isolated and still keeps SharedArrayBuffer from it. */
function mayShareMemory() {
  return globalThis.crossOriginIsolated && "SharedArrayBuffer" in globalThis;
}

/** @param {string} name */
function newWorker(name) {
  return new Worker(confined(`python/worker/${name}.js`), { type: "module" });
}

/** The worker that early.js began, for the first who asks. */
function earlyWorker() {
  const page = /** @type {{ earlyPython?: Worker }} */ (globalThis);
  const worker = page.earlyPython;
  delete page.earlyPython;
  return worker;
}
