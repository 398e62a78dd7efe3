import { course } from "../../kit/generated/course.js";
import { openFile } from "../../kit/own-file.js";
import { INK_SIZE } from "../../pad/strokes.js";

/**
 * The learner's drawings in the store: each is its own entry, so that none can push another out
 * of an export file. A stroke is x, y, x, y … in whole ink pixels.
 * @typedef {import("../../kit/store.js").Store} Store
 * @typedef {import("../../pad/strokes.js").Point} Point
 * @typedef {{ id: string, label: number, strokes: number[][] }} Drawing
 */

const PREFIX = "project:drawing/";
export const MOST = 300; // drawings
const MOST_STROKES = 60; // of a drawing
export const MOST_POINTS = 1_500; // of a drawing
const NEAR = 2; // ink pixels: a point so close to the one before adds nothing
const FAR = 2 * INK_SIZE; // a stroke may leave the pad, but not for good
const FORMAT = `${course.id}-drawings`;
const VERSION = 1;
export const LARGEST = 5_000_000; // bytes of a file

/** @param {Store} store @returns {Drawing[]} those that are whole, the oldest first */
export function drawingsIn(store) {
  const keys = store.keys().filter(isDrawing);
  const found = keys.map((key) => parse(key.slice(PREFIX.length), store.get(key)));
  const sound = found.filter((drawing) => drawing !== null);
  return sound.sort((a, b) => Number(a.id) - Number(b.id)).slice(0, MOST);
}

/** Whether a key is a drawing's. @param {string} key */
export function isDrawing(key) {
  return key.startsWith(PREFIX);
}

/** @param {Store} store @param {Drawing} drawing */
export function keepDrawing(store, { id, label, strokes }) {
  store.set(PREFIX + id, JSON.stringify({ label, strokes }));
}

/** @param {Store} store @param {string} id */
export function forgetDrawing(store, id) {
  store.remove(PREFIX + id);
}

/** What the pen drew, as it is kept: whole pixels, no point twice. @param {Point[][]} strokes */
export function packed(strokes) {
  return strokes.map((stroke) => {
    /** @type {number[]} */
    const points = [];
    stroke.forEach(({ x, y }, i) => {
      const [px, py] = [whole(x), whole(y)];
      const moved =
        Math.abs(px - (points.at(-2) ?? Infinity)) + Math.abs(py - (points.at(-1) ?? Infinity));
      if (moved >= NEAR || (i === stroke.length - 1 && moved > 0)) points.push(px, py);
    });
    return points;
  });
}

/** @param {number[][]} strokes @returns {Point[][]} */
export function unpacked(strokes) {
  return strokes.map((stroke) => {
    const points = [];
    for (let i = 0; i < stroke.length; i += 2) points.push({ x: stroke[i], y: stroke[i + 1] });
    return points;
  });
}

/** Whether so much can be kept as one drawing. @param {number[][]} strokes */
export function fits(strokes) {
  return strokes.length <= MOST_STROKES && strokes.flat().length <= 2 * MOST_POINTS;
}

/** All drawings, as the text of a file. @param {Drawing[]} drawings */
export function exportedDrawings(drawings) {
  const plain = drawings.map(({ label, strokes }) => ({ label, strokes }));
  return JSON.stringify({ format: FORMAT, version: VERSION, size: INK_SIZE, drawings: plain });
}

/**
 * Read such a file's text; it may come from anywhere.
 * @param {string} text
 * @returns {{ drawings: Omit<Drawing, "id">[] } | { refused: "large" | "json" | "foreign" | "newer" | "damaged" | "many" }}
 */
export function parsedDrawings(text) {
  const opened = openFile(text, { format: FORMAT, version: VERSION, largest: LARGEST });
  if ("refused" in opened) return opened;
  const { file } = opened;
  if (!Array.isArray(file.drawings) || !file.drawings.every(isSound)) return { refused: "damaged" };
  if (file.drawings.length > MOST) return { refused: "many" };
  return { drawings: file.drawings };
}

/** @param {string} id @param {string | null} text @returns {Drawing | null} */
function parse(id, text) {
  try {
    const drawing = JSON.parse(text ?? "");
    const { label, strokes } = drawing;
    return /^\d{1,15}$/.test(id) && isSound(drawing) ? { id, label, strokes } : null;
  } catch {
    return null;
  }
}

/** Whether something is a drawing, whatever else it may be. @param {any} drawing */
function isSound(drawing) {
  const { label, strokes } = drawing ?? {};
  if (!Number.isInteger(label) || label < 0 || label > 9) return false;
  return Array.isArray(strokes) && strokes.length > 0 && strokes.every(isStroke) && fits(strokes);
}

/** @param {unknown} stroke */
function isStroke(stroke) {
  if (!Array.isArray(stroke) || stroke.length < 2 || stroke.length % 2) return false;
  return (
    stroke.length <= 2 * MOST_POINTS &&
    stroke.every((x) => Number.isInteger(x) && Math.abs(x) <= FAR)
  );
}

/** @param {number} place */
function whole(place) {
  return Math.round(Math.min(FAR, Math.max(-FAR, place)));
}
