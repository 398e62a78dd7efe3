import { createEmitter } from "../kit/emitter.js";
import { GraphsApart } from "./graphs-apart.js";
import { INK_SIZE } from "./strokes.js";
import { reason } from "../kit/text.js";
import { strings } from "../kit/generated/strings.js";

/**
 * @typedef {object} RecogniserStatus
 * @property {"off" | "loading" | "ready" | "failed"} state
 * @property {number} loaded
 * @property {number} total
 * @property {string} message why it failed
 *
 * @typedef {import("../kit/workers/onnx-runtime.js").Value} Value
 * @typedef {import("../kit/workers/onnx-runtime.js").Values} Values
 *
 * @typedef {"blank" | "digit" | "unsure" | "not-a-digit"} PredictionState
 * @typedef {{ fit?: 0 | 1, centre?: 0 | 1 }} Fitting what preprocess.onnx does unless it is 0
 *
 * What the readout makes of a network's logits.
 * @typedef {object} Reading
 * @property {number[]} probabilities ten
 * @property {PredictionState} state
 * @property {string} reason what it is, if it is no digit: one of the card's `reasons`; "" where the
 *   model judges the digits alone
 * @property {number} digit the likeliest
 * @property {number} confidence its probability
 *
 * What the graphs say of a drawing. Coordinates are in ink pixels.
 * @typedef {object} Seen
 * @property {Float32Array} image 28 x 28, what the network sees
 * @property {number[]} box top, left, bottom, right
 * @property {number[]} mass y, x
 * @property {Values} activations every output
 *
 * @typedef {Reading & Seen} Prediction
 */

const SURE = 100; // a score that leaves nothing to the others

/** The four graphs, which ONNX Runtime runs in a worker; see "The recogniser" in the models' card. */
export class Recogniser {
  changed = /** @type {import("../kit/emitter.js").Emitter<RecogniserStatus>} */ (createEmitter());
  /** @type {RecogniserStatus} */
  status = { state: "off", loaded: 0, total: 0, message: "" };
  /** @type {import("./graphs.js").Graphs | GraphsApart | null} */
  #graphs = null;
  /** @type {PredictionState[]} */
  #states = [];
  /** @type {string[]} */
  #reasons = [];
  #confident = 0; // the least confidence with which a digit is told
  #judges = false; // whether the network says of what kind a drawing is
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** Load it, or try again after a failure; otherwise nothing happens. */
  async load() {
    if (this.status.state === "loading" || this.status.state === "ready") return;
    this.#update({ state: "loading", loaded: 0, message: "" });
    try {
      await this.#load();
      this.#update({ state: "ready" });
    } catch (error) {
      this.#update({ state: "failed", message: reason(error) });
    }
  }

