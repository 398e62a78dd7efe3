import { callAll, find, press, whenIdle } from "../kit/dom.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./editor.js").Editors} editors
 * @property {Pick<import("../python/service.js").Python, "status" | "changed">} python
 * @property {import("../kit/store.js").Store} store
 */

const EDITOR_BY = 1000; // ms after Python's start, on a page that is never idle
const PYTHON_BY = 2500; // ms that the editor waits for Python's start

/**
 * @typedef {object} CodeBoxOptions
 * @property {string} key under which an edit is remembered
 * @property {Record<string, string>} texts the strings of [cell]
 * @property {() => void} onRun Shift+Enter or Ctrl+Enter
 * @property {(note: string) => void} say
 * @property {() => void} [onEdit] the code has changed, by typing or by Reset
 * @property {import("./editor.js").EditorOptions["complete"]} [complete]
 */

/**
 * Code that the learner edits, in a cell or an exercise: [data-code], [data-edited] and the
 * buttons [data-reset] and [data-copy]. Edits are remembered; Reset brings the original back.
 */
export class CodeBox {
  /** @type {import("./editor.js").Editor | null} */
  #editor = null;
  #gone = false;
  /** @type {number | null} the line of an error, which may come before the editor */
  #marked = null;

  /**
   * @param {HTMLElement} element
   * @param {Services} services
   * @param {CodeBoxOptions} options
   */
  constructor(element, services, options) {
    this.element = element;
    this.services = services;
    this.options = options;
    this.source = find(element, "[data-code] pre");
    this.original = (this.source.textContent ?? "").replace(/\n$/, "");
    this.cleanups = [
      this.#openInTime(),
      press(find(element, "[data-reset]"), () => this.#reset()),
      press(find(element, "[data-copy]"), () => this.#copy()),
    ];
    this.#showEdited();
  }

  destroy() {
    this.#gone = true;
    callAll(this.cleanups);
    this.#editor?.destroy();
  }

  /** The code as it stands: edited, remembered or original. */
  get code() {
    return this.#editor?.text() ?? this.services.store.get(this.options.key) ?? this.original;
  }

  /** Mark the line of an error, or none. @param {number | null} line */
  mark(line) {
    this.#marked = line;
    this.#editor?.mark(line);
  }

  /**
   * The editor would take the processor from Python's start, so it comes after that if that is
   * soon, or as soon as the learner turns to the code. Returns the undo.
   */
  #openInTime() {
    const { python } = this.services;
    /** @type {(() => void)[]} */
    const undo = [];
    const open = (/** @type {boolean} */ focus) => {
      callAll(undo.splice(0));
      void this.#open(focus);
    };
    const settled = () => {
      if (python.status.state !== "ready" && python.status.state !== "failed") return;
      callAll(undo.splice(0));
      undo.push(wanted(), whenIdle(() => open(false), EDITOR_BY));
    };
    const wanted = () => {
      const turn = () => open(true);
      const types = ["pointerdown", "focusin"];
      for (const type of types) this.source.addEventListener(type, turn);
      return () => types.forEach((type) => this.source.removeEventListener(type, turn));
    };
    const late = setTimeout(() => open(false), PYTHON_BY);
    undo.push(wanted(), python.changed.on(settled), () => clearTimeout(late));
    settled();
    return () => callAll(undo.splice(0));
  }

  /** @param {boolean} focus the learner waits for it */
  async #open(focus) {
    const { texts, onRun, say, complete } = this.options;
    const editor = await this.services.editors.open(find(this.element, "[data-code]"), {
      text: this.code,
      label: texts.code,
      onChange: () => this.#remember(),
      onRun,
      complete,
      onEscape: () => say(texts.leaving),
    });
    if (this.#gone) return editor.destroy();
    this.#editor = editor;
    this.source.hidden = true;
    if (this.#marked) editor.mark(this.#marked);
    if (focus) editor.focus();
  }

  #remember() {
    const { store } = this.services;
    this.options.onEdit?.();
    if (this.code === this.original) store.remove(this.options.key);
    else store.set(this.options.key, this.code);
    this.#showEdited();
  }

  #showEdited() {
    find(this.element, "[data-edited]").hidden = this.code === this.original;
  }

  #reset() {
    this.#editor?.replace(this.original);
    this.#editor?.mark(null);
    this.services.store.remove(this.options.key);
    this.#showEdited();
    this.options.onEdit?.();
    this.options.say(this.options.texts.reset_done);
  }

  async #copy() {
    const { texts, say } = this.options;
    try {
      await navigator.clipboard.writeText(this.code);
      say(texts.copied);
    } catch {
      say(texts.copy_failed);
    }
  }
}
