/**
 * Pointer events of mouse, pen and touch as strokes. One pointer draws at a time: a pen takes over
 * from the palm that rests already, and a second finger means to zoom or scroll, not to draw.
 * @typedef {import("./strokes.js").Point} Point
 * @typedef {object} PenListener
 * @property {(point: Point) => void} down a stroke begins
 * @property {(points: Point[]) => void} move it goes on
 * @property {() => void} up it ends
 * @property {() => void} cancel it wasn't meant
 */

/**
 * Moves and releases are heard on the window while a stroke lasts, so that a stroke ends
 * outside the canvas too, even where the browser refuses to capture the pointer.
 * @param {HTMLElement} canvas
 * @param {number} size the canvas's width and height in the points' own unit
 * @param {PenListener} listener
 * @returns {() => void} stops listening
 */
export function listenToPen(canvas, size, listener) {
  /** @type {PointerEvent | null} what began the stroke under way */
  let drawing = null;

  /** @param {PointerEvent} event @returns {Point} */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * size;
    return { x, y: ((event.clientY - box.top) / box.height) * size };
  }

  /** @param {PointerEvent} event */
  function down(event) {
    if (event.button !== 0) return;
    const second = event.pointerType === "touch" && !event.isPrimary;
    if (drawing?.pointerType === "touch" && second) return end(listener.cancel);
    if (second || (drawing && !replaces(event, drawing))) return;
    if (drawing) end(drawing.pointerId === event.pointerId ? listener.up : listener.cancel);
    drawing = event;
    capture(canvas, event.pointerId);
    listener.down(at(event));
    addEventListener("pointermove", move, true);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, up, true);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (event.pointerId !== drawing?.pointerId) return;
    const coalesced = event.getCoalescedEvents?.() ?? [];
    listener.move((coalesced.length ? coalesced : [event]).map(at));
  }

  /** @param {Event} event */
  function up(event) {
    if (!(event instanceof PointerEvent) || event.pointerId !== drawing?.pointerId) return;
    if (event.type === "pointercancel") return end(listener.cancel); // the system took it
    listener.move([at(event)]);
    end(listener.up);
  }

  /** @param {() => void} how */
  function end(how) {
    drawing = null;
    removeEventListener("pointermove", move, true);
    for (const name of ["pointerup", "pointercancel"]) removeEventListener(name, up, true);
    how();
  }

  canvas.addEventListener("pointerdown", down);
  return () => {
    canvas.removeEventListener("pointerdown", down);
    if (drawing) end(listener.up);
  };
}

/** Whether a pointer that comes down draws instead of another. @param {PointerEvent} one @param {PointerEvent} other */
function replaces(one, other) {
  const pen = one.pointerType === "pen" && other.pointerType !== "pen";
  return pen || one.pointerId === other.pointerId;
}

/** @param {HTMLElement} canvas @param {number} pointer */
function capture(canvas, pointer) {
  try {
    canvas.setPointerCapture(pointer);
  } catch {
    // a pointer that does not exist, as with an event that a program made
  }
}
