import { strings } from "../kit/generated/strings.js";
import { find, inNextFrame } from "../kit/dom.js";
import { counts, finished, tally } from "../progress/tally.js";

/**
 * The way through the module, [data-path]: marks the lessons that are done.
 * @type {import("../kit/mount.js").Mount<{ store: import("../kit/store.js").Store }>}
 */
export function mount(element, { store }) {
  function show() {
    for (const entry of element.querySelectorAll("[data-progress]")) {
      const one = /** @type {HTMLElement} */ (entry);
      const done = finished(tally(store, one));
      one.toggleAttribute("data-done", done);
      find(one, "[data-done-text]").textContent = done ? strings.contents.done : "";
    }
  }
  show();
  const soon = inNextFrame(show);
  return store.changed.on((key) => counts(key) && soon());
}
