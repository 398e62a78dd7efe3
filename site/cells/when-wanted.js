import { callAll, whenIdle } from "../kit/dom.js";

const IDLE_BY = 1000; // ms after Python's start, on a page that is never idle
const PYTHON_BY = 2500; // ms that an editor waits for Python's start

/**
 * Open an editor in time. It would take the processor from Python's start, so it comes after that
 * if that is soon, or as soon as the learner turns to the code. Returns the undo.
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
  const started = () => {
    if (python.status.state !== "ready" && python.status.state !== "failed") return;
    callAll(undo.splice(0));
    undo.push(
      wanted(),
      whenIdle(() => settle(false), IDLE_BY),
    );
  };
  const late = setTimeout(() => settle(false), PYTHON_BY);
  undo.push(wanted(), python.changed.on(started), () => clearTimeout(late));
  started();
  return () => callAll(undo.splice(0));
}
