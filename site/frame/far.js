import { whenIdle } from "../kit/dom.js";

// A lesson's formulas, code, and drawings are laid out part by part, while nothing else is to do: all at once,
// they keep a slow phone busy for most of a second, just when the page can be read.

const SLICE = 6; // ms at a time, so that a phone four times as slow isn't busy for 50
const GOING = ["scroll", "click", "keydown"]; // the reader goes on: then everything gets its place

/** Lay out what early.js let wait. @param {HTMLElement} main */
export function layOutFar(main) {
  const { dataset } = document.documentElement;
  if (dataset.far === undefined) return;
  const parts = /** @type {HTMLElement[]} */ ([...main.children]);
  const going = new AbortController();
  const end = () => {
    going.abort();
    delete dataset.far;
  };
  const go = () => {
    const until = performance.now() + SLICE;
    for (let part = parts.shift(); part; part = parts.shift()) {
      part.dataset.near = "";
      part.getBoundingClientRect(); // lays it out now, to be measured
      if (performance.now() > until) return void whenIdle(go);
    }
    end();
  };
  for (const name of GOING) {
    addEventListener(name, end, { capture: true, passive: true, signal: going.signal });
  }
  whenIdle(go);
}
