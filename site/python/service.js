import { createEmitter } from "../kit/emitter.js";
import { PythonError } from "./error.js";
import { PythonProcess } from "./process.js";
import { fill } from "../kit/text.js";

/** @typedef {import("../kit/generated/operations.js").Operations} Operations */

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
 * @property {string} [name] what those who wait for it are told
 * @property {(name: string) => void} [onWait] what it waits for, whenever that changes
 * @property {() => void} [onStart] the worker has it now
 * @property {AbortSignal} [signal] aborting is Stop
 * @property {number} [timeout] seconds
 *
 * @typedef {CallOptions & { id: number, op: string, args: object, stopping: boolean,
 *   resolve(value: any): void, reject(error: PythonError): void }} Request
 */

const WIND_UP = 4000; // ms more for one that has heeded it: finally blocks, a slow machine

/** The page's side of Python: a queue of requests to a worker that may end at any time. */
export class Python {
  changed = /** @type {import("../kit/emitter.js").Emitter<Status>} */ (createEmitter());
  /** All variables are gone: the worker was started again. */
  lost = /** @type {import("../kit/emitter.js").Emitter<void>} */ (createEmitter());
  /** @type {Status} */
  status = { state: "off", stage: "download", loaded: 0, total: 0, message: "" };
  /** @type {Request[]} */
  #queue = [];
  /** @type {Request | null} the one that the worker has */
  #active = null;
  /** @type {Request | null} the last to end of those that take events */
  #listening = null;
  #alarm = 0;
  #count = 0;

  /**
   * @param {string} root the site's root
   * @param {Record<string, string>} texts the strings of [python]
   */
  constructor(root, texts) {
    this.texts = texts;
    this.process = new PythonProcess(root, {
      stage: (stage) => this.#update({ stage }),
      progress: (bytes) => this.#update(bytes),
      ready: () => this.#ready(),
      message: (message) => this.#deliver(message),
      failed: (why, detail) => this.#failed(fill(texts[`reason_${why}`], { reason: detail })),
      crashed: (detail) => this.#crashed(detail),
    });
  }

  /** Whether a request would be answered at once. */
  get idle() {
    return this.status.state === "ready" && !this.#active;
  }

  /** Start Python, or start it again after a failure; otherwise nothing happens. */
  boot() {
    if (this.status.state === "off" || this.status.state === "failed") this.#start();
  }

  /**
   * Ask for one operation of Python; rejects with a PythonError.
   * @template {keyof Operations} Op
   * @param {Op} op
   * @param {Operations[Op]["args"]} args
   * @param {CallOptions} [options]
   * @returns {Promise<Operations[Op]["answer"]>}
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

  /** Start Python again, whatever it is doing: all variables are gone. */
  restart() {
    if (this.status.state === "ready") this.#restart(this.#stopped(true));
  }

  /** Answer the running code, which asked by the event "input". @param {string} text */
  answer(text) {
    this.process.answer(text);
  }

  #start() {
    this.#update({ state: "booting", message: "" });
    this.process.start();
  }

  #ready() {
    this.#update({ state: "ready" });
    this.#pump();
  }

  /** Give the worker the next request; it has one at a time, and the others hear which. */
  #pump() {
    if (this.status.state !== "ready") return;
    const next = this.#active ? undefined : this.#queue.shift();
    if (next) this.#send(next);
    if (!this.#active) return;
    for (const { onWait } of this.#queue) onWait?.(this.#active.name ?? this.texts.task);
  }

  /** @param {Request} request */
  #send(request) {
    this.#active = request;
    const { id, op, args } = request;
    this.process.post(JSON.stringify({ id, op, args }));
    request.onStart?.();
    this.#watch();
  }

  /** End the request that the worker has when its time is over, from now on. */
  #watch() {
    const { timeout, stopping } = this.#active ?? {};
    if (timeout && !stopping) this.#setAlarm(timeout * 1000, () => this.#timedOut(timeout));
  }

  /** @param {any} message one event or answer of the protocol */
  #deliver(message) {
    if (message.event === "progress") this.#watch(); // a download has its own limit
    if (message.event) return this.#tell(message);
    const request = this.#active;
    if (!request || message.id !== request.id) return;
    clearTimeout(this.#alarm);
    this.#active = null;
    this.process.calm();
    if (request.onEvent) this.#listening = request;
    if (request.stopping) request.reject(this.#stopped(false));
    else if (message.error) request.reject(new PythonError("python", message.error));
    else request.resolve(message.done);
    this.#pump();
  }

  /** An event of the request under way, or of the last one that listened: its tasks live on. */
  #tell(/** @type {any} */ message) {
    const known = [this.#active, this.#listening];
    known.find((request) => request?.id === message.id)?.onEvent?.(message);
  }

  /** @param {Request} request */
  #stop(request) {
    if (request !== this.#active) {
      this.#queue = this.#queue.filter((one) => one !== request);
      return request.reject(this.#stopped(false));
    }
    request.stopping = true;
    const restart = () => this.#restart(this.#stopped(true));
    const decide = () => (this.process.heeded ? this.#setAlarm(WIND_UP, restart) : restart());
    this.#setAlarm(this.process.interrupt(request.id), decide);
  }

  /** @param {number} seconds */
  #timedOut(seconds) {
    const message = fill(this.texts.timeout, { seconds });
    this.#restart(new PythonError("timeout", { message }, true));
  }

  /** @param {string} detail */
  #crashed(detail) {
    const deep = /call stack|recursion/i.test(detail);
    const message = fill(this.texts[deep ? "too_deep" : "crashed"], { reason: detail });
    const error = new PythonError("crashed", { message }, true);
    this.#restart(this.#active?.stopping ? this.#stopped(true) : error);
  }

  /** End the worker, settle all that waits, start another. @param {PythonError} error */
  #restart(error) {
    this.process.end();
    this.#settle(error);
    this.lost.emit();
    this.#start();
  }

  /** @param {string} message */
  #failed(message) {
    this.process.end();
    this.#update({ state: "failed", message });
    this.#settle(new PythonError("boot", { message }));
  }

  /** @param {PythonError} error for every request that waits */
  #settle(error) {
    clearTimeout(this.#alarm);
    const waiting = [...(this.#active ? [this.#active] : []), ...this.#queue];
    this.#active = null;
    this.#queue = [];
    for (const request of waiting) request.reject(error);
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
    clearTimeout(this.#alarm);
    this.#alarm = window.setTimeout(ring, delay);
  }
}
