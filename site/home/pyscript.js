import { Download } from "../kit/download.js";
import { callAll } from "../kit/dom.js";
import { createEmitter } from "../kit/emitter.js";
import { keeps } from "../kit/keep.js";
import { LIBRARY, LIBRARY_FILE, fetchFiles, unpackInto } from "../python/pack.js";
import { reason } from "../kit/text.js";

/**
 * @typedef {import("../python/service.js").Status} Status
 * @typedef {import("../python/error.js").Details} Details
 *
 * What a step still lacks, and the function that it's about.
 * @typedef {{ message: string, part: string }} Lacking
 *
 * What the program's runner, app/run.py, tells. lines: the error's way through the program; ended:
 * the program has run to its end, and been checked.
 * @typedef {{ state?: "ready" | "running" | "started" | "failed" | "stopped", printed?: string,
 *   error?: Details, lines?: number[], lacking?: Lacking | null, ended?: boolean }} News
 *
 * What it's asked to run. step: the number of the step to check, if any; network: the learner's own.
 * @typedef {{ code: string, step: number | null,
 *   network: import("../project/state/network.js").Kept | null }} Asked
 */

const OURS = /^course(?=\/)/; // where the page's own Python looks for our modules ...
const PACKAGES = "lib/python3.14/site-packages"; // ... and where PyScript's does
const START_BY = 90_000; // ms; a slow phone needs a third of it
const REPORTS = ["unhandledrejection", "error"];

/** PyScript in this very document: it starts once, and then runs one program after the other. */
export class PyScript {
  changed = /** @type {import("../kit/emitter.js").Emitter<Status>} */ (createEmitter());
  news = /** @type {import("../kit/emitter.js").Emitter<News>} */ (createEmitter());
  /** @type {Status} */
  status = { state: "off", stage: "starting", loaded: 0, total: 0, message: "" };
  idle = false; // for the editor: there is nobody to ask for names
  #booted = () => {}; // stops looking for a failed start
  /** @type {Promise<void> | null} */
  #start = null;
  /** @type {any} Python's interpreter, once there is one */
  #interpreter = null;
  /** @type {(() => void)[]} each ends a listener of the program's */
  #listeners = [];

  /**
   * @param {string} root the site's root
   * @param {typeof import("../kit/generated/parts.js").parts} parts
   * @param {HTMLElement} element [data-app], which hears the program's news
   */
  constructor(root, parts, element) {
    this.root = root;
    this.parts = parts;
    this.element = element;
    element.addEventListener("program", (event) => {
      this.#hear(JSON.parse(/** @type {CustomEvent} */ (event).detail));
    });
  }

  /** Start Python, once. It settles when Python has started, or failed to. */
  boot() {
    this.#start ??= new Promise((resolve) => {
      this.changed.on(({ state }) => state !== "booting" && resolve());
      this.#update({ state: "booting" });
      this.#watchBoot();
      this.#boot().catch((error) => this.#fail(error));
    });
    return this.#start;
  }

  /** End the program that runs, and run this one. @param {Asked} asked */
  run(asked) {
    callAll(this.#listeners.splice(0));
    this.#tell("run", JSON.stringify(asked));
  }

  /** End the program that runs. */
  stop() {
    callAll(this.#listeners.splice(0));
    this.#tell("stop", "");
  }

  /** A file of the program's, if it's there. @param {string} path @returns {Uint8Array<ArrayBuffer> | null} */
  file(path) {
    const { FS } = this.#interpreter ?? {};
    return FS?.analyzePath(path).exists ? FS.readFile(path) : null;
  }

  /** @param {"run" | "stop"} type @param {string} detail */
  #tell(type, detail) {
    this.element.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** PyScript lets a failed start be known by errors that nobody catches. */
  #watchBoot() {
    const failed = (/** @type {any} */ event) => {
      const error = event.reason ?? event.error;
      if (error) this.#fail(error);
    };
    for (const name of REPORTS) addEventListener(name, failed);
    const late = setTimeout(() => this.#fail("timeout"), START_BY);
    this.#booted = () => {
      for (const name of REPORTS) removeEventListener(name, failed);
      clearTimeout(late);
    };
  }

  async #boot() {
    const { pyscript, app, indexeddb } = this.parts;
    const download = new Download(this.root, () => {});
    // First: a start that is ready before the hook would run without.
    const files = await fetchFiles(download, this.parts);
    this.#supply(/** @type {import("../python/pack.js").Bytes} */ (files.get(LIBRARY)));
    files.delete(LIBRARY);
    const script = document.createElement("script");
    script.type = "py";
    script.src = this.root + app["run.py"].path;
    script.setAttribute("config", this.element.dataset.config ?? "");
    document.head.append(script); // PyScript takes its settings from it as it loads
    if (!(await keeps())) await this.#lend(indexeddb["indexeddb.js"].path);
    const { hooks } = await import(this.root + pyscript["core.js"].path);
    hooks.main.onReady.add((/** @type {any} */ { interpreter }) => {
      const placed = [...files].map(([path, data]) => [path.replace(OURS, PACKAGES), data]);
      unpackInto(interpreter.FS, /** @type {[string, Uint8Array][]} */ (placed), "");
      this.#interpreter = interpreter;
    });
  }

  /** Give PyScript, which doesn't start without a database, one in memory. @param {string} path */
  async #lend(path) {
    const { indexedDB } = await import(this.root + path);
    Object.defineProperty(globalThis, "indexedDB", { value: indexedDB });
  }

  /** Let Pyodide find its library in memory. @param {import("../python/pack.js").Bytes} library */
  #supply(library) {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, options) => {
      if (!String(input).endsWith(LIBRARY_FILE)) return fetch(input, options);
      globalThis.fetch = fetch;
      return new Response(library);
    };
  }

  /** Know where on the page the program listens, so that none of it outlives its run. */
  #watchListeners() {
    const listeners = this.#listeners;
    const { addEventListener: add } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const python = listener && "destroy" in listener; // a proxy of Pyodide's
      if (python) listeners.push(() => this.removeEventListener(type, listener, options));
      return add.call(this, type, listener, options);
    };
  }

  /** @param {News} news */
  #hear(news) {
    if (news.state === "ready") {
      this.#booted();
      this.#watchListeners();
      this.#update({ state: "ready" });
    } else this.news.emit(news);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#booted();
    if (this.status.state === "booting") this.#update({ state: "failed", message: reason(error) });
  }

  /** @param {Partial<Status>} changes */
  #update(changes) {
    this.status = { ...this.status, ...changes };
    this.changed.emit(this.status);
  }
}
