/**
 * Controls within reach of the drawing itself: pressing [data-set="NAME VALUE"] sets one, and
 * dragging over [data-drag="NAME"], along its data-axis, moves one. The page's own controls do
 * the same, by keyboard too.
 * @param {HTMLElement} drawing
 * @param {(wanted: Record<string, string>) => void} set
 * @returns {() => void} ends it
 */
export function reach(drawing, set) {
  /** @type {((event: PointerEvent) => void) | null} */
  let drag = null;
  const down = (/** @type {PointerEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    const surface = target.closest("[data-drag]");
    if (!(surface instanceof SVGGraphicsElement) || event.button) return;
    drag = dragger(surface, set);
    capture(drawing, event.pointerId);
    drag(event);
  };
  const moved = (/** @type {PointerEvent} */ event) => event.buttons && drag?.(event);
  const up = () => (drag = null);
  const click = (/** @type {MouseEvent} */ event) => {
    const target = /** @type {Element} */ (event.target).closest("[data-set]");
    const [name, value] = (target?.getAttribute("data-set") ?? "").split(" ");
    if (name) set({ [name]: value });
  };
  const listeners = /** @type {[string, EventListener][]} */ ([
    ["pointerdown", down],
    ["pointermove", moved],
    ["pointerup", up],
    ["pointercancel", up],
    ["click", click],
  ]);
  for (const [type, listener] of listeners) drawing.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of listeners) drawing.removeEventListener(type, listener);
  };
}

/** What follows a pointer from here on, though each drawing takes its surface away. */
function dragger(
  /** @type {SVGGraphicsElement} */ surface,
  /** @type {(wanted: Record<string, string>) => void} */ set,
) {
  const { drag = "", axis = "x" } = surface.dataset;
  const origin = Number(surface.dataset.origin);
  const unit = Number(surface.dataset.unit);
  const matrix = surface.getScreenCTM()?.inverse();
  return (/** @type {PointerEvent} */ event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    set({ [drag]: String(((axis === "x" ? place.x : place.y) - origin) / unit) });
  };
}

/** @param {HTMLElement} element @param {number} pointer */
function capture(element, pointer) {
  try {
    element.setPointerCapture(pointer);
  } catch {
    // A made-up pointer cannot be captured; it still drags while it is over the drawing.
  }
}
