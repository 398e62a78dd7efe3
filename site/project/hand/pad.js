import { Examples } from "../../pad/examples.js";
import { callAll, find } from "../../kit/dom.js";
import { listenToKeys } from "../../pad/key-pen.js";
import { listenToPen } from "../../pad/pen.js";
import { drawStrokes, INK_SIZE } from "../../pad/strokes.js";
import { watchTheme } from "../../kit/picture.js";

/** @typedef {import("../../pad/strokes.js").Point} Point */

/** A plain pad: strokes come, and the last or all of them go. */
export class HandPad {
  /** @type {Point[][]} */
  strokes = [];

  /**
   * @param {HTMLElement} area holds the canvas, and what has a digit drawn
   * @param {HTMLCanvasElement} canvas
   * @param {() => void} changed a stroke has ended, or was taken back
   */
  constructor(area, canvas, changed) {
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.changed = changed;
    canvas.width = canvas.height = 2 * INK_SIZE; // fine enough for every screen
    /** @type {import("../../pad/pen.js").PenListener} */
    this.pen = {
      down: (point) => {
        this.strokes.push([]);
        this.pen.move([point]);
      },
      move: (points) => {
        this.strokes.at(-1)?.push(...points);
        this.draw();
      },
      up: changed,
      cancel: () => this.undo(),
    };
    this.examples = new Examples(area, this.pen, () => this.#empty());
    const theirs = { ...this.pen, down: (/** @type {Point} */ point) => this.#take(point) };
    const cleanups = [
      () => this.examples.unmount(),
      listenToKeys(canvas, INK_SIZE, theirs, find(area, "[data-pen-keys]")),
      listenToPen(canvas, INK_SIZE, theirs),
      watchTheme(() => this.draw()),
    ];
    this.unmount = () => callAll(cleanups);
  }

  undo() {
    this.#put(this.strokes.slice(0, -1));
  }

  clear() {
    this.#put([]);
  }

  draw() {
    drawStrokes(this.context, this.strokes, getComputedStyle(this.context.canvas).color);
  }

  /** The learner's pen comes down. @param {Point} point */
  #take(point) {
    this.examples.stop();
    this.pen.down(point);
  }

  /** An example is about to be drawn. */
  #empty() {
    this.examples.stop();
    this.strokes = [];
    this.draw();
  }

  /** @param {Point[][]} strokes */
  #put(strokes) {
    this.examples.stop();
    this.strokes = strokes;
    this.draw();
    this.changed();
  }
}
