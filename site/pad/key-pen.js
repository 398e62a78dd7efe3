import { strings } from "./generated/strings.js";
import { make } from "../kit/dom.js";
import { fill } from "../kit/text.js";

/** @typedef {import("./strokes.js").Point} Point */

const texts = strings.pad;
const CELLS = 28; // rows and columns in which the pen's place is told: the network's own pixels
const FAR = 5; // cells that an arrow key moves it with Shift
const REST = 250; // ms without a move until the place is told
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];

/**
 * A pen moved by the arrow keys, set down and lifted by Space, told to the same listener as that of
 * a pointer. A ring shows where it is.
 * @param {HTMLElement} canvas
 * @param {number} size the canvas's width and height in the points' own unit
 * @param {import("./pen.js").PenListener} listener
 * @param {HTMLElement} keys tells how it is done
 * @returns {() => void} stops listening
 */
export function listenToKeys(canvas, size, listener, keys) {
  const pen = new KeyPen(canvas, size, listener);
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application"); // so that screen readers leave the arrows to us
  canvas.setAttribute("aria-describedby", keys.id);
  const listeners = /** @type {[string, EventListener][]} */ ([
    ["keydown", (/** @type {KeyboardEvent} */ event) => pen.key(event)],
    ["focus", () => pen.show()],
    ["blur", () => pen.leave()],
    ["pointerdown", () => pen.leave()],
  ]);
  for (const [type, one] of listeners) canvas.addEventListener(type, one);
  return () => {
    for (const [type, one] of listeners) canvas.removeEventListener(type, one);
    pen.leave();
    pen.remove();
  };
}

class KeyPen {
  #cell = [CELLS / 2 - 1, CELLS / 2 - 1]; // column and row, from 0
  #isDown = false;
  #telling = 0;

  /** @param {HTMLElement} canvas @param {number} size @param {import("./pen.js").PenListener} listener */
  constructor(canvas, size, listener) {
    this.canvas = canvas;
    this.size = size;
    this.listener = listener;
    this.ring = make("span", "pen-place");
    this.ring.hidden = true;
    this.told = make("span", "visually-hidden");
    this.told.ariaLive = "polite";
    canvas.after(this.ring, this.told);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const arrow = ARROWS[event.key];
    const other = event.altKey || event.ctrlKey || event.metaKey;
    if (MODIFIERS.includes(event.key)) return;
    if (arrow && !other) this.#move(arrow, event.shiftKey ? FAR : 1);
    else if (event.key === " " && !other) this.#turn();
    else return this.#lift(); // what this key does comes after the stroke
    event.preventDefault();
  }

  show() {
    this.ring.hidden = !this.canvas.matches(":focus-visible");
    if (!this.ring.hidden) this.#place();
  }

  leave() {
    this.#lift();
    this.ring.hidden = true;
  }

  remove() {
    clearTimeout(this.#telling);
    this.ring.remove();
    this.told.remove();
  }

  /** @param {[number, number]} arrow @param {number} far */
  #move(arrow, far) {
    for (let i = 0; i < far; i += 1) {
      this.#cell = this.#cell.map((at, axis) => Math.min(CELLS - 1, Math.max(0, at + arrow[axis])));
      if (this.#isDown) this.listener.move([this.#point()]);
    }
    this.#place();
    this.#tell("", REST);
  }

  #turn() {
    if (this.#isDown) this.#lift();
    else {
      this.listener.down(this.#point()); // which may itself be heard as a pointer's
      this.#isDown = true;
    }
    this.#place();
    this.#tell(this.#isDown ? texts.pen_down : texts.pen_up, 0);
  }

  #lift() {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.ring.toggleAttribute("data-down", false);
    this.listener.up();
  }

  /** @returns {Point} the middle of the cell */
  #point() {
    const [x, y] = this.#cell.map((at) => ((at + 0.5) * this.size) / CELLS);
    return { x, y };
  }

  #place() {
    const { canvas, ring } = this;
    const { x, y } = this.#point();
    ring.hidden = false;
    ring.toggleAttribute("data-down", this.#isDown);
    ring.style.left = `${canvas.offsetLeft + canvas.clientLeft + (x / this.size) * canvas.clientWidth}px`;
    ring.style.top = `${canvas.offsetTop + canvas.clientTop + (y / this.size) * canvas.clientHeight}px`;
  }

  /** Say where the pen is, once it rests. @param {string} first @param {number} wait ms */
  #tell(first, wait) {
    const [column, row] = this.#cell.map((at) => at + 1);
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => {
      this.told.textContent = `${first} ${fill(texts.place, { row, column })}`.trim();
    }, wait);
  }
}
