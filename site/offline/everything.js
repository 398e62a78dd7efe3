import { strings } from "../kit/generated/strings.js";
import { find, hide, press } from "../kit/dom.js";
import { fill, megabytes, percent } from "../kit/text.js";
import { askToKeep } from "./persist.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./offline.js").Offline} offline
 * @property {import("../kit/store.js").Store} store
 */

const texts = strings.offline;
const WANTED = "offline:everything"; // remembered, so that what is evicted later is stored again

/**
 * "Keep everything offline", [data-everything]: also what is fetched only when it's needed, with its
 * size, how far it is, and how it ended.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { offline, store }) {
  const button = find(element, "button");
  const note = find(element, "[data-note]");
  const wanted = () => store.get(WANTED) !== null;

  /** @param {import("./offline.js").OfflineStatus} status */
  function show({ state, supported, lacking, optional, problem }) {
    element.hidden = !supported || !optional || (state !== "ready" && !wanted());
    button.textContent = fill(texts.everything, { size: megabytes(lacking) });
    if (lacking && (!wanted() || problem)) button.hidden = false;
    else hide(button, note);
    note.textContent = said(lacking, optional, problem);
  }

  /** @param {number} lacking @param {number} optional @param {"" | "space" | "network"} problem */
  function said(lacking, optional, problem) {
    if (!lacking) return texts.all_kept;
    if (!wanted()) return "";
    if (problem) return fill(texts.not_all, { reason: texts[problem] });
    return fill(texts.keeping, { percent: percent(1 - lacking / optional) });
  }

  function keep() {
    store.set(WANTED, "1");
    void askToKeep();
    offline.storeEverything();
  }

  if (wanted()) offline.storeEverything();
  show(offline.status);
  const cleanups = [offline.changed.on(show), press(button, keep)];
  return () => cleanups.forEach((undo) => undo());
}
