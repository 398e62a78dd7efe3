import { callAll, whenIdle } from "../kit/dom.js";

const IDLE_BY = 1000; // ms after Python's start, on a page that is never idle
const PYTHON_BY = 2500; // ms that an editor waits for Python's start
const NEAR = "100% 0%"; // as much as is seen, above and below it

/**
 * Open an editor in time: when its code is near to what's seen, since all editors of a lesson together
 * keep a slow phone busy for seconds. Even then it would take the processor from Python's start, so
 * it comes after that if that is soon, or as soon as the learner turns to the code. Returns the undo.
 * @param {HTMLElement} source the code without an editor
 * @param {Pick<import("../python/service.js").Python, "status" | "changed">} python
 * @param {(focus: boolean) => void} open focus: the learner waits for it
 */
export function whenWanted(source, python, open) {
  /** @type {(() => void)[]} */
  const undo = [];
  const settle = (/** @type {boolean} */ focus) => {
    callAll(undo.splice(0));
    open(focus);
  };
  const turn = () => settle(true);
  const wanted = () => {
    const types = ["pointerdown", "focusin"];
    for (const type of types) source.addEventListener(type, turn);
    return () => types.forEach((type) => source.removeEventListener(type, turn));
  };
  const near = () => {
    const observer = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && settle(false),
      { rootMargin: NEAR },
    );
    observer.observe(source);
    undo.push(() => observer.disconnect());
  };
  const started = () => {
    if (python.status.state !== "ready" && python.status.state !== "failed") return;
    callAll(undo.splice(0));
    undo.push(wanted(), whenIdle(near, IDLE_BY));
  };
  const late = setTimeout(near, PYTHON_BY);
  undo.push(wanted(), python.changed.on(started), () => clearTimeout(late));
  started();
  return () => callAll(undo.splice(0));
}
