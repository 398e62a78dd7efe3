import { strings as shared } from "../kit/generated/strings.js";
import { strings } from "./generated/strings.js";
import { CodeBox } from "../cells/code-box.js";
import { createOutput } from "../cells/output.js";
import { nextHint } from "../exercises/hints.js";
import { callAll, find, make, press, withCode } from "../kit/dom.js";
import { fill } from "../kit/text.js";

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
 */

const texts = { ...shared.cell, ...strings.app };
const GAP = "YOUR TURN"; // so begins what a step's text asks for

/** One of the program's texts, [data-app-step]: its code, what came of it, and its hints. */
export class ProgramStep {
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
    const hint = element.querySelector("[data-hint]");
    if (hint instanceof HTMLElement) this.#offerHelp(hint);
    this.show();
  }

  /** Bring what there is to write into view. */
  show() {
    this.box.show(GAP);
  }

  /** @param {HTMLElement} hint */
  #offerHelp(hint) {
    const list = find(this.element, "[data-hints]");
    const atEnd = () => this.say(shared.exercise.no_more_hints);
    this.cleanups.push(
      press(hint, () => nextHint(list, atEnd)),
      press(find(this.element, "[data-gap]"), () => this.show()),
    );
  }

  /** A run begins. */
  begin() {
    this.clear();
    this.button.textContent = texts.stop;
    this.say(texts.running);
  }

  /** A run has begun, failed or been stopped. @param {string} note */
  settle(note) {
    this.button.textContent = this.label;
    this.say(note);
  }

  /** Say what the step still lacks, or that it works. @param {string | null} lacking @param {string} passed @param {string} next */
  judge(lacking, passed, next) {
    this.feedback.dataset.result = lacking ? "fail" : "pass";
    this.feedback.replaceChildren(withCode(lacking ?? passed, "exercise-message"));
    if (!lacking) {
      const button = make("button", "primary", fill(texts.next, { title: next }));
      button.addEventListener("click", this.options.onNext);
      this.feedback.append(button);
    }
    this.feedback.hidden = false;
  }

  clear() {
    this.output.clear();
    this.box.mark(null);
    this.feedback.hidden = true;
  }

  /** What was said is of other code. */
  #edited() {
    if (this.feedback.hidden && find(this.element, "[data-output]").hidden) return;
    this.clear();
    this.say(texts.edited_since);
  }

  /** @param {string} text */
  say(text) {
    this.note.textContent = text;
  }

  destroy() {
    callAll(this.cleanups);
  }
}
