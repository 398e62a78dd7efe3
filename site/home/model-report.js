import { strings as shared } from "../kit/generated/strings.js";
import { withArticle } from "../pad/article.js";
import { strings } from "./generated/strings.js";
import { find, make } from "../kit/dom.js";
import { drawPixels } from "../kit/picture.js";
import { fill, kilobytes } from "../kit/text.js";

const SIDE = 28;
const texts = strings.home;

/** Ten images, one of each digit. @typedef {{ images: Float32Array[], pixels: string[] }} Ten */

/** @param {HTMLElement} list whose data-images has the bytes of ten images in base64 @returns {Ten} */
export function readTen(list) {
  const bytes = atob(list.dataset.images ?? "");
  const size = SIDE * SIDE;
  const starts = Array.from({ length: bytes.length / size }, (_, i) => i * size);
  const pixels = starts.map((start) => bytes.slice(start, start + size));
  const images = pixels.map((one) =>
    Float32Array.from(one, (letter) => letter.charCodeAt(0) / 255),
  );
  return { images, pixels: pixels.map(btoa) };
}

/** Show the ten images, and room for what a model reads. @param {HTMLElement} list @param {Ten} ten */
export function drawTen(list, ten) {
  const entries = ten.pixels.map(() => {
    const entry = make("li");
    entry.append(make("canvas"), make("span"));
    return entry;
  });
  list.replaceChildren(...entries);
  recolourTen(list, ten);
}

/** Draw the images in the page's colour of now. @param {HTMLElement} list @param {Ten} ten */
export function recolourTen(list, ten) {
  list.querySelectorAll("canvas").forEach((canvas, digit) => {
    const summary = canvas.getAttribute("aria-label") ?? String(digit);
    const data = ten.pixels[digit];
    drawPixels(canvas, { width: SIDE, height: SIDE, mode: "grey", data, summary });
  });
}

/** @param {HTMLElement} element @param {import("../pad/recogniser.js").Reading[]} readings */
export function writeTen(element, readings) {
  const entries = find(element, "[data-ten]").children;
  readings.forEach(({ digit }, label) => {
    const wrong = digit !== label;
    entries[label].toggleAttribute("data-wrong", wrong);
    find(entries[label], "span").textContent = wrong ? `✕ ${digit}` : String(digit);
    const said = fill(texts.one_read, { a_label: withArticle(label), a_digit: withArticle(digit) });
    find(entries[label], "canvas").setAttribute("aria-label", said);
  });
  const right = readings.filter(({ digit }, label) => digit === label).length;
  const said = fill(texts.ten_said, { right, count: readings.length });
  find(element, "[data-ten-said]").textContent = said;
}

/** @param {HTMLElement} element @param {import("./dropped-model.js").Report} report */
export function showReport(element, report) {
  const operators = Object.entries(report.operators).map(([name, count]) =>
    fill(texts.times, { name, count }),
  );
  const rows = [
    [texts.inputs, report.inputs.join("; ")],
    [texts.outputs, report.outputs.join("; ")],
    [texts.operators, operators.join(", ")],
    [texts.parameters, report.parameters.toLocaleString(shared.words.language)],
    [texts.size, fill(texts.kilobytes, { size: kilobytes(report.bytes) })],
    [texts.producer, report.producer || texts.nobody],
    [texts.opset, String(report.opset)],
  ];
  const parts = rows.flatMap(([term, value]) => [make("dt", "", term), make("dd", "", value)]);
  find(element, "[data-model-report]").replaceChildren(...parts);
  find(element, "[data-remarks]").textContent = report.notes.join(" ");
}
