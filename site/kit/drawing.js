import { drawn } from "./generated/course.js";

// As course.figures.svg writes them: a text, an end, or a beginning with its attributes.
const TOKEN = /[^<]+|<\/[a-z]+>|<([a-z]+)((?:\s+[a-z][a-z0-9-]*="[^"]*")*)\s*\/?>/giy;
const ATTRIBUTE = /\s([a-z][a-z0-9-]*)="([^"]*)"/gi;
const ACTS = /^(on|style)/i;
const LINK = /^(?!\/\/)[#./\w](?:[^:&]|&amp;)*$/;
const KNOWN = new Set(drawn);

/**
 * Put a drawing into an element. Python made it, and code of a stranger's may have been at Python: if
 * anything in it isn't what figures are made of, could act, or leads elsewhere, nothing is shown.
 * @param {Element} element
 * @param {string} markup
 */
export function showDrawing(element, markup) {
  element.innerHTML = isDrawing(markup) ? markup : "";
}

/** @param {string} markup */
function isDrawing(markup) {
  let end = 0;
  for (const [token, name, attributes] of markup.matchAll(TOKEN)) {
    end += token.length;
    if (name && !(KNOWN.has(name) && areHarmless(attributes ?? ""))) return false;
  }
  return end === markup.length;
}

/** @param {string} attributes */
function areHarmless(attributes) {
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
    if (ACTS.test(name) || (/^href$/i.test(name) && !LINK.test(value))) return false;
  }
  return true;
}
