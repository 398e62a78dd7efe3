import { bring, parts } from "./scroll-place.js";
import { whenIdle } from "../kit/dom.js";

// A lesson's formulas, code, and drawings are laid out part by part, while nothing else is to do: all at once,
// they keep a slow phone busy for most of a second, just when the page can be read.

const SLICE = 3; // ms that a layout may take: a phone four times as slow, which also has to paint, isn't busy for 50
const GOING = ["scroll", "click", "keydown"]; // the reader goes on: then everything gets its place

/** Lay out what early.js let wait. */
export function layOutFar() {
  const { dataset } = document.documentElement;
  if (dataset.far === undefined) return;
  const waiting = parts();
  const going = new AbortController();
  const end = () => {
    going.abort();
    const stays = seen();
    const at = stays ? topOf(stays) : 0;
    delete dataset.far;
    if (stays && scrollY) bring(stays, at);
  };
  let many = 1;
  const go = () => {
    if (going.signal.aborted) return;
    if (scrollY) return end(); // the reader was quicker than the page
    const started = performance.now();
    for (const part of waiting.splice(0, many)) part.setAttribute("data-near", "");
    document.body.getBoundingClientRect(); // lays them out now, to be measured
    if (!waiting.length) return end();
    const quick = performance.now() - started < SLICE;
    many = quick ? 2 * many : Math.ceil(many / 2);
    whenIdle(go);
  };
  for (const name of GOING) {
    addEventListener(name, end, { capture: true, passive: true, signal: going.signal });
  }
  whenIdle(go);
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
