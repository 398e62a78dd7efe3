import { find } from "../kit/dom.js";

/**
 * A number that unfolds into its arithmetic: [data-worked] with a button and what it shows.
 * @type {import("../kit/mount.js").Mount}
 */
export function mount(element) {
  const button = /** @type {HTMLButtonElement} */ (find(element, "button"));
  const how = find(element, ".worked-how");

  /** @param {boolean} open */
  function set(open) {
    button.ariaExpanded = String(open);
    how.hidden = !open;
  }
  const toggle = () => set(Boolean(how.hidden));

  set(false);
  button.disabled = false;
  button.addEventListener("click", toggle);
  return () => button.removeEventListener("click", toggle);
}
