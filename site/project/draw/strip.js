import { strings as shared } from "../../pad/generated/strings.js";
import { strings } from "../generated/strings.js";
import { callAll, find, whenIdle } from "../../kit/dom.js";
import { createLatest } from "../../kit/latest.js";
import { drawOpacity, watchTheme } from "../../kit/picture.js";
import { sentence } from "../../pad/prediction-view.js";
import { createInk, INK_SIZE } from "../../pad/strokes.js";
import { fill, reason } from "../../kit/text.js";
import { ALL_STEPS, graphSteps, isWhole } from "../../pad/drawing.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../../pad/drawing.js").Drawing} drawing
 * @property {import("../../pad/recogniser.js").Recogniser} recogniser
 * @property {import("../project.js").Project} project
 */

const texts = /** @type {Record<string, string>} */ (strings.draw);
const SIDE = 28;
const SOON = 150; // ms after which the pictures come even to a page that is never idle

/**
 * From strokes to input, [data-draw-strip]: a picture of every step, with a switch.
 * @type {import("../../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const strip = new Strip(element, services);
  return () => callAll(strip.cleanups);
}

class Strip {
  inkOf = createInk();

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { drawing, recogniser, project }) {
    this.element = element;
    this.drawing = drawing;
    this.recogniser = recogniser;
    this.project = project;
    const newest = createLatest(
      () => this.#show().catch((error) => this.#tell("input", reason(error))),
      (run) => whenIdle(run, SOON),
    );
    const switched = () => drawing.step(this.#steps());
    element.addEventListener("change", switched);
    this.cleanups = [
      newest.stop,
      () => element.removeEventListener("change", switched),
      drawing.settled.on(newest.ask),
      watchTheme(newest.ask),
      () => drawing.step(ALL_STEPS),
    ];
    for (const box of this.#boxes()) box.disabled = false;
    drawing.step(this.#steps()); // a browser may have kept a switch over a reload
  }

  #boxes() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (
      this.element.querySelectorAll("[data-step]")
    );
  }

  #steps() {
    return Object.fromEntries([...this.#boxes()].map((box) => [box.dataset.step, box.checked]));
  }

  async #show() {
    const { reading } = this.drawing;
    if (!reading) return;
    const { prediction, ink, steps } = reading;
    const { fit } = graphSteps(steps);
    const fitted = steps.centre
      ? await this.recogniser.prepare(ink, INK_SIZE, { fit, centre: 0 })
      : prediction;
    const before = await this.recogniser.prepare(fitted.image, SIDE);
    const after = await this.recogniser.prepare(prediction.image, SIDE);
    this.element.dataset.ink = prediction.state === "blank" ? "no" : "yes";
    this.#strokes(reading);
    this.#picture("fit", fitted.image, SIDE, steps.fit ? texts.fit_on : texts.fit_off);
    const places = { from: place(before.mass), to: place(after.mass) };
    this.#picture(
      "centre",
      fitted.image,
      SIDE,
      fill(steps.centre ? texts.centre_on : texts.centre_off, places),
    );
    this.#mark("[data-mass]", before.mass);
    this.#mark("[data-goal]", after.mass);
    this.#picture("input", prediction.image, SIDE, texts.input_told);
    if (reading.lifted) await this.#compare(reading);
  }

  /** The ink, and what its box cuts out. @param {import("../../pad/drawing.js").Drawn} reading */
  #strokes({ prediction, ink, strokes, steps }) {
    const [top, left, bottom, right] = prediction.box;
    const [width, height] = [right - left, bottom - top];
    const values = { strokes: strokes.length, points: strokes.flat().length };
    this.#picture(
      "strokes",
      ink,
      INK_SIZE,
      fill(steps.smooth ? texts.smooth_on : texts.smooth_off, values),
    );
    const box = find(this.element, "[data-box]");
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
      box.setAttribute(name, String(value));
    }
    const crop = this.#canvas("crop");
    Object.assign(crop, { width, height });
    crop.getContext("2d")?.drawImage(this.#canvas("strokes"), -left, -top);
    this.#tell("crop", fill(texts.crop_told, { top, left, bottom, right }));
  }

  /**
   * What the switches change, beside the same drawing with none of them off.
   * @param {import("../../pad/drawing.js").Drawn} reading
   */
  async #compare({ prediction: now, strokes, steps }) {
    const note = find(this.element, "[data-compare]");
    if (isWhole(steps) || now.state === "blank") return void (note.textContent = "");
    const whole = await this.recogniser.recognise(this.inkOf(strokes), {}, strokes);
    const broken = whole.state === "digit" && (now.state !== "digit" || now.digit !== whole.digit);
    this.element.dataset.broken = String(broken);
    const values = { whole: sentence(whole, shared.pad), now: sentence(now, shared.pad) };
    note.textContent = fill(texts.compare, values);
    if (broken) this.project.finish("draw/switch");
  }

  /** @param {string} stage @param {Float32Array} values @param {number} width @param {string} told */
  #picture(stage, values, width, told) {
    drawOpacity(this.#canvas(stage), values, width);
    this.#tell(stage, told);
  }

  /** @param {string} stage @param {string} told */
  #tell(stage, told) {
    find(this.element, `[data-told="${stage}"]`).textContent = told;
    this.#canvas(stage).setAttribute("aria-label", `${texts[`stage_${stage}`]}. ${told}`);
  }

  /** @param {string} mark @param {number[]} mass */
  #mark(mark, [y, x]) {
    find(this.element, mark).setAttribute("transform", `translate(${x} ${y})`);
  }

  /** @param {string} stage @returns {HTMLCanvasElement} */
  #canvas(stage) {
    return find(this.element, `[data-stage="${stage}"]`);
  }
}

/** @param {number[]} mass y, x */
function place([y, x]) {
  return fill(texts.place, { row: y.toFixed(1), column: x.toFixed(1) });
}
