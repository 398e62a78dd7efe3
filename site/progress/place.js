/**
 * Where a reader was last, page by page.
 * @typedef {import("../kit/store.js").Store} Store
 * @typedef {{ slug: string, anchor: string, section: string, when: number }} Place
 */

const KEY = "place:";

/** Remember the section that is being read. @param {Store} store @param {Place} place */
export function remember(store, { slug, ...place }) {
  store.set(KEY + slug, JSON.stringify(place));
}

/** The place on a page, if there is one. @param {Store} store @param {string} slug @returns {Place | null} */
export function placeOn(store, slug) {
  try {
    const { anchor, section, when } = JSON.parse(store.get(KEY + slug) ?? "");
    const sound = typeof anchor === "string" && typeof section === "string" && when > 0;
    return sound ? { slug, anchor, section, when } : null;
  } catch {
    return null; // none, or a damaged file was taken over
  }
}

/** The newest place that counts. @param {Store} store @param {(place: Place) => boolean} counts */
export function lastPlace(store, counts = () => true) {
  const slugs = store.keys().filter((key) => key.startsWith(KEY));
  const places = slugs.map((key) => placeOn(store, key.slice(KEY.length))).filter((one) => !!one);
  return places.filter(counts).sort((a, b) => b.when - a.when)[0] ?? null;
}
