// A pen that draws by itself, told to the same listener as the learner's.

/**
 * @typedef {import("./strokes.js").Point} Point
 * @typedef {import("./pen.js").PenListener} PenListener
 */

const STEPS = 8; // points that the pen reports of each bend

/**
 * @param {[x: number, y: number][][]} strokes by the points that bend them
 * @param {PenListener} pen
 * @param {number} duration ms; 0 for at once
 * @returns {() => void} stops where it is, the pen still down
 */
export function drawByItself(strokes, pen, duration) {
  const acts = strokes.flatMap((stroke, number) => actsOf(stroke, pen, number > 0));
  acts.push(pen.up);
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
 * @param {[x: number, y: number][]} stroke
 * @param {PenListener} pen
 * @param {boolean} again whether it has to be lifted first
 * @returns {(() => void)[]}
 */
function actsOf(stroke, pen, again) {
  const [first, ...rest] = alongCurve(stroke.map(([x, y]) => ({ x, y })));
  const down = () => {
    if (again) pen.up();
    pen.down(first);
  };
  return [down, ...rest.map((point) => () => pen.move([point]))];
}

/** The curve that smoothPath draws through few points, as many points. @param {Point[]} points */
function alongCurve(points) {
  const [first] = points;
  const last = points[points.length - 1];
  const found = [first];
  let from = first;
  for (let i = 1; i < points.length - 1; i += 1) {
    const to = between(points[i], points[i + 1], 1 / 2);
    for (let step = 1; step <= STEPS; step += 1)
      found.push(bend(from, points[i], to, step / STEPS));
    from = to;
  }
  for (let step = 1; step <= STEPS; step += 1) found.push(between(from, last, step / STEPS));
  return found;
}

/** @param {Point} a @param {Point} b @param {number} part @returns {Point} */
function between(a, b, part) {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/**
 * A quadratic curve's point, as de Casteljau finds it.
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 * @param {number} part
 */
function bend(a, b, c, part) {
  return between(between(a, b, part), between(b, c, part), part);
}
