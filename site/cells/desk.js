import { Desk } from "./desk-tools.js";

/**
 * The desk, [data-desk]: a popover beside the page's cells. What's on it is made when it first opens.
 * It takes the focus, and gives it back when it closes.
 * @type {import("../kit/mount.js").Mount<import("./desk-tools.js").Services>}
 */
export function mount(element, services) {
  /** @type {(() => void) | undefined} */
  let close;
  /** @type {HTMLElement | null} what had the focus before */
  let opener = null;
  const toggles = (/** @type {Event} */ event) => {
    const { activeElement: at } = document;
    if (/** @type {ToggleEvent} */ (event).newState === "open") {
      opener = /** @type {HTMLElement | null} */ (at);
    } else if (element.contains(at)) opener?.focus();
  };
  const toggled = (/** @type {Event} */ event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    element.focus();
    if (close) return;
    const desk = new Desk(element, services);
    close = () => desk.unmount();
  };
  element.addEventListener("beforetoggle", toggles);
  element.addEventListener("toggle", toggled);
  return () => {
    element.removeEventListener("beforetoggle", toggles);
    element.removeEventListener("toggle", toggled);
    close?.();
  };
}
