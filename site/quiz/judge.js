import { agrees, placesOf, readNumber } from "../kit/number.js";

/**
 * What an answer to a quiz item is worth. Options and lines are named by their places in the item.
 *
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").Option} Option
 * @typedef {number[] | string} Given the places chosen, or the number as it was written
 * @typedef {{ reason: string, about?: Option }} Told a reason, as HTML, and the option it is about
 * @typedef {{ right: boolean, told: Told[] }} Verdict
 */

const ENOUGH = 1 + 1e-9; // a half may be rounded either way, as in py/course/quiz.py

/**
 * Read a number, with its unit or without.
 * @param {Item} item
 * @param {string} text
 */
function readAnswer(item, text) {
  const written = text.trim();
  const { unit } = item;
  return readNumber(unit && written.endsWith(unit) ? written.slice(0, -unit.length) : written);
}

/** Whether something can be judged. @param {Item} item @param {unknown} given */
export function answers(item, given) {
  if (item.ask === "number") return typeof given === "string" && readAnswer(item, given) !== null;
  const places = item.options ?? item.lines ?? [];
  if (!Array.isArray(given) || !given.every((place) => place in places)) return false;
  return item.ask === "order" ? given.length === places.length : given.length > 0;
}

/** @param {Item} item @param {Given} given that `answers` it @returns {Verdict} */
export function judge(item, given) {
  if (typeof given === "string") return judgeNumber(item, readAnswer(item, given) ?? NaN);
  if (item.ask === "order") {
    const right = (item.orders ?? []).some((order) => String(order) === String(given));
    return { right, told: [{ reason: item.reason ?? "" }] };
  }
  const options = item.options ?? [];
  const wrong = options.filter((option, place) => option.right !== given.includes(place));
  const chosen = options.filter((option, place) => given.includes(place) && !option.right);
  const rights = options.filter((option) => option.right);
  const told = [...chosen, ...rights].map((about) => ({ reason: about.reason, about }));
  return { right: wrong.length === 0, told };
}

/** @param {Item} item @param {number} number @returns {Verdict} */
function judgeNumber(item, number) {
  const { answer = NaN, shown = "", reason = "" } = item;
  const slack = 0.5 * 10 ** -placesOf(shown) * ENOUGH;
  if (agrees(number, shown) || Math.abs(number - answer) <= slack) {
    return { right: true, told: [{ reason }] };
  }
  const slip = (item.slips ?? []).find((one) => agrees(number, one.shown));
  return { right: false, told: slip ? [{ reason: slip.reason }, { reason }] : [{ reason }] };
}
