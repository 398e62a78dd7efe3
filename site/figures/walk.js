import { strings } from "./generated/strings.js";
import { make } from "../kit/dom.js";
import { fill } from "../kit/text.js";

const RING = 9; // its radius, in the drawing's units

/**
 * A place in the drawing that can be read by itself.
 * @typedef {{ said: string, at?: [number, number], link?: string }} Stop
 */

/**
 * A slider that goes through a figure's places, each with a sentence and a mark in the drawing: the
 * points of its curves, or else its parts that belong together.
 */
export class Walk {
  /** @type {Stop[] | null} null until they're asked for, and again when the drawing is another */
  #stops = null;

  /**
   * @param {HTMLElement} form of the figure's controls
   * @param {HTMLElement} drawing
   * @param {() => Promise<Stop[]>} ask what there is to read in the curves
   * @param {(link: string | null) => void} light all parts with this link
   */
  constructor(form, drawing, ask, light) {
    this.drawing = drawing;
    this.ask = ask;
    this.light = light;
    this.field = make("input");
    Object.assign(this.field, { type: "range", min: "0", max: "0", value: "0", disabled: true });
    this.said = make("p");
    this.said.ariaHidden = "true"; // the slider says it
    const label = make("label", "", strings.figure.walk);
    label.append(this.field);
    const seen = make("div", "figure-walk visually-hidden");
    seen.append(label, this.said);
    form.append(seen);
    this.field.addEventListener("focus", () => {
      seen.classList.remove("visually-hidden"); // for good: going, it would move what is pressed next
      void this.#begin();
    });
    this.field.addEventListener("blur", () => this.#leave());
    this.field.addEventListener("input", (event) => {
      event.stopPropagation(); // it's no control of the drawing
      void this.#begin();
    });
  }

  /** There is another drawing. */
  renew() {
    this.#stops = null;
    if (document.activeElement === this.field) void this.#begin();
  }

  async #begin() {
    this.#stops ??= await this.#find();
    this.field.max = String(Math.max(0, this.#stops.length - 1));
    this.#show();
  }

  async #find() {
    const points = await this.ask().catch(() => []); // a Python that was stopped has none
    return points.length ? points : linked(this.drawing);
  }

  #show() {
    const number = Number(this.field.value);
    const stop = this.#stops?.[number];
    this.#leave();
    if (!stop) return;
    const place = fill(strings.figure.walked, {
      number: number + 1,
      count: Number(this.field.max) + 1,
    });
    this.field.setAttribute("aria-valuetext", `${stop.said} ${place}`);
    this.said.textContent = stop.said;
    if (stop.link) this.light(stop.link);
    if (stop.at) this.#ring(stop.at);
  }

  #leave() {
    this.light(null);
    for (const ring of this.drawing.querySelectorAll(".figure-ring")) ring.remove();
  }

  /** @param {[number, number]} place */
  #ring([x, y]) {
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    ring.setAttribute("class", "figure-ring");
    ring.setAttribute("cx", String(x));
    ring.setAttribute("cy", String(y));
    ring.setAttribute("r", String(RING));
    this.drawing.querySelector("svg")?.append(ring);
  }
}

/** What belongs together in a drawing, by the texts in it. @param {HTMLElement} drawing @returns {Stop[]} */
function linked(drawing) {
  /** @type {Map<string, Set<string>>} */
  const texts = new Map();
  for (const part of drawing.querySelectorAll("[data-link]"))
    for (const link of (part.getAttribute("data-link") ?? "").split(" ")) {
      const found = texts.get(link) ?? new Set();
      for (const text of told(part)) found.add(text);
      texts.set(link, found);
    }
  return [...texts]
    .map(([link, found]) => ({ link, said: [...found].join("; ") }))
    .filter(({ said }) => said);
}

/** The texts of a part. @param {Element} part */
function told(part) {
  const leaves = [part, ...part.querySelectorAll("*")].filter((one) => !one.childElementCount);
  return leaves.map((one) => (one.textContent ?? "").trim()).filter(Boolean);
}
