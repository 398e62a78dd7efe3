import { strings } from "./generated/strings.js";
import { find } from "../kit/dom.js";
import { concerns, dueIn } from "./record.js";
import { fill } from "../kit/text.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("../kit/store.js").Store} store
 */

/**
 * How many questions have come back, [data-review] with a link to the quiz; hidden where none have.
 * @type {import("../kit/mount.js").Mount<Services>}
 */
export function mount(element, { store }) {
  function show() {
    const count = dueIn(store, new Date()).length;
    find(element, "a").textContent = fill(strings.quiz.to_review, { count });
    element.hidden = count === 0;
  }
  show();
  return store.changed.on((key) => concerns(key) && show());
}
