import { strings } from "../generated/strings.js";
import { find } from "../lib/dom.js";
import { counts } from "../lib/progress.js";
import { isDone } from "../lib/tasks.js";

/**
 * What to do in a part of the project, [data-tasks]: ticked off as it gets done.
 * @type {import("../lib/types.js").Mount}
 */
export function mount(element, { store }) {
  function show() {
    for (const entry of element.querySelectorAll("[data-task]")) {
      const one = /** @type {HTMLElement} */ (entry);
      const done = isDone(store, one.dataset.task ?? "");
      one.toggleAttribute("data-done", done);
      find(one, "[data-done-text]").textContent = done ? strings.progress.done : "";
    }
  }
  show();
  return store.changed.on((key) => counts(key) && show());
}
