import { listenToPen } from "../../pad/pen.js";
import { drawStrokes, INK_SIZE } from "../../pad/strokes.js";
import { watchTheme } from "../../kit/picture.js";

/** @typedef {import("../../pad/strokes.js").Point} Point */

/** A plain pad: strokes come, and the last or all of them go. */
export class HandPad {
  /** @type {Point[][]} */
  strokes = [];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {() => void} changed a stroke has ended, or was taken back
   */
  constructor(canvas, changed) {
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.changed = changed;
    canvas.width = canvas.height = 2 * INK_SIZE; // fine enough for every screen
    const go = (/** @type {Point[]} */ points) => {
      this.strokes.at(-1)?.push(...points);
      this.draw();
    };
    const down = (/** @type {Point} */ point) => {
      this.strokes.push([]);
      go([point]);
    };
    const pen = listenToPen(canvas, INK_SIZE, {
      down,
      move: go,
      up: changed,
      cancel: () => this.undo(),
    });
    const theme = watchTheme(() => this.draw());
    this.unmount = () => {
      pen();
      theme();
    };
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

  /** @param {Point[][]} strokes */
  #put(strokes) {
    this.strokes = strokes;
    this.draw();
    this.changed();
  }
}
