import { strings } from "../generated/strings.js";
import { find } from "../lib/dom.js";
import { concerns, dueIn } from "../lib/quiz-record.js";
import { fill } from "../lib/text.js";

/**
 * How many questions have come back, [data-review] with a link to the quiz; hidden where none have.
 * @type {import("../lib/types.js").Mount}
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
