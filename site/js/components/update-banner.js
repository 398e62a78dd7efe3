import { strings } from "../generated/strings.js";
import { find } from "../lib/dom.js";

/**
 * A new version waits until the learner takes it.
 * @type {import("../lib/types.js").Mount}
 */
export function mount(element, { offline }) {
  const button = find(element, "button");
  const accept = () => offline.accept();

  function show() {
    const { update } = offline.status;
    element.hidden = update === "none";
    const text = update === "active" ? strings.offline.update_active : strings.offline.update;
    find(element, "[data-text]").textContent = text;
  }

  button.addEventListener("click", accept);
  show();
  const off = offline.changed.on(show);
  return () => {
    off();
    button.removeEventListener("click", accept);
  };
}
