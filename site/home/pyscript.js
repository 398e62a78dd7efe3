import { Download } from "../kit/download.js";
import { createEmitter } from "../kit/emitter.js";
import { unpack } from "../python/pack.js";
import { reason } from "../kit/text.js";

/**
 * @typedef {import("../python/service.js").Status} Status
 * @typedef {import("../python/error.js").Details} Details
 *
 * What the program's runner, app/run.py, tells.
 * @typedef {{ state?: "running" | "started" | "failed", printed?: string, error?: Details }} News
 */

const NAME = "main.py";
const START_BY = 90_000; // ms; a slow phone needs a third of it
const REPORTS = ["unhandledrejection", "error"];

/** The learner's program in PyScript, in this very document: it starts once, and ends with it. */
export class PyScript {
  changed = /** @type {import("../kit/emitter.js").Emitter<Status>} */ (createEmitter());
  news = /** @type {import("../kit/emitter.js").Emitter<News>} */ (createEmitter());
  /** @type {Status} */
  status = { state: "off", stage: "starting", loaded: 0, total: 0, message: "" };
  idle = false; // for the editor: there is nobody to ask for names
  #booted = () => {}; // stops looking for a failed start

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

  /** After a failure only the whole page can start anew. */
  boot() {
    if (this.status.state === "failed") location.reload();
  }

  /** Start Python and run the program. @param {string} code */
  async start(code) {
    this.#update({ state: "booting" });
    this.#watchBoot();
    try {
      await this.#boot(code);
    } catch (error) {
      this.#fail(error);
    }
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

  /** @param {string} code */
  async #boot(code) {
    const { pyscript, numpy, app } = this.parts;
    const download = new Download(this.root, () => {});
    const pack = download.pack(numpy["numpy.pack"]);
    const files = await pack; // first: a start that is ready before the hook would run without
    const script = document.createElement("script");
    script.type = "py";
    script.src = this.root + app["run.py"].path;
    script.setAttribute("config", this.element.dataset.config ?? "");
    document.head.append(script); // PyScript takes its settings from it as it loads
    const { hooks } = await import(this.root + pyscript["core.js"].path);
    hooks.main.onReady.add((/** @type {any} */ { interpreter }) => {
      unpack(interpreter.FS, files, "/lib/python3.14/site-packages");
      interpreter.FS.writeFile(NAME, code);
    });
  }

  /** @param {News} news */
  #hear(news) {
    if (news.state === "running") this.#booted();
    else if (news.state) this.#update({ state: "ready" });
    this.news.emit(news);
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
