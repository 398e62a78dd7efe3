import { OWN } from "../kit/own.js";

// Where the reader is on a page, kept with its entry in the history; and beside it: the first reload
// after the service worker has come begins a new entry.

const KEY = `${OWN}top`;
const SHIFT = 200; // px by which a page may still shift
let moving = new AbortController();
const SETTLED = [50, 300, 1000, 2500]; // ms: editors come once Python is there

/** @typedef {{ top: number, part?: number, at?: number, link?: [string, number] }} Place part: of main, whose top is `at` px down; link: by which the reader has left, its address and which of those */

/** Remember the reader's place. @param {Element} [link] by which they leave */
export function rememberPlace(link) {
  /** @type {Place} */
  const place = { top: scrollY, link: link ? nameOf(link) : history.state?.link };
  const part = parts().findIndex((one) => one.getBoundingClientRect().bottom > 0);
  if (scrollY && part >= 0) {
    Object.assign(place, { part, at: parts()[part].getBoundingClientRect().top });
  }
  history.replaceState(place, "");
  attempt(() => sessionStorage.setItem(KEY, JSON.stringify([location.href, place])));
}

/** After a reload, bring back what the entry has lost. */
export function recoverPlace() {
  const [navigation] = performance.getEntriesByType("navigation");
  if (history.state || /** @type {any} */ (navigation)?.type !== "reload") return;
  attempt(() => {
    const [address, place] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    if (address === location.href) history.replaceState(place, "");
  });
}

/**
 * Return to a place. What is above it may be higher or lower than it was: the part counts. And again
 * while the page settles, whatever the browser does about that, until the reader moves on.
 * @param {Place} place
 */
export function returnTo(place) {
  jump(place);
  const { signal } = (moving = new AbortController());
  for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(name, moveOn, { signal, passive: true });
  }
  let left = scrollY;
  for (const delay of SETTLED) {
    setTimeout(() => {
      if (Math.abs(scrollY - left) > SHIFT) moveOn(); // by the scroll bar, which nobody hears of
      if (!signal.aborted) jump(place);
      left = scrollY;
    }, delay);
  }
}

/** Put the focus on the link by which the reader had left, else on what they read there. @param {Place} place */
export function focusAt({ link: [address, which] = ["", 0], part = -1 }) {
  const links = linksTo(address);
  const found = links[which] ?? links[0] ?? parts()[part];
  if (!(found instanceof HTMLElement || found instanceof SVGElement)) return false;
  focusOn(found);
  return true;
}

/** Put the focus on an element, also on one that the tab key doesn't stop at. @param {HTMLElement | SVGElement} element */
export function focusOn(element) {
  const given = element.hasAttribute("tabindex") || element.tabIndex >= 0;
  if (!given) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** A link's address, and which of the page's links with that address it is. @param {Element} link @returns {[string, number]} */
function nameOf(link) {
  const address = link.getAttribute("href") ?? "";
  return [address, linksTo(address).indexOf(link)];
}

/** @param {string} address as it's written */
function linksTo(address) {
  const links = [...document.querySelectorAll("main a[href]")];
  return links.filter((link) => link.getAttribute("href") === address);
}

/** The reader is somewhere else now. */
export function moveOn() {
  moving.abort();
}

/** @param {Place} place */
function jump({ top, part = -1, at = 0 }) {
  const found = parts()[part];
  if (found) bring(found, at);
  else scrollTo({ top, behavior: "instant" });
}

/** Scroll until the top of something is so far down the window. @param {Element} element @param {number} at px */
export function bring(element, at) {
  scrollTo({ top: scrollY + element.getBoundingClientRect().top - at, behavior: "instant" });
}

/** What a page is made of, as it comes: what is put in later comes last. */
export function parts() {
  return [...document.querySelectorAll("main > :not(.contents)")];
}

/** Storage may be forbidden. @param {() => void} use */
function attempt(use) {
  try {
    use();
  } catch {
    // then the page begins at its top
  }
}
