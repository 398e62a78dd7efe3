import { parts } from "../kit/generated/parts.js";

const KEY = "letters";
const FROM = parts.fonts["text.woff2"].path; // another one when a letter changes

/**
 * Fetch the letters for later pages: this one has been painted without, and nothing that anybody
 * reads moves. early.js uses them from the next visit's first paint on.
 * @param {import("../kit/store.js").Store} store
 */
export async function fetchLetters(store) {
  if (store.get(KEY) === FROM) return;
  await Promise.all([...document.fonts].map((face) => face.load()));
  store.set(KEY, FROM);
}

/** Where another page comes into this document: use what's there. @param {import("../kit/store.js").Store} store */
export function useLetters(store) {
  const { dataset } = document.documentElement;
  if ("letters" in dataset || store.get(KEY) !== FROM) return;
  for (const sheet of document.styleSheets) askAnew(sheet);
  dataset.letters = "";
}

/** A face that's "optional" has one chance in a document, so its rule is put in anew. @param {CSSStyleSheet} sheet */
function askAnew(sheet) {
  for (const [place, rule] of [...sheet.cssRules].entries()) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    sheet.deleteRule(place);
    sheet.insertRule(rule.cssText, place);
  }
}
