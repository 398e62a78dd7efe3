import { stored } from "../kit/generated/parts.js";
import { strings } from "../kit/generated/strings.js";
import { find, hide, press } from "../kit/dom.js";
import { fill, megabytes } from "../kit/text.js";
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
 * size, how far it is, and how it ended. Before that, where the connection saves data, the course itself.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { offline, store }) {
  const button = find(element, "button");
  const note = find(element, "[data-note]");
  let asked = false; // for the course itself
  const wanted = () => store.get(WANTED) !== null;

  /** @param {import("./offline.js").OfflineStatus} status */
  function show({ state, supported, lacking, optional, problem, asks }) {
    if (asks || (asked && state !== "ready")) return offer(asks);
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
    return fill(texts.keeping, { percent: Math.floor(100 * (1 - lacking / optional)) });
  }

  /** Offer to store the course, or say that it's being stored. @param {boolean} asks */
  function offer(asks) {
    element.hidden = false;
    button.textContent = fill(texts.store, { size: megabytes(stored) });
    if (asks) button.hidden = false;
    else hide(button, note);
    const text = asks ? texts.asks : texts.begun;
    if (note.textContent !== text) note.textContent = text; // it's read out
  }

  function keep() {
    if (offline.status.asks) {
      asked = true;
      return void offline.storeAsked();
    }
    store.set(WANTED, "1");
    void askToKeep();
    offline.storeEverything();
  }

  if (wanted()) offline.storeEverything();
  show(offline.status);
  const cleanups = [offline.changed.on(show), press(button, keep)];
  return () => cleanups.forEach((undo) => undo());
}
