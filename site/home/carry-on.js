import { strings } from "./generated/strings.js";
import { press } from "../kit/dom.js";

/**
 * Offers to begin a step with the learner's own text of the step before, [data-carry], as long as
 * that takes nothing away that they have written in this step.
 */
export class CarryOn {
  #destroy = () => {};

  /**
   * @param {HTMLElement} element the step's, with [data-added]
   * @param {import("../cells/code-box.js").CodeBox} box
   * @param {() => string | null} before the learner's own text of the step before
   */
  constructor(element, box, before) {
    this.box = box;
    this.before = before;
    this.place = element.querySelector("[data-carry]");
    this.added = new Set((element.dataset.added ?? "").split(" ").map(Number));
    const button = this.place?.querySelector("button");
    if (button) this.#destroy = press(button, () => this.#carry());
  }

  destroy() {
    this.#destroy();
  }

  /** Show the offer if there's anything to carry on. */
  offer() {
    const { code, original } = this.box;
    const able = code === original && this.#text() !== original;
    if (this.place instanceof HTMLElement) this.place.hidden = !able;
  }

  #carry() {
    this.box.exchange(this.#text(), strings.app.carried);
  }

  #text() {
    const own = this.before();
    const { original } = this.box;
    return own === null ? original : carriedOn(own, original, this.added);
  }
}

/**
 * The learner's own program of the step before, with what this step adds to ours.
 * @param {string} own of the step before
 * @param {string} start this step's text, as it begins
 * @param {Set<number>} added the lines of `start`, from 1, that ours of the step before doesn't have
 */
function carriedOn(own, start, added) {
  const mine = own.split("\n");
  const before = /** @type {string[]} */ ([]); // ours of the step before
  const more = [/** @type {string[]} */ ([])]; // what's added before each of its lines, and at the end
  for (const [i, line] of start.split("\n").entries()) {
    if (added.has(i + 1)) more[more.length - 1].push(line);
    else {
      before.push(line);
      more.push([]);
    }
  }
  return merged(before, mine, more).join("\n");
}

/** @param {string[]} before @param {string[]} mine @param {string[][]} more */
function merged(before, mine, more) {
  const common = lengthsInCommon(before, mine);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < mine.length) {
    const both = before[i] === mine[j];
    if (!both && j < mine.length && common[i][j + 1] >= (common[i + 1]?.[j] ?? 0)) {
      lines.push(mine[j++]); // theirs comes first: it belongs to what's above it
      continue;
    }
    lines.push(...more[i]);
    if (both) lines.push(mine[j++]);
    i++;
  }
  return [...lines, ...more[i]];
}

/**
 * How many lines two texts have in common, in order, from each pair of lines on.
 * @param {string[]} a @param {string[]} b
 */
function lengthsInCommon(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] =
        a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}
