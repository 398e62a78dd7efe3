import { find } from "../kit/dom.js";
import { listenToPen } from "../pad/pen.js";

const SIZE = 280; // the drawing's width and height, in its own pixels

/**
 * The pad that a program works on. Each run gets a new one, so nothing of the last program is left on
 * it; then the drawing is drawn once more, by the same events as the learner's.
 */
export class ProgramPad {
  /** @type {import("../pad/strokes.js").Point[][]} the drawing */
  #strokes = [];
  #recording = true; // these events are the learner's
  #deafen = () => {};

  /** @param {HTMLElement} place which holds the pad */
  constructor(place) {
    this.place = place;
    this.template = this.element.cloneNode(true);
    this.#listen();
  }

  get element() {
    return find(this.place, "[data-pad]");
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
    const canvas = find(this.element, "canvas[data-draw-pad]");
    const box = canvas.getBoundingClientRect();
    const zoom = box.width / SIZE;
    /** @param {string} type @param {import("../pad/strokes.js").Point} point */
    const send = (type, { x, y }) => {
      if (!goesOn()) return;
      const place = { clientX: box.left + x * zoom, clientY: box.top + y * zoom };
      const more = { bubbles: true, cancelable: true, pointerId: 1, pointerType: "pen" };
      canvas.dispatchEvent(new PointerEvent(`pointer${type}`, { ...place, ...more }));
    };
    this.#recording = false;
    for (const [first, ...rest] of this.#strokes) {
      send("down", first);
      for (const point of rest) send("move", point);
      send("up", rest.at(-1) ?? first);
    }
    this.#recording = true;
  }

  #listen() {
    const { element } = this;
    const clear = find(element, "[data-clear]");
    const forget = () => this.#recording && (this.#strokes = []);
    clear.addEventListener("click", forget);
    const deafen = listenToPen(find(element, "canvas[data-draw-pad]"), SIZE, {
      down: (point) => this.#recording && this.#strokes.push([point]),
      move: (points) => this.#recording && this.#strokes.at(-1)?.push(...points),
      up: () => {},
      cancel: () => this.#recording && this.#strokes.pop(),
    });
    this.#deafen = () => {
      deafen();
      clear.removeEventListener("click", forget);
    };
  }
}
