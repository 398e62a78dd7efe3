import { strings } from "../generated/strings.js";
import { find, make } from "../../kit/dom.js";
import { showDrawing } from "../../kit/drawing.js";
import { fill, share } from "../../kit/text.js";

/** @typedef {import("../state/runs.js").Run} Run */

const texts = strings.train;
const KINDS = /** @type {const} */ (["train", "validation"]);
const MEASURES = /** @type {const} */ (["loss", "accuracy"]);
const NO_NUMBER = 1e9; // as course.project.trainer keeps a loss that is none

/** The curves of runs, with a legend that is read with the slider, the arrow keys, or the pointer. */
export class Charts {
  /** @type {Run[]} */
  #runs = [];
  /** @type {number[]} images after which something was measured */
  #places = [0];

  /** @param {HTMLElement} element the figure */
  constructor(element) {
    this.element = element;
    this.curves = find(element, "[data-curves]");
    this.slider = /** @type {HTMLInputElement} */ (find(element, "[data-read]"));
    const read = () => this.#read();
    const point = (/** @type {PointerEvent} */ event) => this.#point(event);
    this.slider.addEventListener("input", read);
    this.curves.addEventListener("pointermove", point);
    this.curves.addEventListener("pointerdown", point);
  }

  /** @param {Run[]} runs as the drawing has them @param {string} svg */
  show(runs, svg) {
    const { slider } = this;
    const last = slider.value === slider.max;
    const place = this.#places[Number(slider.value)] ?? 0;
    const every = runs.flatMap((run) => KINDS.flatMap((kind) => run[kind].images));
    this.#runs = runs;
    this.#places = [...new Set([0, ...every])].sort((a, b) => a - b);
    showDrawing(this.curves, svg);
    slider.max = String(this.#places.length - 1);
    slider.value = last ? slider.max : String(nearest(this.#places, place));
    this.#read();
  }

  /** @param {PointerEvent} event */
  #point({ target, clientX }) {
    const svg = target instanceof Element ? target.closest("svg") : null;
    const plane = svg?.querySelector(".plane")?.getBoundingClientRect();
    const far = Number(svg?.querySelector(".run-cursor")?.getAttribute("data-far"));
    if (!plane || !far) return;
    this.slider.value = String(nearest(this.#places, ((clientX - plane.left) / plane.width) * far));
    this.#read();
  }

  /** Say what the curves are where the slider is. */
  #read() {
    const images = this.#places[Number(this.slider.value)];
    const at = fill(texts.read_at, { images: images.toLocaleString("en") });
    for (const line of this.curves.querySelectorAll(".run-cursor")) {
      const plane = line.parentElement?.querySelector(".plane");
      const [left, wide] = ["x", "width"].map((name) => Number(plane?.getAttribute(name)));
      const x = left + (wide * images) / Number(line.getAttribute("data-far"));
      for (const end of ["x1", "x2"]) line.setAttribute(end, x.toFixed(1));
    }
    const rows = this.#runs.map((run) => ({ run, values: valuesAt(run, images) }));
    find(this.element, "[data-read-at]").textContent = at;
    find(this.element, "[data-legend]").replaceChildren(...rows.map(legendRow));
    const said = rows.map(({ run, values: [, loss, , accuracy] }) =>
      fill(texts.read_said, { name: run.name, loss, accuracy }),
    );
    this.slider.setAttribute("aria-valuetext", [at, ...said].join(" "));
  }
}

/** The square of a run's color. @param {Run} run */
export function swatch({ color }) {
  return make("span", `swatch run-color-${color}`);
}

/** @param {{ run: Run, values: string[] }} row */
function legendRow({ run, values }) {
  const row = make("tr");
  const name = make("th");
  name.scope = "row";
  name.append(swatch(run), " ", run.name);
  row.append(name, ...values.map((value) => make("td", "", value)));
  return row;
}

/** @param {number[]} places @param {number} images @returns {number} the position of the nearest */
function nearest(places, images) {
  const distances = places.map((place) => Math.abs(place - images));
  return distances.indexOf(Math.min(...distances));
}

/** Loss and accuracy as they were measured nearest to there. @param {Run} run @param {number} images */
function valuesAt(run, images) {
  const values = (/** @type {"loss" | "accuracy"} */ measure) =>
    KINDS.map((kind) => {
      const at = run[kind].images;
      if (!at.length || images > run.images) return "–";
      const value = run[kind][measure][nearest(at, images)];
      if (measure === "accuracy") return `${share(value)}%`;
      return value >= NO_NUMBER ? texts.no_number : Number(value.toPrecision(4)).toString();
    });
  return MEASURES.flatMap(values);
}
