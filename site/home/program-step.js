import { strings as shared } from "../kit/generated/strings.js";
import { strings } from "./generated/strings.js";
import { CodeBox } from "../cells/code-box.js";
import { createOutput } from "../cells/output.js";
import { offerHints } from "../exercises/hints.js";
import { callAll, find, make, press, withCode } from "../kit/dom.js";
import { fill } from "../kit/text.js";
import { CarryOn } from "./carry-on.js";
import { firstPart, placeToLook } from "./program-part.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../cells/editor.js").Editors} editors
 * @property {Pick<import("../python/service.js").Python, "status" | "changed">} python
 * @property {import("../kit/store.js").Store} store
 *
 * @typedef {object} StepOptions
 * @property {string} key under which the learner's text is remembered
 * @property {() => void} onRun
 * @property {() => void} onNext
 * @property {() => string | null} before the learner's own program of the step before, if it works
 *
 * @typedef {import("./program-part.js").About} About
 * @typedef {import("../python/error.js").Details} Details
 * @typedef {import("./pyscript.js").Lacking} Lacking
 */

const texts = { ...shared.cell, ...strings.app };

/** One of the program's texts, [data-app-step]: its code, what came of it, and its hints. */
export class ProgramStep {
  #ran = ""; // the code that the result is of
  /** @type {About} what the result is about */
  #about = {};
  /** @type {number | null} the line of its error */
  #line = null;
  /** @type {{ output: ChildNode[], judged: boolean } | null} the result, while the code is another */
  #away = null;

  /** @param {HTMLElement} element @param {Services} services @param {StepOptions} options */
  constructor(element, services, options) {
    this.element = element;
    this.options = options;
    this.output = createOutput(find(element, "[data-output]"), texts);
    this.feedback = find(element, "[data-feedback]");
    this.note = find(element, "[data-note]");
    this.button = find(element, "[data-run]");
    this.label = this.button.textContent ?? "";
    this.box = new CodeBox(element, services, {
      key: options.key,
      label: fill(texts.code, { title: element.dataset.title ?? "" }),
      texts,
      onRun: options.onRun,
      onEdit: () => this.#edited(),
      say: (note) => this.say(note),
    });
    this.cleanups = [press(this.button, options.onRun), () => this.box.destroy()];
    if (element.querySelector("[data-hint]")) this.#offerHelp();
    this.carry = new CarryOn(element, this.box, options.before);
    this.cleanups.push(() => this.carry.destroy());
    this.show();
  }

  /** Bring what there is to write, or to look at, into view. */
  show() {
    const { code, original } = this.box;
    const line = placeToLook(code, original, this.#about) || firstPart(code, original);
    if (line) this.box.show(line);
  }

  #offerHelp() {
    const atEnd = () => this.say(shared.exercise.no_more_hints);
    const toPart = () => {
      this.show();
      find(this.element, "[data-code]").scrollIntoView({ block: "nearest" });
    };
    this.cleanups.push(
      ...offerHints(this.element, atEnd),
      press(find(this.element, "[data-gap]"), toPart),
    );
  }

  /** A run begins. */
  begin() {
    this.#clear();
    this.#away = null;
    this.#about = {};
    this.#line = null;
    this.#ran = this.box.code;
    this.button.textContent = texts.stop;
    this.say(texts.running);
  }

  /** A run has begun, failed or been stopped. @param {string} note */
  settle(note) {
    this.button.textContent = this.label;
    this.say(note);
  }

  /** Say what the step still lacks, and where. @param {Lacking} lacking */
  lacks({ message, part }) {
    this.#about = { part };
    const sentence = withCode(message, "exercise-message");
    const line = placeToLook(this.#ran, this.box.original, this.#about);
    if (line) sentence.append(" ", make("span", "cell-line", fill(texts.error_line, { line })));
    this.#judge("fail", sentence);
  }

  /** Say that the step works. @param {string} text @param {string} next the title of what's next */
  passes(text, next) {
    const button = make("button", "primary", fill(texts.next, { title: next }));
    button.addEventListener("click", this.options.onNext);
    this.#judge("pass", withCode(text, "exercise-message"), button);
  }

  /** @param {"pass" | "fail"} result @param {HTMLElement[]} shown */
  #judge(result, ...shown) {
    this.feedback.dataset.result = result;
    this.feedback.replaceChildren(...shown);
    this.feedback.hidden = false;
  }

  /** Show an error, and where it was. @param {Details} error @param {number[]} lines its way, the deepest last */
  fail(error, lines) {
    this.output.error(error);
    this.#line = error.line ?? null;
    const way = this.#line && !lines.length ? [this.#line] : lines;
    if (!this.#about.part) this.#about = { lines: way }; // what's lacking may well have led to it
    this.box.mark(this.#line);
  }

  #clear() {
    this.output.clear();
    this.box.mark(null);
    this.feedback.hidden = true;
  }

  /** What was said is of other code: it goes with it, and comes back with it. */
  #edited() {
    this.carry.offer();
    const output = find(this.element, "[data-output]");
    if (this.box.code === this.#ran) {
      if (!this.#away) return;
      output.prepend(...this.#away.output);
      output.hidden = !output.hasChildNodes();
      this.feedback.hidden = !this.#away.judged;
      this.box.mark(this.#line);
      this.#away = null;
      this.say("");
    } else if (!this.#away && !(this.feedback.hidden && output.hidden)) {
      this.#away = { output: [...output.childNodes], judged: !this.feedback.hidden };
      this.#clear();
      this.say(texts.edited_since);
    }
  }

  /** @param {string} text */
  say(text) {
    this.note.textContent = text;
  }

  destroy() {
    callAll(this.cleanups);
  }
}
