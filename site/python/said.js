// What Python says, in the page's language. builder.pages.languages.said does the same for what the build draws.

const FIELD = /\{([^{}|]+)\}/; // of a template: what Python fills in
const TEXT = />([^<]+)</g; // in markup
const WORD = /[a-z]{2}/; // what needs translating has one; XOR doesn't
const SENTENCE = /[a-z]{2} [a-z]{2}/; // code has none
const PASSES = 2; // a template may fit only when what's filled in is translated
// Around what is translated, so that no rule finds its place in it.
const [OPEN, CLOSE] = ["\ue000", "\ue001"];
const MARKS = new RegExp(`[${OPEN}${CLOSE}]`, "g");
const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`);
const OUTSIDE = `(?![^${OPEN}${CLOSE}]*${CLOSE})`;
const ANY = `((?:${OPEN}[^${CLOSE}]*${CLOSE}|[^${OPEN}${CLOSE}\\n])+?)`;

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
  const answer = said ? await fetch(new URL(said, location.href)).catch(() => null) : null;
  if (!answer?.ok) return []; // then it's said in English
  const tables = await answer.json();
  return who.flatMap((one) => tables[one] ?? []).map(rule);
}

/** @param {[string, string]} pair a template and its translation @returns {Rule} */
function rule([english, translation]) {
  const pieces = english.split(FIELD);
  const start = /^[\p{L}\p{N}]/u.test(english) ? "(?<![\\p{L}\\p{N}_])" : pieces[0] ? "" : "^";
  // a point may be that of a number
  const end = /[\p{L}\p{N}.]$/u.test(english) ? "(?![\\p{L}\\p{N}_])" : pieces.at(-1) ? "" : "$";
  const pattern = pieces.map((piece, at) => (at % 2 ? ANY : escaped(piece))).join("");
  return {
    pattern: new RegExp(OUTSIDE + start + pattern + end, "gmu"),
    names: pieces.filter((_, at) => at % 2),
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
  let now = text;
  for (const one of Array.from({ length: PASSES }, () => rules).flat()) {
    now = now.replace(one.pattern, (_, ...values) => filled(one, values));
  }
  const parts = now.split(MARKED).map((part, at) => {
    return { text: part, language: at % 2 === 0 && WORD.test(part) ? "en" : "" };
  });
  return parts.filter((part) => part.text);
}

/** What is put in place of a match, with marks around all but what's filled in. @param {Rule} rule @param {string[]} values */
function filled({ names, translation }, values) {
  const named = new Map(names.map((name, at) => [name, values[at]]));
  let [made, own] = ["", ""];
  translation.forEach((piece, at) => {
    if (at % 2 === 0) own += piece;
    else if (own.split("`").length % 2 === 0) own += (named.get(piece) ?? "").replace(MARKS, "");
    else {
      made += marked(own) + named.get(piece);
      own = "";
    }
  });
  return made + marked(own);
}

/** @param {string} text */
function marked(text) {
  return text && OPEN + text + CLOSE;
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
