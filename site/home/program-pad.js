import { callAll, find } from "../kit/dom.js";
import { Examples } from "../pad/examples.js";
import { listenToKeys } from "../pad/key-pen.js";
import { listenToPen } from "../pad/pen.js";
import { drawByItself } from "../pad/self-drawing.js";

/** @typedef {import("../pad/strokes.js").Point} Point */

const SIZE = 280; // the drawing's width and height, in its own pixels

/**
 * The pad that a program works on. Each run gets a new one, so nothing of the last program is left on
 * it; then the drawing is drawn once more, by the same events as the learner's.
 */
export class ProgramPad {
  /** @type {Point[][]} the drawing */
  #strokes = [];
  #recording = true; // these events are the learner's
  #deafen = () => {};

  /** @param {HTMLElement} place which holds the pad */
  constructor(place) {
    this.place = place;
    this.template = this.element.cloneNode(true);
    this.examples = new Examples(place, this.#penByEvents(), () => this.#clear.click());
    this.#listen();
  }

  get element() {
    return find(this.place, "[data-pad]");
  }

  get #clear() {
    return find(this.element, "[data-clear]");
  }

  get #network() {
    return /** @type {HTMLSelectElement} */ (find(this.element, "[data-network]"));
  }

  /** A new pad. @param {string | null} own what to call the learner's network; null if there's none */
  renew(own) {
    const { value } = this.#network;
    this.#deafen();
    this.#recording = false;
    this.element.replaceWith(this.template.cloneNode(true));
    const [full, theirs] = this.#network.options;
    if (own) theirs.textContent = own;
    theirs.disabled = !own;
    this.#network.value = own ? value : full.value;
    this.#listen();
  }

  /** Draw the learner's drawing for a program that has run. @param {() => boolean} goesOn */
  replay(goesOn) {
    this.examples.stop();
    this.#recording = false;
    drawByItself(this.#strokes, this.#penByEvents(goesOn), 0);
    this.#recording = true;
  }

  /**
   * A pen that the program hears as it does the learner's, as long as that goes on.
   * @param {() => boolean} [goesOn]
   * @returns {import("../pad/pen.js").PenListener}
   */
  #penByEvents(goesOn = () => true) {
    /** @type {Point} */
    let last;
    /** @param {string} type @param {Point} point */
    const send = (type, point) => {
      if (!goesOn()) return;
      const canvas = find(this.element, "canvas[data-draw-pad]");
      const box = canvas.getBoundingClientRect();
      const zoom = box.width / SIZE;
      const place = { clientX: box.left + point.x * zoom, clientY: box.top + point.y * zoom };
      const more = { bubbles: true, cancelable: true, pointerId: 1, pointerType: "pen" };
      canvas.dispatchEvent(new PointerEvent(`pointer${type}`, { ...place, ...more }));
      last = point;
    };
    return {
      down: (point) => send("down", point),
      move: (points) => points.forEach((point) => send("move", point)),
      up: () => send("up", last),
      cancel: () => {},
    };
  }

  #listen() {
    const { element } = this;
    const clear = this.#clear;
    const canvas = find(element, "canvas[data-draw-pad]");
    const forget = () => this.#recording && (this.#strokes = []);
    clear.addEventListener("click", forget);
    const deafen = listenToPen(canvas, SIZE, {
      down: (point) => this.#recording && this.#strokes.push([point]),
      move: (points) => this.#recording && this.#strokes.at(-1)?.push(...points),
      up: () => {},
      cancel: () => this.#recording && this.#strokes.pop(),
    });
    const keys = find(this.place, "[data-pen-keys]");
    const deafenToKeys = listenToKeys(canvas, SIZE, this.#penByEvents(), keys);
    this.#deafen = () =>
      callAll([deafenToKeys, deafen, () => clear.removeEventListener("click", forget)]);
  }
}
