/**
 * Work that is asked for more often than it can be done: it is done for the newest, never twice at
 * once. `work` handles its own errors.
 * @param {() => Promise<void>} work
 * @param {(run: () => void) => () => void} [start] when to begin; returns what cancels that
 */
export function createLatest(work, start = atOnce) {
  let asked = false;
  let busy = false;
  let stopped = false;
  let cancel = () => {};

  async function run() {
    asked = false;
    await work();
    busy = false;
    if (asked) ask();
  }

  function ask() {
    asked = true;
    if (busy || stopped) return;
    busy = true;
    cancel = start(() => void run());
  }

  function stop() {
    stopped = true;
    cancel();
  }

  return { ask, stop };
}

/** @param {() => void} run */
function atOnce(run) {
  run();
  return () => {};
}
