/**
 * Which questions make a sitting.
 *
 * @typedef {import("./items.js").Item} Item
 * @typedef {(item: Item) => number} Asked how often an item was asked before
 */

const LENGTH = 12;

/**
 * Choose a sitting: one question of every lesson, then of the goals that were asked least, so that
 * in turn all of them are. The easier ones come first.
 * @param {Item[]} items
 * @param {Asked} asked
 * @param {(item: Item) => boolean} due whether it has come back; such a one goes first in its goal
 * @param {() => number} random from 0 to 1
 * @returns {Item[]}
 */
export function chosen(items, asked, due, random) {
  const left = shuffled(items, random);
  /** @type {Item[]} */
  const drawn = [];
  while (drawn.length < LENGTH && left.length) {
    const rank = (/** @type {Item} */ item) => [
      drawn.filter((other) => other.lesson === item.lesson).length,
      drawn.filter((other) => sameGoal(other, item)).length,
      sum(items.filter((other) => sameGoal(other, item)).map(asked)),
      due(item) ? 0 : 1,
      asked(item),
    ];
    const best = left.map((item) => ({ item, rank: rank(item) })).sort(byRank)[0].item;
    drawn.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return drawn.sort((one, other) => one.level - other.level);
}

/** A list in random order. @template T @param {readonly T[]} list @param {() => number} random */
export function shuffled(list, random) {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

/**
 * The order in which an item's options or lines are shown; lines never stand right at once.
 * @param {Item} item
 * @param {() => number} random
 * @returns {number[]}
 */
export function arranged(item, random) {
  const places = [...(item.lines ?? item.options ?? []).keys()];
  if (item.fixed) return places;
  const order = shuffled(places, random);
  const solved = item.orders?.some((right) => String(right) === String(order));
  return solved ? order.reverse() : order;
}

/** @param {Item} one @param {Item} other */
function sameGoal(one, other) {
  return one.lesson === other.lesson && one.goal === other.goal;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {{ rank: number[] }} one @param {{ rank: number[] }} other */
function byRank(one, other) {
  const place = one.rank.findIndex((value, i) => value !== other.rank[i]);
  return place < 0 ? 0 : one.rank[place] - other.rank[place];
}
