import { parts } from "./scroll-place.js";
import { whenIdle } from "../kit/dom.js";

// A lesson's formulas, code, and drawings are laid out part by part, while nothing else is to do: all at once,
// they keep a slow phone busy for most of a second, just when the page can be read.

const SLICE = 6; // ms at a time, so that a phone four times as slow isn't busy for 50
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
    const before = stays && topOf(stays);
    delete dataset.far;
    if (stays && scrollY) scrollBy({ top: topOf(stays) - Number(before), behavior: "instant" });
  };
  const go = () => {
    if (scrollY) return end(); // the reader was quicker than the page
    const until = performance.now() + SLICE;
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      part.dataset.near = "";
      topOf(part); // lays it out now, to be measured
      if (performance.now() > until) return void whenIdle(go);
    }
    end();
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
  return [focused || [], all].flat().find((one) => topOf(one) >= 0 && topOf(one) < innerHeight);
}

/** Where it is in the window. @param {Element} part */
function topOf(part) {
  return part.getBoundingClientRect().top;
}
