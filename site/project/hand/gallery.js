import { unpacked } from "../state/drawing.js";
import { make } from "../../kit/dom.js";
import { drawStrokes } from "../../pad/strokes.js";

const SIDE = 96; // pixels of a small picture

/**
 * A drawing as a small picture with a caption.
 * @param {import("../state/drawing.js").Drawing} drawing
 * @param {string} caption
 * @param {HTMLElement} [button] beside it
 */
export function picture({ strokes }, caption, button) {
  const item = make("li");
  const canvas = make("canvas");
  canvas.width = canvas.height = SIDE;
  canvas.setAttribute("aria-hidden", "true"); // the caption says what is known of it
  item.append(canvas, make("span", "", caption));
  if (button) item.append(button);
  return { item, draw: () => ink(canvas, strokes) };
}

/**
 * Show drawings in a list; the returned function draws them again, in the colours of the moment.
 * @param {HTMLElement} list
 * @param {import("../state/drawing.js").Drawing[]} drawings
 * @param {(drawing: import("../state/drawing.js").Drawing, place: number) => [string, HTMLElement?]} tell
 */
export function showPictures(list, drawings, tell) {
  const pictures = drawings.map((drawing, place) => picture(drawing, ...tell(drawing, place)));
  list.replaceChildren(...pictures.map(({ item }) => item));
  const draw = () => pictures.forEach((one) => one.draw());
  draw();
  return draw;
}

/** @param {HTMLCanvasElement} canvas @param {number[][]} strokes */
function ink(canvas, strokes) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  drawStrokes(context, unpacked(strokes), getComputedStyle(canvas).color);
}
