import { whenIdle } from "../kit/dom.js";

// A lesson's formulas, code, and drawings are laid out one after the other, while nothing else is to do: all at
// once, they keep a slow phone busy for most of a second, just when the page can be read.

const LEADING = ["click", "keydown"]; // away from here, maybe: then everything gets its place

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
    const part = parts.shift();
    if (!part) return end();
    part.dataset.near = "";
    whenIdle(go);
  };
  for (const name of LEADING) {
    addEventListener(name, end, { capture: true, signal: going.signal });
  }
  whenIdle(go);
}
