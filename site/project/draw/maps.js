import { strings } from "../generated/strings.js";
import { withArticle } from "../../pad/article.js";
import { callAll, find, whenIdle } from "../../kit/dom.js";
import { missing, occlude, PATCH, weakest } from "./occlusion.js";
import { drawOpacity, watchTheme } from "../../kit/picture.js";
import { fill, percent, reason } from "../../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../../pad/drawing.js").Drawing} drawing
 * @property {import("../../pad/recogniser.js").Recogniser} recogniser
 */

const texts = strings.draw;
const SIDE = 28;
const SOON = 400; // ms
const BREATH = 40; // ms between two questions on a page that is never idle

/**
 * Inside the full model, [data-draw-maps]: its feature maps, and which ink its answer rests on.
 * All of it once the pen is lifted.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const maps = new Maps(element, services);
  return () => callAll(maps.cleanups);
}

class Maps {
  #turn = 0;
  #cancel = () => {};

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { drawing, recogniser }) {
    this.element = element;
    this.drawing = drawing;
    this.recogniser = recogniser;
    this.cleanups = [
      () => this.#end(),
      drawing.read.on(() => this.#end()),
      drawing.settled.on(() => this.#later()),
      watchTheme(() => this.#later()),
    ];
  }

  #end() {
    this.#turn += 1;
    this.#cancel();
  }

  #later() {
    this.#end();
    const { reading } = this.drawing;
    if (!reading?.lifted) return;
    this.#cancel = whenIdle(() => void this.#show(reading), SOON);
  }

  /** @param {import("../../pad/drawing.js").Drawn} reading */
  async #show({ prediction }) {
    const turn = this.#turn;
    const blank = prediction.state === "blank";
    find(this.element, "[data-shown]").hidden = blank;
    find(this.element, "[data-empty]").hidden = !blank;
    if (blank) return;
    for (const canvas of this.element.querySelectorAll("[data-layer]")) {
      const layer = /** @type {HTMLCanvasElement} */ (canvas);
      drawMaps(layer, prediction.activations[layer.dataset.layer ?? ""]);
    }
    try {
      await this.#occlude(prediction, turn);
    } catch (error) {
      find(this.element, "[data-occlusion-said]").textContent = reason(error);
    }
  }

  /** @param {import("../../pad/recogniser.js").Prediction} prediction @param {number} turn */
  async #occlude({ image, digit }, turn) {
    const ask = async (/** @type {Float32Array} */ images) =>
      (await this.recogniser.classify(images)).probabilities;
    const pause = () => new Promise((go) => whenIdle(() => go(turn === this.#turn), BREATH));
    const found = await occlude(image, ask, /** @type {() => Promise<boolean>} */ (pause));
    const whole = await ask(image); // without the pen's path, like the patches
    if (!found?.length || turn !== this.#turn) return;
    drawOpacity(find(this.element, "[data-occluded-image]"), image, SIDE);
    drawOpacity(find(this.element, "[data-occlusion]"), missing(found, digit), SIDE);
    const { top, left, probabilities } = weakest(found, digit);
    const patch = find(this.element, "[data-patch]");
    for (const [name, value] of Object.entries({ x: left, y: top, width: PATCH, height: PATCH })) {
      patch.setAttribute(name, String(value));
    }
    const then = probabilities.indexOf(Math.max(...probabilities));
    const values = { digit, a_then: withArticle(then), size: PATCH, row: top, column: left };
    const shares = { before: percent(whole[digit]), after: percent(probabilities[digit]) };
    const said = fill(then === digit ? texts.occlusion_same : texts.occlusion_other, {
      ...values,
      ...shares,
    });
    find(this.element, "[data-occlusion-said]").textContent = said;
    find(this.element, "[data-occlusion]").setAttribute("aria-label", said);
    this.element.dataset.occluded = String(digit);
  }
}

/**
 * All maps of a layer side by side, on one scale.
 * @param {HTMLCanvasElement} canvas
 * @param {{ data: Float32Array, dims: readonly number[] }} layer 1, maps, height, width
 */
function drawMaps(canvas, { data, dims: [, maps, height, width] }) {
  const columns = Number(canvas.dataset.columns);
  const [across, down] = [width + 2, height + 2];
  const sheet = new Float32Array(columns * across * Math.ceil(maps / columns) * down);
  let largest = 0;
  for (let map = 0; map < maps; map += 1) {
    const corner = Math.floor(map / columns) * down * columns * across + (map % columns) * across;
    for (let y = 0; y < height; y += 1) {
      const row = data.subarray((map * height + y) * width, (map * height + y + 1) * width);
      sheet.set(row, corner + y * columns * across);
      largest = row.reduce((most, value) => Math.max(most, value), largest);
    }
  }
  drawOpacity(canvas, sheet, columns * across, 255 / (largest || 1));
}
