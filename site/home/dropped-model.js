import { AskedWorker } from "../kit/workers/asked-worker.js";
import { createEmitter } from "../kit/emitter.js";
import { fill, reason } from "../kit/text.js";

/**
 * What course.dropped.Report says of a file.
 * @typedef {object} Report
 * @property {string} reason why it is not run, if it is not
 * @property {number} bytes
 * @property {number} parameters
 * @property {string} producer
 * @property {number} opset
 * @property {Record<string, number>} operators
 * @property {string[]} inputs
 * @property {string[]} outputs
 * @property {string} input
 * @property {number[]} shape
 * @property {string} output
 * @property {string[]} notes
 *
 * @typedef {{ name: string, report: Report }} Opened
 */

const DIGITS = 10;
const RUNTIME_LIMIT = 60_000; // ms for what the site itself loads
const OPEN_LIMIT = 10_000; // ms until a model is ready
const RUN_LIMIT = 3_000; // ms for one image
const LONGEST = 300; // letters of what ONNX Runtime says

/** A model that is not ours, in a worker that is ended when it takes too long or says nonsense. */
export class DroppedModel {
  /** It is another one now, or none. @type {import("../kit/emitter.js").Emitter<void>} */
  changed = createEmitter();
  /** @type {Opened | null} */
  opened = null;
  /** The last one, if it ended by itself. @type {{ name: string, reason: string } | null} */
  ended = null;
  /** @type {Process | null} */
  #process = null;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** @param {Record<string, string>} texts the strings of [home] */
  constructor(texts) {
    this.texts = texts;
  }

  /**
   * Start a model in place of the one before, which stays if this one is refused.
   * @param {string} name
   * @param {ArrayBuffer} model
   * @param {Report} report
   * @param {Float32Array[]} trials images that it must answer
   * @param {() => boolean} wanted whether it still is, when it is ready
   * @returns {Promise<void>} rejects with the reason for refusing it
   */
  async open(name, model, report, trials, wanted) {
    const process = new Process(this.texts);
    try {
      await process.ask(null, RUNTIME_LIMIT);
      const { input, output, shape } = report;
      await process.ask({ model, input, output, shape }, OPEN_LIMIT);
      for (const image of trials) await logitsOf(process, image);
      if (wanted()) this.#replace(process, { name, report });
      else process.end();
    } catch (error) {
      process.end();
      throw error;
    }
  }

  /**
   * Ask it for one image; a model that fails is ended.
   * @param {Float32Array} image 28 x 28 in 0..1
   * @returns {Promise<Float32Array>} ten logits
   */
  run(image) {
    const result = this.#last.then(() => this.#run(image));
    this.#last = result.catch(() => {});
    return result;
  }

  close() {
    this.ended = null;
    this.#replace(null, null);
  }

  /** @param {Float32Array} image */
  async #run(image) {
    const process = this.#process;
    if (!process) throw new Error(this.texts.gone);
    try {
      return await logitsOf(process, image);
    } catch (error) {
      if (process === this.#process) {
        this.ended = { name: this.opened?.name ?? "", reason: reason(error) };
        this.#replace(null, null);
      }
      throw error;
    }
  }

  /** @param {Process | null} process @param {Opened | null} opened */
  #replace(process, opened) {
    this.#process?.end();
    this.#process = process;
    this.opened = opened;
    if (opened) this.ended = null;
    this.changed.emit();
  }
}

/** The worker that runs it, and what it says in a learner's words. */
class Process {
  /** @param {Record<string, string>} texts */
  constructor(texts) {
    this.texts = texts;
    this.worker = new AskedWorker("home/worker/model.js", { crashed: texts.crashed });
  }

  /**
   * @param {object | null} message nothing to wait for the runtime, which comes by itself
   * @param {number} limit ms
   * @returns {Promise<any>}
   */
  async ask(message, limit) {
    const late = fill(this.texts.too_slow, { seconds: limit / 1000 });
    try {
      return await this.worker.ask(message, { limit, late });
    } catch (error) {
      throw new Error(this.#why(reason(error)));
    }
  }

  /** ONNX Runtime's errors begin with their number and with places of its own. @param {string} failed */
  #why(failed) {
    const [, said] = failed.split("ERROR_MESSAGE: ");
    if (/bad_alloc|out of memory/i.test(failed)) return this.texts.too_much;
    if (!said) return failed;
    const there = said.replace(/^\S*\/\S+\s/, "").replace(/^[^()]*\([^()]*\)\s+/, "");
    const plain = there.trim().replace(/\.$/, "");
    return fill(this.texts.broken, { reason: plain.slice(0, LONGEST) });
  }

  end() {
    this.worker.end();
  }
}

/** @param {Process} process @param {Float32Array} image @returns {Promise<Float32Array>} */
async function logitsOf(process, image) {
  const { logits } = await process.ask({ image }, RUN_LIMIT);
  const sound =
    logits instanceof Float32Array && logits.length === DIGITS && logits.every(Number.isFinite);
  if (!sound) throw new Error(process.texts.nonsense);
  return logits;
}
