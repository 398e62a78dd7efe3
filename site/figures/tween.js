import { showDrawing } from "../kit/drawing.js";

const LENGTH = 200; // ms from one drawing to the next
const MOST = 4000; // characters of an outline that's worth moving
const SHAPES = "circle, ellipse, g[transform], line, path, polygon, polyline, rect, text";
const PLACES = "x y x1 y1 x2 y2 cx cy points d transform".split(" ");
const GEOMETRY = [...PLACES, "r", "rx", "ry", "width", "height", "stroke-width"];
const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?/g;

/**
 * An attribute on its way: `text` has a gap for each number.
 * @typedef {{ shape: Element, name: string, text: string[], from: number[], to: number[], end: string }} Way
 */

/**
 * Put a new drawing in place of the old one. What is in both moves to its new place within
 * 200 ms, and what is new fades in. Shapes belong together if they carry the same data-link, or
 * else if they are the same shape of the same class, as often in both drawings, in that order.
 * @param {HTMLElement} drawing
 * @param {string} svg
 * @param {boolean} atOnce without any motion
 * @returns {() => void} stops it on its way
 */
export function replace(drawing, svg, atOnce) {
  const before = sorted(drawing);
  showDrawing(drawing, svg);
  if (atOnce || matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  /** @type {Way[]} */
  const ways = [];
  for (const [kind, shapes] of sorted(drawing)) {
    const old = before.get(kind) ?? [];
    if (old.length === shapes.length)
      shapes.forEach((shape, i) => ways.push(...waysOf(old[i], shape)));
    else if (!old.length) shapes.forEach(appear);
  }
  return move(ways);
}

/** The shapes of a drawing by what they are. @param {ParentNode} drawing */
function sorted(drawing) {
  /** @type {Map<string, Element[]>} */
  const found = new Map();
  for (const shape of drawing.querySelectorAll(SHAPES)) {
    const link = shape.closest("[data-link]")?.getAttribute("data-link");
    const kind = `${shape.localName} ${link ?? shape.getAttribute("class") ?? ""}`;
    const same = found.get(kind);
    if (same) same.push(shape);
    else found.set(kind, [shape]);
  }
  return found;
}

/** @param {Element} old @param {Element} shape @returns {Way[]} */
function waysOf(old, shape) {
  /** @type {Way[]} */
  const ways = [];
  for (const name of GEOMETRY) {
    const [start, end] = [old.getAttribute(name), shape.getAttribute(name)];
    if (start === null || end === null || start === end || end.length > MOST) continue;
    const [from, to] = [start, end].map((text) => (text.match(NUMBER) ?? []).map(Number));
    const text = end.split(NUMBER);
    if (text.join("#") !== start.split(NUMBER).join("#")) continue; // another outline
    ways.push({ shape, name, text, from, to, end });
  }
  return ways;
}

/** @param {Element} shape */
function appear(shape) {
  shape.animate([{ opacity: 0 }, {}], LENGTH);
}

/** @param {Way[]} ways @returns {() => void} stops it */
function move(ways) {
  if (!ways.length) return () => {};
  const started = performance.now();
  let frame = 0;
  const draw = () => {
    const part = Math.min(1, (performance.now() - started) / LENGTH);
    for (const way of ways) way.shape.setAttribute(way.name, between(way, part));
    if (part < 1) frame = requestAnimationFrame(draw);
  };
  frame = requestAnimationFrame(draw); // before the new drawing is painted
  return () => cancelAnimationFrame(frame);
}

/** @param {Way} way @param {number} part from 0, the start, to 1, the end */
function between({ text, from, to, end }, part) {
  if (part === 1) return end;
  const eased = part * part * (3 - 2 * part);
  return text.reduce((said, next, i) => {
    const value = from[i - 1] + (to[i - 1] - from[i - 1]) * eased;
    return `${said}${value.toFixed(2)}${next}`;
  });
}
