import { hide, make } from "../kit/dom.js";
import { fill } from "../kit/text.js";
import * as scroller from "../reading/scroller.js";
import { Screen, lengthOf } from "./screen.js";

/** @typedef {import("./screen.js").Run} Run */

const FIRST = 8_000; // characters shown at once ...
const LAST = 2_000; // ... and of the end ...
const MORE = 100_000; // ... and of what lies between, for each "show more"

/**
 * One stretch of printed text: its beginning, a button for what lies between, its end. All text goes
 * in as text, never as markup.
 */
export class Printed {
  #screen = new Screen();
  #room = FIRST;
  /** @type {Run[][]} lines for which there is no room yet */
  #between = [];
  #start = make("pre", "cell-printed");
  #open = make("span"); // the line that is being written
  #more = make("button", "cell-more");
  #end = make("pre", "cell-printed");

  /** @param {HTMLElement} element @param {Record<string, string>} texts the strings of [cell] */
  constructor(element, texts) {
    this.texts = texts;
    this.#more.type = "button";
    this.#more.addEventListener("click", () => this.#showMore());
    this.#start.append(this.#open);
    for (const part of [this.#start, this.#end]) scroller.mount(part, {});
    element.append(this.#start, this.#more, this.#end);
    this.show();
  }

  /** @param {string} stream @param {string} text */
  write(stream, text) {
    this.#screen.write(stream, text);
  }

  /** What the last line says. */
  get question() {
    return this.#screen.line.map((run) => run.text).join("");
  }

  show() {
    for (const line of this.#screen.ended.splice(0)) {
      if (this.#between.length === 0 && this.#room > 0) this.#append(line);
      else this.#between.push(line);
    }
    this.#showEnd(this.#screen.line);
  }

  #showMore() {
    this.#room = MORE;
    const lines = this.#between.splice(0);
    while (lines.length && this.#room > 0) this.#append(/** @type {Run[]} */ (lines.shift()));
    this.#between = lines;
    this.show();
  }

  /** @param {Run[]} line */
  #append(line) {
    this.#room -= lengthOf(line);
    for (const { text, style } of line) {
      const last = this.#open.previousElementSibling;
      if (last?.className === style) last.append(text);
      else this.#open.before(make("span", style, text));
    }
  }

  /** @param {Run[]} open the line that is being written */
  #showEnd(open) {
    const { length } = this.#between;
    let [first, size] = [length, lengthOf(open)];
    while (first > 0 && (size += lengthOf(this.#between[first - 1])) <= LAST) first--;
    const hidden = this.#between.slice(0, first).reduce((sum, line) => sum + lengthOf(line), 0);
    this.#open.replaceChildren(...(length ? [] : spans(open)));
    this.#end.replaceChildren(
      ...(length ? spans([...this.#between.slice(first), open].flat()) : []),
    );
    this.#end.hidden = length === 0;
    if (hidden) this.#more.hidden = false;
    else hide(this.#more, this.#start);
    this.#more.textContent = fill(this.texts.more, { count: hidden.toLocaleString("en") });
  }
}

/** @param {Run[]} line */
function spans(line) {
  return line.map(({ text, style }) => make("span", style, text));
}
