/**
 * What was last copied from a page of the course, in any tab: pasted, it is known again.
 * @typedef {import("./store.js").Store} Store
 */

const KEY = "copied";
const LONGEST = 10_000; // characters

/** Browsers write spaces, lines and the letters of formulas in ways of their own. @param {string} text */
function squeezed(text) {
  return text.normalize("NFKC").replace(/[\s\u200b]/g, "");
}

/** Remember from now on. @param {Pick<Store, "set">} store */
export function rememberCopies(store) {
  for (const type of ["copy", "cut"]) {
    document.addEventListener(type, () => {
      const text = squeezed(String(getSelection()));
      if (text) store.set(KEY, text.length < LONGEST ? text : "");
    });
  }
}

/** Whether a text was last copied from one of our pages. @param {Pick<Store, "get">} store @param {string} text */
export function wasCopied(store, text) {
  return squeezed(text) !== "" && squeezed(text) === store.get(KEY);
}
