import { EXAMPLES } from "./example-digits.js";
import { find } from "../kit/dom.js";
import { newMood, written } from "./handwriting.js";
import { drawByItself } from "./self-drawing.js";

const SHOW = 500; // ms that an example takes to be drawn
const NEXT = 3; // from one example to the next: all ten come before one comes again

/**
 * Digits that a pad draws by itself: [data-show] has the chosen one drawn, or else the next, and the
 * sliders of [data-own-digit] change how it's written.
 */
export class Examples {
  #next = NEXT;
  #digit = NEXT; // the last
  #mood = newMood();
  #stop = () => {};

  /**
   * @param {HTMLElement} area holds the buttons and the sliders
   * @param {import("./pen.js").PenListener} pen
   * @param {(digit: number) => void} begin what to do before a digit is drawn
   */
  constructor(area, pen, begin) {
    this.pen = pen;
    this.begin = begin;
    this.form = /** @type {HTMLFormElement} */ (find(area, "[data-own-digit] form"));
    for (const field of area.querySelectorAll("[data-show], [data-own-digit] form *"))
      field.removeAttribute("disabled");
    const pressed = (/** @type {Event} */ { target }) => {
      if (target instanceof Element && target.closest("[data-show]")) this.#showNext();
    };
    const changed = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLSelectElement) this.#showNext();
      else this.#draw(0);
    };
    const listeners = /** @type {[HTMLElement, string, EventListener][]} */ ([
      [area, "click", pressed],
      [this.form, "input", changed],
      [this.form, "submit", (/** @type {Event} */ event) => event.preventDefault()],
    ]);
    for (const [target, type, one] of listeners) target.addEventListener(type, one);
    this.unmount = () => {
      this.stop();
      for (const [target, type, one] of listeners) target.removeEventListener(type, one);
    };
  }

  /** Leave an example unfinished. */
  stop() {
    this.#stop();
  }

  #showNext() {
    const chosen = this.#value("digit");
    this.#digit = chosen < 0 ? this.#next : chosen;
    if (chosen < 0) this.#next = (this.#next + NEXT) % EXAMPLES.length;
    this.#mood = newMood();
    this.#draw(matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : SHOW);
  }

  /** @param {number} duration ms */
  #draw(duration) {
    const names = /** @type {const} */ (["size", "across", "down", "slant", "wobble", "pen"]);
    const hand = /** @type {import("./handwriting.js").Hand} */ (
      Object.fromEntries(names.map((name) => [name, this.#value(name)]))
    );
    this.begin(this.#digit);
    this.#stop = drawByItself(written(EXAMPLES[this.#digit], hand, this.#mood), this.pen, duration);
  }

  /** @param {string} name of a field */
  #value(name) {
    const field = this.form.elements.namedItem(name);
    return Number(/** @type {HTMLInputElement | HTMLSelectElement} */ (field).value);
  }
}
