import { createEmitter } from "../lib/emitter.js";

/**
 * What the pad found. `ink` and `strokes` are what it saw, `lifted` is false while the pen is down.
 * @typedef {object} Reading
 * @property {import("./recogniser.js").Prediction} prediction the full model's
 * @property {Float32Array} ink
 * @property {import("../lib/strokes.js").Point[][]} strokes
 * @property {number} finished strokes that it covers
 * @property {boolean} lifted
 * @property {Steps} steps
 *
 * The steps from strokes to image that are done; the project's page can switch each off.
 * @typedef {{ smooth: boolean, fit: boolean, centre: boolean }} Steps
 */

/** @type {Steps} */
export const ALL_STEPS = { smooth: true, fit: true, centre: true };

/** The page's drawing: what the pad tells of it, and what others ask of the pad. */
export class Drawing {
  read = /** @type {import("../lib/emitter.js").Emitter<Reading>} */ (createEmitter());
  stepped = /** @type {import("../lib/emitter.js").Emitter<Steps>} */ (createEmitter());
  /** @type {Steps} */
  steps = ALL_STEPS;
  /** @type {Reading | null} the newest */
  reading = null;

  /** @param {Reading | null} reading null where the pad has left the page */
  tell(reading) {
    this.reading = reading;
    if (reading) this.read.emit(reading);
  }

  /** Have the pad read the drawing again, with other steps. @param {Partial<Steps>} steps */
  step(steps) {
    this.steps = { ...this.steps, ...steps };
    this.stepped.emit(this.steps);
  }
}

/** Whether none is switched off. @param {Steps} steps */
export function isWhole({ smooth, fit, centre }) {
  return smooth && fit && centre;
}

/** What preprocess.onnx takes. @param {Steps} steps @returns {import("./recogniser.js").Steps} */
export function graphSteps({ fit, centre }) {
  return { fit: fit ? 1 : 0, centre: centre ? 1 : 0 };
}
