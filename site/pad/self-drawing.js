// A pen that draws by itself, told to the same listener as the learner's.

/**
 * @typedef {import("./strokes.js").Point} Point
 * @typedef {import("./pen.js").PenListener} PenListener
 */

/**
 * @param {Point[][]} strokes
 * @param {PenListener} pen
 * @param {number} duration ms; 0 for at once
 * @returns {() => void} stops where it is, the pen still down
 */
export function drawByItself(strokes, pen, duration) {
  const acts = strokes.flatMap((stroke, number) => actsOf(stroke, pen, number > 0));
  if (acts.length) acts.push(pen.up);
  const count = acts.length;
  const began = performance.now();
  let frame = 0;
  const go = () => {
    const share = duration ? (performance.now() - began) / duration : 1;
    while (acts.length && count - acts.length <= share * count) acts.shift()?.();
    frame = acts.length ? requestAnimationFrame(go) : 0;
  };
  go();
  return () => cancelAnimationFrame(frame);
}

/**
 * What the pen does for one stroke, but for its last lift: from one stroke to the next it takes no
 * time, so that nobody reads an unfinished drawing.
 * @param {Point[]} stroke
 * @param {PenListener} pen
 * @param {boolean} again whether it has to be lifted first
 * @returns {(() => void)[]}
 */
function actsOf([first, ...rest], pen, again) {
  const down = () => {
    if (again) pen.up();
    pen.down(first);
  };
  return [down, ...rest.map((point) => () => pen.move([point]))];
}
