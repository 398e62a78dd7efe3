import { strings } from "../kit/generated/strings.js";
import { find } from "../kit/dom.js";

/**
 * What is used here of what the page has.
 * @typedef {object} Services
 * @property {import("./offline.js").Offline} offline
 */

/**
 * A new version waits until the learner takes it.
 * @type {import("../kit/mount.js").Mount<Services>}
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
