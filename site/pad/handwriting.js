// How somebody writes a digit: an example, changed by what the sliders say.
import { INK_SIZE, PEN } from "./strokes.js";

/**
 * @typedef {import("./strokes.js").Point} Point
 * size and pen in percent, places in pixels of the network's image, slant in degrees, wobble
 * from 0 to 10.
 * @typedef {{ size: number, across: number, down: number, slant: number, wobble: number, pen: number }} Hand
 */

const STEPS = 8; // points that the pen reports of each bend
const MIDDLE = INK_SIZE / 2;
const CELL = INK_SIZE / 28;
const SHAKE = 3; // ink pixels that each unit of wobble leads astray
const WAVES = [2, 3, 5]; // how often a shaking hand comes and goes along a stroke

/**
 * @param {[x: number, y: number][][]} digit by the points that bend its strokes
 * @param {Hand} hand
 * @param {number[]} mood from 0 to 1: where the wobble's waves begin, two for each
 * @returns {Point[][]}
 */
export function written(digit, hand, mood) {
  return digit.map((bends) => {
    const curve = alongCurve(bends.map(([x, y]) => ({ x, y })));
    return widened(
      curve.map((point, i) => moved(point, hand, shake(i / curve.length, hand.wobble, mood))),
      (PEN * (hand.pen / 100 - 1)) / 2,
    );
  });
}

/** A mood of the hand, each time another. */
export function newMood() {
  return WAVES.flatMap(() => [Math.random(), Math.random()]);
}

/** @param {Point} point @param {Hand} hand @param {Point} astray */
function moved({ x, y }, { size, across, down, slant }, astray) {
  const lean = Math.tan((slant * Math.PI) / 180) * (MIDDLE - y);
  const place = (/** @type {number} */ from) => MIDDLE + (from - MIDDLE) * (size / 100);
  return {
    x: place(x + lean + astray.x) + across * CELL,
    y: place(y + astray.y) + down * CELL,
  };
}

/** How far a shaking hand is astray. @param {number} part of the stroke @param {number} wobble @param {number[]} mood */
function shake(part, wobble, mood) {
  const wave = (/** @type {number} */ axis) =>
    WAVES.reduce(
      (sum, often, i) => sum + Math.sin(2 * Math.PI * (often * part + mood[2 * i + axis])),
      0,
    );
  return { x: SHAKE * wobble * wave(0), y: SHAKE * wobble * wave(1) };
}

/**
 * The way of a pen whose line is wider by twice `by`: there on one side, and back on the other.
 * @param {Point[]} points
 * @param {number} by
 */
function widened(points, by) {
  if (by <= 0) return points;
  let normal = { x: 0, y: 1 };
  const normals = points.map((point, i) => {
    const next = points[i + 1] ?? point;
    const length = Math.hypot(next.x - point.x, next.y - point.y);
    if (length > 0.1) normal = { x: (point.y - next.y) / length, y: (next.x - point.x) / length };
    return normal;
  });
  const side = (/** @type {number} */ far) =>
    points.map(({ x, y }, i) => ({ x: x + far * normals[i].x, y: y + far * normals[i].y }));
  return [...side(by), ...side(-by).reverse()];
}

/** The curve that smoothPath draws through few points, as many points. @param {Point[]} points */
function alongCurve(points) {
  const [first] = points;
  const last = points[points.length - 1];
  const found = [first];
  let from = first;
  for (let i = 1; i < points.length - 1; i += 1) {
    const to = between(points[i], points[i + 1], 1 / 2);
    for (let step = 1; step <= STEPS; step += 1)
      found.push(bend(from, points[i], to, step / STEPS));
    from = to;
  }
  for (let step = 1; step <= STEPS; step += 1) found.push(between(from, last, step / STEPS));
  return found;
}

/** @param {Point} a @param {Point} b @param {number} part @returns {Point} */
function between(a, b, part) {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/**
 * A quadratic curve's point, as de Casteljau finds it.
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 * @param {number} part
 */
function bend(a, b, c, part) {
  return between(between(a, b, part), between(b, c, part), part);
}
