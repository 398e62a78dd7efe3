import { createEmitter } from "../kit/emitter.js";

/**
 * What the pad found. `ink` and `strokes` are what it saw, `lifted` is false while the pen is down.
 * @typedef {object} Drawn
 * @property {import("./recogniser.js").Prediction} prediction the full model's
 * @property {Float32Array} ink
 * @property {import("./strokes.js").Point[][]} strokes
 * @property {number} finished strokes that it covers
 * @property {boolean} lifted
 * @property {Preparation} steps
 *
 * The steps from strokes to image that are done; the project's page can switch each off.
 * @typedef {{ smooth: boolean, fit: boolean, centre: boolean }} Preparation
 */

/** @type {Preparation} */
export const ALL_STEPS = { smooth: true, fit: true, centre: true };

/** The page's drawing: what the pad tells of it, and what others ask of the pad. */
export class Drawing {
  read = /** @type {import("../kit/emitter.js").Emitter<Drawn>} */ (createEmitter());
  /** Every model has answered: now what takes longer may come, such as pictures. */
  settled = /** @type {import("../kit/emitter.js").Emitter<Drawn>} */ (createEmitter());
  stepped = /** @type {import("../kit/emitter.js").Emitter<Preparation>} */ (createEmitter());
  /** @type {Preparation} */
  steps = ALL_STEPS;
  /** @type {Drawn | null} the newest */
  reading = null;
  /** @type {Drawn | null} */
  #settled = null;

  /** @param {Drawn | null} reading null where the pad has left the page */
  tell(reading) {
    this.reading = reading;
    if (reading) this.read.emit(reading);
  }

  /** No model's answer to this reading is to come any more. @param {Drawn | null} reading */
  settle(reading) {
    if (!reading || reading !== this.reading || reading === this.#settled) return;
    this.#settled = reading;
    this.settled.emit(reading);
  }

  /** Have the pad read the drawing again, with other steps. @param {Partial<Preparation>} steps */
  step(steps) {
    this.steps = { ...this.steps, ...steps };
    this.stepped.emit(this.steps);
  }
}

/** Whether none is switched off. @param {Preparation} steps */
export function isWhole({ smooth, fit, centre }) {
  return smooth && fit && centre;
}

/** What preprocess.onnx takes. @param {Preparation} steps @returns {import("./recogniser.js").Fitting} */
export function graphSteps({ fit, centre }) {
  return { fit: fit ? 1 : 0, centre: centre ? 1 : 0 };
}

/**
 * The strokes by which the pen's path counts: none where a step is off, whose effect on the picture shows then.
 * @param {import("./strokes.js").Point[][]} strokes
 * @param {Preparation} steps
 */
export function pathOf(strokes, steps) {
  return isWhole(steps) ? strokes : [];
}
