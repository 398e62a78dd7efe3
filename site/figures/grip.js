import { withMinus } from "../kit/text.js";

const FAR = 5; // arrow key steps that one with Shift makes
const STILL = 4; // pixels that a hand may move and still only press
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The figure to which a grip belongs.
 * @typedef {object} Held
 * @property {HTMLElement} drawing
 * @property {HTMLElement} stage which holds the drawing and the grips
 * @property {Grip[]} grips all that it has
 * @property {() => void} moved a grip has another value
 * @property {() => void} picked a grip was pressed, to be sent somewhere, or isn't anymore
 * @property {(wanted: Record<string, string>) => void} touched a control was set in the drawing
 */

/**
 * A point that can be dragged, moved by the arrow keys, Home, and End, or sent: press it, then
 * press where it should go.
 */
export class Grip {
  #from = [0, 0]; // where the pointer came down
  #still = true; // since then

  /** @param {HTMLElement} element @param {Held} figure */
  constructor(element, figure) {
    const { point = "", x, y, xRange = "", yRange = "", step } = element.dataset;
    this.element = element;
    this.figure = figure;
    this.name = point;
    this.start = /** @type {[number, number]} */ ([Number(x), Number(y)]);
    this.value = this.start;
    this.ranges = [xRange, yRange].map((range) => range.split(" ").map(Number));
    this.axis = this.ranges[0][0] === this.ranges[0][1] ? 1 : 0; // which tells where it is
    this.unit = Number(step);
    this.listeners = /** @type {[HTMLElement, string, EventListener][]} */ ([
      [element, "pointerdown", (/** @type {PointerEvent} */ e) => this.#nearest(e).#grab(e)],
      [element, "pointermove", (/** @type {PointerEvent} */ event) => this.#drag(event)],
      [element, "click", (/** @type {MouseEvent} */ event) => this.#pressed(event)],
      [element, "keydown", (/** @type {KeyboardEvent} */ event) => this.#key(event)],
      [figure.stage, "click", (/** @type {MouseEvent} */ event) => this.#sent(event)],
    ]);
    for (const [target, type, listener] of this.listeners)
      target.addEventListener(type, listener, target !== element);
  }

  destroy() {
    for (const [target, type, listener] of this.listeners)
      target.removeEventListener(type, listener, target !== this.element);
  }

  /** Move to a value, as near as the limits and the steps allow. @param {[number, number]} to */
  set(to) {
    const places = Math.max(0, Math.ceil(-Math.log10(this.unit)) + 1);
    const fit = (/** @type {number} */ value, /** @type {number[]} */ [low, high]) => {
      const stepped = Math.round(value / this.unit) * this.unit;
      return Number(Math.min(high, Math.max(low, stepped)).toFixed(places));
    };
    /** @type {[number, number]} */
    const place = [fit(to[0], this.ranges[0]), fit(to[1], this.ranges[1])];
    this.value = place;
    this.element.ariaValueNow = String(this.value[this.axis]);
    this.element.ariaValueText = this.value.map((one) => withMinus(String(one))).join(", ");
  }

  /**
   * Find the handle in the drawing; where that has none, there's nothing to drag. Returns what lays the
   * grip over it: all are found first, since the page is laid out anew for each one found after a move.
   * @returns {() => void}
   */
  find() {
    const handle = this.#handle();
    if (!handle) return () => void this.element.toggleAttribute("hidden", true);
    const box = handle.getBoundingClientRect();
    const stage = this.figure.stage.getBoundingClientRect();
    return () => {
      this.element.hidden = false;
      this.element.style.left = `${box.left + box.width / 2 - stage.left}px`;
      this.element.style.top = `${box.top + box.height / 2 - stage.top}px`;
    };
  }

  #handle() {
    const found = this.figure.drawing.querySelector(`[data-handle="${this.name}"]`);
    return found instanceof SVGGraphicsElement ? found : null;
  }

  get picked() {
    return this.element.hasAttribute("data-picked");
  }

  /** Of grips that overlap, the one that is meant. @param {PointerEvent} event */
  #nearest({ clientX, clientY }) {
    const far = (/** @type {Grip} */ { element }) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
    };
    const shown = this.figure.grips.filter(({ element }) => !element.hidden);
    return shown.sort((one, other) => far(one) - far(other))[0];
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    this.#from = [event.clientX, event.clientY];
    this.#still = true;
    this.element.focus();
    try {
      this.element.setPointerCapture(event.pointerId);
    } catch {
      // A made-up pointer cannot be captured; it still moves the grip while it is over it.
    }
    const [name, value] = (this.#handle()?.dataset.set ?? "").split(" ");
    if (name) this.figure.touched({ [name]: value });
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (!event.buttons) return;
    const [x, y] = this.#from;
    this.#still &&= Math.hypot(event.clientX - x, event.clientY - y) < STILL;
    if (!this.#still) this.#follow(event);
  }

  /** Pressed, not dragged: the next press says where it goes. @param {MouseEvent} event */
  #pressed(event) {
    if (!event.detail || !this.#still) return; // not by a key, and not at a drag's end
    this.#pick(!this.picked);
    event.stopPropagation();
  }

  /** Something in the figure was pressed. @param {MouseEvent} event */
  #sent(event) {
    const { target } = event;
    if (!this.picked || (target instanceof Element && target.closest("[data-point]"))) return;
    event.stopPropagation(); // nothing else is meant
    this.#pick(false);
    this.#follow(event);
  }

  /** @param {boolean} picked */
  #pick(picked) {
    for (const { element } of this.figure.grips) element.removeAttribute("data-picked");
    this.element.toggleAttribute("data-picked", picked);
    this.figure.picked();
  }

  /** Go where the pointer is. @param {MouseEvent} event */
  #follow(event) {
    const handle = this.#handle();
    const matrix = handle?.getScreenCTM();
    if (!handle || !matrix) return;
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const origin = numbers(handle, "data-origin");
    const unit = numbers(handle, "data-unit");
    this.#move([(place.x - origin[0]) / unit[0], (place.y - origin[1]) / unit[1]]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const handle = this.#handle();
    if (!handle || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.#aim(event, numbers(handle, "data-unit")[1]);
    if (!to) return;
    event.preventDefault();
    this.#move(to);
  }

  /**
   * Where a key leads.
   * @param {KeyboardEvent} event
   * @param {number} unit of the vertical axis, above 0 where rows are counted downwards
   * @returns {[number, number] | null}
   */
  #aim({ key, shiftKey }, unit) {
    const [x, y] = this.value;
    const arrow = ARROWS[key];
    if (arrow) {
      const far = (shiftKey ? FAR : 1) * this.unit;
      return [x + arrow[0] * far, y - arrow[1] * far * Math.sign(unit)];
    }
    if (key !== "Home" && key !== "End") return null;
    const end = this.ranges[this.axis][key === "Home" ? 0 : 1];
    return this.axis ? [x, end] : [end, y];
  }

  /** @param {[number, number]} to */
  #move(to) {
    const before = this.value;
    this.set(to);
    if (String(before) !== String(this.value)) this.figure.moved();
  }
}

/** @param {Element} element @param {string} attribute two numbers with a space between */
function numbers(element, attribute) {
  return (element.getAttribute(attribute) ?? "0 1").split(" ").map(Number);
}
