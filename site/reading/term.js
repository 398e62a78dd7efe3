import { showTerm } from "./term-card.js";

const REST = 300; // ms that a mouse rests on a term

/**
 * A link to a term in the glossary: shows what the term means, where it is used. A mouse that rests on it
 * is enough; by click, key or touch the note takes the focus.
 * @type {import("../kit/mount.js").Mount}
 */
export function mount(element) {
  const link = /** @type {HTMLAnchorElement} */ (element);
  const leaving = new AbortController();
  const { signal } = leaving;
  let resting = 0;

  /** @param {boolean} focus */
  async function show(focus) {
    try {
      await showTerm(link, focus);
    } catch {
      if (focus) location.assign(link.href);
    }
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    clearTimeout(resting);
    void show(true);
  }

  /** @param {PointerEvent} event */
  function entered({ pointerType }) {
    if (pointerType === "mouse") resting = window.setTimeout(() => void show(false), REST);
  }

  link.addEventListener("click", clicked, { signal });
  link.addEventListener("pointerenter", entered, { signal });
  link.addEventListener("pointerleave", () => clearTimeout(resting), { signal });
  return () => {
    clearTimeout(resting);
    leaving.abort();
  };
}
