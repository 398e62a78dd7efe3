import { agrees, placesOf, readNumbers } from "../kit/number.js";

/**
 * What an answer to a quiz item is worth. Options and lines are named by their places in the item.
 *
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").Option} Option
 * @typedef {number[] | string} Given the places chosen, or the number as it was written
 * @typedef {{ reason: string, about?: Option }} Told a reason, as HTML, and the option it is about
 * @typedef {{ right: boolean, told: Told[], moves?: (number | null)[] }} Verdict moves: for each line
 *   given, where it goes, or null if it can stay
 */

const ENOUGH = 1 + 1e-9; // a half may be rounded either way, as in py/course/quiz/items.py

/**
 * Every number that may be meant, with its unit or without.
 * @param {Item} item
 * @param {string} text
 */
function readAnswer({ unit }, text) {
  const written = text.trim();
  return readNumbers(unit && written.endsWith(unit) ? written.slice(0, -unit.length) : written);
}

/** Whether something can be judged. @param {Item} item @param {unknown} given */
export function answers(item, given) {
  if (item.ask === "number") return typeof given === "string" && readAnswer(item, given).length > 0;
  const places = item.options ?? item.lines ?? [];
  if (!Array.isArray(given) || !given.every((place) => place in places)) return false;
  return item.ask === "order" ? given.length === places.length : given.length > 0;
}

/** @param {Item} item @param {Given} given that `answers` it @returns {Verdict} */
export function judge(item, given) {
  if (typeof given === "string") return judgeNumber(item, readAnswer(item, given));
  if (item.ask === "order") {
    const moves = movesTo(item.orders ?? [], given);
    return {
      right: moves.every((to) => to === null),
      told: [{ reason: item.reason ?? "" }],
      moves,
    };
  }
  const options = item.options ?? [];
  const wrong = options.filter((option, place) => option.right !== given.includes(place));
  const chosen = options.filter((option, place) => given.includes(place) && !option.right);
  const rights = options.filter((option) => option.right);
  const told = [...chosen, ...rights].map((about) => ({ reason: about.reason, about }));
  return { right: wrong.length === 0, told };
}

/**
 * The fewest lines that have to move, and where to, for the correct order that is nearest.
 * @param {number[][]} orders @param {number[]} given
 * @returns {(number | null)[]}
 */
function movesTo(orders, given) {
  const all = orders.map((order) => {
    const goals = given.map((line) => order.indexOf(line));
    const stay = longestRise(goals);
    return goals.map((goal) => (stay.includes(goal) ? null : goal));
  });
  const moved = (/** @type {(number | null)[]} */ one) => one.filter((to) => to !== null).length;
  return all.sort((one, other) => moved(one) - moved(other))[0] ?? given.map(() => null);
}

/** The longest part of some different numbers that rises. @param {number[]} numbers */
function longestRise(numbers) {
  /** @type {number[][]} the longest that ends with each of them */
  const ending = [];
  for (const number of numbers) {
    const before = ending.filter((rise) => rise[rise.length - 1] < number);
    ending.push([...longest(before), number]);
  }
  return longest(ending);
}

/** @param {number[][]} lists */
function longest(lists) {
  return lists.reduce((best, one) => (one.length > best.length ? one : best), []);
}

/** @param {Item} item @param {number[]} numbers any of which may be meant @returns {Verdict} */
function judgeNumber(item, numbers) {
  const { answer = NaN, shown = "", reason = "" } = item;
  const places = placesOf(shown);
  const whole = !places && Math.abs(Number(shown) - answer) < 1e-9; // it is exact
  const slack = whole ? 1e-9 : 0.5 * 10 ** -places * ENOUGH;
  const fits = (/** @type {number} */ number) =>
    agrees(number, shown) || Math.abs(number - answer) <= slack;
  if (numbers.some(fits)) return { right: true, told: [{ reason }] };
  const slip = (item.slips ?? []).find((one) =>
    numbers.some((number) => agrees(number, one.shown)),
  );
  return { right: false, told: slip ? [{ reason: slip.reason }, { reason }] : [{ reason }] };
}
