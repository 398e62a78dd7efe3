const GAP = "YOUR TURN"; // so begins what a step's text asks for

/**
 * What a step's text is looked at for: an error's way through it, the deepest line last, or what has
 * this name at the left edge, such as a function.
 * @typedef {{ lines?: number[], part?: string }} About
 */

/**
 * The line that it's about, from 1: the learner's own deepest one, else their part of the function
 * that it's about (what that returns, if they say so), else the deepest one, else that function; none if there's no such thing.
 * @param {string} code @param {string} original @param {About} about
 * @returns {number | undefined}
 */
export function placeToLook(code, original, { lines = [], part = "" }) {
  const own = ownLines(code, original);
  const deepest = lines.at(-1) ?? 0;
  const around = blocksOf(code).find(({ name, from, to }) =>
    part ? name === part : from <= deepest && deepest <= to,
  );
  const passed = lines.findLast((line) => own.includes(line));
  const within = own.filter((line) => around && around.from <= line && line <= around.to);
  const returns = within.findLast((line) => /^\s*return\b/.test(code.split("\n")[line - 1]));
  return passed ?? (part && returns ? returns : within[0]) ?? (deepest || around?.from);
}

/** The first line that the learner has written, or that says where to. @param {string} code @param {string} original */
export function firstPart(code, original) {
  return ownLines(code, original).at(0);
}

/** @param {string} code @param {string} original */
function ownLines(code, original) {
  const ours = new Set(original.split("\n").filter((line) => !line.includes(GAP)));
  const lines = code.split("\n");
  return lines.flatMap((line, i) => (line.trim() && !ours.has(line) ? [i + 1] : []));
}

/** What begins at the left edge, with its first and last line, from 1. @param {string} code */
function blocksOf(code) {
  const blocks = [];
  for (const [i, line] of code.split("\n").entries()) {
    const [, name = ""] = line.match(/^(?:async )?(?:def )?(\w+)/) ?? [];
    if (/^\S/.test(line)) blocks.push({ name, from: i + 1, to: i + 1 });
    else if (blocks.length) blocks[blocks.length - 1].to = i + 1;
  }
  return blocks;
}
