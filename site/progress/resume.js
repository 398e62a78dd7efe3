import { strings } from "../kit/generated/strings.js";
import { find } from "../kit/dom.js";
import { decoded } from "../kit/fragment.js";
import { fill } from "../kit/text.js";
import { lastPlace, placeOn } from "./place.js";

/**
 * The way back to where the reader was, [data-resume]: with a page's slug, to the place on this page;
 * without, to the newest place of all lessons. The beginning of the page it's on is no such place.
 * It is decided once, before the reader moves on.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  const slug = element.dataset.resume;
  const place = slug ? placeOn(store, slug) : lastPlace(store, (one) => !begins(one));
  const lesson =
    place &&
    !slug &&
    document.querySelector(`[data-path] [data-progress="${CSS.escape(place.slug)}"] a`);
  const link = /** @type {HTMLAnchorElement} */ (find(element, "a"));
  if (!place || begins(place)) return () => {};
  if (lesson) {
    link.href = `${/** @type {HTMLAnchorElement} */ (lesson).href}#${encodeURIComponent(place.anchor)}`;
    const title = find(lesson, ".number").title;
    link.textContent = fill(strings.contents.resume_lesson, {
      lesson: title,
      section: place.section,
    });
  } else if (slug && arrivedAtTop() && document.getElementById(place.anchor)) {
    link.href = `#${encodeURIComponent(place.anchor)}`;
    link.textContent = fill(strings.contents.resume, { section: place.section });
  }
  return () => {};
}

/** Whether a place is the first section of the page that is shown. @param {import("./place.js").Place} place */
function begins({ slug, anchor }) {
  const first = document.querySelector(`[data-contents="${CSS.escape(slug)}"] ol a`);
  return first instanceof HTMLAnchorElement && decoded(first.hash) === anchor;
}

/** Whether neither the address nor the history leads to a place. */
function arrivedAtTop() {
  return !location.hash && !history.state?.top;
}
