import { dateOf, isDue, next } from "./schedule.js";

/**
 * What the store knows of the quiz. Every answer has an entry of its own and is never written
 * over, so that two tabs cannot undo each other's answers.
 *
 * @typedef {import("../kit/store.js").Store} Store
 * @typedef {import("./schedule.js").Plan} Plan
 * @typedef {{ name: string, order: number[] }} Asked an item, and the order of its options
 * @typedef {{ id: string, version: number, items: Asked[] }} Sitting
 * @typedef {{ given: number[] | string, sure: number, right: boolean }} Answer sure: 0, 1 or 2
 * @typedef {{ asked: number, plan: Plan | null }} Known
 */

const SITTING = "quiz:sitting";
const AT = "quiz:at"; // the item that is shown; "" while the quiz is paused
const DRAFT = "quiz:draft";
const GIVEN = "quiz:given/";
const ITEM = "quiz:item/";
const DATE = /^\d{4}-\d\d-\d\d$/;

/** @param {string | null} text @returns {any} null for what is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {value is number[]} */
function isPlaces(value) {
  return Array.isArray(value) && value.every((place) => Number.isInteger(place) && place >= 0);
}

/** The sitting under way or the last one; damaged entries count as none. @param {Store} store */
export function sittingIn(store) {
  const found = parsed(store.get(SITTING));
  const sound =
    typeof found?.id === "string" &&
    Number.isInteger(found.version) &&
    found.version >= 0 &&
    Array.isArray(found.items) &&
    found.items.length > 0 &&
    found.items.every(
      (/** @type {any} */ one) => typeof one?.name === "string" && isPlaces(one.order),
    );
  return sound ? /** @type {Sitting} */ (found) : null;
}

/** Begin a sitting; the answers of the one before are in the plans by now. @param {Store} store @param {Sitting} sitting */
export function begin(store, sitting) {
  const old = sittingIn(store);
  store.set(SITTING, JSON.stringify(sitting));
  store.remove(DRAFT);
  if (!old || old.id === sitting.id) return;
  for (const key of store.keys()) if (key.startsWith(`${GIVEN}${old.id}/`)) store.remove(key);
}

/** @param {Store} store @param {Sitting} sitting @param {string} name @returns {Answer | null} */
export function answerTo(store, sitting, name) {
  const found = parsed(store.get(`${GIVEN}${sitting.id}/${name}`));
  const given = typeof found?.given === "string" || isPlaces(found?.given);
  const sound = given && [0, 1, 2].includes(found.sure) && typeof found.right === "boolean";
  return sound ? found : null;
}

/**
 * Note an answer and when its item comes back. The first answer stands.
 * @param {Store} store
 * @param {Sitting} sitting
 * @param {string} name
 * @param {Answer} answer
 * @param {Date} now
 */
export function note(store, sitting, name, answer, now) {
  if (answerTo(store, sitting, name)) return;
  const { asked, plan } = knownOf(store, name);
  const good = answer.right && answer.sure > 0;
  const known = { asked: asked + 1, plan: next(plan, good, dateOf(now)) };
  store.set(`${GIVEN}${sitting.id}/${name}`, JSON.stringify(answer));
  store.set(ITEM + name, JSON.stringify(known));
  store.remove(DRAFT);
}

/** Note that a whole round has been answered: progress counts it. @param {Store} store @param {string} lesson */
export function finish(store, lesson) {
  const key = `done:${lesson}/round`;
  if (store.get(key) === null) store.set(key, "1");
}

/** @param {Store} store @param {string} name @returns {Known} */
export function knownOf(store, name) {
  const found = parsed(store.get(ITEM + name));
  const plan = found?.plan;
  const sound = DATE.test(plan?.due) && DATE.test(plan?.last) && [0, 1, 2].includes(plan?.step);
  const asked = Number.isInteger(found?.asked) ? found.asked : 0;
  return { asked, plan: sound ? plan : null };
}

/** The names of the items that come back today. @param {Store} store @param {Date} now */
export function dueIn(store, now) {
  const today = dateOf(now);
  const names = store.keys().filter((key) => key.startsWith(ITEM));
  return names
    .map((key) => key.slice(ITEM.length))
    .filter((name) => {
      const { plan } = knownOf(store, name);
      return plan !== null && isDue(plan, today);
    });
}

/** The dates from tomorrow on at which items come back, one for each. @param {Store} store @param {Date} now */
export function datesIn(store, now) {
  const due = dueIn(store, now);
  const names = store
    .keys()
    .filter((key) => key.startsWith(ITEM))
    .map((key) => key.slice(ITEM.length));
  return names.flatMap((name) =>
    due.includes(name) ? [] : (knownOf(store, name).plan?.due ?? []),
  );
}

/** Which item is shown; null where nothing is known. @param {Store} store */
export function placeIn(store) {
  return store.get(AT);
}

/** @param {Store} store @param {string} name "" while it is paused */
export function setPlace(store, name) {
  store.set(AT, name);
}

/** @param {Store} store @param {Sitting} sitting @param {string} name @param {number[] | string} given @param {number | null} sure */
export function keepDraft(store, sitting, name, given, sure) {
  store.set(DRAFT, JSON.stringify({ id: sitting.id, name, given, sure }));
}

/**
 * What was filled in and not yet answered.
 * @param {Store} store
 * @param {Sitting} sitting
 * @param {string} name
 * @returns {{ given: number[] | string, sure: number | null } | null}
 */
export function draftOf(store, sitting, name) {
  const found = parsed(store.get(DRAFT));
  if (found?.id !== sitting.id || found.name !== name) return null;
  if (typeof found.given !== "string" && !isPlaces(found.given)) return null;
  return { given: found.given, sure: [0, 1, 2].includes(found.sure) ? found.sure : null };
}

/** Whether a key of the store belongs to what the quiz shows. @param {string} key */
export function concerns(key) {
  return key === SITTING || key.startsWith(GIVEN) || key.startsWith(ITEM);
}
