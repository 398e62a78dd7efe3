import { bring, parts } from "./scroll-place.js";
import { whenIdle } from "../kit/dom.js";

// A lesson's formulas, code, and drawings are laid out once the reader goes on, or rests: before, they keep a
// slow phone busy for most of a second, just when the page can be read and Python starts beside it.

const REST = 10_000; // ms: by then Python is there too, and nobody waits for anything
const GOING = ["scroll", "click", "keydown"]; // the reader goes on: then everything gets its place

/** Lay out what early.js let wait. */
export function layOutFar() {
  const { dataset } = document.documentElement;
  if (dataset.far === undefined) return;
  const going = new AbortController();
  const { signal } = going;
  const end = () => {
    if (signal.aborted) return;
    going.abort();
    const stays = seen();
    const at = stays ? topOf(stays) : 0;
    delete dataset.far;
    if (stays && scrollY) bring(stays, at);
  };
  if (scrollY) return end(); // the reader was quicker than the page
  for (const name of GOING) {
    // Of scrolling, only the page's own bubbles up to here: a list that scrolls moves nothing else.
    addEventListener(name, end, { capture: name !== "scroll", passive: true, signal });
  }
  setTimeout(() => whenIdle(end), REST);
}

/** What the reader looks at: what has the focus, else the first that begins in the window. */
function seen() {
  const all = parts();
  const focused = all.some((one) => one.matches(":focus-within")) && document.activeElement;
  return [...(focused ? [focused] : []), ...all].find(
    (one) => topOf(one) >= 0 && topOf(one) < innerHeight,
  );
}

/** Where it is in the window. @param {Element} part */
function topOf(part) {
  return part.getBoundingClientRect().top;
}