  async #load() {
    this.#graphs?.end();
    const closed = origin === "null"; // a sandboxed frame: no worker starts there
    const onBytes = (/** @type {import("../kit/download.js").Bytes} */ bytes) =>
      this.#update(bytes);
    this.#graphs = closed
      ? new (await import("./graphs.js")).Graphs(onBytes)
      : new GraphsApart(onBytes, strings.download);
    const { card, judges } = await this.#graphs.load();
    this.#states = card.states;
    this.#reasons = card.reasons;
    this.#confident = card.rules.confident;
    this.#judges = judges;
  }

  /**
   * @param {string[]} graphs as Graphs.run takes them
   * @param {Values} values
   * @returns {Promise<Values>} these, and what the graphs made
   */
  async #run(graphs, values) {
    if (!this.#graphs) throw new Error("the recogniser isn't loaded");
    try {
      return { ...values, ...(await this.#graphs.run(graphs, values)) };
    } catch (error) {
      if (this.#graphs.ended) this.#update({ state: "failed", message: reason(error) });
      throw error;
    }
  }

  /**
   * Recognise a drawing.
   * @param {Float32Array} ink INK_SIZE x INK_SIZE in 0..1
   * @param {Fitting} [steps]
   * @param {import("./strokes.js").Point[][]} [strokes] how the pen drew it, where that counts too
   * @returns {Promise<Prediction>}
   */
  recognise(ink, steps = {}, strokes = []) {
    return this.#inTurn(async () => {
      const values = { ...this.#inks(ink, INK_SIZE, steps), ...this.#pen(strokes) };
      const path = strokes.length > 0 ? ["path"] : [];
      const graphs = ["preprocess", "digits", ...path, "readout"];
      return this.#prediction(await this.#run(graphs, values));
    });
  }

  /**
   * What comes before the network alone: a square drawing as 28 x 28, its box and its mass.
   * @param {Float32Array} ink in 0..1
   * @param {number} size the drawing's width and height
   * @param {Fitting} [steps]
   * @returns {Promise<{ image: Float32Array, box: number[], mass: number[] }>}
   */
  prepare(ink, size, steps = {}) {
    return this.#inTurn(async () => {
      const { image, box, mass } = await this.#run(["preprocess"], this.#inks(ink, size, steps));
      return { image: image.data, box: Array.from(box.data), mass: Array.from(mass.data) };
    });
  }

  /**
   * What the readout says of another network's logits for a drawing.
   * @param {ArrayLike<number>} logits ten
   * @param {Prediction} prediction the full model's for the same drawing
   * @returns {Promise<Prediction>}
   */
  readOut(logits, prediction) {
    return this.#inTurn(async () => {
      const { image, box, kinds } = prediction.activations;
      const scores = tensor(Float32Array.from(logits), [1, logits.length]);
      const values = { image, box, kinds, logits: scores, ...this.#alone(1) };
      const read = await this.#run(["readout"], values);
      return this.#knowingDigitsAlone(this.#prediction({ ...prediction.activations, ...read }));
    });
  }

  /**
   * The same for a ready image.
   * @param {Float32Array} logits ten
   * @param {Float32Array} image 28 x 28 in 0..1
   * @returns {Promise<Reading>}
   */
  readOutImage(logits, image) {
    return this.#inTurn(async () => {
      const values = await this.#run(["digits"], this.#images(image, 1));
      const scores = tensor(Float32Array.from(logits), [1, logits.length]);
      const read = await this.#run(["readout"], { ...values, logits: scores });
      return this.#knowingDigitsAlone(this.#reading(read));
    });
  }

  /**
   * Another network's answer. It knows digits alone, so it can be unsure which, but refuses nothing:
   * that is the full model's to judge.
   * @template {Reading} T
   * @param {T} reading
   * @returns {T}
   */
  #knowingDigitsAlone(reading) {
    if (reading.state === "blank") return reading;
    return {
      ...reading,
      state: reading.confidence < this.#confident ? "unsure" : "digit",
      reason: "",
    };
  }

  /**
   * What the network and the readout say of ready images, as for the test set.
   * @param {Float32Array} images n x 28 x 28 in 0..1
   * @returns {Promise<{ probabilities: Float32Array, states: PredictionState[] }>}
   */
  classify(images) {
    return this.#inTurn(async () => {
      const values = this.#images(images, images.length / 784);
      const { probabilities, state } = await this.#run(["digits", "readout"], values);
      const states = Array.from(state.data, (code) => this.#states[Number(code)]);
      return { probabilities: probabilities.data, states };
    });
  }

  /**
   * One at a time: a session refuses a second run meanwhile.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(work) {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }

  /** @param {Float32Array} ink @param {number} size @param {Fitting} steps */
  #inks(ink, size, { fit = 1, centre = 1 }) {
    return {
      ink: tensor(ink, [size, size]),
      fit: tensor(Float32Array.of(fit), []),
      centre: tensor(Float32Array.of(centre), []),
      ...this.#kinds(1),
    };
  }

  /** @param {Float32Array} images @param {number} count @returns {Values} */
  #images(images, count) {
    const box = tensor(new Float32Array(4), [4]); // none: there is no pad
    const image = tensor(images, [count, 1, 28, 28]);
    return { image, box, ...this.#kinds(count), ...this.#alone(count) };
  }

  /** The points of all strokes one after the other; without any, the picture counts alone. @param {import("./strokes.js").Point[][]} strokes */
  #pen(strokes) {
    if (strokes.length === 0) return this.#alone(1);
    const points = Float32Array.from(strokes.flat().flatMap(({ x, y }) => [x, y]));
    const down = strokes.flatMap((stroke) => stroke.map((_, i) => (i < stroke.length - 1 ? 1 : 0)));
    return {
      points: tensor(points, [1, down.length, 2]),
      down: tensor(Float32Array.from(down), [1, down.length]),
    };
  }

  /** What the readout takes where no path is known. @param {number} count @returns {Values} */
  #alone(count) {
    return { path: tensor(new Float32Array(10 * count), [count, 10]) };
  }

  /** Digits for sure: what the readout goes by, unless the network judges that itself. @param {number} count */
  #kinds(count) {
    const one = this.#reasons.map((_, kind) => (kind === 0 ? SURE : 0));
    const all = Array.from({ length: count }, () => one).flat();
    return { kinds: tensor(Float32Array.from(all), [count, one.length]) };
  }

  /** @param {Values} values @returns {Prediction} */
  #prediction(values) {
    return {
      image: values.image.data,
      box: Array.from(values.box.data),
      mass: Array.from(values.mass.data),
      ...this.#reading(values),
      activations: values,
    };
  }

  /** @param {Values} values what readout.onnx gives for one image @returns {Reading} */
  #reading(values) {
    const probabilities = /** @type {number[]} */ (Array.from(values.probabilities.data));
    const confidence = Math.max(...probabilities);
    const state = this.#states[Number(values.state.data[0])];
    const judged = this.#judges || state === "not-a-digit"; // a mere spot is one for every network
    return {
      probabilities,
      state,
      reason: judged ? this.#reasons[Number(values.reason.data[0])] : "",
      digit: probabilities.indexOf(confidence),
      confidence,
    };
  }

  /** @param {Partial<RecogniserStatus>} changes */
  #update(changes) {
    this.status = { ...this.status, ...changes };
    this.changed.emit(this.status);
  }
}

/** @param {Float32Array} data @param {number[]} dims @returns {Value} */
function tensor(data, dims) {
  return { data: /** @type {Float32Array<ArrayBuffer>} */ (data), dims };
}
