import { make } from "../../kit/dom.js";
import { drawPixels } from "../../kit/picture.js";
import { fill } from "../../kit/text.js";

/**
 * How a logit comes about, as course.explain.Sum has it; a Count is how many, and their sum.
 * @typedef {[number, number]} Count
 * @typedef {{ unit: number, place: [number, number, number] | null, a: number, weight: number, contribution: number,
 *   picture: import("../../kit/picture.js").Pixels }} Speaker
 * @typedef {{ digit: number, logit: number, bias: number, speakers: Speaker[], rest: Count,
 *   against: Count, picture: import("../../kit/picture.js").Pixels | null }} Sum
 */

/**
 * A table: the units that add most, each with its picture, the others, the bias, the logit.
 * @param {Sum} sum
 * @param {Record<string, string>} texts the strings of [draw]
 */
export function sumTable(sum, texts) {
  const table = make("table", "sum");
  table.dataset.sum = String(sum.digit);
  table.append(make("caption", "", fill(texts.sum, { digit: sum.digit })));
  const body = table.createTBody();
  for (const speaker of sum.speakers) {
    const { unit, place, a, weight, contribution } = speaker;
    const [filter, row, column] = place ?? [0, 0, 0];
    const counted = { unit: unit + 1, filter: filter + 1 }; // texts count from 1, code from 0
    const values = { ...counted, row, column, a: a.toFixed(2), weight: signed(weight) };
    const how = fill(place ? texts.speaker_filter : texts.speaker, values);
    body.append(line(how, contribution, speaker.picture));
  }
  const what = sum.picture ? "pixels" : "units";
  const others = sum.speakers.length ? "rest" : "for";
  body.append(
    line(fill(texts[`${what}_${others}`], { count: sum.rest[0] }), sum.rest[1], sum.picture),
  );
  body.append(line(fill(texts[`${what}_against`], { count: sum.against[0] }), sum.against[1]));
  body.append(line(texts.bias, sum.bias));
  const total = line(texts.logit, sum.logit);
  total.className = "sum-total";
  body.append(total);
  return table;
}

/** @param {string} text @param {number} value @param {import("../../kit/picture.js").Pixels | null} [picture] */
function line(text, value, picture = null) {
  const row = make("tr");
  const cell = make("td", "sum-picture");
  if (picture) {
    const canvas = make("canvas");
    drawPixels(canvas, picture);
    cell.append(canvas);
  }
  const head = make("th", "", text);
  head.scope = "row";
  row.append(cell, head, make("td", "sum-value", signed(value)));
  return row;
}

/** @param {number} value */
function signed(value) {
  const text = Math.abs(value).toFixed(2);
  return (value < 0 && Number(text) ? "−" : "+") + text;
}
