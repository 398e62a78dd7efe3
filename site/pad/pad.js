import { strings } from "./generated/strings.js";
import { withArticle } from "./article.js";
import { callAll, find, offer, press } from "../kit/dom.js";
import { Examples } from "./examples.js";
import { listenToKeys } from "./key-pen.js";
import { listenToPen } from "./pen.js";
import { watchTheme } from "../kit/picture.js";
import { createPredictionView } from "./prediction-view.js";
import { createInk, drawStrokes, INK_SIZE } from "./strokes.js";
import { fill, megabytes, reason } from "../kit/text.js";
import { graphSteps, pathOf } from "./drawing.js";

/** @typedef {import("./strokes.js").Point} Point */
/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./drawing.js").Drawing} drawing
 * @property {import("./recogniser.js").Recogniser} recogniser
 */

const texts = strings.pad;

/**
 * The drawing pad: [data-pad] with canvas[data-draw-pad], its buttons and [data-prediction].
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, services) {
  const pad = new Pad(element, services);
  return () => pad.unmount();
}

class Pad {
  /** @type {Point[][]} */
  #strokes = [];
  /** @type {Point[][]} the learner's strokes that were cleared last */
  #cleared = [];
  /** @type {Point[] | null} the stroke under the pen */
  #current = null;
  #frame = 0;
  #recognising = false;
  #stale = false;
  /** @type {number | null} the digit that the pad itself draws or has drawn */
  #shown = null;

  /** @param {HTMLElement} element @param {Services} services */
  constructor(element, { recogniser, drawing }) {
    this.element = element;
    this.recogniser = recogniser;
    this.drawing = drawing;
    this.canvas = /** @type {HTMLCanvasElement} */ (find(element, "canvas[data-draw-pad]"));
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.view = createPredictionView(element, texts);
    this.inkOf = createInk();
    /** @type {import("./pen.js").PenListener} */
    this.pen = {
      down: (point) => this.#begin(point),
      move: (points) => this.#extend(points),
      up: () => this.#end(),
      cancel: () => this.#takeBack(),
    };
    const theirs = { ...this.pen, down: (/** @type {Point} */ point) => this.#take(point) };
    this.examples = new Examples(element, this.pen, (digit) => this.#showExample(digit));
    this.cleanups = [
      () => this.examples.unmount(),
      listenToKeys(this.canvas, INK_SIZE, theirs, find(element, "[data-pen-keys]")),
      listenToPen(this.canvas, INK_SIZE, theirs),
      press(find(element, "[data-undo]"), () => this.undo()),
      press(find(element, "[data-clear]"), () => this.clear()),
      press(find(element, "[data-retry]"), () => recogniser.load()),
      on(element, "keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event))),
      recogniser.changed.on(() => this.#showLoading()),
      drawing.stepped.on(() => this.#changed()),
      watchSize(this.canvas, () => this.#draw()),
      watchTheme(() => this.#recolour()),
    ];
    this.#showLoading();
    this.#offerUndo();
  }

  unmount() {
    callAll(this.cleanups);
    cancelAnimationFrame(this.#frame);
    this.drawing.tell(null);
  }

  /** Take the last stroke back, or else the clearing. */
  undo() {
    this.#leaveExample();
    if (this.#strokes.length > 0) this.#strokes.pop();
    else [this.#strokes, this.#cleared] = [this.#cleared, []];
    this.#current = null;
    this.#changed();
  }

  clear() {
    if (this.#shown === null && this.#strokes.length > 0) this.#cleared = this.#strokes;
    this.#leaveExample();
    this.#strokes = [];
    this.#current = null;
    this.#changed();
  }

  /** An example is about to be drawn. @param {number} digit */
  #showExample(digit) {
    this.clear();
    this.#shown = digit;
  }

  /** The drawing is the learner's again. */
  #leaveExample() {
    this.examples.stop();
    this.#shown = null;
  }

  /** The learner's pen comes down. @param {Point} point */
  #take(point) {
    this.#leaveExample();
    this.#begin(point);
  }

  /** @param {Point} point */
  #begin(point) {
    this.#current = [point];
    this.#strokes.push(this.#current);
    this.#changed();
  }

  /** @param {Point[]} points */
  #extend(points) {
    if (!this.#current) return;
    this.#current.push(...points);
    this.#changed();
  }

  #end() {
    this.#current = null;
    this.#changed();
  }

  /** The stroke under way wasn't meant. */
  #takeBack() {
    this.#strokes = this.#strokes.filter((stroke) => stroke !== this.#current);
    this.#end();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.undo();
  }

  /** Draw with the next frame; recognise at once, behind all points that came with this one. */
  #changed() {
    this.#stale = true;
    this.#offerUndo();
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
    queueMicrotask(() => void this.#recognise());
  }

  #draw() {
    drawStrokes(this.context, this.#strokes, getComputedStyle(this.canvas).color);
  }

  #recolour() {
    this.#draw();
    this.view.drawSeen();
  }

  async #recognise() {
    if (this.recogniser.status.state !== "ready" || this.#recognising || !this.#stale) return;
    const { steps } = this.drawing;
    const lifted = this.#current === null;
    const finished = this.#strokes.length - (lifted ? 0 : 1);
    const strokes = this.#strokes.map((stroke) => [...stroke]);
    const said =
      this.#shown === null ? "" : fill(texts.shown, { a_digit: withArticle(this.#shown) });
    this.#recognising = true;
    this.#stale = false;
    try {
      const ink = this.inkOf(strokes, steps.smooth);
      const prediction = await this.recogniser.recognise(
        ink,
        graphSteps(steps),
        pathOf(strokes, steps),
      );
      this.view.show(prediction, finished, !lifted, said);
      this.drawing.tell({ prediction, ink, strokes, finished, lifted, steps });
    } catch (error) {
      if (this.recogniser.status.state === "ready") {
        this.view.say(fill(texts.broken, { reason: reason(error) }), true);
      } // otherwise #showLoading says why
    }
    this.#recognising = false;
    if (this.#stale) this.#changed();
  }

  #showLoading() {
    const { state, loaded, total, message } = this.recogniser.status;
    this.element.dataset.recogniser = state;
    find(this.element, "[data-retry]").hidden = state !== "failed";
    if (state === "ready") return this.#changed();
    const values = { loaded: megabytes(loaded), total: megabytes(total), reason: message };
    this.view.say(fill(texts[state === "off" ? "waiting" : state], values), state === "failed");
  }

  #offerUndo() {
    offer(find(this.element, "[data-undo]"), this.#strokes.length + this.#cleared.length > 0);
  }
}

/**
 * @param {EventTarget} target
 * @param {string} name
 * @param {(event: Event) => void} listener
 */
function on(target, name, listener) {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}

/**
 * Keep a canvas as fine as the screen, also when it is zoomed, resized, or moved to another one.
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} redraw
 */
function watchSize(canvas, redraw) {
  const fit = () => {
    const { width, height } = canvas.getBoundingClientRect();
    canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
    redraw();
  };
  const observer = new ResizeObserver(fit);
  observer.observe(canvas);
  addEventListener("resize", fit); // zooming may leave the canvas as it is, in the page's own unit
  return () => {
    observer.disconnect();
    removeEventListener("resize", fit);
  };
}
