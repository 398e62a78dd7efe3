/**
 * Pointer events of mouse, pen and touch as strokes. One pointer draws at a time.
 * @typedef {import("./strokes.js").Point} Point
 * @typedef {object} PenListener
 * @property {(point: Point) => void} down a stroke begins
 * @property {(points: Point[]) => void} move it goes on
 * @property {() => void} up it ends
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
  /** @type {number | null} */
  let pointer = null;

  /** @param {PointerEvent} event @returns {Point} */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * size;
    return { x, y: ((event.clientY - box.top) / box.height) * size };
  }

  /** @param {PointerEvent} event */
  function down(event) {
    if (event.button !== 0 || (pointer !== null && pointer !== event.pointerId)) return;
    if (pointer !== null) end();
    pointer = event.pointerId;
    capture(canvas, pointer);
    listener.down(at(event));
    addEventListener("pointermove", move, true);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, up, true);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (event.pointerId !== pointer) return;
    const coalesced = event.getCoalescedEvents?.() ?? [];
    listener.move((coalesced.length ? coalesced : [event]).map(at));
  }

  /** @param {Event} event */
  function up(event) {
    if (!(event instanceof PointerEvent) || event.pointerId !== pointer) return;
    if (event.type === "pointerup") listener.move([at(event)]);
    end();
  }

  function end() {
    pointer = null;
    removeEventListener("pointermove", move, true);
    for (const name of ["pointerup", "pointercancel"]) removeEventListener(name, up, true);
    listener.up();
  }

  canvas.addEventListener("pointerdown", down);
  return () => {
    canvas.removeEventListener("pointerdown", down);
    if (pointer !== null) end();
  };
}

/** @param {HTMLElement} canvas @param {number} pointer */
function capture(canvas, pointer) {
  try {
    canvas.setPointerCapture(pointer);
  } catch {
    // a pointer that does not exist, as with an event that a program made
  }
}
