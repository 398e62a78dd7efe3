import { wasCopied } from "../kit/copied.js";
import { callAll, find, make, press } from "../kit/dom.js";
import { fill } from "../kit/text.js";
import { Remedy } from "./remedy.js";
import { inWordsOf } from "./plain.js";
import { keyRow } from "./key-row.js";
import { whenWanted } from "./when-wanted.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./editor.js").Editors} editors
 * @property {Pick<import("../python/service.js").Python, "status" | "changed">} python
 * @property {import("../kit/store.js").Store} store
 */

/**
 * @typedef {object} CodeBoxOptions
 * @property {string} key under which an edit is remembered
 * @property {string} label what the code is called
 * @property {Record<string, string>} texts the strings of [cell]
 * @property {() => void} onRun Shift+Enter or Ctrl+Enter
 * @property {(note: string) => void} say
 * @property {() => void} [onEdit] the code has changed, by typing or by Reset
 * @property {import("./editor.js").EditorOptions["complete"]} [complete]
 */

/**
 * Code that the learner edits, in a cell or an exercise: [data-code], [data-edited], [data-remedy]
 * and the buttons [data-reset] and [data-copy]. Edits are remembered, and followed when another tab
 * makes them; Reset brings the original back.
 */
export class CodeBox {
  /** @type {import("./editor.js").Editor | null} */
  #editor = null;
  #gone = false;
  #following = false; // another tab's edit is being put in
  /** @type {string | null} what another tab's edits have replaced here */
  #replaced = null;
  /** @type {number | null} the line of an error, which may come before the editor */
  #marked = null;
  #shown = 0; // a line that is in view, which may come before the editor, too

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
    this.remedy = new Remedy(find(element, "[data-remedy]"));
    this.keys = make("p", "cell-keys", options.texts.keys);
    this.keys.id = `keys-${options.key}`;
    this.keys.ariaHidden = "true"; // the editor has it as its description
    this.source.after(this.keys);
    this.original = this.#shownCode;
    const follow = () => this.#follow();
    addEventListener("pageshow", follow); // a page that was put away hears nothing
    this.cleanups = [
      whenWanted(this.source, services.python, (focus) => void this.#open(focus)),
      services.store.changed.on((key) => key === options.key && follow()),
      () => removeEventListener("pageshow", follow),
      press(find(element, "[data-reset]"), () => this.#reset()),
      press(find(element, "[data-copy]"), () => this.#copy()),
    ];
    this.#showEdited();
  }

  destroy() {
    this.#gone = true;
    callAll(this.cleanups);
    this.keys.remove();
    this.#editor?.destroy();
  }

  focus() {
    (this.#editor ?? this.source).focus();
  }

  /** The code as it stands: edited, remembered or original. */
  get code() {
    return this.#editor?.text() ?? this.services.store.get(this.options.key) ?? this.original;
  }

  /** Whether the code came with a file, and the learner has neither changed nor run it here. */
  get brought() {
    return this.services.store.isBrought(this.options.key);
  }

  /** The learner runs what stands here, having seen it. */
  vouch() {
    this.services.store.vouch(this.options.key);
    this.#showEdited();
  }

  /** Mark the line of an error, or none. @param {number | null} line */
  mark(line) {
    this.#marked = line;
    this.#editor?.mark(line);
  }

  /** Bring a line into view. @param {number} line from 1 */
  show(line) {
    const { length } = this.code.split("\n");
    this.#shown = Math.min(line, length);
    if (this.#editor) this.#editor.show(this.#shown);
    else this.source.scrollTop = (this.source.scrollHeight * (line - 3)) / length;
  }

  /** Put another text in the code's place; it can be taken back as long as the code is another. @param {string} text @param {string} said */
  exchange(text, said) {
    const { texts, onEdit } = this.options;
    const before = this.code;
    const put = (/** @type {string} */ one) => {
      this.#put(one);
      onEdit?.();
    };
    put(text);
    const differs = () => this.code !== before;
    const back = () => {
      put(before);
      find(this.element, "[data-reset]").focus(); // the button that had the focus is gone
    };
    if (differs()) this.remedy.make(said, texts.undo_reset, back, differs);
  }

  /** @param {boolean} focus the learner waits for it */
  async #open(focus) {
    const { label, onRun, complete } = this.options;
    const editor = await this.services.editors.open(find(this.element, "[data-code]"), {
      text: this.code,
      label,
      keysId: this.keys.id,
      onChange: () => this.#remember(),
      onRun,
      complete,
      onLeaving: (on) => this.#sayLeaving(on),
      onOdd: (inserted) => this.#foundOdd(inserted),
    });
    if (this.#gone) return editor.destroy();
    this.#editor = editor;
    this.source.hidden = true;
    if (this.#shown) this.show(this.#shown);
    if (this.#marked) editor.mark(this.#marked);
    if (focus) editor.focus();
    if (matchMedia("(pointer: coarse)").matches) this.#offerKeys(editor);
  }

  /** Whether Tab leaves the editor now. @param {boolean} on */
  #sayLeaving(on) {
    const { texts, say } = this.options;
    if (on) say(texts.leaving);
    else if (find(this.element, "[data-note]").textContent === texts.leaving) say("");
  }

  /** On a touch screen. @param {import("./editor.js").Editor} editor */
  #offerKeys(editor) {
    const { onRun: run, texts } = this.options;
    const name = find(this.element, ".cell-bar .primary").textContent ?? "";
    this.cleanups.push(keyRow(find(this.element, "[data-code]"), editor, { run, texts, name }));
  }

  #remember() {
    this.remedy.check();
    this.options.onEdit?.();
    if (this.#following) return; // it is the other tab's to remember: it may be further by now
    const { store } = this.services;
    this.#replaced = null;
    if (this.code === this.original) store.remove(this.options.key);
    else store.set(this.options.key, this.code);
  }

  /** Show what is remembered: another tab may have changed it, and the newest edit counts. */
  #follow() {
    const { texts } = this.options;
    const editor = this.#editor;
    const text = this.services.store.get(this.options.key) ?? this.original;
    if (editor && editor.text() !== text) {
      const before = (this.#replaced ??= editor.text());
      this.#following = true;
      editor.replace(text);
      this.#following = false;
      const back = () => {
        editor.replace(before);
        editor.focus();
      };
      const differs = () => editor.text() !== before;
      this.remedy.make(texts.elsewhere, texts.bring_back, back, differs);
    }
    this.#showEdited();
  }

  /** Write it as Python does if it comes from our pages, or else offer that. @param {string} inserted */
  #foundOdd(inserted) {
    const { texts, say } = this.options;
    const editor = this.#editor;
    if (!editor) return;
    const characters = inWordsOf(editor.odd(), texts);
    const replace = () => {
      editor.makePlain();
      editor.focus();
      say(fill(texts.made_plain, { characters }));
    };
    if (wasCopied(this.services.store, inserted)) return replace();
    const odd = () => editor.odd().length > 0;
    this.remedy.make(fill(texts.odd, { characters }), texts.make_plain, replace, odd);
  }

  #showEdited() {
    const { texts } = this.options;
    const label = find(this.element, "[data-edited]");
    label.hidden = this.code === this.original;
    label.textContent = this.brought ? texts.brought : texts.edited;
    if (!this.#editor && this.code !== this.#shownCode) {
      find(this.source, "code").textContent = this.code; // on paper, too
    }
  }

  /** What stands here before the editor comes. */
  get #shownCode() {
    return (this.source.textContent ?? "").replace(/\n$/, "");
  }

  #reset() {
    const { key, texts, say } = this.options;
    const same = this.code === this.original;
    this.#editor?.mark(null);
    this.exchange(this.original, texts.reset_done);
    this.services.store.remove(key);
    say(same ? texts.reset_done : "");
  }

  /** @param {string} text */
  #put(text) {
    if (this.#editor) return this.#editor.replace(text);
    this.services.store.set(this.options.key, text);
    this.#showEdited();
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
