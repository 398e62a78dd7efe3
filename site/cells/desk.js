/**
 * The desk, [data-desk]: a popover beside the page's cells. What's on it is loaded when it first opens.
 * @type {import("../kit/mount.js").Mount<import("./desk-tools.js").Services>}
 */
export function mount(element, services) {
  /** @type {(() => void) | undefined} */
  let close;
  let gone = false;
  const toggled = async (/** @type {Event} */ event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    const { Desk } = await import("./desk-tools.js");
    if (gone || close) return;
    const desk = new Desk(element, services);
    close = () => desk.unmount();
  };
  element.addEventListener("toggle", toggled);
  return () => {
    gone = true;
    element.removeEventListener("toggle", toggled);
    close?.();
  };
}
