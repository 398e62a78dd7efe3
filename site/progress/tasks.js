import { strings } from "../kit/generated/strings.js";
import { find } from "../kit/dom.js";
import { counts } from "./tally.js";
import { isDone } from "./done.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../kit/store.js").Store} store
 */

/**
 * What to do in a part of the project, [data-tasks]: ticked off as it gets done.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { store }) {
  function show() {
    for (const entry of element.querySelectorAll("[data-task]")) {
      const one = /** @type {HTMLElement} */ (entry);
      const done = isDone(store, one.dataset.task ?? "");
      one.toggleAttribute("data-done", done);
      find(one, "[data-done-text]").textContent = done ? strings.contents.done : "";
    }
  }
  show();
  return store.changed.on((key) => counts(key) && show());
}
