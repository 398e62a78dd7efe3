import { drawingsIn, forgetDrawing, isDrawing, keepDrawing, MOST, unpacked } from "./drawing.js";
import { bytesOf } from "./images.js";
import { createInk } from "../../pad/strokes.js";

/**
 * @typedef {import("./drawing.js").Drawing} Drawing
 *
 * What the full model says of a drawing, and the image that both networks see.
 * @typedef {{ image: Uint8Array, digit: number, confidence: number,
 *   state: import("../../pad/recogniser.js").PredictionState }} Answer
 *
 * What the learner's network says of drawings.
 * @typedef {{ digits: number[], confidence: number[] }} OwnReadings
 */

/** The learner's drawings, and what the networks read in them. */
export class Drawings {
  /** @type {Map<string, Answer>} by the drawing's strokes */
  #readings = new Map();
  #lastId = 0;
  /** @type {Drawing[] | null} */
  #list = null;
  #told = true; // whether everyone knows
  /** @type {((strokes: import("../../pad/strokes.js").Point[][]) => Float32Array) | null} */
  #inkOf = null;

  /**
   * @param {import("../project.js").Sources} sources
   * @param {import("./network.js").Network} network
   * @param {() => void} tell
   */
  constructor({ store, recogniser }, network, tell) {
    this.store = store;
    this.recogniser = recogniser;
    this.network = network;
    this.tell = tell;
    store.changed.on((key) => isDrawing(key) && this.#refresh());
  }

  /** @returns {Drawing[]} the oldest first */
  get list() {
    this.#list ??= drawingsIn(this.store);
    return this.#list;
  }

  get room() {
    return MOST - this.list.length;
  }

  /**
   * Keep drawings, as many as there is room for; the returned function forgets them again.
   * @param {Omit<Drawing, "id">[]} drawings
   */
  add(drawings) {
    const ids = drawings.slice(0, this.room).map((drawing) => {
      this.#lastId = Math.max(Date.now(), this.#lastId + 1);
      keepDrawing(this.store, { ...drawing, id: String(this.#lastId) });
      return String(this.#lastId);
    });
    return () => ids.forEach((id) => forgetDrawing(this.store, id));
  }

  /** The returned function brings them back. @param {Drawing[]} drawings */
  remove(drawings) {
    for (const { id } of drawings) forgetDrawing(this.store, id);
    return () => drawings.forEach((drawing) => keepDrawing(this.store, drawing));
  }

  /** However many come at once, it is told once. */
  #refresh() {
    this.#list = null;
    if (!this.#told) return;
    this.#told = false;
    queueMicrotask(() => {
      this.#told = true;
      this.tell();
    });
  }

  /** What the full model reads. Rejects where it could not be loaded. @param {number[][]} strokes */
  async reading(strokes) {
    const key = JSON.stringify(strokes);
    const known = this.#readings.get(key);
    if (known) return known;
    await this.#ready();
    this.#inkOf ??= createInk();
    const drawn = unpacked(strokes);
    const { image, digit, confidence, state } = await this.recogniser.recognise(
      this.#inkOf(drawn),
      {},
      drawn,
    );
    const reading = { image: bytesOf(image), digit, confidence, state };
    this.#readings.set(key, reading);
    return reading;
  }

  /** What the full model reads in all drawings of the list. @param {Drawing[]} list */
  async readings(list) {
    /** @type {Answer[]} */
    const found = [];
    for (const { strokes } of list) found.push(await this.reading(strokes));
    return found;
  }

  /**
   * What the learner's network reads; null where there is none.
   * @param {Answer[]} readings
   * @returns {Promise<OwnReadings | null>}
   */
  async own(readings) {
    await this.network.recall();
    if (!this.network.current) return null;
    if (!readings.length) return { digits: [], confidence: [] };
    return this.network.ask("project.read_drawings", { images: encoded(readings) });
  }

  /** Wait until the recogniser is loaded, or has failed. @returns {Promise<void>} */
  #ready() {
    void this.recogniser.load();
    return new Promise((resolve, reject) => {
      const look = () => {
        const { state, message } = this.recogniser.status;
        if (state === "loading" || state === "off") return false;
        if (state === "ready") resolve();
        else reject(new Error(message));
        return true;
      };
      if (look()) return;
      const off = this.recogniser.changed.on(() => look() && off());
    });
  }
}

/** The images of readings, as Python takes them: bytes in base64. @param {Answer[]} readings */
export function encoded(readings) {
  const letters = readings.map(({ image }) => String.fromCharCode(...image));
  return btoa(letters.join(""));
}
