/**
 * Strokes, in ink pixels, and how a pen draws them.
 * @typedef {{ x: number, y: number }} Point
 */

export const INK_SIZE = 280; // the ink is this wide and high on every screen
export const PEN = 20; // the pen's width, in ink pixels
const DOT = 0.01; // a tap becomes a line this long, which round caps make a dot

/**
 * A smooth line: each point bends the curve between the middles of its neighbours.
 * @param {Point[]} points at least one
 */
export function smoothPath(points) {
  const path = new Path2D();
  const [first] = points;
  const last = points[points.length - 1];
  path.moveTo(first.x, first.y);
  for (let i = 1; i < points.length - 1; i += 1) {
    const [here, next] = [points[i], points[i + 1]];
    path.quadraticCurveTo(here.x, here.y, (here.x + next.x) / 2, (here.y + next.y) / 2);
  }
  path.lineTo(last.x + (isTap(points) ? DOT : 0), last.y);
  return path;
}

/**
 * The line as the pen reported it: straight from point to point.
 * @param {Point[]} points at least one
 */
function straightPath(points) {
  const path = new Path2D();
  const [first] = points;
  path.moveTo(first.x, first.y);
  for (const { x, y } of points.slice(1)) path.lineTo(x, y);
  if (isTap(points)) path.lineTo(first.x + DOT, first.y);
  return path;
}

/** Whether the pen never moved: the finger's release adds its point too. @param {Point[]} points */
function isTap([first, ...rest]) {
  return rest.every(({ x, y }) => x === first.x && y === first.y);
}

/**
 * Draw strokes over the whole canvas, whatever its size.
 * @param {CanvasRenderingContext2D} context
 * @param {Point[][]} strokes
 * @param {string} colour
 * @param {(points: Point[]) => Path2D} [pathOf]
 */
export function drawStrokes(context, strokes, colour, pathOf = smoothPath) {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(width / INK_SIZE, 0, 0, height / INK_SIZE, 0, 0);
  Object.assign(context, { lineCap: "round", lineJoin: "round", lineWidth: PEN });
  context.strokeStyle = colour;
  for (const stroke of strokes) context.stroke(pathOf(stroke));
}

/**
 * Makes the ink that the network gets: 1 under the pen, 0 elsewhere. Smooth ink has rounded corners
 * and soft edges; else it has corners at the pen's points, and every pixel is all ink or none.
 */
export function createInk() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = INK_SIZE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2d canvas");
  return (/** @type {Point[][]} */ strokes, smooth = true) => {
    drawStrokes(context, strokes, "white", smooth ? smoothPath : straightPath);
    const { data } = context.getImageData(0, 0, INK_SIZE, INK_SIZE);
    const ink = new Float32Array(INK_SIZE * INK_SIZE);
    for (let i = 0; i < ink.length; i += 1) ink[i] = data[4 * i + 3] / 255; // the opacity
    return smooth ? ink : ink.map(Math.round);
  };
}
