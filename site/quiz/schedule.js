/**
 * When a question comes back: missed or unsure, after 1 day, then 3, then 7, then no more. Dates
 * are local, "2026-03-29", since a day is what the learner calls a day.
 *
 * @typedef {object} Plan
 * @property {number} step which of INTERVALS it waits out
 * @property {string} due the date on which it comes back
 * @property {string} last the date on which it was answered
 */

const INTERVALS = [1, 3, 7]; // days

/** @param {Date} time @returns {string} the local date */
export function dateOf(time) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The date some days later. @param {string} date @param {number} days */
export function later(date, days) {
  const [year, month, day] = date.split("-").map(Number);
  return dateOf(new Date(year, month - 1, day + days, 12)); // noon: no change of clocks reaches it
}

/**
 * Whether a question comes back today. A clock that was ahead and is right again would hide it
 * for long: then it is due at once. One day back is a journey, and no such clock.
 * @param {Plan} plan
 * @param {string} today
 */
export function isDue(plan, today) {
  return today >= plan.due || today < later(plan.last, -1);
}

/**
 * What follows from an answer.
 * @param {Plan | null} plan what was planned before
 * @param {boolean} good whether it was right and not a guess
 * @param {string} today
 * @returns {Plan | null} null: it need not come back
 */
export function next(plan, good, today) {
  if (!good) return at(0, today);
  if (!plan || !isDue(plan, today)) return plan; // right before its time proves little
  return plan.step + 1 < INTERVALS.length ? at(plan.step + 1, today) : null;
}

/** @param {number} step @param {string} today @returns {Plan} */
function at(step, today) {
  return { step, due: later(today, INTERVALS[step]), last: today };
}
