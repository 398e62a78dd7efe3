import { strings as shared } from "../kit/generated/strings.js";
import { strings } from "./generated/strings.js";
import { CodeBox } from "../cells/code-box.js";
import { callAll, find, press } from "../kit/dom.js";
import { saveAs } from "../kit/files.js";
import { createOutput } from "../cells/output.js";
import { finish } from "../progress/done.js";
import { fill, megabytes, reason } from "../kit/text.js";

/**
 * What is used here of what the page has; its Python is a program's, in PyScript.
 * @typedef {object} Services
 * @property {import("../cells/editor.js").Editors} editors
 * @property {import("./folder.js").Folder} folder
 * @property {import("./pyscript.js").PyScript} python
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.app;
const EDIT = "project:app"; // the learner's text, which a file of progress may bring back
const HAS_RUN = "app-has-run"; // the text that the learner has run here, which no file brings
const STARTING = "app-starting"; // stands while the program starts: left behind, it got stuck

/**
 * A program in PyScript, [data-app], with its source: edited, run again, reset, downloaded.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const program = new ProgramBox(element, services);
  return () => callAll(program.cleanups);
}

class ProgramBox {
  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, services) {
    this.element = element;
    this.services = services;
    this.output = createOutput(find(element, "[data-output]"), shared.cell);
    this.note = find(element, "[data-note]");
    this.#bringBack();
    this.box = new CodeBox(element, services, {
      key: EDIT,
      texts: { ...shared.cell, code: texts.code },
      onRun: () => this.runAgain(),
      say: (note) => this.#say(note),
    });
    const { python } = services;
    const leave = () => services.store.remove(STARTING); // a page that got stuck cannot
    addEventListener("pagehide", leave);
    this.cleanups = [
      python.changed.on((status) => this.#showBoot(status)),
      python.news.on((news) => this.#hear(news)),
      press(find(element, "[data-run]"), () => this.runAgain()),
      press(find(element, "[data-download]"), () => this.#download()),
      () => removeEventListener("pagehide", leave),
      () => this.box.destroy(),
    ];
    this.#open();
  }

  /** Start the program, unless there is a reason to wait for the learner. */
  #open() {
    const why = this.#whyNot();
    if (!why) return void this.services.python.start(this.box.code);
    this.services.store.remove(STARTING);
    this.#show("stopped", why);
    find(this.element, "[data-verdict]").textContent = texts.off;
  }

  #whyNot() {
    const { store } = this.services;
    if (new URLSearchParams(location.search).has("safe")) return texts.safe;
    if (store.get(STARTING)) return texts.stuck;
    const { code, original } = this.box;
    return code === original || code === store.get(HAS_RUN) ? "" : texts.unknown;
  }

  /** A new document is the one place where nothing of the last run is left. */
  runAgain() {
    const { store } = this.services;
    const { code } = this.box;
    store.set(HAS_RUN, code);
    store.remove(STARTING);
    history.replaceState({ code }, "", location.pathname); // without ?safe
    location.reload();
  }

  /** Where the browser forbids storage, the history carries the text over the reload. */
  #bringBack() {
    const { store } = this.services;
    const code = history.state?.code;
    if (store.keeps || typeof code !== "string") return;
    for (const key of [EDIT, HAS_RUN]) store.set(key, code);
  }

  /** @param {import("./pyscript.js").News} news */
  #hear({ state, printed, error }) {
    const { store } = this.services;
    if (printed) this.output.print({ stream: "stdout", text: printed });
    if (error) this.#fail(error);
    if (state === "running") store.set(STARTING, "1");
    else if (state) store.remove(STARTING);
    if (state !== "started") return;
    this.#show("started", texts.started);
    if (this.box.code !== this.box.original) finish(store, "app/change");
  }

  /** @param {import("../python/error.js").Details} error */
  #fail(error) {
    const help = error.type === "EndlessLoop" ? texts.endless : null;
    this.output.error({ ...error, help });
    this.box.mark(error.line ?? null);
    this.#show("failed", texts.failed);
  }

  /** @param {import("../python/service.js").Status} status */
  #showBoot({ state, message }) {
    if (state === "failed") this.#show("failed", fill(texts.boot, { reason: message }));
  }

  /** @param {"stopped" | "started" | "failed"} state @param {string} note */
  #show(state, note) {
    this.element.dataset.state = state;
    const place = find(this.element, "[data-app-note]");
    place.textContent = state === "started" ? "" : note;
    if (state === "failed") find(this.element, "[data-verdict]").textContent = texts.off;
    this.#say(state === "started" ? note : "");
  }

  async #download() {
    const { folder } = this.services;
    this.#say(texts.packing);
    try {
      const zip = await folder.zipped(this.box.code);
      saveAs(folder.name, zip, zip.type);
      finish(this.services.store, "app/take");
      this.#say(fill(texts.packed, { file: folder.name, size: megabytes(zip.size) }));
    } catch (error) {
      this.#say(fill(texts.pack_failed, { reason: reason(error) }));
    }
  }

  /** @param {string} text */
  #say(text) {
    this.note.textContent = text;
  }
}
