const FIELD = /\{([^{}]+)\}/; // of a template: what Python fills in

/**
 * A part of what Python says, and its language if that isn't the page's.
 * @typedef {{ text: string, language: string }} Part
 */

/**
 * What Python says, in the page's language as far as its table goes (builder.site.translated).
 * @param {string} text
 * @returns {Promise<Part[]>}
 */
export async function said(text) {
  const { said: place } = document.documentElement.dataset;
  if (!place) return [{ text, language: "" }];
  const answer = await fetch(new URL(place, location.href)).catch(() => null);
  const table = answer?.ok ? await answer.json() : []; // without it, all is in English
  return table.reduce(translateIn, [{ text, language: "en" }]).map(plain);
}

/** @param {Part[]} parts @param {[string, string]} pair a template and its translation */
function translateIn(parts, [english, translation]) {
  return parts.flatMap((part) => (part.language ? replaced(part, english, translation) : [part]));
}

/** @param {Part} part @param {string} english @param {string} translation @returns {Part[]} */
function replaced({ text, language }, english, translation) {
  const pieces = english.split(FIELD);
  const pattern = pieces.map((piece, at) => (at % 2 ? "(.+?)" : escaped(piece))).join("");
  const start = pieces[0] ? "" : "^";
  const end = pieces.at(-1) ? "" : "$";
  const found = new RegExp(start + pattern + end, "m").exec(text);
  if (!found) return [{ text, language }];
  const values = new Map(found.slice(1).map((value, at) => [pieces[2 * at + 1], value]));
  const own = translation.replace(/\{([^{}]+)\}/g, (whole, name) => values.get(name) ?? whole);
  const rest = text.slice(found.index + found[0].length);
  const parts = [
    { text: text.slice(0, found.index), language },
    { text: own, language: "" },
    { text: rest, language },
  ];
  return parts.filter((part) => part.text);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What has no words is in every language. @param {Part} part */
function plain({ text, language }) {
  return { text, language: /\p{L}{2}/u.test(text) ? language : "" };
}
