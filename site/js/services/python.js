import { createEmitter } from "../lib/emitter.js";
import { PythonError } from "../lib/python-error.js";
import { fetchAssets, pyodideFolder } from "../lib/python-assets.js";
import { fill, reason } from "../lib/text.js";

/**
 * @typedef {"off" | "booting" | "ready" | "failed"} State
 * @typedef {object} Status
 * @property {State} state
 * @property {"download" | "starting" | "unpacking"} stage
 * @property {number} loaded
 * @property {number} total
 * @property {string} message why it failed
 *
 * @typedef {object} CallOptions
 * @property {(event: any) => void} [onEvent] output and progress, as they come
 * @property {() => void} [onStart] the worker has it now
 * @property {AbortSignal} [signal] aborting is Stop
 * @property {number} [timeout] seconds
 *
 * @typedef {CallOptions & { id: number, op: string, args: object, stopping: boolean,
 *   resolve(value: any): void, reject(error: PythonError): void }} Request
 */

const GRACE = 1000; // ms from an interrupt to the end of a worker that does not heed it
const BOOT_LIMIT = 90_000; // ms from the last byte to "ready"

/** The page's side of Python: a queue of requests to a worker that may end at any time. */
export class Python {
  changed = /** @type {import("../lib/emitter.js").Emitter<Status>} */ (createEmitter());
  /** All variables are gone: the worker was started again. */
  lost = /** @type {import("../lib/emitter.js").Emitter<void>} */ (createEmitter());
  /** @type {Status} */
  status = { state: "off", stage: "download", loaded: 0, total: 0, message: "" };
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Promise<import("../lib/python-assets.js").Assets> | null} */
  #assets = null;
  /** @type {Request[]} */
  #queue = [];
  /** @type {Request | null} */
  #active = null;
  #alarm = 0;
  #count = 0;
  #interrupt = globalThis.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;

  /**
   * @param {string} root the site's root
   * @param {typeof import("../generated/parts.js").parts} parts
   * @param {Record<string, string>} texts
   */
  constructor(root, parts, texts) {
    this.root = root;
    this.parts = parts;
    this.texts = texts;
  }

  /** Start Python, or start it again after a failure; otherwise nothing happens. */
  boot() {
    if (this.status.state === "off" || this.status.state === "failed") this.#launch();
  }

  /**
   * Ask for one operation of course.bridge.Bridge.
   * @param {string} op
   * @param {object} args
   * @param {CallOptions} [options]
   * @returns {Promise<any>} what `done` carries; rejects with a PythonError
   */
  call(op, args, options = {}) {
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      const request = { ...options, id, op, args, stopping: false, resolve, reject };
      if (options.signal?.aborted) return this.#stop(request);
      options.signal?.addEventListener("abort", () => this.#stop(request), { once: true });
      this.#queue.push(request);
      this.boot();
      this.#pump();
    });
  }

  async #launch() {
    this.#update({ state: "booting", stage: "download", message: "" });
    const worker = (this.#worker = this.#spawn());
    try {
      worker.postMessage({ prepare: pyodideFolder(this.root, this.parts) });
      this.#assets ??= fetchAssets(this.root, this.parts, (bytes) => this.#update(bytes));
      const assets = await this.#assets;
      if (worker !== this.#worker) return;
      this.#update({ stage: "starting" });
      this.#setAlarm(BOOT_LIMIT, () => this.#fail(this.texts.reason_timeout));
      worker.postMessage({ boot: { ...assets, interrupt: this.#interrupt } });
    } catch (error) {
      this.#assets = null;
      if (worker !== this.#worker) return;
      this.#fail(fill(this.texts.reason_network, { reason: reason(error) }));
    }
  }

  #spawn() {
    const worker = new Worker(new URL("../worker/python-worker.js", import.meta.url), {
      type: "module",
    });
    const current = () => worker === this.#worker;
    worker.onmessage = ({ data }) => current() && this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      if (current()) this.#crash(event.message || "worker");
    };
    worker.onmessageerror = () => current() && this.#crash(this.texts.cut);
    return worker;
  }

  /** @param {string | { stage: string, message?: string }} data */
  #receive(data) {
    if (typeof data === "string") return this.#deliver(JSON.parse(data));
    if (data.stage === "ready") return this.#ready();
    if (data.stage === "crashed") return this.#crash(data.message ?? "");
    if (data.stage === "network") return this.#failWith("reason_network", data.message);
    if (data.stage === "failed") return this.#failWith("reason_start", data.message);
    this.#update({ stage: /** @type {Status["stage"]} */ (data.stage) });
  }

  #ready() {
    this.#clearAlarm();
    this.#update({ state: "ready" });
    this.#pump();
  }

  /** @param {any} message one event or answer of the protocol */
  #deliver(message) {
    const request = this.#active;
    if (!request || message.id !== request.id) return;
    if (message.event) return request.onEvent?.(message);
    this.#clearAlarm();
    this.#active = null;
    if (this.#interrupt) Atomics.store(this.#interrupt, 0, 0);
    if (request.stopping) request.reject(this.#stopped(false));
    else if (message.error) request.reject(new PythonError("python", message.error));
    else request.resolve(message.done);
    this.#pump();
  }

  #pump() {
    if (this.status.state !== "ready" || this.#active) return;
    const request = this.#queue.shift();
    if (!request) return;
    this.#active = request;
    const { id, op, args, timeout } = request;
    this.#worker?.postMessage(JSON.stringify({ id, op, args }));
    request.onStart?.();
    if (timeout) this.#setAlarm(timeout * 1000, () => this.#timedOut(timeout));
  }

  /** @param {Request} request */
  #stop(request) {
    if (request === this.#active) {
      request.stopping = true;
      return this.#interrupt ? this.#interruptActive(this.#interrupt) : this.#restart();
    }
    this.#queue = this.#queue.filter((one) => one !== request);
    request.reject(this.#stopped(false));
  }

  /** @param {Int32Array} buffer */
  #interruptActive(buffer) {
    Atomics.store(buffer, 0, 2); // SIGINT
    this.#setAlarm(GRACE, () => this.#restart());
  }

  #restart() {
    this.#endWorker(this.#stopped(true));
    this.#launch();
  }

  /** @param {number} seconds */
  #timedOut(seconds) {
    const message = fill(this.texts.timeout, { seconds });
    this.#endWorker(new PythonError("timeout", { message }, true));
    this.#launch();
  }

  /** @param {string} why */
  #crash(why) {
    if (this.status.state !== "ready") return this.#failWith("reason_start", why);
    if (this.#active?.stopping) return this.#restart();
    const message = fill(this.texts.crashed, { reason: why });
    this.#endWorker(new PythonError("crashed", { message }, true));
    this.#launch();
  }

  /** @param {"reason_network" | "reason_start"} text @param {string} [why] */
  #failWith(text, why = "") {
    this.#fail(fill(this.texts[text], { reason: why }));
  }

  /** @param {string} message */
  #fail(message) {
    this.#update({ state: "failed", message });
    this.#endWorker(new PythonError("boot", { message }));
  }

  /** End the worker and settle all that waits. @param {PythonError} error */
  #endWorker(error) {
    this.#clearAlarm();
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...(this.#active ? [this.#active] : []), ...this.#queue];
    this.#active = null;
    this.#queue = [];
    if (this.#interrupt) Atomics.store(this.#interrupt, 0, 0);
    for (const request of waiting) request.reject(error);
    if (error.lost) this.lost.emit();
  }

  /** @param {boolean} lost */
  #stopped(lost) {
    const message = lost ? this.texts.lost : this.texts.stopped;
    return new PythonError("stopped", { message }, lost);
  }

  /** @param {Partial<Status>} changes */
  #update(changes) {
    this.status = { ...this.status, ...changes };
    this.changed.emit(this.status);
  }

  /** @param {number} delay @param {() => void} ring */
  #setAlarm(delay, ring) {
    this.#clearAlarm();
    this.#alarm = window.setTimeout(ring, delay);
  }

  #clearAlarm() {
    clearTimeout(this.#alarm);
  }
}
