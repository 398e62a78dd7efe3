// What Python says, in the page's language. builder.pages.said does the same for what the build draws.

const FIELD = /\{([^{}|]+)\}/; // of a template: what Python fills in
const TEXT = />([^<]+)</g; // in markup
const WORD = /[a-z]{2}/; // what needs translating has one; XOR doesn't
const SENTENCE = /[a-z]{2} [a-z]{2}/; // code has none
const PASSES = 2; // what is filled in may be a template itself

/**
 * A part of what Python says, and its language if that isn't the page's.
 * @typedef {{ text: string, language: string }} Part
 * @typedef {{ pattern: RegExp, names: string[], translation: string[] }} Rule a template
 */

/**
 * The rules for what somebody says on this page, such as "figures/xor"; none where it's in English.
 * @param {string[]} who
 * @returns {Promise<Rule[]>}
 */
export async function rulesFor(...who) {
  const { said } = document.documentElement.dataset;
  const answer = said && (await fetch(new URL(said, location.href)).catch(() => null));
  if (!answer || !answer.ok) return []; // then it's said in English
  const tables = await answer.json();
  return who.flatMap((one) => tables[one] ?? []).map(rule);
}

/** @param {[string, string]} pair a template and its translation @returns {Rule} */
function rule([english, translation]) {
  const pieces = english.split(FIELD);
  const start = /^[\p{L}\p{N}]/u.test(english) ? "(?<![\\p{L}\\p{N}_])" : pieces[0] ? "" : "^";
  // a point may be that of a number
  const end = /[\p{L}\p{N}.]$/u.test(english) ? "(?![\\p{L}\\p{N}_])" : pieces.at(-1) ? "" : "$";
  const pattern = pieces.map((piece, at) => (at % 2 ? "(.+?)" : escaped(piece))).join("");
  const names = pieces.filter((_, at) => at % 2);
  return {
    pattern: new RegExp(start + pattern + end, "mu"),
    names,
    translation: translation.split(FIELD),
  };
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * A message, line by line: what can't be translated as a whole stays as it was.
 * @param {string} text
 * @param {Rule[]} rules
 * @returns {Part[]}
 */
export function said(text, rules) {
  if (!rules.length) return [{ text, language: "" }];
  return text.split(/(?<=\n)/).flatMap((line) => {
    const parts = translated(line, rules);
    const whole = !parts.some((part) => part.language && SENTENCE.test(part.text));
    return whole ? parts : [{ text: line, language: "en" }];
  });
}

/** @param {string} text @param {Rule[]} rules @returns {Part[]} */
function translated(text, rules) {
  let parts = [{ text, language: "en" }];
  for (const one of Array.from({ length: PASSES }, () => rules).flat()) {
    parts = parts.flatMap((part) => (part.language ? replaced(part.text, one) : [part]));
  }
  return parts.map((part) => (WORD.test(part.text) ? part : { ...part, language: "" }));
}

/** @param {string} text @param {Rule} rule @returns {Part[]} */
function replaced(text, rule) {
  const found = rule.pattern.exec(text);
  if (!found) return [{ text, language: "en" }];
  const values = new Map(rule.names.map((name, at) => [name, found[at + 1]]));
  const parts = [{ text: text.slice(0, found.index), language: "en" }];
  let own = "";
  rule.translation.forEach((piece, at) => {
    const value = at % 2 ? (values.get(piece) ?? "") : piece;
    if (at % 2 === 0 || own.split("`").length % 2 === 0) own += value; // within code, it's part of that
    else {
      parts.push({ text: own, language: "" }, { text: value, language: "en" });
      own = "";
    }
  });
  parts.push({ text: own, language: "" });
  parts.push(...replaced(text.slice(found.index + found[0].length), rule));
  return parts.filter((part) => part.text);
}

/** A text as far as it can be translated. @param {string} text @param {Rule[]} rules */
export function inWords(text, rules) {
  return translated(text, rules)
    .map((part) => part.text)
    .join("");
}

/** A drawing with its texts translated. @param {string} markup @param {Rule[]} rules */
export function drawingIn(markup, rules) {
  if (!rules.length) return markup;
  return markup.replace(TEXT, (whole, text) =>
    WORD.test(text) ? `>${encoded(inWords(decoded(text), rules))}<` : whole,
  );
}

/** @param {string} text */
function decoded(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** @param {string} text */
function encoded(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
