import { parts } from "../kit/generated/parts.js";

const KEY = "letters";
const FROM = parts.fonts["text.woff2"].path; // another one when a letter changes

/**
 * Fetch the letters for later pages: this one has been painted without, and nothing that anybody
 * reads moves. early.js uses them from the next visit's first paint on.
 * @param {import("../kit/store.js").Store} store
 */
export async function fetchLetters(store) {
  await Promise.all([...document.fonts].map((face) => face.load()));
  if (store.get(KEY) !== FROM) store.set(KEY, FROM);
}

/** Where another page comes into this document, all that's there is used. */
export function useLetters() {
  const there =
    document.fonts.size && [...document.fonts].every(({ status }) => status === "loaded");
  if (there) document.documentElement.dataset.letters = "";
}
